package galley.story;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Groups what arrives by event. It reads each report once: at the first call those of the last days, afterwards what came since.
public final class Grouping {

    private static final int AT_ONCE = 2000;

    private final SameEvents events;
    private final UnaryOperator<String> plain;
    private final Clock clock;
    private final EventIndex index = new EventIndex();
    private long row = -1;
    private long compared;

    /// @param plain makes plain words of clean markup
    public Grouping(SameEvents events, UnaryOperator<String> plain, Clock clock) {
        this.events = events;
        this.plain = plain;
        this.clock = clock;
    }

    /// Groups what has arrived; answers how many entries joined others.
    public synchronized int catchUp() {
        if (row < 0) {
            row = events.rowBefore(clock.instant().minus(EventIndex.WINDOW));
            compared = events.compared();
        }
        int joined = 0;
        while (true) {
            var reports = events.after(row, AT_ONCE);
            if (reports.isEmpty()) {
                return joined;
            }
            var found = new LinkedHashMap<UUID, UUID>();
            // telling words are found side by side; who belongs to whom depends on who came before
            var words = reports.parallelStream().map(report -> EventWords.of(plain.apply(report.title()), plain.apply(report.lead()))).toList();
            for (int i = 0; i < reports.size(); i++) {
                var report = reports.get(i);
                row = report.row();
                if (row <= compared) {
                    index.again(report.entry(), report.language(), words.get(i), report.arrived(), report.event());
                    continue;
                }
                var event = index.add(report.entry(), report.language(), words.get(i), report.arrived(), report.event());
                if (event != null && report.event() == null) {
                    found.put(report.entry(), event);
                }
            }
            if (row > compared) {
                compared = row;
                events.join(found, compared);
            }
            joined += found.size();
        }
    }
}
