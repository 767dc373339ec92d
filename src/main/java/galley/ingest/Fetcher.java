package galley.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Fetches one document, with manners and within bounds: validators are sent, redirects counted, size and time limited. An address
/// on this machine or in a private range is only asked when the newsroom itself named one; a public address may not lead there.
public final class Fetcher {

    static final int LARGEST = FeedParser.LARGEST;

    private static final int REDIRECTS = 6;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9,"
            + " application/json;q=0.8, text/xml;q=0.8, */*;q=0.5";

    private final HttpClient client;
    private final String userAgent;

    /// @param contact how a feed's owner reaches the newsroom: a mail or web address; may be empty
    public Fetcher(String contact) {
        this.userAgent = "Galley/0.1 (feed reader of a newsroom" + (contact.isBlank() ? "" : "; " + contact.replaceAll("[^\\x20-\\x7e]", "")) + ")";
        this.client = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER)
                .executor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /// @param etag sent as If-None-Match, byte for byte
    /// @param lastModified sent as If-Modified-Since, byte for byte
    public Fetched fetch(String address, @Nullable String etag, @Nullable String lastModified) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            return new Fetched.Failed("“" + address + "” is not an address.");
        }
        return switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "file" -> file(Path.of(uri), lastModified);
            case "http", "https" -> web(uri, etag, lastModified);
            default -> new Fetched.Failed("“" + address + "” is not an address that can be fetched: it should begin with https:// or http://, or name a file.");
        };
    }

    private static Fetched file(Path path, @Nullable String lastModified) {
        try {
            if (Files.isDirectory(path)) {
                return new Fetched.Failed(path + " is a folder, not a feed.");
            }
            var modified = Files.getLastModifiedTime(path) + " " + Files.size(path);
            if (modified.equals(lastModified)) {
                return new Fetched.Unchanged();
            }
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST ? tooLarge() : new Fetched.Document(path.toUri().toString(), bytes, null, null, null, modified, null);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            return new Fetched.Failed("There is no file " + path + ".");
        } catch (IOException e) {
            return new Fetched.Failed("The file " + path + " could not be read.");
        }
    }

    private Fetched web(URI first, @Nullable String etag, @Nullable String lastModified) {
        try {
            boolean ownPrivate = isPrivate(first);
            var uri = first;
            boolean forGood = true;
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                if (hop > 0 && !ownPrivate && isPrivate(uri)) {
                    return new Fetched.Failed(first.getHost() + " leads to a private address, which is not followed.");
                }
                var response = client.send(request(uri, etag, lastModified), HttpResponse.BodyHandlers.ofInputStream());
                try (var body = response.body()) {
                    int status = response.statusCode();
                    if (status >= 300 && status < 400 && status != 304) {
                        forGood &= status == 301 || status == 308;
                        uri = next(uri, response);
                        continue;
                    }
                    return answer(response, body, uri, hop > 0 && forGood ? uri.toString() : null);
                }
            }
            return new Fetched.Failed(first.getHost() + " leads round in circles: more than " + REDIRECTS + " redirects.");
        } catch (IOException e) {
            return new Fetched.Failed(words(first, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("The pull was stopped.");
        } catch (IllegalArgumentException e) {
            return new Fetched.Failed("“" + first + "” is not an address that can be fetched.");
        }
    }

    private HttpRequest request(URI uri, @Nullable String etag, @Nullable String lastModified) {
        var request = HttpRequest.newBuilder(uri).timeout(ANSWER).header("User-Agent", userAgent).header("Accept", ACCEPT).header("Accept-Encoding", "gzip, deflate");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        return request.GET().build();
    }

    private static URI next(URI from, HttpResponse<?> response) throws IOException {
        var location = response.headers().firstValue("Location").orElseThrow(() -> new IOException("a redirect that says not whereto"));
        var to = from.resolve(location.strip().replace(" ", "%20"));
        if (!"http".equalsIgnoreCase(to.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new IOException("a redirect to " + to.getScheme() + ":");
        }
        return to;
    }

    private static Fetched answer(HttpResponse<InputStream> response, InputStream body, URI uri, @Nullable String moved) throws IOException {
        int status = response.statusCode();
        if (status == 304) {
            return new Fetched.Unchanged();
        }
        if (status != 200) {
            return new Fetched.Failed(words(uri.getHost(), status));
        }
        var headers = response.headers();
        byte[] bytes = bounded(body, headers.firstValue("Content-Encoding").orElse(""));
        return bytes.length > LARGEST ? tooLarge() : new Fetched.Document(uri.toString(), bytes, headers.firstValue("Content-Type").orElse(null),
                headers.firstValue("Content-Language").orElse(null), headers.firstValue("ETag").orElse(null),
                headers.firstValue("Last-Modified").orElse(null), moved);
    }

    /// At most one byte more than is allowed, also when a small body unpacks to a huge one; and not for ever.
    private static byte[] bounded(InputStream body, String encoding) throws IOException {
        var deadline = System.nanoTime() + ANSWER.toNanos();
        try (var in = switch (encoding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            default -> body;
        }) {
            var out = new java.io.ByteArrayOutputStream();
            var buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0 && out.size() <= LARGEST; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (System.nanoTime() > deadline) {
                    throw new HttpTimeoutException("slow");
                }
            }
            return out.toByteArray();
        }
    }

    private static boolean isPrivate(URI uri) throws UnknownHostException {
        if (uri.getHost() == null) {
            throw new UnknownHostException(String.valueOf(uri));
        }
        for (var address : InetAddress.getAllByName(uri.getHost())) {
            if (address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress()
                    || address.isMulticastAddress() || isUniqueLocal(address)) {
                return true;
            }
        }
        return false;
    }

    /// fc00::/7 and 100.64.0.0/10, which the JDK counts as public.
    private static boolean isUniqueLocal(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 16 ? (bytes[0] & 0xfe) == 0xfc : (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
    }

    private static Fetched tooLarge() {
        return new Fetched.Failed("The document is larger than " + LARGEST / (1024 * 1024) + " MB and was not read.");
    }

    private static String words(String host, int status) {
        return switch (status) {
            case 401 -> host + " asks for a sign-in (401).";
            case 403 -> host + " refuses to serve this feed to a program (403).";
            case 404 -> host + " has nothing at this address (404).";
            case 410 -> host + " says that this feed has ended (410).";
            case 429 -> host + " asks to be left alone for a while (429).";
            default -> status >= 500 ? host + " has trouble of its own (" + status + ")." : host + " answered with " + status + " instead of a feed.";
        };
    }

    private static String words(URI uri, IOException fault) {
        var host = uri.getHost() == null ? uri.toString() : uri.getHost();
        return switch (fault) {
            case UnknownHostException e -> host + " is not known: the name may be misspelt, or there is no network.";
            case HttpConnectTimeoutException e -> host + " could not be reached within " + CONNECT.toSeconds() + " seconds.";
            case HttpTimeoutException e -> host + " did not answer within " + ANSWER.toSeconds() + " seconds.";
            case ConnectException e -> host + " could not be reached.";
            case SSLException e -> host + " could not prove who it is: its certificate does not hold.";
            default -> host + " broke off: " + (fault.getMessage() == null ? "no reason given" : fault.getMessage()) + ".";
        };
    }
}
