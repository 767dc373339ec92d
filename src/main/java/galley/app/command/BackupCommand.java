package galley.app.command;

import galley.app.Backups;
import galley.app.OpenNewsroom;
import galley.notice.Trouble;
import galley.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `galley backup`: the copies beside the newsroom. The first command of a day makes the day's copy by itself.
@Command(name = "backup", description = "List the newsroom's copies, make today's, or put one back.",
        subcommands = {BackupCommand.Listing.class, BackupCommand.Make.class, BackupCommand.Restore.class})
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, make or restore.");
    }

    /// Works on a newsroom that is damaged, too.
    private Backups backups() {
        if (!Store.exists(galley.folder()) && !java.nio.file.Files.isDirectory(galley.folder().resolve("backups"))) {
            throw Trouble.of("There is no newsroom at " + galley.folder() + ".", "Nothing was changed.", "Name another with --newsroom.");
        }
        return new Backups(galley.folder(), galley.clock);
    }

    @Command(name = "list", description = "The copies, newest first.")
    static final class Listing implements Callable<Integer> {

        @ParentCommand
        @Nullable BackupCommand parent;

        @Override
        public Integer call() {
            var galley = parent.galley;
            var copies = parent.backups().all();
            if (galley.json) {
                galley.terminal.json(Map.of("copies", copies.stream().map(copy -> {
                    var line = new LinkedHashMap<String, Object>();
                    line.put("name", copy.name());
                    line.put("day", copy.day().toString());
                    line.put("bytes", copy.bytes());
                    line.put("aside", copy.aside());
                    return line;
                }).toList()));
            } else {
                copies.forEach(copy -> galley.terminal.out.println(copy.name() + "\t" + copy.day() + "\t" + copy.bytes()));
                if (copies.isEmpty()) {
                    galley.terminal.err.println("There are no copies yet.");
                }
            }
            return Exit.DONE;
        }
    }

    @Command(name = "make", description = "Make today's copy, if it is not there yet.")
    static final class Make implements Callable<Integer> {

        @ParentCommand
        @Nullable BackupCommand parent;

        @Override
        public Integer call() {
            var galley = parent.galley;
            try (var room = OpenNewsroom.at(galley.folder(), galley.clock)) {
                boolean made = room.backups().makeTodays(room.store());
                if (galley.json) {
                    galley.terminal.json(Map.of("made", made));
                } else {
                    galley.terminal.out.println(made ? "Today's copy is made." : "Today's copy is there already.");
                }
                return Exit.DONE;
            }
        }
    }

    @Command(name = "restore", description = "Put a copy back. The newsroom as it stands is put aside among the copies.")
    static final class Restore implements Callable<Integer> {

        @ParentCommand
        @Nullable BackupCommand parent;

        @Parameters(paramLabel = "NAME", description = "As “galley backup list” names it.")
        String name = "";

        @Option(names = "--yes", required = true, description = "Confirms that what was done since that copy leaves the newsroom.")
        boolean yes;

        @Override
        public Integer call() {
            var galley = parent.galley;
            var aside = parent.backups().putBack(name, null);
            if (galley.json) {
                galley.terminal.json(Map.of("restored", name, "aside", aside));
            } else {
                galley.terminal.out.println("The newsroom is as it was in " + name + ". What it was until now is kept as " + aside + ".");
            }
            return Exit.DONE;
        }
    }
}
