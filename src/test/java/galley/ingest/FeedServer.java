package galley.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real web server on this machine that serves feeds, well or badly.
final class FeedServer implements AutoCloseable {

    /// How the server answers one request.
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(exchange);
            try (exchange) {
                answers.getOrDefault(exchange.getRequestURI().getPath(), e -> e.sendResponseHeaders(404, -1)).give(exchange);
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void on(String path, Answer answer) {
        answers.put(path, answer);
    }

    /// Serves words, with validators, and 304 to whoever names the right one.
    void serve(String path, String words) {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        var etag = "\"" + Integer.toHexString(words.hashCode()) + "\"";
        on(path, e -> {
            e.getResponseHeaders().set("ETag", etag);
            if (etag.equals(e.getRequestHeaders().getFirst("If-None-Match"))) {
                e.sendResponseHeaders(304, -1);
                return;
            }
            e.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            e.sendResponseHeaders(200, bytes.length);
            e.getResponseBody().write(bytes);
        });
    }

    void redirect(String path, int status, String location) {
        on(path, e -> {
            e.getResponseHeaders().set("Location", location);
            e.sendResponseHeaders(status, -1);
        });
    }

    void refuse(String path, int status, Map<String, String> headers) {
        on(path, e -> {
            headers.forEach(e.getResponseHeaders()::set);
            e.sendResponseHeaders(status, -1);
        });
    }

    List<HttpExchange> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
