package galley.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Lets so many ask at once, no more than two of one server, and asks a server that has many feeds no faster than it can bear.
final class Lanes {

    private static final int AT_ONCE = 64;
    private static final int PER_HOST = 2;
    /// From this many questions on, a server is asked at most forty times a second.
    private static final int BEFORE_SLOWING = 20;
    private static final Duration SLOWER = Duration.ofMillis(50);

    private record Host(Semaphore lanes, AtomicInteger asked) {
        Host() {
            this(new Semaphore(PER_HOST), new AtomicInteger());
        }
    }

    private final Semaphore all = new Semaphore(AT_ONCE);
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    <T> T inTurn(String url, Supplier<T> task) {
        var name = host(url);
        if (name.isEmpty()) {
            return among(task);
        }
        var host = hosts.computeIfAbsent(name, _ -> new Host());
        host.lanes().acquireUninterruptibly();
        try {
            long began = System.nanoTime();
            var answer = among(task);
            if (host.asked().incrementAndGet() > BEFORE_SLOWING) {
                LockSupport.parkNanos(SLOWER.toNanos() - (System.nanoTime() - began));
            }
            return answer;
        } finally {
            host.lanes().release();
        }
    }

    private <T> T among(Supplier<T> task) {
        all.acquireUninterruptibly();
        try {
            return task.get();
        } finally {
            all.release();
        }
    }

    /// Name and port of the server; empty for a file.
    static String host(String url) {
        if (!Links.isWeb(url)) {
            return "";
        }
        try {
            var uri = URI.create(url);
            var port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
            return uri.getHost() == null ? url : Elements.lower(uri.getHost()) + ":" + port;
        } catch (IllegalArgumentException none) {
            return url;
        }
    }
}
