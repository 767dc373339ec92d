package galley.ingest;

import galley.ingest.rule.Route;
import galley.ingest.rule.Rule;
import galley.ingest.rule.Subject;
import galley.story.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays on the wire what one feed brought, and keeps how the feed is: both or neither.
final class Laying {

    /// What became of it.
    ///
    /// @param notices the rules that want somebody told, once for each item
    /// @param problem what went wrong, in sentences; null when nothing did
    record Laid(boolean unchanged, int fresh, int changed, List<String> notices, @Nullable String problem) {}

    private final Puller.Shelves shelves;
    private @Nullable List<Rule> rules;

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
        return new Laid(true, 0, 0, List.of(), one.health().problem());
    }

    private Laid items(Brought one, ParsedFeed parsed) {
        var feed = one.feed();
        var told = Identity.tell(one.ready().stream().map(Deliveries.Ready::entry).toList(), one.health().repeatsGuids(), (keys, links) -> shelves.wire().sightings(feed.id(), keys, links));
        var title = parsed.head().title();
        var named = name(feed, title == null ? null : title.words(), Links.isWeb(parsed.head().link()) ? parsed.head().link() : null, one.movedTo());
        var deliveries = Deliveries.of(told.items(), one.ready());
        var arrivals = shelves.wire().deliver(feed.id(), named.source(), deliveries);
        var notices = route(named, deliveries, arrivals, one.at());
        takeBack(one);
        int fresh = (int) arrivals.stream().filter(Wire.Arrival.NEW::equals).count();
        int changed = (int) arrivals.stream().filter(Wire.Arrival.CHANGED::equals).count();
        shelves.feeds().remember(feed.id(), health(one, parsed, told.repeatsGuids(), fresh));
        if (one.fetch() != null) {
            shelves.fetches().keep(one.fetch().bringing(fresh, changed), one.raw());
        }
        return new Laid(false, fresh, changed, notices, null);
    }

    /// Sends what is new where the rules say. A changed item stays where it was sent, or where somebody put it since.
    private List<String> route(Feed feed, List<Wire.Delivery> deliveries, List<Wire.Arrival> arrivals, Instant at) {
        var notices = new ArrayList<String>();
        for (int i = 0; i < deliveries.size() && !rules().isEmpty(); i++) {
            if (arrivals.get(i) != Wire.Arrival.NEW) {
                continue;
            }
            var route = Route.of(rules(), new Subject(feed.id(), feed.source(), deliveries.get(i).item(), at, Cleaner::plainText));
            if (!route.hits().isEmpty()) {
                shelves.rules().send(feed.id(), deliveries.get(i).key(), route, at);
                route.notices().forEach(rule -> notices.add(rule.name()));
            }
        }
        return notices;
    }

    private List<Rule> rules() {
        if (rules == null) {
            rules = shelves.rules().all().stream().filter(Rule::on).toList();
        }
        return rules;
    }

    /// Keeps what the source took back; the stories made of it stay as they are, and say so.
    private void takeBack(Brought one) {
        var wire = shelves.wire();
        var feed = one.feed().id();
        for (var back : one.takenBack()) {
            var named = new Wire.Withdrawal(one.at(), back.how().name(), back.words());
            wire.sightings(feed, Set.of("guid " + back.ref()), Set.of(back.ref())).forEach(seen -> wire.withdraw(feed, seen.key(), named));
        }
        Withdrawals.byHeadline(one.ready()).forEach((headline, note) -> wire.keysByTitle(feed, headline)
                .forEach(key -> wire.withdraw(feed, key, new Wire.Withdrawal(one.at(), Withdrawals.How.KILL_NOTE.name(), note))));
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
