package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.publish.send.OtherSide.Link;
import galley.story.Hash;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a site to another machine: only what differs from what lies there, what a page needs before the page, what everybody asks for
/// first last, and what is gone at the very end. A cut line is taken up again after growing waits; what was sent is not sent twice.
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    /// Lies on the other side while a sending is under way.
    static final String SENDING = ".galley-sending.json";
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(12), Duration.ofSeconds(30));

    /// Waits between attempts; tests do not.
    @FunctionalInterface
    interface Patience {
        void wait(Duration time, Cancel cancel);

        Patience REAL = (time, cancel) -> {
            for (long left = time.toMillis(); left > 0; left -= 200) {
                cancel.check();
                try {
                    Thread.sleep(Math.min(200, left));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new java.util.concurrent.CancellationException("stopped");
                }
            }
        };
    }

    private final SiteFiles site;
    private final Destination to;
    private final OtherSide other;
    private final SentList list;
    private final Patience patience;
    private final Progress.Watcher watcher;
    private final Cancel cancel;
    private final ConcurrentLinkedQueue<String> written = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListSet<String> strangers = new ConcurrentSkipListSet<>();
    private final List<String> removed = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private int total;

    Sender(SiteFiles site, Destination to, OtherSide other, SentList list, Patience patience, Progress.Watcher watcher, Cancel cancel) {
        this.site = site;
        this.to = to;
        this.other = other;
        this.list = list;
        this.patience = patience;
        this.watcher = watcher;
        this.cancel = cancel;
    }

    /// The line gave out too often.
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp(IOException last) {
            super(last);
        }
    }

    /// @param told asked at the end for what else the person should know
    Sent send(boolean evenIfEqual, boolean dryRun, java.util.function.Supplier<List<String>> told) {
        var plan = new Sent.Plan(List.of(), 0, List.of());
        try (var line = new Line()) {
            var theirs = line.ask(link -> link.read(SiteFiles.MANIFEST));
            var sending = line.ask(link -> link.read(SENDING));
            refuseOthers(theirs);
            refuseOthers(sending);
            var there = list.known(theirs, sending);
            plan = Sent.Plan.of(site.files(), evenIfEqual ? unknown(there) : there);
            if (dryRun) {
                return new Sent(plan.written(), plan.unchanged(), plan.removed(), List.of(), told.get(), null, null);
            }
            var listed = theirs == null ? null : SiteFiles.Manifest.read(theirs);
            if (!plan.isNothing() || sending != null || theirs == null || !Arrays.equals(theirs, site.list())) {
                bring(line, plan, there, listed == null ? Map.of() : listed.files());
            }
            list.finish();
            return new Sent(List.copyOf(written), plan.unchanged(), removed, List.copyOf(strangers), told.get(), null, list.list());
        } catch (GivenUp e) {
            LOG.warn("Sending to {} was given up", to.address(), e);
            var why = e.getCause().getMessage();
            var notice = written.isEmpty() && removed.isEmpty() ? Notice.of("Nothing could be sent to " + to.address() + ": " + why + ".", "Nothing was sent, and what was there stands.",
                    "See to the connection, then export again.")
                    : Notice.of("The connection to " + to.address() + " was lost after " + written.size() + " of " + plan.written().size() + " files: " + why + ".",
                    "What was sent stands, and no page stands before its pictures.", "Export again; only the rest is sent.");
            return new Sent(List.copyOf(written), plan.unchanged(), removed, List.copyOf(strangers), told.get(), notice, null);
        } finally {
            list.close();
        }
    }

    private static Map<String, String> unknown(Map<String, String> there) {
        var all = new TreeMap<>(there);
        all.replaceAll((path, sha) -> "");
        return all;
    }

    private void refuseOthers(byte @Nullable [] found) {
        var owner = found == null ? null : SiteFiles.Manifest.read(found);
        if (owner != null && !owner.newsroom().equals(site.newsroom())) {
            throw Trouble.of("At " + to.address() + " lies the site of another newsroom.", "Nothing was sent.", "Send to another place.");
        }
    }

    private void bring(Line first, Sent.Plan plan, Map<String, String> there, Map<String, String> listed) {
        total = plan.written().size() + plan.removed().size();
        var id = UUID.randomUUID().toString();
        // What an earlier sending that was cut brought is on no list there yet.
        var brought = new TreeMap<>(there);
        listed.keySet().forEach(brought::remove);
        first.ask(link -> link.put(SENDING, SentList.sending(site, plan.written(), brought.keySet(), id), true));
        list.begin(id);
        there.forEach((path, sha) -> {
            if (!sha.isEmpty() && !sha.equals(listed.get(path))) {
                list.sent(path, sha);
            }
        });
        for (var stage : SendingOrder.stages(plan.written())) {
            side(first, stage, there);
        }
        for (var path : plan.removed()) {
            cancel.check();
            remove(first, path, there.getOrDefault(path, ""));
        }
        first.ask(link -> link.put(SiteFiles.MANIFEST, site.list(), true));
        first.ask(link -> {
            link.remove(SENDING);
            return true;
        });
    }

    /// Several hands, each with a line of its own.
    private void side(Line first, List<String> stage, Map<String, String> there) {
        var waiting = new ConcurrentLinkedQueue<>(stage);
        // To open a line takes as long as to send a few files.
        int hands = Math.min(other.hands(), 1 + stage.size() / 10);
        var wrong = new ConcurrentHashMap<String, RuntimeException>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = new ArrayList<Future<?>>();
            for (int i = 1; i < hands; i++) {
                others.add(threads.submit(() -> {
                    try (var line = new Line()) {
                        work(line, waiting, there);
                    } catch (RuntimeException e) {
                        wrong.putIfAbsent("first", e);
                        waiting.clear();
                    }
                }));
            }
            try {
                work(first, waiting, there);
            } catch (RuntimeException e) {
                wrong.putIfAbsent("first", e);
                waiting.clear();
            }
            for (var hand : others) {
                hand.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (wrong.get("first") != null) {
            throw wrong.get("first");
        }
    }

    private void work(Line line, ConcurrentLinkedQueue<String> waiting, Map<String, String> there) {
        for (var path = waiting.poll(); path != null; path = waiting.poll()) {
            cancel.check();
            put(line, path, there.containsKey(path));
            watcher.see(new Progress(done.incrementAndGet(), total, "sending"));
        }
    }

    private void put(Line line, String path, boolean ours) {
        var bytes = site.bytes(path);
        boolean put = line.ask(link -> link.put(path, bytes, ours));
        if (!put && !Arrays.equals(line.ask(link -> link.read(path)), bytes)) {
            strangers.add(path);
            return;
        }
        list.sent(path, site.files().get(path));
        if (put) {
            written.add(path);
        }
    }

    /// Only what lies there as we sent it: a file that somebody changed there is theirs now.
    private void remove(Line line, String path, String sha) {
        var bytes = line.ask(link -> link.read(path));
        if (bytes != null && !sha.isEmpty() && !Hash.hex(bytes).equals(sha)) {
            strangers.add(path);
        } else if (bytes != null) {
            line.ask(link -> {
                link.remove(path);
                return true;
            });
            removed.add(path);
        }
        list.removed(path);
        watcher.see(new Progress(done.incrementAndGet(), total, "sending"));
    }

    /// A line that is opened again when it is cut.
    private final class Line implements AutoCloseable {

        private @Nullable Link link;

        interface Asked<T extends @Nullable Object> {
            T of(Link link) throws IOException;
        }

        <T extends @Nullable Object> T ask(Asked<T> asked) {
            for (int attempt = 0; ; attempt++) {
                try {
                    if (link == null) {
                        link = other.connect();
                    }
                    return asked.of(link);
                } catch (IOException e) {
                    close();
                    if (attempt == WAITS.size()) {
                        throw new GivenUp(e);
                    }
                    LOG.info("Sending to {} is tried again: {}", to.address(), e.toString());
                    watcher.see(new Progress(done.get(), total, "waiting to try again"));
                    patience.wait(WAITS.get(attempt), cancel);
                }
            }
        }

        @Override
        public void close() {
            if (link != null) {
                try {
                    link.close();
                } catch (IOException alreadyCut) {
                    // It was to be closed.
                }
                link = null;
            }
        }
    }
}
