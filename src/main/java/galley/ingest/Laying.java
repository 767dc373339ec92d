package galley.ingest;

import galley.story.Wire;
import org.jspecify.annotations.Nullable;

/// Lays on the wire what one feed brought, and keeps how the feed is: both or neither.
final class Laying {

    /// What became of it.
    ///
    /// @param problem what went wrong, in sentences; null when nothing did
    record Laid(boolean unchanged, int fresh, int changed, @Nullable String problem) {}

    private final Puller.Shelves shelves;

    Laying(Puller.Shelves shelves) {
        this.shelves = shelves;
    }

    /// Called inside one transaction.
    Laid lay(Brought one) {
        var feed = one.feed();
        if (one.alone() != null) {
            shelves.hosts().leaveAlone(Lanes.host(feed.url()), one.alone());
        }
        return one.parsed() == null ? nothing(one) : items(one, one.parsed());
    }

    private Laid nothing(Brought one) {
        var feed = one.feed();
        shelves.feeds().remember(feed.id(), one.health());
        if (one.gone()) {
            shelves.feeds().byId(feed.id()).ifPresent(current -> shelves.feeds().update(current.paused(true)));
        }
        if (one.movedTo() != null) {
            name(feed, null, null, one.movedTo());
        }
        if (one.fetch() != null) {
            shelves.fetches().keep(one.fetch(), null);
        }
        return new Laid(true, 0, 0, one.health().problem());
    }

    private Laid items(Brought one, ParsedFeed parsed) {
        var feed = one.feed();
        var told = Identity.tell(one.ready().stream().map(Deliveries.Ready::entry).toList(), one.health().repeatsGuids(), (keys, links) -> shelves.wire().sightings(feed.id(), keys, links));
        var title = parsed.head().title();
        var named = name(feed, title == null ? null : title.words(), Links.isWeb(parsed.head().link()) ? parsed.head().link() : null, one.movedTo());
        var arrivals = shelves.wire().deliver(feed.id(), named.source(), Deliveries.of(told.items(), one.ready()));
        int fresh = (int) arrivals.stream().filter(Wire.Arrival.NEW::equals).count();
        int changed = (int) arrivals.stream().filter(Wire.Arrival.CHANGED::equals).count();
        shelves.feeds().remember(feed.id(), health(one, parsed, told.repeatsGuids(), fresh));
        if (one.fetch() != null) {
            shelves.fetches().keep(one.fetch().bringing(fresh, changed), one.raw());
        }
        return new Laid(false, fresh, changed, null);
    }

    private static Feed.Health health(Brought one, ParsedFeed parsed, boolean repeatsGuids, int fresh) {
        var health = one.health().repeatingGuids(repeatsGuids);
        var rhythm = NextCheck.learned(one.feed().health(), health.rhythm(), one.at(), fresh);
        var callsFresh = one.fetch() == null ? null : NextCheck.freshFor(one.fetch(), one.at());
        var learned = health.checkedNext(NextCheck.afterAnswer(one.at(), rhythm, one.feed().wishes().every(), callsFresh), rhythm);
        return parsed.cutOff() ? learned.ofHalfADocument() : learned;
    }

    /// A feed tells its own name and home, and moves when its server says so for good, unless another feed lives there.
    private Feed name(Feed feed, @Nullable String title, @Nullable String home, @Nullable String movedTo) {
        var current = shelves.feeds().byId(feed.id()).orElse(feed);
        var named = current.namedBy(title, home);
        var address = movedTo == null ? null : FeedAddress.of(movedTo).orElse(null);
        if (address != null && shelves.feeds().byUrl(address).isEmpty()) {
            named = named.movedTo(address);
        }
        if (!named.equals(current)) {
            shelves.feeds().update(named);
        }
        return named;
    }
}
