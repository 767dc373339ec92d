package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");
    private final FeedServer server = new FeedServer();
    private final Fetcher fetcher = new Fetcher("https://harbour.example/contact", Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(2));

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        server.serve("/rss", "<rss/>");

        var first = assertInstanceOf(Fetched.Document.class, fetcher.fetch(server.url("/rss")));
        var second = fetcher.fetch(server.url("/rss"), first.etag(), first.lastModified());

        assertThat(new String(first.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(first.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertInstanceOf(Fetched.Unchanged.class, second);
    }

    @Test
    void validatorsGoBackByteForByte() {
        server.serve("/rss", "<rss/>");

        fetcher.fetch(server.url("/rss"), "W/\"odd  -- one\"", "Tue, 17 Nov 2026 7:00:00 gmt");

        var asked = server.asked().getFirst().getRequestHeaders();
        assertEquals("W/\"odd  -- one\"", asked.getFirst("If-None-Match"));
        assertEquals("Tue, 17 Nov 2026 7:00:00 gmt", asked.getFirst("If-Modified-Since"));
        assertThat(asked.getFirst("User-Agent")).contains("Galley").contains("https://harbour.example/contact");
    }

    @Test
    void packedAnswersAreUnpacked() {
        server.on("/rss", e -> {
            e.getResponseHeaders().set("Content-Encoding", "gzip");
            var packed = gzip("<rss/>".getBytes(StandardCharsets.UTF_8));
            e.sendResponseHeaders(200, packed.length);
            e.getResponseBody().write(packed);
        });

        var fetched = assertInstanceOf(Fetched.Document.class, fetcher.fetch(server.url("/rss")));

        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var bomb = gzip(new byte[Fetcher.LARGEST + 100_000]);
        server.on("/bomb", e -> {
            e.getResponseHeaders().set("Content-Encoding", "gzip");
            e.sendResponseHeaders(200, bomb.length);
            e.getResponseBody().write(bomb);
        });

        assertThat(told(fetcher.fetch(server.url("/bomb")))).contains("more than 24 MB");
    }

    @Test
    void anEndlessAnswerIsCutShort() {
        server.on("/endless", e -> {
            e.sendResponseHeaders(200, 0);
            var piece = new byte[1 << 20];
            while (true) {
                e.getResponseBody().write(piece);
            }
        });

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(told(fetcher.fetch(server.url("/endless")))).containsAnyOf("more than 24 MB", "did not answer"));
    }

    @Test
    void aServerThatDribblesIsGivenUp() {
        server.on("/slow", e -> {
            e.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                e.getResponseBody().write('x');
                e.getResponseBody().flush();
                pause(200);
            }
        });

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(told(fetcher.fetch(server.url("/slow")))).contains("did not answer within 2 seconds"));
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        server.on("/cut", e -> {
            e.sendResponseHeaders(200, 1000);
            e.getResponseBody().write("<rss>".getBytes(StandardCharsets.UTF_8));
            e.getResponseBody().flush();
            throw new IOException("pulled the plug");
        });

        assertThat(told(fetcher.fetch(server.url("/cut")))).contains("broke off its answer");
    }

    @Test
    void permanentRedirectsSayWhereTheFeedLivesNow() {
        server.serve("/new", "<rss/>");
        server.redirect("/old", 301, "/moved");
        server.redirect("/moved", 308, server.url("/new"));
        server.redirect("/today", 302, "/new");

        assertEquals(server.url("/new"), assertInstanceOf(Fetched.Document.class, fetcher.fetch(server.url("/old"))).moved());
        assertThat(assertInstanceOf(Fetched.Document.class, fetcher.fetch(server.url("/today"))).moved()).isNull();
    }

    @Test
    void redirectsInCirclesEnd() {
        server.redirect("/a", 302, "/b");
        server.redirect("/b", 302, "/a");

        assertThat(told(fetcher.fetch(server.url("/a")))).contains("round in circles");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "gopher://x/"})
    void aRedirectOffTheWebIsNotFollowed(String location) {
        server.redirect("/trick", 302, location);

        assertInstanceOf(Fetched.Failed.class, fetcher.fetch(server.url("/trick")));
    }

    @ParameterizedTest
    @CsvSource({"404, nothing at this address", "403, does not let us", "410, gone for good", "429, too often", "401, name and password", "500, trouble of its own", "418, makes no sense"})
    void everyRefusalHasItsSentence(int status, String words) {
        server.refuse("/no", status, Map.of());

        assertThat(told(fetcher.fetch(server.url("/no")))).contains(words);
    }

    @Test
    void retryAfterIsUnderstoodInSecondsAndAsADate() {
        server.refuse("/seconds", 429, Map.of("Retry-After", "120"));
        server.refuse("/date", 503, Map.of("Retry-After", "Tue, 17 Nov 2026 09:00:00 GMT"));
        server.refuse("/never", 503, Map.of("Retry-After", "99999999999"));

        assertEquals(NOW.plusSeconds(120), assertInstanceOf(Fetched.Failed.class, fetcher.fetch(server.url("/seconds"))).notBefore());
        assertEquals(Instant.parse("2026-11-17T09:00:00Z"), assertInstanceOf(Fetched.Failed.class, fetcher.fetch(server.url("/date"))).notBefore());
        assertEquals(NOW.plus(Duration.ofDays(1)), assertInstanceOf(Fetched.Failed.class, fetcher.fetch(server.url("/never"))).notBefore());
    }

    @Test
    void aBotWallIsCalledThat() {
        server.on("/wall", e -> {
            var page = "<html><title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8);
            e.sendResponseHeaders(403, page.length);
            e.getResponseBody().write(page);
        });

        assertThat(told(fetcher.fetch(server.url("/wall")))).contains("proof of a person");
    }

    @Test
    void aNameAndPasswordInTheAddressAreSentAndNotShown() {
        server.serve("/rss", "<rss/>");

        var fetched = assertInstanceOf(Fetched.Document.class, fetcher.fetch(server.url("/rss").replace("http://", "http://rosa:secret@")));

        assertEquals("Basic cm9zYTpzZWNyZXQ=", server.asked().getFirst().getRequestHeaders().getFirst("Authorization"));
        assertThat(fetched.url()).doesNotContain("secret");
    }

    @Test
    void nobodyThereIsSaidSo() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(told(fetcher.fetch("http://127.0.0.1:" + free + "/rss"))).contains("cannot be reached");
        assertThat(told(fetcher.fetch("http://no-such-host.invalid/rss"))).contains("Nobody knows a server");
        assertThat(told(fetcher.fetch("http:///rss"))).isNotBlank();
    }

    @Test
    void filesAreReadAndKnownAgain(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("harbour.xml"), "<rss/>");

        var fetched = assertInstanceOf(Fetched.Document.class, fetcher.fetch(file.toUri().toString()));

        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertInstanceOf(Fetched.Unchanged.class, fetcher.fetch(file.toString(), fetched.etag(), null));
        assertThat(told(fetcher.fetch(folder.toString()))).contains("is not a file");
        assertThat(told(fetcher.fetch(folder.resolve("none.xml").toString()))).contains("There is no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://localhost/", "http://10.1.2.3/", "http://192.168.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/",
            "http://[fd00::1]/", "http://0.0.0.0/", "http://100.64.0.1/", "http://[::ffff:127.0.0.1]/", "http://2130706433/"})
    void thisMachineAndItsNetworkAreKnownAsPrivate(String url) throws IOException {
        assertThat(Reach.isPrivate(URI.create(url))).isTrue();
    }

    @Test
    void publicAddressesAreNotPrivate() throws IOException {
        assertThat(Reach.isPrivate(URI.create("http://93.184.216.34/"))).isFalse();
        assertThat(Reach.isPrivate(URI.create("http://[2606:2800:220:1::1]/"))).isFalse();
    }

    private static String told(Fetched fetched) {
        return assertInstanceOf(Fetched.Failed.class, fetched).problem();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
