package galley.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Gets documents over HTTP and from files, with manners: asks only for what has changed, takes no more than it can hold,
/// waits no longer than it must, follows no link into this machine's own network, and says in words what went wrong.
public final class Fetcher implements AutoCloseable {

    /// No more than this is taken, packed or unpacked.
    static final int LARGEST = 24 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final String userAgent;
    private final Clock clock;
    private final Duration patience;

    /// @param contact where a site's owner reaches the newsroom, put into the user agent; blank when unknown
    public Fetcher(String contact) {
        this(contact, Clock.systemUTC(), Duration.ofSeconds(30));
    }

    /// @param patience how long a whole answer may take
    Fetcher(String contact, Clock clock, Duration patience) {
        this.userAgent = "Galley/0.1 (feed reader" + (contact.isBlank() ? "" : "; +" + contact.replaceAll("[^\\x20-\\x7e]|[()]", "")) + ")";
        this.clock = clock;
        this.patience = patience;
        var builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience.compareTo(Duration.ofSeconds(10)) < 0 ? patience : Duration.ofSeconds(10))
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        var proxy = ProxySelector.getDefault();
        this.client = (proxy == null ? builder : builder.proxy(proxy)).build();
    }

    /// Gets a document whether it has changed or not.
    public Fetched fetch(String url) {
        return fetch(url, null, null);
    }

    /// Gets a document if it has changed.
    ///
    /// @param url http, https or file, or a path
    /// @param etag what came with it last time
    /// @param lastModified what came with it last time
    public Fetched fetch(String url, @Nullable String etag, @Nullable String lastModified) {
        try {
            if (Links.isWeb(url)) {
                return overHttp(URI.create(url), etag, lastModified);
            }
            return fromFile(url.regionMatches(true, 0, "file:", 0, 5) ? Path.of(URI.create(url)) : Path.of(url), etag);
        } catch (IllegalArgumentException none) {
            return failed("“" + url + "” is not an address that can be read.", "Check the address.", Fetched.Reason.FORBIDDEN);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Fetched fromFile(Path path, @Nullable String etag) {
        try {
            if (!Files.isRegularFile(path)) {
                return failed(Files.exists(path) ? path + " is not a file." : "There is no file " + path + ".", "Check the path.", Fetched.Reason.PASSING);
            }
            var size = Files.size(path);
            if (size > LARGEST) {
                return tooLarge(path.toString());
            }
            var state = size + "-" + Files.getLastModifiedTime(path).to(TimeUnit.MICROSECONDS);
            return state.equals(etag) ? new Fetched.Unchanged(null, null)
                    : new Fetched.Document(path.toUri().toString(), Files.readAllBytes(path), null, null, state, null, null);
        } catch (IOException | SecurityException e) {
            return failed("The file " + path + " could not be read.", "Check that you may read it.", Fetched.Reason.PASSING);
        }
    }

    private Fetched overHttp(URI start, @Nullable String etag, @Nullable String lastModified) {
        var deadline = System.nanoTime() + patience.toNanos();
        var seen = new HashSet<URI>();
        var uri = start;
        boolean permanent = true;
        try {
            boolean mayBePrivate = isPrivate(start);
            while (true) {
                if (!seen.add(uri) || seen.size() > MOST_REDIRECTS + 1) {
                    return failed(host(start) + " sends us round in circles.", "Ask the outlet for its new address.", Fetched.Reason.PASSING);
                }
                if (!mayBePrivate && isPrivate(uri)) {
                    return failed(host(start) + " points at an address inside this network, which was not followed.", "Remove the feed unless you trust it.", Fetched.Reason.FORBIDDEN);
                }
                var answer = ask(uri, uri.getRawUserInfo() != null ? uri : start, etag, lastModified, deadline);
                var next = redirect(uri, answer);
                if (next == null) {
                    return told(start, uri, permanent && seen.size() > 1, answer);
                }
                if (!Links.isWeb(next.toString())) {
                    return failed(host(start) + " points at something that is not a web address.", "Check the address.", Fetched.Reason.FORBIDDEN);
                }
                permanent &= answer.statusCode() == 301 || answer.statusCode() == 308;
                uri = next;
            }
        } catch (IOException e) {
            return failed(start, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The pull was stopped before " + host(start) + " answered.", "Pull again.", Fetched.Reason.PASSING);
        }
    }

    private HttpResponse<byte[]> ask(URI uri, URI credentials, @Nullable String etag, @Nullable String lastModified, long deadline) throws IOException, InterruptedException {
        var left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
        var request = HttpRequest.newBuilder(withoutUser(uri)).timeout(left)
                .version(uri.getScheme().equalsIgnoreCase("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", userAgent).header("Accept-Encoding", "gzip")
                .header("Accept", "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        if (credentials.getRawUserInfo() != null && credentials.getHost().equalsIgnoreCase(uri.getHost())) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getUserInfo().getBytes(StandardCharsets.UTF_8)));
        }
        var asked = client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return asked.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private static @Nullable URI redirect(URI from, HttpResponse<byte[]> answer) throws IOException {
        boolean redirects = Set.of(301, 302, 303, 307, 308).contains(answer.statusCode());
        var location = redirects ? answer.headers().firstValue("Location").orElse(null) : null;
        if (location == null) {
            return null;
        }
        try {
            var next = Links.resolve(from.toString(), location.replace(" ", "%20"));
            var uri = next == null ? URI.create(location) : URI.create(next);
            return new URI(uri.getScheme(), uri.getRawUserInfo(), uri.getHost(), uri.getPort(), null, null, null).resolve(
                    (uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (IllegalArgumentException | java.net.URISyntaxException none) {
            throw new IOException("a redirect to no address: " + location);
        }
    }

    private Fetched told(URI start, URI end, boolean moved, HttpResponse<byte[]> answer) throws IOException {
        var headers = answer.headers();
        var etag = headers.firstValue("ETag").orElse(null);
        var lastModified = headers.firstValue("Last-Modified").orElse(null);
        return switch (answer.statusCode()) {
            case 200, 203, 226 -> {
                var bytes = unpacked(answer);
                var place = headers.firstValue("Content-Location").orElse(null);
                yield bytes == null ? tooLarge(host(start)) : new Fetched.Document(baseOf(withoutUser(end).toString(), place), bytes,
                        headers.firstValue("Content-Type").orElse(null), headers.firstValue("Content-Language").orElse(null), etag, lastModified,
                        moved ? end.toString() : null);
            }
            case 304 -> new Fetched.Unchanged(etag, lastModified);
            default -> refused(start, answer);
        };
    }

    private static String baseOf(String address, @Nullable String contentLocation) {
        var base = Links.base(address, contentLocation);
        return base == null ? address : base;
    }

    private Fetched refused(URI start, HttpResponse<byte[]> answer) {
        var host = host(start);
        int status = answer.statusCode();
        var notBefore = notBefore(answer);
        if (isBotWall(answer)) {
            return failed(host + " lets no programs in: it asked for proof of a person.", "Ask the outlet to let feed readers pass.", Fetched.Reason.PASSING, notBefore);
        }
        return switch (status) {
            case 401, 407 -> failed(host + " asks for a name and password.", "Add the feed again as https://name:password@" + host + "/…", Fetched.Reason.PASSING, notBefore);
            case 403 -> failed(host + " does not let us have this feed (403).", "Ask the outlet, or look for another address.", Fetched.Reason.PASSING, notBefore);
            case 404 -> failed(host + " has nothing at this address (404).", "Look for the feed's new address on the outlet's page.", Fetched.Reason.PASSING, notBefore);
            case 410 -> failed(host + " says that this feed is gone for good (410).", "It is paused; remove it, or look for a new address.", Fetched.Reason.GONE, notBefore);
            case 429 -> failed(host + " was asked too often (429).", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING, notBefore);
            case 204 -> failed(host + " answered with nothing.", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING, notBefore);
            default -> status >= 500 ? failed(host + " has trouble of its own (" + status + ").", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING, notBefore)
                    : failed(host + " answered in a way that makes no sense here (" + status + ").", "Check the address.", Fetched.Reason.PASSING, notBefore);
        };
    }

    private static boolean isBotWall(HttpResponse<byte[]> answer) {
        if (answer.headers().firstValue("cf-mitigated").isPresent()) {
            return true;
        }
        int status = answer.statusCode();
        if (status != 403 && status != 503 && status != 429) {
            return false;
        }
        var start = new String(answer.body(), 0, Math.min(answer.body().length, 4096), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains("just a moment") || start.contains("captcha") || start.contains("attention required") || start.contains("are you a robot") || start.contains("ddos-guard");
    }

    /// `Retry-After` in seconds or as a date, at most a day.
    private @Nullable Instant notBefore(HttpResponse<byte[]> answer) {
        var words = answer.headers().firstValue("Retry-After").orElse("").strip();
        try {
            var seconds = Elements.bigNumber(words);
            var at = seconds != null ? clock.instant().plusSeconds(Math.min(seconds, 86_400)) : FeedDates.read(words);
            var latest = clock.instant().plus(Duration.ofDays(1));
            return at == null || at.isBefore(clock.instant()) ? null : at.isAfter(latest) ? latest : at;
        } catch (DateTimeException never) {
            return null;
        }
    }

    /// Null when it unpacks to more than we take.
    private static byte @Nullable [] unpacked(HttpResponse<byte[]> answer) throws IOException {
        var coding = answer.headers().firstValue("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
        var body = answer.body();
        boolean gzipped = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        return switch (coding) {
            case "gzip", "x-gzip" -> gzipped ? bounded(new GZIPInputStream(new ByteArrayInputStream(body))) : body;
            case "deflate" -> bounded(new InflaterInputStream(new ByteArrayInputStream(body)));
            case "identity", "" -> gzipped ? bounded(new GZIPInputStream(new ByteArrayInputStream(body))) : body;
            default -> throw new IOException("packed in a way we did not ask for: " + coding);
        };
    }

    private static byte @Nullable [] bounded(InputStream packed) throws IOException {
        var out = new ByteArrayOutputStream();
        var piece = new byte[16 * 1024];
        for (int n = packed.read(piece); n >= 0; n = packed.read(piece)) {
            out.write(piece, 0, n);
            if (out.size() > LARGEST) {
                return null;
            }
        }
        return out.toByteArray();
    }

    private static boolean isPrivate(URI uri) throws UnknownHostException {
        try {
            return Reach.isPrivate(uri);
        } catch (UnknownHostException e) {
            var proxies = ProxySelector.getDefault() == null ? null : ProxySelector.getDefault().select(withoutUser(uri));
            if (proxies != null && proxies.stream().anyMatch(proxy -> proxy.type() != java.net.Proxy.Type.DIRECT)) {
                return false;
            }
            throw e;
        }
    }

    private static URI withoutUser(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? uri.toString() : uri.getHost();
    }

    private Fetched failed(URI start, IOException e) {
        var host = host(start);
        var message = String.valueOf(e.getMessage());
        var cause = e.getCause() == null ? e : e.getCause();
        if (e instanceof UnknownHostException || cause instanceof UnknownHostException || cause instanceof java.nio.channels.UnresolvedAddressException) {
            return failed("Nobody knows a server called " + host + ".", "Check the address and your own connection.", Fetched.Reason.PASSING);
        }
        if (e instanceof HttpTimeoutException) {
            return failed(host + " did not answer within " + patience.toSeconds() + " seconds.", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING);
        }
        if (e instanceof SSLException || cause instanceof SSLException) {
            return failed("The connection to " + host + " could not be made safe: its certificate is not to be trusted.", "Tell the outlet; do not work around it.", Fetched.Reason.PASSING);
        }
        if (e instanceof ConnectException || cause instanceof ConnectException) {
            return failed(host + " cannot be reached.", "Check your own connection; it is asked again later.", Fetched.Reason.PASSING);
        }
        if (message.contains("exceed") || message.contains("limit")) {
            return tooLarge(host);
        }
        return failed(host + " broke off its answer.", "Nothing to do: it is asked again later.", Fetched.Reason.PASSING);
    }

    private static Fetched tooLarge(String who) {
        return failed(who + " sends more than " + LARGEST / 1024 / 1024 + " MB, which is no feed.", "Check the address.", Fetched.Reason.PASSING);
    }

    private static Fetched failed(String happened, String todo, Fetched.Reason reason) {
        return failed(happened, todo, reason, null);
    }

    private static Fetched failed(String happened, String todo, Fetched.Reason reason, @Nullable Instant notBefore) {
        return new Fetched.Failed(happened + " " + todo, reason, notBefore);
    }
}
