package galley.ingest;

import galley.story.Hash;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Progress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pulls feeds side by side and delivers what they bring to the wire. One feed's trouble is its own: the others are not held up,
/// and what it brought before is untouched.
public final class Puller {

    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
    private static final int AT_ONCE = 64;
    private static final int PER_HOST = 2;

    private final Feeds feeds;
    private final Wire wire;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Semaphore reading = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    public Puller(Feeds feeds, Wire wire, Fetcher fetcher, Clock clock) {
        this.feeds = feeds;
        this.wire = wire;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    private enum Ending { READ, UNCHANGED, FAILED }

    /// What one feed brought.
    private record Brought(Feed feed, Ending ending, String problem, int fresh, int changed) {}

    /// Pulls every feed that is not paused.
    public PullReport pullAll(Progress.Watcher watcher, Cancel cancel) {
        return pull(feeds.all().stream().filter(f -> !f.paused()).toList(), watcher, cancel);
    }

    public PullReport pull(List<Feed> wanted, Progress.Watcher watcher, Cancel cancel) {
        var atOnce = new Semaphore(AT_ONCE);
        Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
        var brought = new ArrayList<Brought>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = new ArrayList<Future<Brought>>();
            for (var feed : wanted) {
                jobs.add(threads.submit(() -> inTurn(feed, hosts.computeIfAbsent(host(feed), h -> new Semaphore(PER_HOST)), atOnce, cancel)));
            }
            for (int i = 0; i < jobs.size(); i++) {
                brought.add(answer(wanted.get(i), jobs.get(i)));
                watcher.see(new Progress(i + 1, wanted.size(), wanted.get(i).title()));
            }
        }
        cancel.check();
        return report(brought);
    }

    private static Brought answer(Feed feed, Future<Brought> job) {
        try {
            return job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Brought(feed, Ending.FAILED, "The pull was stopped.", 0, 0);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private Brought inTurn(Feed feed, Semaphore host, Semaphore atOnce, Cancel cancel) throws InterruptedException {
        host.acquire();
        try {
            atOnce.acquire();
            try {
                return cancel.isWished() ? new Brought(feed, Ending.FAILED, "The pull was stopped.", 0, 0) : one(feed);
            } finally {
                atOnce.release();
            }
        } finally {
            host.release();
        }
    }

    private Brought one(Feed feed) throws InterruptedException {
        return switch (fetcher.fetch(feed.url(), feed.etag(), feed.lastModified())) {
            case Fetched.Failed failed -> fail(feed, failed.problem());
            case Fetched.Unchanged same -> unchanged(feed);
            case Fetched.Document document -> Hash.hex(document.bytes()).equals(feed.bodyHash()) ? unchanged(feed) : read(feed, document);
        };
    }

    private Brought read(Feed feed, Fetched.Document document) throws InterruptedException {
        ParsedFeed parsed;
        reading.acquire();
        try {
            parsed = FeedParser.parse(new FeedParser.Source(document.bytes(), document.contentType(), document.contentLanguage(), document.url()));
        } catch (RuntimeException fault) {
            LOG.warn("{} could not be read", feed.url(), fault);
            return fail(feed, "The feed could not be read.");
        } finally {
            reading.release();
        }
        if (!parsed.isFeed()) {
            return fail(feed, parsed.problems().isEmpty() ? "There is no feed at this address." : String.join(" ", parsed.problems()));
        }
        var hash = Hash.hex(document.bytes());
        var title = parsed.head().title() == null ? null : parsed.head().title().words();
        var now = feed.read(title, parsed.head().link(), new Feed.Validators(document.etag(), document.lastModified(), hash), clock.instant());
        var arrivals = wire.deliver(feed.id(), now.source(), Deliveries.of(parsed, now, hash, clock.instant()));
        // The validators are kept after the items: killed in between, the feed is simply read again.
        feeds.update(now);
        return new Brought(now, Ending.READ, "", count(arrivals, Wire.Arrival.NEW), count(arrivals, Wire.Arrival.CHANGED));
    }

    private Brought unchanged(Feed feed) {
        var now = feed.unchanged(clock.instant());
        feeds.update(now);
        return new Brought(now, Ending.UNCHANGED, "", 0, 0);
    }

    private Brought fail(Feed feed, String problem) {
        var now = feed.failed(problem, clock.instant());
        feeds.update(now);
        return new Brought(now, Ending.FAILED, problem, 0, 0);
    }

    private static int count(List<Wire.Arrival> arrivals, Wire.Arrival kind) {
        return (int) arrivals.stream().filter(a -> a == kind).count();
    }

    private static String host(Feed feed) {
        try {
            var host = URI.create(feed.url()).getHost();
            return host == null ? feed.url() : host;
        } catch (IllegalArgumentException e) {
            return feed.url();
        }
    }

    private static PullReport report(List<Brought> brought) {
        var failed = brought.stream().filter(b -> b.ending() == Ending.FAILED).map(b -> new PullReport.Failure(b.feed().url(), b.problem())).toList();
        return new PullReport(brought.size(), brought.size() - failed.size(), (int) brought.stream().filter(b -> b.ending() == Ending.UNCHANGED).count(),
                failed, brought.stream().mapToInt(Brought::fresh).sum(), brought.stream().mapToInt(Brought::changed).sum());
    }
}
