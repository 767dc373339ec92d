package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.story.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must keep of the newsroom's subscriptions.
public abstract class FeedsContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    protected abstract Feeds feeds();

    protected abstract UUID newId();

    private Feed harbourWire() {
        return Feed.at(newId(), "https://harbour.example/rss", MORNING).described("Harbour", "Harbour Wire", "Ships", Rights.UNSTATED).inFolder("Local/Ships");
    }

    @Test
    public void whatWasAddedIsListedInThatOrder() {
        var first = harbourWire();
        var second = Feed.at(newId(), "https://dock.example/atom", MORNING);

        assertThat(feeds().add(first)).isTrue();
        assertThat(feeds().add(second)).isTrue();

        assertEquals(List.of(first, second), feeds().all());
        assertEquals(Optional.of(first), feeds().byUrl("https://harbour.example/rss"));
        assertEquals(Optional.of(second), feeds().byId(second.id()));
    }

    @Test
    public void anAddressIsPulledOnce() {
        var first = harbourWire();

        assertThat(feeds().add(first)).isTrue();
        assertThat(feeds().add(harbourWire())).isFalse();
        assertEquals(List.of(first), feeds().all());
    }

    @Test
    public void aRemovedFeedComesBackAsItWas() {
        var feed = harbourWire();
        feeds().add(feed);
        feeds().remove(feed.id());

        assertThat(feeds().all()).isEmpty();
        assertThat(feeds().byUrl(feed.url())).isEmpty();
        assertEquals(Optional.of(feed), feeds().byId(feed.id()));
        assertThat(feeds().add(harbourWire())).isTrue();
        assertEquals(List.of(feed), feeds().all());
    }

    @Test
    public void whoeverPullsAndWhoeverEditsDoNotUndoEachOther() {
        var feed = harbourWire();
        feeds().add(feed);
        var health = new Feed.Health("W/\"abc \"", "Tue, 17 Nov 2026 07:00:00 GMT", MORNING, "0".repeat(64), true, MORNING, MORNING, null, 0,
                MORNING.plus(Duration.ofMinutes(30)), new Feed.Rhythm(60, 1 << 3, 1 << 6, Duration.ofMinutes(15), "https://harbour.example/new", MORNING,
                Duration.ofMillis(420), Duration.ofMillis(380)));
        var wishes = new Feed.Wishes(Duration.ofHours(1), Duration.ofDays(2), Feed.FullText.WHEN_SHORT);
        var edited = feed.described("Harbour", "The Harbour", "Docks", Rights.REWORK).inFolder("Ships").paused(true).namedBy(null, "https://harbour.example/").wishing(wishes);

        feeds().remember(feed.id(), health);
        feeds().update(edited);

        assertEquals(Optional.of(edited.withHealth(health)), feeds().byId(feed.id()));
    }

    @Test
    public void aFeedMayMoveToWhereARemovedOneLived() {
        var old = harbourWire();
        var other = Feed.at(newId(), "https://dock.example/atom", MORNING);
        feeds().add(old);
        feeds().add(other);
        feeds().remove(old.id());

        feeds().update(other.movedTo(old.url()));

        assertEquals(Optional.of(other.movedTo(old.url())), feeds().byUrl(old.url()));
    }
}
