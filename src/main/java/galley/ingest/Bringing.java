package galley.ingest;

import galley.story.Hash;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Asks one feed, away from the store, and works out what it means for the feed.
final class Bringing {

    /// Without a word of how long, a server that was asked too often is left alone for so long.
    private static final Duration LEFT_ALONE = Duration.ofMinutes(15);

    private static final String WAITING = "Waiting because ";
    private static final String BEFORE = " Before that: ";

    /// Documents from this size on are read one after another: a tree takes many times the room of its text.
    private static final int LARGE = 2 * 1024 * 1024;
    private static final Semaphore ONE_LARGE = new Semaphore(1);

    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<UUID, Login> logins;
    private final Map<String, Instant> leftAlone;

    /// @param leftAlone servers that want no questions yet
    Bringing(Fetcher fetcher, Clock clock, Map<UUID, Login> logins, Map<String, Instant> leftAlone) {
        this.fetcher = fetcher;
        this.clock = clock;
        this.logins = logins;
        this.leftAlone = new ConcurrentHashMap<>(leftAlone);
    }

    Brought bring(Feed feed) {
        var now = clock.instant();
        var until = leftAlone.get(Lanes.host(feed.url()));
        if (until != null && until.isAfter(now)) {
            return left(feed, now, until);
        }
        var before = feed.health();
        boolean hold = before.validatorsHold(now);
        var answer = fetcher.ask(Ask.of(feed.url()).with(logins.get(feed.id())).unlessSame(hold ? before.etag() : null, hold ? before.lastModified() : null));
        return switch (answer.what()) {
            case Fetched.Unchanged same -> unchanged(feed, now, answer, same.etag(), same.lastModified(), same.moved(), null);
            case Fetched.Failed failed -> failed(feed, now, answer, failed);
            case Fetched.Document document -> read(feed, now, answer, document);
        };
    }

    private Brought read(Feed feed, Instant now, Answer answer, Fetched.Document document) {
        var hash = Hash.hex(document.bytes());
        if (hash.equals(feed.health().bodyHash())) {
            return unchanged(feed, now, answer, document.etag(), document.lastModified(), document.moved(), hash);
        }
        if (document.bytes().length < LARGE) {
            return readable(feed, now, answer, document, hash);
        }
        ONE_LARGE.acquireUninterruptibly();
        try {
            return readable(feed, now, answer, document, hash);
        } finally {
            ONE_LARGE.release();
        }
    }

    private Brought readable(Feed feed, Instant now, Answer answer, Fetched.Document document, String hash) {
        var parsed = FeedParser.parse(new FeedParser.Source(document.bytes(), document.contentType(), document.contentLanguage(), document.url()));
        if (!parsed.isFeed()) {
            return failed(feed, now, answer, noFeed(feed, document, parsed));
        }
        var wishes = FeedWishes.of(document.bytes());
        var rhythm = feed.health().rhythm().asking(parsed.head().ttl(), wishes.skipHours(), wishes.skipDays()).taking(answer.exchange().took());
        var move = move(feed, document.moved());
        boolean validators = document.etag() != null || document.lastModified() != null;
        var health = new Feed.Health(document.etag(), document.lastModified(), validators ? now : null, hash, feed.health().repeatsGuids(), now, now, null, 0, null,
                rhythm.sentTo(move.seen()));
        return new Brought(feed, health, parsed, Deliveries.ready(parsed, feed, hash, now), Withdrawals.said(document.bytes()), fetch(feed, now, answer, null, hash), Proof.pack(document.bytes()), hash, now, move.adopted(), false, null, false);
    }

    private Brought unchanged(Feed feed, Instant now, Answer answer, @Nullable String etag, @Nullable String lastModified, @Nullable String moved, @Nullable String hash) {
        var b = feed.health();
        var move = move(feed, moved);
        boolean renewed = etag != null || lastModified != null;
        // a 304 confirms the validators it was asked with, whether it repeats them or not
        var since = hash == null && b.validatorsSince() != null || renewed ? now : b.validatorsSince();
        var rhythm = NextCheck.learned(b, b.rhythm().taking(answer.exchange().took()).sentTo(move.seen()), now, 0);
        var fetch = fetch(feed, now, answer, null, null);
        var next = NextCheck.afterAnswer(now, rhythm, feed.wishes().every(), NextCheck.freshFor(fetch, now));
        var health = new Feed.Health(etag != null ? etag : b.etag(), lastModified != null ? lastModified : b.lastModified(), since, b.bodyHash(), b.repeatsGuids(), now,
                now, null, 0, next, rhythm);
        return Brought.nothing(feed, health, fetch, now, move.adopted());
    }

    private Brought failed(Feed feed, Instant now, Answer answer, Fetched.Failed failed) {
        var alone = failed.reason() == Fetched.Reason.TOO_OFTEN ? failed.notBefore() == null ? now.plus(LEFT_ALONE) : failed.notBefore() : null;
        if (alone != null) {
            leftAlone.put(Lanes.host(feed.url()), alone);
        }
        var health = unwell(feed, now, failed.problem(), failed.notBefore() == null ? alone : failed.notBefore());
        return new Brought(feed, health, null, List.of(), List.of(), fetch(feed, now, answer, failed.problem(), null), null, "", now, null, failed.reason() == Fetched.Reason.GONE, alone, false);
    }

    /// One more failure in a row.
    static Feed.Health unwell(Feed feed, Instant now, String problem, @Nullable Instant notBefore) {
        var b = feed.health();
        int failures = b.failures() + 1;
        return new Feed.Health(b.etag(), b.lastModified(), b.validatorsSince(), b.bodyHash(), b.repeatsGuids(), now, b.succeeded(), problem, failures,
                NextCheck.afterFailure(now, failures, notBefore), b.rhythm());
    }

    /// Its server said to another feed, or earlier, that it wants to be left alone: it was not asked, which is no failure of the feed.
    private static Brought left(Feed feed, Instant now, Instant until) {
        var b = feed.health();
        long minutes = Math.max(1, Duration.between(now, until).plusSeconds(59).toMinutes());
        var problem = WAITING + host(feed.url()) + " asked: it wants to be left alone for " + (minutes == 1 ? "another minute" : "another " + minutes + " minutes")
                + ". Nothing to do." + own(b.problem());
        return Brought.nothing(feed, new Feed.Health(b.etag(), b.lastModified(), b.validatorsSince(), b.bodyHash(), b.repeatsGuids(), b.checked(), b.succeeded(), problem,
                b.failures(), until, b.rhythm()), null, now, null);
    }

    /// What was wrong with the feed itself before it had to wait.
    private static String own(@Nullable String problem) {
        int before = problem == null || !problem.startsWith(WAITING) ? 0 : problem.indexOf(BEFORE);
        return problem == null || before < 0 ? "" : problem.startsWith(WAITING) ? problem.substring(before) : BEFORE + problem;
    }

    private static Fetched.Failed noFeed(Feed feed, Fetched.Document document, ParsedFeed parsed) {
        var here = host(feed.url());
        var there = host(document.url());
        boolean ledAway = !here.equals(there) && feed.health().succeeded() != null;
        return ledAway ? Refusals.failed(here + " led to a page of " + there + " instead of the feed, as the sign-in pages of hotels and trains do.",
                "If you are in such a network, sign in to it and pull again; else look for the feed's new address.", Fetched.Reason.PASSING, null)
                : Refusals.failed(String.join(" ", parsed.problems()), "Look for the feed's address on the outlet's page.", Fetched.Reason.PASSING, null);
    }

    /// @param seen to be remembered until the next pull; @param adopted from now on
    private record Move(@Nullable String seen, @Nullable String adopted) {}

    /// A permanent redirect is believed when it holds: when two pulls in a row were sent there, and a feed was there. Where a
    /// password would follow to another server, it is never believed.
    private Move move(Feed feed, @Nullable String to) {
        if (to == null) {
            return new Move(null, null);
        }
        boolean tellsAnother = logins.containsKey(feed.id()) && !host(feed.url()).equals(host(to));
        return to.equals(feed.health().rhythm().movedTo()) && !tellsAnother ? new Move(null, to) : new Move(to, null);
    }

    private static Fetches.Fetch fetch(Feed feed, Instant now, Answer answer, @Nullable String problem, @Nullable String hash) {
        var x = answer.exchange();
        return new Fetches.Fetch(feed.id(), now, x.status(), x.took(), x.bytes(), 0, 0, problem, x.headers(), hash);
    }

    private static String host(String url) {
        try {
            var host = Links.isWeb(url) ? URI.create(url).getHost() : null;
            return host == null ? url : host;
        } catch (IllegalArgumentException none) {
            return url;
        }
    }

}
