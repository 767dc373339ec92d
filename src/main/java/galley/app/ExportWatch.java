package galley.app;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.send.PlannedExport;
import galley.publish.send.Timetable;
import galley.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Does the exports that are set for a time while the window is open, and says what was refused or failed.
final class ExportWatch {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);

    private final Timetable table;
    private final Work work;
    private final Consumer<Notice> tell;
    private final Runnable changed;
    private volatile boolean ended;

    /// @param changed called after something was exported
    ExportWatch(Timetable table, Work work, Consumer<Notice> tell, Runnable changed) {
        this.table = table;
        this.work = work;
        this.tell = tell;
        this.changed = changed;
    }

    void end() {
        ended = true;
    }

    void begin() {
        work.after(LOOK_EVERY.toMillis(), () -> {
            if (!ended) {
                look();
            }
        });
    }

    private void look() {
        work.start("do the exports that are due", (_, cancel) -> table.isAnyDue() ? table.runDue(cancel) : List.<Timetable.Came>of(), came -> {
            came.forEach(this::tellOf);
            if (!came.isEmpty()) {
                changed.run();
            }
            begin();
        }, fault -> {
            tell.accept(TroubleLog.tell("doing the exports that are due", fault));
            begin();
        });
    }

    private void tellOf(Timetable.Came came) {
        if (came.event().kind() != PlannedExport.Kind.DONE) {
            boolean refused = came.event().kind() == PlannedExport.Kind.REFUSED;
            tell.accept(Notice.of("An export set for a time was " + (refused ? "refused" : "not done") + ": " + came.event().words(), "The site stays as it was.",
                    refused ? "Settle what stands against it, then set it again." : ""));
        }
    }
}
