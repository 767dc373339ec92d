package galley.app.command;

import galley.ingest.Feed;
import galley.ingest.PullReport;
import galley.story.SourceChanges;
import galley.work.Cancel;
import galley.work.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `galley pull`: fetches feeds and puts what is new on the wire.
@Command(name = "pull", description = "Pull all feeds, or the named ones.")
final class PullCommand implements Callable<Integer> {

    private static final int BAR = 30;

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Option(names = "--feed", paramLabel = "URL", description = "Only this feed. May be repeated.")
    List<String> urls = List.of();

    @Override
    public Integer call() {
        var terminal = galley.terminal;
        try (var room = galley.open()) {
            var report = room.puller().pull(wanted(room.store().feeds()),
                    p -> terminal.progress(bar(p)), new Cancel());
            terminal.progress("");
            room.afterPull(report.fresh() + report.changed() > 0, new Cancel());
            tell(report);
            alarm(room.store().sourceChanges(room.clock()).open());
            return report.failed().isEmpty() ? Exit.DONE : report.failed().size() == report.feeds() ? Exit.REFUSED : Exit.IN_PART;
        }
    }

    private List<Feed> wanted(galley.ingest.Feeds feeds) {
        if (urls.isEmpty()) {
            return feeds.all().stream().filter(f -> !f.paused()).toList();
        }
        return urls.stream().map(url -> {
            var address = FeedCommand.subscribed(url);
            return feeds.byUrl(address == null ? url : address).orElseThrow(() -> new Refusal("There is no feed " + url + ". Add it with “galley feed add”."));
        }).toList();
    }

    private static String bar(Progress progress) {
        int filled = progress.total() == 0 ? 0 : (int) (BAR * progress.done() / progress.total());
        return "▕" + "█".repeat(filled) + "░".repeat(BAR - filled) + "▏ " + progress.done() + " of " + progress.total() + " feeds, " + progress.words();
    }

    /// Stories that people stand by, whose source says something else now.
    private void alarm(List<SourceChanges.Change> changes) {
        changes.stream().filter(SourceChanges.Change::isAlarm).forEach(change -> galley.terminal.err.println("galley: "
                + (change.published() ? "published" : "signed") + " story " + change.story() + " “" + change.headline() + "”: " + change.told()));
    }

    private void tell(PullReport report) {
        var terminal = galley.terminal;
        if (galley.json || !terminal.isInteractive()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("feeds", report.feeds());
            answer.put("ok", report.ok());
            answer.put("unchanged", report.unchanged());
            answer.put("failed", report.failed());
            answer.put("new", report.fresh());
            answer.put("changed", report.changed());
            terminal.json(answer);
        } else {
            terminal.out.println(report.feeds() + " feeds pulled: " + report.fresh() + " new items, " + report.changed() + " changed, "
                    + report.unchanged() + " feeds unchanged, " + report.failed().size() + " failed.");
        }
        report.told().forEach(terminal.err::println);
        report.failed().forEach(f -> terminal.err.println("galley: " + f.url() + ": " + f.problem()));
    }
}
