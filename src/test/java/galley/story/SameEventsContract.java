package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must keep of which entries report the same event.
public abstract class SameEventsContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    protected abstract Wire wire();

    protected abstract SameEvents events();

    @Test
    public void entriesOfOneEventAreOneGroupWithItsSources() {
        var a = deliver("Northwire", "1", "Tanker Maribel leaks oil off Brensund", MORNING);
        var b = deliver("Meridian", "2", "Oil leaks from tanker Maribel near Brensund", MORNING);
        var c = deliver("Meridian", "3", "Tanker Maribel: oil leak off Brensund grows", MORNING);
        var d = deliver("Meridian", "4", "Cup final to be played in Selby", MORNING);
        events().join(Map.of(b, a), 2);
        events().join(Map.of(c, a), 1);
        assertThat(events().compared()).as("never goes back").isEqualTo(2);

        assertThat(events().groups(List.of(b, d))).isEqualTo(Map.of(b, new SameEvents.Group(a, 2, List.of(a, b, c))));
        assertThat(events().after(0, 10)).extracting(SameEvents.Report::event).containsExactly(a, a, a, null);
        assertThat(events().after(2, 1)).extracting(SameEvents.Report::entry).containsExactly(c);
    }

    @Test
    public void aRowIsFoundByTime() {
        for (int i = 0; i < 9; i++) {
            deliver("Northwire", "k" + i, "Report " + i, MORNING.plusSeconds(i));
        }
        assertThat(events().rowBefore(MORNING)).isZero();
        assertThat(events().rowBefore(MORNING.plusSeconds(4))).isEqualTo(4);
        assertThat(events().rowBefore(MORNING.plusSeconds(99))).isEqualTo(9);
    }

    @Test
    public void whatArrivesIsGroupedOnceAndGoesOnAfterARestart() {
        var a = deliver("Northwire", "1", "Tanker Maribel leaks oil off Brensund", MORNING);
        var b = deliver("Meridian", "2", "Oil leaks from tanker Maribel near Brensund", MORNING);
        var grouping = grouping();
        assertThat(grouping.catchUp()).isEqualTo(1);
        assertThat(grouping.catchUp()).isZero();
        var c = deliver("Harbour Wire", "3", "Maribel tanker still leaks oil off Brensund", MORNING);
        assertThat(grouping().catchUp()).as("a new program reads what is known").isEqualTo(1);
        assertThat(events().groups(List.of(c)).get(c)).isEqualTo(new SameEvents.Group(a, 3, List.of(a, b, c)));
    }

    private Grouping grouping() {
        return new Grouping(events(), words -> words, Clock.fixed(MORNING.plusSeconds(60), ZoneOffset.UTC));
    }

    private UUID deliver(String source, String key, String title, Instant at) {
        var nothing = new UUID(0, 0);
        wire().deliver(UUID.nameUUIDFromBytes(source.getBytes()), source, List.of(new Wire.Delivery(key, new WireItem(nothing, nothing, 0, key, null, title, "", "", List.of(), List.of(), "en",
                null, null, null, at, null, Hash.hex("raw"), Hash.hex(title)))));
        return wire().untaken(Long.MAX_VALUE, 1).getFirst().id();
    }
}
