package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that lie, break off, pack bombs or lead astray: each ends in a plain sentence, in its time.
class FaultyServersTest {

    /// 64 MB of nothing, packed by brotli.
    private static final String BROTLI_BOMB = "y///PwAkAOKxQHLv//j//weABEAcFoDu/R////8AkACIwwLQvf/j//8fABIAcVgAuvd//P//A0ACIA4LQPf+j///fwBIAMRhAeje//H//w8ACYA4LADd+z/+//8BIAEQhwWge/83";
    private static final String PACKED_BY_BROTLI = "H0AAgEQ3l7p0J+axkA1V/NPbBYccOL8tDjCgLNiAA4w7oMu/+/pMepjYW7urnncPQQgNWgk=";
    private static final String UNPACKED = "<rss version=\"2.0\"><channel><title>Packed</title></channel></rss>";

    private final Fetcher fetcher = new Fetcher("", Clock.systemUTC(), Duration.ofSeconds(1));

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void brotliIsUnpackedAndItsBombsAreNot() {
        try (var honest = packed("br", Base64.getDecoder().decode(PACKED_BY_BROTLI)); var bomb = packed("br", Base64.getDecoder().decode(BROTLI_BOMB))) {
            assertThat(new String(document(fetcher.fetch(honest.url())).bytes(), StandardCharsets.UTF_8)).isEqualTo(UNPACKED);
            var began = System.nanoTime();
            assertThat(told(fetcher.fetch(bomb.url()))).contains("more than 24 MB");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothKindsOfDeflateAreUnpacked(boolean bare) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
            deflate.write(UNPACKED.getBytes(StandardCharsets.UTF_8));
        }
        try (var server = packed("deflate", out.toByteArray())) {
            assertThat(new String(document(fetcher.fetch(server.url())).bytes(), StandardCharsets.UTF_8)).isEqualTo(UNPACKED);
        }
    }

    @ParameterizedTest
    @CsvSource({"br, cannot be unpacked", "gzip, ", "deflate, cannot be unpacked", "zstd, broke off"})
    void whatIsPackedBadlyIsSaidSo(String coding, String words) {
        try (var server = packed(coding, "not packed at all, whatever it says".getBytes(StandardCharsets.UTF_8))) {
            var fetched = fetcher.fetch(server.url());
            if (words == null) {
                assertInstanceOf(Fetched.Document.class, fetched);
            } else {
                assertThat(told(fetched)).contains(words);
            }
        }
    }

    @Test
    void aLengthThatIsALieIsNoAnswer() {
        try (var longer = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss/>"));
             var shorter = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>and much more that nobody counted"))) {
            assertThat(told(fetcher.fetch(longer.url()))).contains("broke off");
            assertThat(new String(document(fetcher.fetch(shorter.url())).bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-", "no web server at all\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"})
    void nonsenseIsNoAnswer(String words) {
        try (var server = new FaultyServer((out, socket) -> {
            FaultyServer.say(out, words);
            socket.setSoLinger(true, 0);
        })) {
            assertThat(told(fetcher.fetch(server.url()))).contains("broke off its answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>", "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<rss>"})
    void silenceIsWaitedForOnlySoLong(String words) {
        try (var server = new FaultyServer((out, _) -> {
            FaultyServer.say(out, words);
            Thread.sleep(10_000);
        })) {
            var began = System.nanoTime();
            assertThat(told(fetcher.fetch(server.url()))).contains("did not answer within 1 second");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void headersWithoutEndAreNotTaken() {
        try (var server = new FaultyServer((out, _) -> {
            FaultyServer.say(out, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                FaultyServer.say(out, "X-" + i + ": " + "x".repeat(1000) + "\r\n");
            }
        })) {
            assertThat(told(fetcher.fetch(server.url()))).isNotBlank();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        var tls = selfSigned().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (var server = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>"), tls)) {
            assertThat(told(fetcher.fetch(server.url().replace("http:", "https:")))).contains("certificate is not to be trusted");
        }
    }

    @ParameterizedTest
    @CsvSource({"511, sign in to the network", "407, proxy", "202, person", "503, person"})
    void wallsAndGatesAreNamed(int status, String words) {
        var page = "<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>";
        try (var server = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 " + status + " X\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n\r\n" + page))) {
            assertThat(told(fetcher.fetch(server.url()))).contains(words);
        }
    }

    // ---- where links may lead

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:%d/rss", "http://localhost:%d/rss", "http://2130706433:%d/rss", "http://0.0.0.0:%d/rss", "http://[::ffff:127.0.0.1]:%d/rss",
            "http://0x7f000001:%d/rss", "http://127.1:%d/rss", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "file:///etc/passwd"})
    void whatAFeedOutInTheWorldSaysDoesNotLeadIn(String link) {
        try (var server = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>"))) {
            int port = Integer.parseInt(server.url().replaceAll("\\D*127\\.0\\.0\\.1:(\\d+).*", "$1"));
            assertInstanceOf(Fetched.Failed.class, fetcher.follow(link.formatted(port), "http://93.184.216.34/feed"));
        }
    }

    @Test
    void aFeedThatLivesHereMayLeadHereAndNoFurtherIn() {
        try (var server = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>"));
             var astray = new FaultyServer((out, _) -> FaultyServer.say(out, "HTTP/1.1 302 X\r\nLocation: http://192.168.77.1/\r\nContent-Length: 0\r\n\r\n"))) {
            assertInstanceOf(Fetched.Document.class, fetcher.follow(server.url(), "http://127.0.0.1/feed"));
            assertThat(told(fetcher.fetch(astray.url()))).contains("inside this network");
        }
    }

    @Test
    void aHostThatIsJudgedToBeOutThereCannotComeInBeforeItIsAsked() throws Exception {
        var answers = new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("127.0.0.1")};
        var turn = new int[1];
        var resolver = HostsForFeeds.guarding(new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
                return Stream.of(answers[turn[0]++]);
            }

            @Override
            public String lookupByAddress(byte[] address) {
                return "harbour.example";
            }
        });
        var any = InetAddressResolver.LookupPolicy.of(InetAddressResolver.LookupPolicy.IPV4);

        assertThat(resolver.lookupByName("harbour.example", any)).containsExactly(answers[0]);
        try (var _ = HostsForFeeds.staysInTheWorld("Harbour.example.")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> resolver.lookupByName("harbour.example", any)).isInstanceOf(UnknownHostException.class);
        }
        turn[0] = 1;
        assertThat(resolver.lookupByName("harbour.example", any)).containsExactly(answers[1]);
        assertThat(java.util.ServiceLoader.load(java.net.spi.InetAddressResolverProvider.class)).anyMatch(HostsForFeeds.class::isInstance);
    }

    // ---- the way out

    @Test
    void theProxyOfTheMachineIsAskedWithItsNameAndPassword() {
        var heard = new StringBuffer();
        try (var proxy = new FeedServer()) {
            proxy.on("/rss", e -> {
                var login = e.getRequestHeaders().getFirst("Proxy-Authorization");
                heard.append(login).append(' ');
                if (login == null) {
                    e.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"out\"");
                    e.sendResponseHeaders(407, -1);
                } else {
                    e.sendResponseHeaders(200, 6);
                    e.getResponseBody().write("<rss/>".getBytes(StandardCharsets.UTF_8));
                }
            });
            var way = Proxies.ofThisMachine(Map.of("http_proxy", proxy.url("").replace("http://", "http://ines:word@"), "no_proxy", "inside.example"));
            try (var behind = new Fetcher("", Clock.systemUTC(), Duration.ofSeconds(2), way, null)) {
                assertInstanceOf(Fetched.Document.class, behind.fetch("http://no-such-host.invalid/rss"));
            }
        }
        assertThat(heard.toString()).isEqualTo("null Basic aW5lczp3b3Jk ");
    }

    private static FaultyServer packed(String coding, byte[] body) {
        return new FaultyServer((out, _) -> {
            FaultyServer.say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });
    }

    private static SSLContext selfSigned() throws Exception {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
        var name = new X500Name("CN=127.0.0.1");
        var certificate = new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(Instant.now().minusSeconds(60)),
                Date.from(Instant.now().plusSeconds(3600)), name, keys.getPublic()).build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), new char[0], new java.security.cert.Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Fetched.Document document(Fetched fetched) {
        return assertInstanceOf(Fetched.Document.class, fetched);
    }

    private static String told(Fetched fetched) {
        return assertInstanceOf(Fetched.Failed.class, fetched).problem();
    }
}
