package galley.ingest;

import galley.ingest.rule.RuleBook;
import galley.notice.TroubleLog;
import galley.story.InOneGo;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Pulls feeds side by side and lays what they bring on the wire, one feed behind another.
/// Every feed ends in its own sentence; none stops the others.
public final class Puller {

    private static final int WRITTEN_TOGETHER = 64;
    private static final Duration WAITED_FOR = Duration.ofMillis(400);
    private static final Laying.Laid SKIPPED = new Laying.Laid(true, 0, 0, List.of(), null);

    /// Where a pull reads and writes.
    public record Shelves(Feeds feeds, Wire wire, Hosts hosts, Fetches fetches, Logins logins, RuleBook rules, InOneGo inOneGo) {}

    private final Shelves shelves;
    private final Fetcher fetcher;
    private final Clock clock;

    public Puller(Shelves shelves, Fetcher fetcher, Clock clock) {
        this.shelves = shelves;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /// Pulls every feed that is not paused.
    public PullReport pullAll(Progress.Watcher watcher, Cancel cancel) {
        return pull(shelves.feeds().all().stream().filter(feed -> !feed.paused()).toList(), watcher, cancel);
    }

    /// Pulls the feeds whose time has come.
    public PullReport pullDue(Progress.Watcher watcher, Cancel cancel) {
        var now = clock.instant();
        return pull(shelves.feeds().all().stream().filter(feed -> feed.isDue(now)).toList(), watcher, cancel);
    }

    /// Pulls these feeds. What has arrived before a wish to stop stays.
    public PullReport pull(Collection<Feed> wanted, Progress.Watcher watcher, Cancel cancel) {
        if (wanted.isEmpty()) {
            return PullReport.NOTHING;
        }
        // bounded, so that what was fetched waits on the wire and not in memory when the disk is slower
        var brought = new ArrayBlockingQueue<Brought>(WRITTEN_TOGETHER);
        var bringing = new Bringing(fetcher, clock, shelves.logins().all(), shelves.hosts().leftAlone(clock.instant()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lanes = new Lanes();
            for (var feed : wanted) {
                threads.execute(() -> give(brought, lanes.inTurn(feed.url(), () -> bring(bringing, feed, cancel))));
            }
            var tally = new Tally(wanted.size(), watcher);
            while (tally.done < wanted.size()) {
                write(next(brought, wanted.size() - tally.done), tally);
            }
            return tally.report();
        }
    }

    private Brought bring(Bringing bringing, Feed feed, Cancel cancel) {
        if (cancel.isWished()) {
            return Brought.skipped(feed);
        }
        try {
            return bringing.bring(feed);
        } catch (RuntimeException | Error fault) {
            var now = clock.instant();
            return Brought.nothing(feed, Bringing.unwell(feed, now, TroubleLog.tell("pulling " + feed.title(), fault).inOneLine(), null), null, now, null);
        }
    }

    /// A pull that is broken off leaves nobody behind who waits for it.
    private static void give(BlockingQueue<Brought> queue, Brought one) {
        try {
            queue.put(one);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// At least one, and whatever else comes within a moment. Each transaction waits for the disk and writes a piece of the full-text
    /// index, and many small pieces have to be merged again. Of those that bring nothing any number goes together.
    private static List<Brought> next(BlockingQueue<Brought> brought, int left) {
        var batch = new ArrayList<Brought>();
        try {
            int full = 0;
            var one = brought.take();
            long until = System.nanoTime() + WAITED_FOR.toNanos();
            while (one != null) {
                batch.add(one);
                full += one.ready().isEmpty() ? 0 : 1;
                one = batch.size() < left && full < WRITTEN_TOGETHER ? brought.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped");
        }
        return batch;
    }

    /// Writes several feeds in one go; where that fails, each alone, so that only the one at fault is lost.
    private void write(List<Brought> batch, Tally tally) {
        var laying = new Laying(shelves);
        try {
            var laid = shelves.inOneGo().together(() -> batch.stream().map(one -> one.skipped() ? SKIPPED : laying.lay(one)).toList());
            for (int i = 0; i < batch.size(); i++) {
                tally.count(batch.get(i), laid.get(i));
            }
        } catch (RuntimeException fault) {
            batch.forEach(one -> writeAlone(one, laying, tally));
        }
    }

    private void writeAlone(Brought one, Laying laying, Tally tally) {
        try {
            tally.count(one, one.skipped() ? SKIPPED : shelves.inOneGo().together(() -> laying.lay(one)));
        } catch (RuntimeException its) {
            tally.failed(one.feed(), TroubleLog.tell("laying " + one.feed().title() + " on the wire", its).inOneLine());
        }
    }

    /// Counts as feeds are written, and says how far the pull is.
    private static final class Tally {

        private final int feeds;
        private final Progress.Watcher watcher;
        private final List<PullReport.Failure> failed = new ArrayList<>();
        private final Map<String, Integer> notices = new LinkedHashMap<>();
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

        void count(Brought one, Laying.Laid laid) {
            if (one.skipped()) {
                skipped();
            } else if (laid.problem() != null) {
                failed(one.feed(), laid.problem());
            } else if (laid.unchanged()) {
                unchanged();
            } else {
                ok(laid);
            }
        }

        private void ok(Laying.Laid laid) {
            ok++;
            fresh += laid.fresh();
            changed += laid.changed();
            laid.notices().forEach(rule -> notices.merge(rule, 1, Integer::sum));
            step();
        }

        private void unchanged() {
            ok++;
            unchanged++;
            step();
        }

        void failed(Feed feed, String problem) {
            failed.add(new PullReport.Failure(feed.url(), problem));
            step();
        }

        private void skipped() {
            asked--;
            step();
        }

        private void step() {
            done++;
            asked++;
            watcher.see(new Progress(done, feeds, fresh + " new"));
        }

        PullReport report() {
            return new PullReport(asked, ok, unchanged, failed, fresh, changed, notices);
        }
    }
}
