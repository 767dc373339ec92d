package galley.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Gets documents over HTTP and from files, with manners: asks only for what has changed, takes no more than it can hold,
/// waits no longer than it must, follows no link into this machine's own network, and says in words what went wrong.
public final class Fetcher implements AutoCloseable {

    /// No more than this is taken, packed or unpacked.
    static final int LARGEST = 24 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final int LOOKED_AT = 8192;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String WANTED = "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, "
            + "text/xml;q=0.8, */*;q=0.5";

    private final HttpClient client;
    private final ProxySelector proxies;
    private final String userAgent;
    private final Clock clock;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor deadlines;

    /// @param contact where a site's owner reaches the newsroom, put into the user agent; blank when unknown
    public Fetcher(String contact) {
        this(contact, Clock.systemUTC(), Duration.ofSeconds(30));
    }

    /// @param patience how long a whole answer may take
    Fetcher(String contact, Clock clock, Duration patience) {
        this(contact, clock, patience, Proxies.ofThisMachine(System.getenv()), null);
    }

    /// @param trust whose certificates are believed; null for the machine's own
    Fetcher(String contact, Clock clock, Duration patience, Proxies proxies, javax.net.ssl.@Nullable SSLContext trust) {
        this.userAgent = "Galley/0.1 (feed reader" + (contact.isBlank() ? "" : "; +" + contact.replaceAll("[^\\x20-\\x7e]|[()]", "")) + ")";
        this.clock = clock;
        this.patience = patience;
        this.proxies = proxies.selector();
        this.deadlines = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("galley-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
        deadlines.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
        var builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience.compareTo(Duration.ofSeconds(10)) < 0 ? patience : Duration.ofSeconds(10))
                .executor(Executors.newVirtualThreadPerTaskExecutor()).proxy(this.proxies);
        proxies.login().ifPresent(builder::authenticator);
        if (trust != null) {
            builder.sslContext(trust);
        }
        this.client = builder.build();
    }

    /// Gets a document whether it has changed or not.
    public Fetched fetch(String url) {
        return ask(Ask.of(url)).what();
    }

    /// Gets a document if it has changed.
    ///
    /// @param url http, https or file, or a path
    /// @param etag what came with it last time
    /// @param lastModified what came with it last time
    public Fetched fetch(String url, @Nullable String etag, @Nullable String lastModified) {
        return ask(Ask.of(url).unlessSame(etag, lastModified)).what();
    }

    /// Gets what a feed points at: an article, a picture. It is not followed into this machine or its network unless the feed
    /// lives there.
    public Fetched follow(String link, String feed) {
        return ask(Ask.foundIn(feed, link)).what();
    }

    /// Asks, and tells how the server answered.
    public Answer ask(Ask ask) {
        var split = Login.split(ask.url());
        var login = ask.login() != null ? ask.login() : split.login();
        try {
            if (Links.isWeb(split.url())) {
                return new Journey(URI.create(split.url()), login, ask).overHttp();
            }
            if (ask.foundIn() != null && Links.isWeb(ask.foundIn())) {
                return unasked(Refusals.failed("A link that is no web address was not followed.", "Nothing to do.", Fetched.Reason.FORBIDDEN, null));
            }
            return unasked(fromFile(split.url().regionMatches(true, 0, "file:", 0, 5) ? Path.of(URI.create(split.url())) : Path.of(split.url()), ask.etag()));
        } catch (IllegalArgumentException none) {
            return unasked(Refusals.failed("“" + split.url() + "” is not an address that can be read.", "Check the address.", Fetched.Reason.FORBIDDEN, null));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        deadlines.shutdownNow();
    }

    /// Lets what is under way come to its end, and takes no new questions.
    public void closeWhenIdle() {
        client.shutdown();
        deadlines.shutdown();
    }

    private static Answer unasked(Fetched what) {
        return new Answer(what, Answer.Exchange.NONE);
    }

    private static Fetched fromFile(Path path, @Nullable String etag) {
        try {
            if (!Files.isRegularFile(path)) {
                return failed(Files.exists(path) ? path + " is not a file." : "There is no file " + path + ".", "Check the path.");
            }
            var size = Files.size(path);
            if (size > LARGEST) {
                return Refusals.tooLarge(path.toString(), LARGEST);
            }
            var state = size + "-" + Files.getLastModifiedTime(path).to(TimeUnit.MICROSECONDS);
            return state.equals(etag) ? new Fetched.Unchanged(null, null, null)
                    : new Fetched.Document(path.toUri().toString(), Files.readAllBytes(path), null, null, state, null, null);
        } catch (IOException | SecurityException e) {
            return failed("The file " + path + " could not be read.", "Check that you may read it.");
        }
    }

    private static Fetched.Failed failed(String happened, String todo) {
        return Refusals.failed(happened, todo, Fetched.Reason.PASSING, null);
    }

    /// One question on its way through redirects to its answer.
    private final class Journey {

        private final URI start;
        private final @Nullable Login login;
        private final Ask ask;
        private final long began = System.nanoTime();
        private final long deadline = began + patience.toNanos();
        private final Set<URI> seen = new HashSet<>();
        private Answer.Exchange exchange = Answer.Exchange.NONE;
        private boolean permanent = true;

        Journey(URI start, @Nullable Login login, Ask ask) {
            this.start = start;
            this.login = login;
            this.ask = ask;
        }

        Answer overHttp() {
            var what = travel();
            return new Answer(what, new Answer.Exchange(exchange.status(), exchange.headers(), exchange.bytes(), Duration.ofNanos(System.nanoTime() - began)));
        }

        private Fetched travel() {
            try {
                var home = reach(ask.foundIn() != null && Links.isWeb(ask.foundIn()) ? URI.create(Login.shown(ask.foundIn())) : start);
                for (var uri = start; ; ) {
                    if (!seen.add(uri) || seen.size() > MOST_REDIRECTS + 1) {
                        return failed(host(start) + " sends us round in circles.", "Ask the outlet for its new address.");
                    }
                    var there = uri.equals(start) && ask.foundIn() == null ? home : reach(uri);
                    if (!home.mayLeadTo(there)) {
                        return Refusals.failed(host(start) + " points at an address inside this network, which was not followed.", "Remove the feed unless you trust it.",
                                Fetched.Reason.FORBIDDEN, null);
                    }
                    var step = step(uri, there);
                    if (step.answer() != null) {
                        return step.answer();
                    }
                    uri = step.next();
                }
            } catch (IOException e) {
                return told(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return failed("The pull was stopped before " + host(start) + " answered.", "Pull again.");
            }
        }

        /// Either an answer or where to ask next.
        private record Step(@Nullable Fetched answer, @Nullable URI next) {}

        private Step step(URI uri, Reach there) throws IOException, InterruptedException {
            var watch = there == Reach.WORLD ? HostsForFeeds.staysInTheWorld(host(uri)) : null;
            try (watch) {
                var response = send(uri);
                exchange = new Answer.Exchange(response.statusCode(), headers(response), 0, Duration.ZERO);
                var body = response.body();
                var timer = deadlines.schedule(() -> close(body), Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                try (body) {
                    var next = redirect(uri, exchange);
                    if (next == null) {
                        return new Step(read(uri, body), null);
                    }
                    if (!Links.isWeb(next.toString())) {
                        return new Step(Refusals.failed(host(start) + " points at something that is not a web address.", "Check the address.", Fetched.Reason.FORBIDDEN, null), null);
                    }
                    permanent &= exchange.status() == 301 || exchange.status() == 308;
                    return new Step(null, next);
                } finally {
                    timer.cancel(false);
                }
            }
        }

        private HttpResponse<InputStream> send(URI uri) throws IOException, InterruptedException {
            var left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
            var request = HttpRequest.newBuilder(uri).timeout(left)
                    .version(uri.getScheme().equalsIgnoreCase("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                    .header("User-Agent", userAgent).header("Accept-Encoding", "gzip, br").header("Accept", WANTED);
            if (ask.etag() != null) {
                request.header("If-None-Match", ask.etag());
            }
            if (ask.lastModified() != null) {
                request.header("If-Modified-Since", ask.lastModified());
            }
            if (login != null && isHome(uri)) {
                request.header("Authorization", login.header());
            }
            var asked = client.sendAsync(request.build(), BodyHandlers.ofInputStream());
            try {
                return asked.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                asked.cancel(true);
                throw new HttpTimeoutException("no answer in time");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
        }

        /// A password goes to the server it was given for, and not in the clear where it was given for a safe connection.
        private boolean isHome(URI uri) {
            boolean asSafe = uri.getScheme().equalsIgnoreCase(start.getScheme()) && uri.getPort() == start.getPort() || uri.getScheme().equalsIgnoreCase("https");
            return asSafe && start.getHost() != null && start.getHost().equalsIgnoreCase(uri.getHost());
        }

        private Fetched read(URI uri, InputStream body) throws IOException {
            var moved = permanent && seen.size() > 1 ? uri.toString() : null;
            return switch (exchange.status()) {
                case 200, 203, 226 -> document(uri, body, moved);
                case 304 -> new Fetched.Unchanged(value("etag"), value("last-modified"), moved);
                default -> Refusals.of(host(start), exchange, firstOf(body), clock);
            };
        }

        private Fetched document(URI uri, InputStream wire, @Nullable String moved) throws IOException {
            Unpacking.Body body;
            try {
                body = Unpacking.of(wire, exchange.header("content-encoding"), LARGEST);
            } catch (Unpacking.TooLarge bomb) {
                return Refusals.tooLarge(host(start), LARGEST);
            }
            inTime();
            exchange = new Answer.Exchange(exchange.status(), exchange.headers(), body.packed(), Duration.ZERO);
            if (Refusals.isBotWall(exchange, body.bytes())) {
                return Refusals.of(host(start), exchange, body.bytes(), clock);
            }
            return new Fetched.Document(baseOf(uri.toString(), value("content-location")), body.bytes(), value("content-type"), value("content-language"),
                    value("etag"), value("last-modified"), moved);
        }

        /// The beginning of a page that is looked at and not kept; a page that cannot be read says nothing.
        private byte[] firstOf(InputStream body) throws IOException {
            try {
                var start = Unpacking.of(body, exchange.header("content-encoding"), LARGEST).bytes();
                return start.length > LOOKED_AT ? java.util.Arrays.copyOf(start, LOOKED_AT) : start;
            } catch (IOException unreadable) {
                inTime();
                return new byte[0];
            }
        }

        /// A stream that was closed at the deadline looks as if it had ended.
        private void inTime() throws HttpTimeoutException {
            if (System.nanoTime() >= deadline) {
                throw new HttpTimeoutException("no whole answer in time");
            }
        }

        private @Nullable String value(String header) {
            var value = exchange.header(header);
            return value.isEmpty() ? null : value;
        }

        private Reach reach(URI uri) throws UnknownHostException {
            try {
                return Reach.of(uri);
            } catch (UnknownHostException e) {
                // behind a proxy only the proxy may know the names of the world
                if (proxies.select(uri).stream().anyMatch(proxy -> proxy.type() != java.net.Proxy.Type.DIRECT)) {
                    return Reach.WORLD;
                }
                throw e;
            }
        }

        private Fetched told(IOException e) {
            var host = host(start);
            var cause = e.getCause() == null ? e : e.getCause();
            if (e instanceof HttpTimeoutException || System.nanoTime() >= deadline) {
                return failed(host + " did not answer within " + (patience.toSeconds() == 1 ? "1 second." : patience.toSeconds() + " seconds."), "Nothing to do: it is asked again later.");
            }
            if (e instanceof UnknownHostException || cause instanceof UnknownHostException || cause instanceof java.nio.channels.UnresolvedAddressException) {
                return failed("Nobody knows a server called " + host + ".", "Check the address and your own connection.");
            }
            if (e instanceof SSLException || cause instanceof SSLException) {
                return failed("The connection to " + host + " could not be made safe: its certificate is not to be trusted.", "Tell the outlet; do not work around it.");
            }
            if (e instanceof ConnectException || cause instanceof ConnectException) {
                return failed(host + " cannot be reached.", "Check your own connection; it is asked again later.");
            }
            if (e instanceof ZipException || cause instanceof ZipException || String.valueOf(e.getMessage()).startsWith("Brotli")) {
                return failed(host + " sent a packed answer that cannot be unpacked.", "Nothing to do: it is asked again later.");
            }
            return failed(host + " broke off its answer.", "Nothing to do: it is asked again later.");
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException gone) {
            // closing is how a wait is ended; there is nothing left to close
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        var headers = new TreeMap<String, List<String>>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static @Nullable URI redirect(URI from, Answer.Exchange answer) throws IOException {
        var location = answer.header("location");
        if (!REDIRECTS.contains(answer.status()) || location.isEmpty()) {
            return null;
        }
        try {
            var next = Links.resolve(from.toString(), Login.shown(location.replace(" ", "%20")));
            var uri = next == null ? URI.create(location) : URI.create(next);
            return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null).resolve(
                    (uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException | java.net.URISyntaxException none) {
            throw new IOException("a redirect to no address: " + location);
        }
    }

    private static String baseOf(String address, @Nullable String contentLocation) {
        var base = Links.base(address, contentLocation);
        return base == null ? address : base;
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? uri.toString() : uri.getHost();
    }
}
