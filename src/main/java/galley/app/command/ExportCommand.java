package galley.app.command;

import galley.publish.Exporter;
import galley.signoff.StoryLine;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley export`: publishes what both people have passed and writes the site.
@Command(name = "export", description = "Publish stories and write the site. Without ids: every story that is ready.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable GalleyCommand galley;

    @Parameters(paramLabel = "ID", arity = "0..*")
    List<String> ids = List.of();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "The site's folder.")
    @Nullable Path to;

    @Option(names = "--as", paramLabel = "PERSON", description = "Who exports.")
    @Nullable String person;

    @Option(names = "--force-all", description = "Write every file again, changed or not.")
    boolean forceAll;

    @Option(names = "--emergency", description = "Print one story before its second review. Its page says so until somebody else has reviewed it.")
    boolean emergency;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it cannot wait; needed with --emergency.")
    String reason = "";

    @Override
    public Integer call() {
        var terminal = galley.terminal;
        try (var room = galley.open()) {
            var by = person == null && terminal.environment.get("GALLEY_PERSON") == null ? room.people().all().stream().findFirst()
                    .orElseThrow(() -> new Refusal("There is nobody in this newsroom yet.")) : GalleyCommand.person(room, person, terminal);
            var lines = room.store().lines().all().stream().map(StoryLine::id).toList();
            var wanted = ids.stream().map(id -> StoryIds.find(id, lines, "story")).toList();
            if (emergency && wanted.size() != 1) {
                throw new Refusal("Say which one story is to be printed before its review.");
            }
            var report = emergency ? room.exporter().exportBeforeReview(wanted.getFirst(), to, by, reason, room.newsroom(), Progress.Watcher.NONE, new Cancel())
                    : room.exporter().export(wanted, to, by, forceAll, room.newsroom(),
                    progress -> terminal.progress(progress.done() + " of " + progress.total() + " pages"), new Cancel());
            terminal.progress("");
            tell(report);
            return report.refused().isEmpty() ? report.strangers().isEmpty() ? Exit.DONE : Exit.IN_PART : report.refused().size() == wanted.size() ? Exit.REFUSED : Exit.IN_PART;
        }
    }

    private void tell(Exporter.Report report) {
        var terminal = galley.terminal;
        if (galley.json || !terminal.isInteractive()) {
            var answer = new LinkedHashMap<String, Object>();
            answer.put("written", report.written());
            answer.put("unchanged", report.unchanged());
            answer.put("removed", report.removed());
            if (!report.strangers().isEmpty()) {
                answer.put("leftAlone", report.strangers());
            }
            answer.put("refused", report.refused().stream().map(ExportCommand::described).toList());
            terminal.json(answer);
        } else {
            terminal.out.println(report.written() + " files written, " + report.unchanged() + " unchanged, " + report.removed() + " removed in " + to + ".");
        }
        report.strangers().forEach(path -> terminal.err.println("galley: " + to.resolve(path) + " is not ours; it was left alone."));
        for (var refused : report.refused()) {
            terminal.err.println("galley: “" + refused.headline() + "” was not exported.");
            refused.reasons().forEach(r -> terminal.err.println("  " + r.words()));
        }
    }

    private static LinkedHashMap<String, Object> described(Exporter.Refused refused) {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", refused.id());
        map.put("reasons", refused.reasons().stream().map(Told::reason).toList());
        return map;
    }
}
