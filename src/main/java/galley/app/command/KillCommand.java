package galley.app.command;

import galley.signoff.Outcome;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `galley story kill`: withdraws a published story, after saying which files of the site it touches.
@Command(name = "kill", description = "Withdraw a published story for good: a notice takes its page's place, and every list forgets it.")
final class KillCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable StoryCommand parent;

    @Parameters(paramLabel = "ID")
    String id = "";

    @Option(names = "--as", paramLabel = "PERSON", description = "Who kills it: a senior editor.")
    @Nullable String person;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; readers are told.")
    String reason = "";

    @Option(names = "--to", paramLabel = "DIR", description = "The site's folder: it is brought up to date at once.")
    @Nullable Path to;

    @Option(names = "--dry-run", description = "Only say which files it would touch.")
    boolean dryRun;

    @Override
    public Integer call() {
        var galley = parent.galley;
        var terminal = galley.terminal;
        try (var room = galley.open()) {
            var by = GalleyCommand.person(room, person, terminal);
            var story = StoryCommand.story(room, id);
            var touched = room.site().touchedBy(story, room.newsroom());
            var more = new LinkedHashMap<String, Object>();
            more.put("story", story);
            more.put("touches", touched);
            if (dryRun) {
                var file = room.flow().file(story).orElseThrow();
                var no = room.flow().whyNot(new galley.signoff.Act.Kill(reason), file, by);
                return Told.of(no.isEmpty() ? new Outcome.Done<>(story) : new Outcome.Refused<>(no), galley,
                        "Killing it touches " + touched.size() + " files:\n  " + String.join("\n  ", touched), more);
            }
            terminal.err.println("Killing it touches " + touched.size() + " files of the site.");
            Outcome<?> outcome = room.flow().kill(story, by, reason);
            if (outcome instanceof Outcome.Done<?> && to != null) {
                var report = room.exporter().refresh(to, room.newsroom(), Progress.Watcher.NONE, new Cancel());
                more.put("written", report.written());
                more.put("removed", report.removed());
            }
            return Told.of(outcome, galley, to == null ? "Killed. Its page still stands until the next export: galley export --to DIR." : "Killed, and taken from " + to + ".", more);
        }
    }
}
