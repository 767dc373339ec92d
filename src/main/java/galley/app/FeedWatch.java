package galley.app;

import galley.ingest.PullReport;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.Pulling;
import galley.story.SourceChanges;
import galley.work.Work;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Watches the feeds while the window is open: pulls each in its own rhythm, and says when the source of a story that people stand by
/// changed.
final class FeedWatch {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final OpenNewsroom room;
    private final Work work;
    private final Pulling pulling;
    private final Consumer<Notice> tell;
    private final Set<String> told = new HashSet<>();
    private volatile boolean ended;

    FeedWatch(OpenNewsroom room, Work work, Pulling pulling, Consumer<Notice> tell) {
        this.room = room;
        this.work = work;
        this.pulling = pulling;
        this.tell = tell;
    }

    /// The newsroom is being closed.
    void end() {
        ended = true;
    }

    void begin() {
        look(FIRST_LOOK);
    }

    private void look(Duration in) {
        work.after(in.toMillis(), () -> {
            if (ended) {
                return;
            }
            work.start("look which feeds are due", (_, _) -> room.store().feeds().all().stream().anyMatch(feed -> feed.isDue(room.clock().instant())), due -> {
                if (due) {
                    pulling.start((watcher, cancel) -> {
                        var report = room.puller().pullDue(watcher, cancel);
                        room.afterPull(cancel);
                        return brought(report);
                    });
                }
            }, fault -> tell.accept(TroubleLog.tell("looking which feeds are due", fault)));
            look(LOOK_EVERY);
        });
    }

    static Pulling.Brought brought(PullReport report) {
        return new Pulling.Brought(report.fresh(), report.changed(), report.failed().size(), report.told());
    }

    /// Tells once of each change.
    void tellOfSources() {
        work.start("look what sources changed", (_, _) -> room.store().sourceChanges(room.clock()).open(), this::tellOf,
                fault -> tell.accept(TroubleLog.tell("looking what sources changed", fault)));
    }

    private void tellOf(List<SourceChanges.Change> changes) {
        changes.stream().filter(SourceChanges.Change::isAlarm).filter(change -> told.add(name(change.story(), change))).forEach(change -> tell.accept(
                Notice.of("“" + change.headline() + "” (" + (change.published() ? "published" : "signed") + "): " + change.told(), "Your copy was not touched.",
                        "Open the story and compare it with its source.")));
    }

    private static String name(UUID story, SourceChanges.Change change) {
        return story + " " + change.latest() + " " + (change.withdrawal() == null ? "" : change.withdrawal().words());
    }
}
