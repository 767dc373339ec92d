package galley.app.command;

import galley.app.DemoNewsDay;
import galley.app.demo.NewsDay;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `galley demo`: the sample news day from wire to checked pages, without a network.
@Command(name = "demo", description = "Play a sample news day without a network: pulls feeds, takes, edits, signs twice, exports, verifies."
        + " Leaves the newsroom in DIR/newsroom and its pages in DIR/site.")
final class DemoCommand implements Callable<Integer> {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Where to leave newsroom and site.")
    @Nullable Path to;

    @Override
    public Integer call() {
        var terminal = galley.terminal;
        if (galley.json) {
            terminal.json(DemoNewsDay.play(to, line -> {}));
            return Exit.DONE;
        }
        var report = DemoNewsDay.play(to, line -> terminal.out.println(HOUR.format(line.at()) + "  " + line.words()));
        terminal.out.println();
        report.pages().forEach(page -> terminal.out.println(page.verdict() + "  " + page.path() + "  edited by " + page.editedBy()
                + (page.reviewedBy() == null ? ", not reviewed yet" : ", reviewed by " + page.reviewedBy())));
        terminal.out.println();
        terminal.out.println("Queues: " + report.queues().entrySet().stream().map(q -> q.getKey().replace('-', ' ') + " " + q.getValue())
                .collect(Collectors.joining(", ")) + ".");
        terminal.out.println("Newsroom: " + report.newsroom());
        terminal.out.println("Pages:    " + report.site());
        terminal.out.println("Passphrases, for the sample only: " + NewsDay.read().people().stream().map(p -> p.name() + " “" + p.passphrase() + "”")
                .collect(Collectors.joining(", ")) + ".");
        return Exit.DONE;
    }
}
