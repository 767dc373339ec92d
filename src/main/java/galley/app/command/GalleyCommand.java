package galley.app.command;

import galley.app.Desktop;
import galley.app.Logs;
import galley.app.NewsroomFolder;
import galley.app.OpenNewsroom;
import galley.desk.Person;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `galley`: the root of the command line, and what every command shares.
@Command(name = "galley", mixinStandardHelpOptions = true, version = "Galley 0.1.0",
        description = "Reads feeds, takes stories through Edited by and Reviewed by, and prints pages that prove both.",
        footer = {"", "Without arguments the desktop opens.", "Exit codes: 0 done, 1 refused or nothing verified, 2 wrong usage, 3 done in part."},
        subcommands = {InitCommand.class, PersonCommand.class, FeedCommand.class, RuleCommand.class, PullCommand.class, ParseCommand.class,
                ExtractCommand.class, CleanCommand.class, StoryCommand.class, SignCommand.class, SendBackCommand.class,
                CommentCommand.class, SuggestCommand.class, AcknowledgeCommand.class, AssignCommand.class, BoardCommand.class,
                ExportCommand.class, ScheduleCommand.class, DestinationCommand.class, ThemeCommand.class, VerifyCommand.class, AuditCommand.class, BackupCommand.class, DoctorCommand.class, DemoCommand.class, CommandLine.HelpCommand.class})
public final class GalleyCommand implements Callable<Integer> {

    @Option(names = "--newsroom", paramLabel = "PATH", scope = ScopeType.INHERIT,
            description = "The newsroom's folder. Default: $GALLEY_NEWSROOM, else the platform's data folder.")
    @Nullable Path newsroom;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as one JSON document.")
    boolean json;

    @Option(names = "--dev", description = "Open the desktop and reload its stylesheets as they are saved.")
    boolean dev;

    final Terminal terminal;
    final Clock clock;

    GalleyCommand(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /// Runs a command line and answers the exit code.
    public static int run(Terminal terminal, Clock clock, String... args) {
        var root = new GalleyCommand(terminal, clock);
        var line = new CommandLine(root);
        explainEveryCommand(line);
        line.setOut(new java.io.PrintWriter(terminal.out, true));
        line.setErr(new java.io.PrintWriter(terminal.err, true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((fault, command, parsed) -> {
            var words = root.words(fault);
            terminal.err.println("galley: " + words);
            if (root.json && !terminal.hasAnswered()) {
                terminal.json(Told.refused(words));
            }
            return Exit.REFUSED;
        });
        return line.execute(args);
    }

    /// `--help` is understood behind every command, not only behind `galley`.
    private static void explainEveryCommand(CommandLine line) {
        for (var command : line.getSubcommands().values()) {
            if (!command.getCommandSpec().helpCommand()) {
                command.getCommandSpec().mixinStandardHelpOptions(true);
                explainEveryCommand(command);
            }
        }
    }

    private String words(Exception fault) {
        if (fault instanceof Refusal) {
            return fault.getMessage();
        }
        if (!(fault instanceof Trouble) && Store.exists(folder())) {
            Logs.into(folder());
        }
        return fault instanceof Trouble trouble ? trouble.notice().inOneLine() : TroubleLog.tell("running the command", fault).inOneLine();
    }

    /// Without a command: the desktop.
    @Override
    public Integer call() {
        return new Desktop(folder(), clock, terminal.err, dev, terminal.isInteractive()).run();
    }

    Path folder() {
        return newsroom != null ? newsroom : NewsroomFolder.usual(terminal.environment);
    }

    OpenNewsroom open() {
        var room = OpenNewsroom.at(folder(), clock);
        copyOncePerDay(room);
        return room;
    }

    /// The first command of a day makes the day's copy. Whatever comes of that, the command itself is done.
    private void copyOncePerDay(OpenNewsroom room) {
        if (room.backups().isDue()) {
            terminal.progress("Making today's copy of the newsroom ...");
            try {
                room.backups().makeTodays(room.store());
            } catch (Trouble trouble) {
                terminal.err.println("galley: " + trouble.notice().inOneLine());
            } finally {
                terminal.progress("");
            }
        }
    }

    /// The person a command acts for: the named one, else `$GALLEY_PERSON`, else the only one there is.
    static Person person(OpenNewsroom room, @Nullable String named, Terminal terminal) {
        var name = named != null ? named : terminal.environment.get("GALLEY_PERSON");
        var all = room.people().all();
        if (name == null) {
            if (all.size() == 1) {
                return all.getFirst();
            }
            throw new Refusal("Say for whom, with --as PERSON. People here: "
                    + String.join(", ", all.stream().map(Person::name).toList()) + ".");
        }
        return room.people().find(name).orElseThrow(() -> new Refusal("There is no person “" + name + "” here. People: "
                + (all.isEmpty() ? "none yet" : String.join(", ", all.stream().map(Person::name).toList())) + "."));
    }
}
