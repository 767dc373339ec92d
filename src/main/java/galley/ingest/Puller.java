package galley.ingest;

import galley.notice.TroubleLog;
import galley.story.Hash;
import galley.story.InOneGo;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Progress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Pulls feeds side by side and lays what they bring on the wire, one feed behind another.
/// Every feed ends in its own sentence; none stops the others.
public final class Puller {

    private static final int AT_ONCE = 64;
    private static final int PER_HOST = 2;
    private static final int WRITTEN_TOGETHER = 40;
    /// Servers forget what they meant by a validator.
    private static final Duration VALIDATORS_LAST = Duration.ofDays(8);

    private final Feeds feeds;
    private final Wire wire;
    private final InOneGo inOneGo;
    private final Fetcher fetcher;
    private final Clock clock;

    public Puller(Feeds feeds, Wire wire, InOneGo inOneGo, Fetcher fetcher, Clock clock) {
        this.feeds = feeds;
        this.wire = wire;
        this.inOneGo = inOneGo;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /// Pulls every feed that is not paused.
    public PullReport pullAll(Progress.Watcher watcher, Cancel cancel) {
        return pull(feeds.all().stream().filter(feed -> !feed.paused()).toList(), watcher, cancel);
    }

    /// Pulls these feeds. What has arrived before a wish to stop stays.
    public PullReport pull(Collection<Feed> wanted, Progress.Watcher watcher, Cancel cancel) {
        if (wanted.isEmpty()) {
            return PullReport.NOTHING;
        }
        var brought = new LinkedBlockingQueue<Brought>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanes = new Lanes();
            for (var feed : wanted) {
                threads.execute(() -> brought.add(lanes.inTurn(feed, cancel, () -> bring(feed))));
            }
            var tally = new Tally(wanted.size(), watcher);
            while (tally.done < wanted.size()) {
                write(next(brought), tally);
            }
            return tally.report();
        }
    }

    /// What a feed brought, ready to be written.
    private record Brought(Feed feed, Feed.Health health, @Nullable ParsedFeed parsed, String rawHash, Instant at, @Nullable String movedTo, boolean gone,
                           boolean skipped) {}

    private Brought bring(Feed feed) {
        var before = feed.health();
        var now = clock.instant();
        boolean fresh = before.validatorsSince() != null && before.validatorsSince().plus(VALIDATORS_LAST).isAfter(now);
        return switch (fetcher.fetch(feed.url(), fresh ? before.etag() : null, fresh ? before.lastModified() : null)) {
            case Fetched.Unchanged same -> unchanged(feed, now, same.etag(), same.lastModified(), before.validatorsSince());
            case Fetched.Failed failed -> failed(feed, now, failed.problem(), failed.notBefore(), failed.reason() == Fetched.Reason.GONE);
            case Fetched.Document document -> read(feed, now, document);
        };
    }

    private Brought read(Feed feed, Instant now, Fetched.Document fetched) {
        var hash = Hash.hex(fetched.bytes());
        if (hash.equals(feed.health().bodyHash())) {
            return unchanged(feed, now, fetched.etag(), fetched.lastModified(), now);
        }
        var parsed = FeedParser.parse(new FeedParser.Source(fetched.bytes(), fetched.contentType(), fetched.contentLanguage(), fetched.url()));
        if (!parsed.isFeed()) {
            return failed(feed, now, String.join(" ", parsed.problems()) + " Look for the feed's address on the outlet's page.", null, false);
        }
        var health = new Feed.Health(fetched.etag(), fetched.lastModified(), validatorsSince(fetched.etag(), fetched.lastModified(), now), hash,
                feed.health().repeatsGuids(), now, now, null, 0, NextCheck.afterAnswer(now, parsed.head().ttl()));
        return new Brought(feed, health, parsed, hash, now, fetched.moved(), false, false);
    }

    private static @Nullable Instant validatorsSince(@Nullable String etag, @Nullable String lastModified, Instant now) {
        return etag == null && lastModified == null ? null : now;
    }

    private static Brought unchanged(Feed feed, Instant now, @Nullable String etag, @Nullable String lastModified, @Nullable Instant since) {
        var b = feed.health();
        var health = new Feed.Health(etag != null ? etag : b.etag(), lastModified != null ? lastModified : b.lastModified(), since, b.bodyHash(), b.repeatsGuids(),
                now, now, null, 0, NextCheck.afterAnswer(now, null));
        return new Brought(feed, health, null, "", now, null, false, false);
    }

    private static Brought failed(Feed feed, Instant now, String problem, @Nullable Instant notBefore, boolean gone) {
        var b = feed.health();
        int failures = b.failures() + 1;
        var health = new Feed.Health(b.etag(), b.lastModified(), b.validatorsSince(), b.bodyHash(), b.repeatsGuids(), now, b.succeeded(), problem, failures,
                NextCheck.afterFailure(now, failures, notBefore));
        return new Brought(feed, health, null, "", now, null, gone, false);
    }

    /// At least one, and whatever else has come in the meantime.
    private static List<Brought> next(LinkedBlockingQueue<Brought> brought) {
        var batch = new ArrayList<Brought>();
        try {
            batch.add(brought.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped");
        }
        brought.drainTo(batch, WRITTEN_TOGETHER - 1);
        return batch;
    }

    /// Writes several feeds in one go; where that fails, each alone, so that only the one at fault is lost.
    private void write(List<Brought> batch, Tally tally) {
        var written = new ArrayList<Runnable>();
        try {
            inOneGo.together(() -> {
                batch.forEach(one -> written.add(writeOne(one, tally)));
                return true;
            });
        } catch (RuntimeException fault) {
            written.clear();
            for (var one : batch) {
                try {
                    written.add(inOneGo.together(() -> writeOne(one, tally)));
                } catch (RuntimeException its) {
                    var notice = TroubleLog.tell("laying " + one.feed().title() + " on the wire", its);
                    written.add(() -> tally.failed(one.feed(), notice.inOneLine()));
                }
            }
        }
        written.forEach(Runnable::run);
    }

    /// Answers what to count once the writing has lasted.
    private Runnable writeOne(Brought one, Tally tally) {
        if (one.skipped()) {
            return tally::skipped;
        }
        var feed = one.feed();
        if (one.parsed() == null) {
            feeds.remember(feed.id(), one.health());
            if (one.gone()) {
                feeds.byId(feed.id()).ifPresent(current -> feeds.update(current.paused(true)));
            }
            var problem = one.health().problem();
            return problem == null ? tally::unchanged : () -> tally.failed(feed, problem);
        }
        var entries = one.parsed().entries();
        // the last item of a document that was cut off may be half an item; it comes whole with the next pull
        var whole = one.parsed().cutOff() && !entries.isEmpty() ? entries.subList(0, entries.size() - 1) : entries;
        var told = Identity.tell(whole, one.health().repeatsGuids(), (keys, links) -> wire.sightings(feed.id(), keys, links));
        var named = named(feed, one.parsed(), one.movedTo());
        var arrivals = wire.deliver(feed.id(), named.source(), Deliveries.of(told.items(), one.parsed(), named, one.rawHash(), one.at()));
        feeds.remember(feed.id(), remembered(one, told.repeatsGuids()));
        int fresh = (int) arrivals.stream().filter(Wire.Arrival.NEW::equals).count();
        int changed = (int) arrivals.stream().filter(Wire.Arrival.CHANGED::equals).count();
        return () -> tally.ok(fresh, changed);
    }

    /// A document that was cut off is asked for again in whole.
    private static Feed.Health remembered(Brought one, boolean repeatsGuids) {
        var h = one.health();
        return one.parsed() != null && one.parsed().cutOff()
                ? new Feed.Health(null, null, null, null, repeatsGuids, h.checked(), h.succeeded(), h.problem(), h.failures(), h.nextCheck())
                : new Feed.Health(h.etag(), h.lastModified(), h.validatorsSince(), h.bodyHash(), repeatsGuids, h.checked(), h.succeeded(), h.problem(),
                        h.failures(), h.nextCheck());
    }

    /// A feed tells its own name and home, and moves when its server says so for good, unless another feed lives there.
    private Feed named(Feed feed, ParsedFeed parsed, @Nullable String movedTo) {
        var current = feeds.byId(feed.id()).orElse(feed);
        var title = parsed.head().title();
        var named = current.namedBy(title == null ? null : title.words(), Links.isWeb(parsed.head().link()) ? parsed.head().link() : null);
        var address = movedTo == null ? null : FeedAddress.of(movedTo).orElse(null);
        if (address != null && feeds.byUrl(address).isEmpty()) {
            named = named.movedTo(address);
        }
        if (!named.equals(current)) {
            feeds.update(named);
        }
        return named;
    }

    /// So many at once, and no more than two to a host.
    private static final class Lanes {

        private final Semaphore all = new Semaphore(AT_ONCE);
        private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

        Brought inTurn(Feed feed, Cancel cancel, Supplier<Brought> bring) {
            var host = hosts.computeIfAbsent(host(feed.url()), h -> new Semaphore(PER_HOST));
            host.acquireUninterruptibly();
            all.acquireUninterruptibly();
            try {
                return cancel.isWished() ? new Brought(feed, feed.health(), null, "", Instant.EPOCH, null, false, true) : bring.get();
            } catch (RuntimeException fault) {
                var notice = TroubleLog.tell("pulling " + feed.title(), fault);
                return failed(feed, Instant.now(), notice.inOneLine(), null, false);
            } finally {
                all.release();
                host.release();
            }
        }

        private static String host(String url) {
            try {
                var host = URI.create(url).getHost();
                return host == null ? url : host;
            } catch (IllegalArgumentException none) {
                return url;
            }
        }
    }

    /// Counts as feeds are written, and says how far the pull is.
    private static final class Tally {

        private final int feeds;
        private final Progress.Watcher watcher;
        private final List<PullReport.Failure> failed = new ArrayList<>();
        private int done;
        private int asked;
        private int ok;
        private int unchanged;
        private int fresh;
        private int changed;

        Tally(int feeds, Progress.Watcher watcher) {
            this.feeds = feeds;
            this.watcher = watcher;
        }

        void ok(int fresh, int changed) {
            ok++;
            this.fresh += fresh;
            this.changed += changed;
            step();
        }

        void unchanged() {
            ok++;
            unchanged++;
            step();
        }

        void failed(Feed feed, String problem) {
            failed.add(new PullReport.Failure(feed.url(), problem));
            step();
        }

        void skipped() {
            asked--;
            step();
        }

        private void step() {
            done++;
            asked++;
            watcher.see(new Progress(done, feeds, fresh + " new"));
        }

        PullReport report() {
            return new PullReport(asked, ok, unchanged, failed, fresh, changed);
        }
    }
}
