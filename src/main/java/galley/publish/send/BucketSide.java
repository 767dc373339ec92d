package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Hash;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A bucket that speaks S3. A file is there whole or not at all: that is the bucket's own promise.
final class BucketSide implements OtherSide {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USUAL_REGION = "us-east-1";

    private final Destination.Bucket to;
    private final URI base;
    private final Signature4 signature;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private @Nullable Set<String> keys;

    /// @param endpoint the server; null for Amazon's own
    BucketSide(Destination.Bucket to, Login login, String token, @Nullable URI endpoint, @Nullable String region, Clock clock) {
        this.to = to;
        var where = region == null || region.isBlank() ? USUAL_REGION : region;
        this.base = endpoint != null ? URI.create(endpoint + "/" + to.bucket() + "/") : URI.create("https://" + to.bucket() + ".s3." + where + ".amazonaws.com/");
        this.signature = new Signature4(login.name(), login.secret(), token, where);
        this.clock = clock;
    }

    @Override
    public int hands() {
        return 8;
    }

    @Override
    public Link connect() {
        return new BucketLink();
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<byte[]> ask(String method, String key, SortedMap<String, String> query, byte[] body, Map<String, String> headers) throws IOException {
        var path = URI.create(base + Signature4.encoded(key, false));
        var words = query.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(words.isEmpty() ? path : URI.create(path + "?" + words)).timeout(PATIENCE)
                .method(method, body.length == 0 && !method.equals("PUT") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signature.headers(method, path, query, Hash.hex(body), headers, clock.instant()).forEach((name, value) -> {
            if (!headers.containsKey(name)) {
                request.header(name, value);
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("stopped");
        } catch (java.net.ConnectException e) {
            throw new IOException("the server at " + base.getAuthority() + " does not answer", e);
        }
    }

    private HttpResponse<byte[]> good(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        var code = said(answer.body(), "Code");
        var status = answer.statusCode();
        if (status >= 500 || status == 429 || status == 408 || code.equals("RequestTimeout") || code.equals("SlowDown") || code.equals("OperationAborted")) {
            throw new IOException("the server is busy (" + status + (code.isEmpty() ? "" : " " + code) + ")");
        }
        var todo = switch (code) {
            case "InvalidAccessKeyId" -> "The access key is not known there. Give another: galley destination login " + to.address();
            case "SignatureDoesNotMatch" -> "The secret does not belong to this access key, or the region is another one. Mend the sign-in: galley destination login " + to.address();
            case "NoSuchBucket" -> "There is no such bucket. Make it, or name another.";
            case "RequestTimeTooSkewed" -> "This machine's clock is wrong. Set it.";
            case "AccessDenied", "AllAccessDisabled" -> "This access key may not write there. Ask for the right to list, read, write and delete.";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" -> "The bucket lies in another region"
                    + (said(answer.body(), "Region").isEmpty() ? "" : " (" + said(answer.body(), "Region") + ")") + ". Say it in the address: ?region=NAME";
            default -> status == 403 ? "See that the access key and its secret are right, and that it may write there." : "See that the address is right.";
        };
        throw Trouble.of("The bucket " + to.bucket() + " refused (" + status + (code.isEmpty() ? "" : " " + code) + ").", "What was sent so far stands.", todo);
    }

    /// The text of the first element of this name; empty when there is none.
    private static String said(byte[] xml, String element) {
        var text = new String(xml, StandardCharsets.UTF_8);
        int from = text.indexOf("<" + element + ">");
        int to = from < 0 ? -1 : text.indexOf("</" + element + ">", from);
        return to < 0 ? "" : text.substring(from + element.length() + 2, to);
    }

    /// Every key below the prefix; asked for once.
    private synchronized Set<String> keys() throws IOException {
        if (keys == null) {
            var found = new HashSet<String>();
            String next = "";
            do {
                var query = new TreeMap<String, String>();
                query.put("list-type", "2");
                query.put("prefix", Signature4.encoded(to.prefix(), true));
                if (!next.isEmpty()) {
                    query.put("continuation-token", Signature4.encoded(next, true));
                }
                next = list(good(ask("GET", "", query, new byte[0], Map.of())).body(), found);
            } while (!next.isEmpty());
            keys = found;
        }
        return keys;
    }

    /// Adds the keys of one answer; answers where the next one goes on, or nothing.
    private static String list(byte[] xml, Set<String> found) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new StringReader(new String(xml, StandardCharsets.UTF_8)));
            var next = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> found.add(reader.getElementText());
                        case "NextContinuationToken" -> next = reader.getElementText();
                        default -> { }
                    }
                }
            }
            return next;
        } catch (XMLStreamException e) {
            throw new IOException("the server's list cannot be read", e);
        }
    }

    private final class BucketLink implements Link {

        @Override
        public byte @Nullable [] read(String path) throws IOException {
            var answer = ask("GET", to.prefix() + path, new TreeMap<>(), new byte[0], Map.of());
            if (answer.statusCode() == 404 && !said(answer.body(), "Code").equals("NoSuchBucket")) {
                return null;
            }
            return good(answer).body();
        }

        @Override
        public boolean put(String path, byte[] bytes, boolean ours) throws IOException {
            if (!ours && keys().contains(to.prefix() + path)) {
                return false;
            }
            good(ask("PUT", to.prefix() + path, new TreeMap<>(), bytes, Map.of("content-type", type(path), "cache-control", keepFor(path))));
            return true;
        }

        @Override
        public void remove(String path) throws IOException {
            var answer = ask("DELETE", to.prefix() + path, new TreeMap<>(), new byte[0], Map.of());
            if (answer.statusCode() != 404) {
                good(answer);
            }
        }

        @Override
        public void close() {
            // The client keeps its connections for the next hand.
        }
    }

    static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "json" -> path.equals("feed.json") ? "application/feed+json; charset=utf-8" : "application/json; charset=utf-8";
            case "xml" -> path.equals("feed.xml") ? "application/rss+xml; charset=utf-8" : path.equals("atom.xml") ? "application/atom+xml; charset=utf-8" : "application/xml; charset=utf-8";
            case "txt" -> "text/plain; charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "jpg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "gif" -> "image/gif";
            case "woff2" -> "font/woff2";
            case "woff" -> "font/woff";
            default -> "application/octet-stream";
        };
    }

    /// A picture's name says its content: it may be kept for good. A page may be corrected within the minute.
    private static String keepFor(String path) {
        return path.startsWith("pictures/") ? "public, max-age=31536000, immutable" : "public, max-age=60";
    }
}
