package galley.app;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.work.Work;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/// Goes round the evidence now and then while the window is open, and says of which stories a source has changed.
final class EvidenceWatch {

    private static final Duration FIRST_ROUND = Duration.ofMinutes(1);
    private static final Duration ROUND_EVERY = Duration.ofMinutes(15);

    private final OpenNewsroom room;
    private final EvidenceRounds rounds;
    private final Work work;
    private final Consumer<Notice> tell;
    private final Runnable changed;
    private volatile boolean ended;

    /// @param changed called when a source was found changed, to count again
    EvidenceWatch(OpenNewsroom room, EvidenceRounds rounds, Work work, Consumer<Notice> tell, Runnable changed) {
        this.room = room;
        this.rounds = rounds;
        this.work = work;
        this.tell = tell;
        this.changed = changed;
    }

    void begin() {
        round(FIRST_ROUND);
    }

    /// The newsroom is being closed.
    void end() {
        ended = true;
    }

    private void round(Duration in) {
        work.after(in.toMillis(), () -> {
            if (ended) {
                return;
            }
            work.start("look at the evidence again", (_, cancel) -> rounds.round(cancel).stream().map(this::headline).toList(), found -> {
                if (!found.isEmpty()) {
                    changed.run();
                    tell.accept(Notice.of("A source has changed since it was read: " + String.join(", ", found.stream().map(headline -> "“" + headline + "”").toList()) + ".",
                            "The kept copies and your text were not touched.", "Look under Source changed."));
                }
            }, fault -> tell.accept(TroubleLog.tell("looking at the evidence again", fault)));
            round(ROUND_EVERY);
        });
    }

    private String headline(UUID story) {
        return room.flow().file(story).map(file -> file.text().headline()).orElse("a story");
    }
}
