package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullerTest {

    @TempDir
    Path folder;
    Store store;
    Puller puller;
    HttpServer server;
    final Map<String, String> bodies = new ConcurrentHashMap<>();
    final List<String> validators = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("newsroom"));
        puller = new Puller(store.forPulling(), new Fetcher("desk@quay-post.example"), Clock.systemUTC());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var body = bodies.get(path);
            if (path.startsWith("/moved")) {
                exchange.getResponseHeaders().add("Location", path.replace("/moved", ""));
                exchange.sendResponseHeaders(302, -1);
            } else if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                var etag = "\"" + body.hashCode() + "\"";
                var sent = exchange.getRequestHeaders().getFirst("If-None-Match");
                validators.add(String.valueOf(sent));
                exchange.getResponseHeaders().add("ETag", etag);
                if (etag.equals(sent)) {
                    exchange.sendResponseHeaders(304, -1);
                } else {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        store.close();
    }

    @Test
    void anEqualPullAsksWithTheValidatorAndBringsNothing() {
        add("/a", rss(item("1", "One", "First words."), item("2", "Two", "Second words.")));
        assertThat(pull()).isEqualTo(new PullReport(1, 1, 0, List.of(), 2, 0));
        assertThat(pull()).isEqualTo(new PullReport(1, 1, 1, List.of(), 0, 0));
        assertThat(validators).hasSize(2).last().asString().startsWith("\"");
        assertThat(store.feeds().all().getFirst().source()).isEqualTo("Harbour Wire");
    }

    @Test
    void aChangedItemBecomesAVersionBesideTheOldOne() {
        add("/a", rss(item("1", "One", "First words.")));
        pull();
        bodies.put("/a", rss(item("1", "One", "Other words."), item("2", "Two", "New.")));
        assertThat(pull()).isEqualTo(new PullReport(1, 1, 0, List.of(), 1, 1));
        var entry = store.wire().untaken(Long.MAX_VALUE, 10).stream().filter(e -> e.latest().title().equals("One")).findFirst().orElseThrow();
        assertThat(store.wire().versions(entry.id())).extracting(i -> Cleaner.plainText(i.fullestText())).containsExactly("First words.", "Other words.");
    }

    @Test
    void aNewGuidOnAnOldAddressIsTheSameItem() {
        add("/a", rss(item("1", "One", "Words.").replace("<link>", "<link>https://harbour.example/one?").replace("?https://harbour.example/1", "")));
        pull();
        bodies.put("/a", rss(item("changed", "One", "Words.").replace("<link>", "<link>https://harbour.example/one?").replace("?https://harbour.example/changed", "")));
        assertThat(pull().fresh()).isZero();
    }

    @Test
    void oneGuidOnManyItemsHidesNone() {
        add("/a", rss(item("same", "One", "a").replace("/same<", "/1<"), item("same", "Two", "b").replace("/same<", "/2<"), item("same", "Three", "c").replace("/same<", "/3<")));
        assertThat(pull().fresh()).isEqualTo(3);
        bodies.put("/a", rss(item("same", "Zero", "z").replace("/same<", "/0<"), item("same", "One", "a").replace("/same<", "/1<")));
        assertThat(pull().fresh()).isEqualTo(1);
    }

    @Test
    void oneFeedsTroubleIsItsOwn() {
        add("/good", rss(item("1", "One", "Words.")));
        add("/page", "<!doctype html><html><head><title>Shop</title></head><body><p>Buy</p></body></html>");
        add("/empty", "");
        add("/gone", null);
        store.feeds().add(Feed.at(Store.newId(), "http://127.0.0.1:1/none", Clock.systemUTC().instant()));
        var report = pull();
        assertThat(report.ok()).isEqualTo(1);
        assertThat(report.fresh()).isEqualTo(1);
        assertThat(report.failed()).hasSize(4).allSatisfy(f -> assertThat(f.problem()).endsWith("."));
        assertThat(store.feeds().all()).filteredOn(f -> f.problem() != null).hasSize(4).allMatch(f -> f.failures() == 1);
    }

    @Test
    void whatCameBeforeStaysWhenTheFeedBreaks() {
        add("/a", rss(item("1", "One", "Words.")));
        pull();
        bodies.put("/a", "<rss><channel><item><title>half");
        pull();
        assertThat(store.wire().untaken(Long.MAX_VALUE, 10)).extracting(e -> e.latest().title()).contains("One");
    }

    @Test
    void aFileIsAFeedToo() throws IOException {
        var file = Files.writeString(folder.resolve("harbour.xml"), rss(item("1", "One", "Words.")));
        store.feeds().add(Feed.at(Store.newId(), file.toUri().toString(), Clock.systemUTC().instant()));
        assertThat(pull().fresh()).isEqualTo(1);
        assertThat(pull().unchanged()).isEqualTo(1);
        Files.writeString(file, rss(item("1", "One", "Words."), item("2", "Two", "More.")));
        assertThat(pull().fresh()).isEqualTo(1);
    }

    @Test
    void theNewestItemOfADocumentArrivesLast() {
        add("/a", rss(item("3", "Newest", "c").replace("</item>", "<pubDate>Tue, 17 Nov 2026 12:00:00 GMT</pubDate></item>"),
                item("1", "Oldest", "a").replace("</item>", "<pubDate>Mon, 16 Nov 2026 12:00:00 GMT</pubDate></item>"),
                item("2", "Middle", "b").replace("</item>", "<pubDate>Tue, 17 Nov 2026 09:00:00 GMT</pubDate></item>")));
        pull();
        assertThat(store.wire().untaken(Long.MAX_VALUE, 10)).extracting(e -> e.latest().title()).containsExactly("Newest", "Middle", "Oldest");
    }

    @Test
    void aRedirectIsFollowed() {
        bodies.put("/a", rss(item("1", "One", "Words.")));
        store.feeds().add(Feed.at(Store.newId(), address("/moved/a"), Clock.systemUTC().instant()));
        assertThat(pull().fresh()).isEqualTo(1);
    }

    @Test
    void aRemovedFeedComesBackWithWhatItDelivered() {
        add("/a", rss(item("1", "One", "Words.")));
        pull();
        store.feeds().remove(store.feeds().all().getFirst().id());
        assertThat(pull().feeds()).isZero();
        assertThat(store.wire().countUntaken()).isEqualTo(1);
        add("/a", bodies.get("/a"));
        assertThat(pull().fresh()).isZero();
    }

    private void add(String path, @org.jspecify.annotations.Nullable String body) {
        if (body != null) {
            bodies.put(path, body);
        }
        assertThat(store.feeds().add(Feed.at(Store.newId(), address(path), Clock.systemUTC().instant()))).isTrue();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private PullReport pull() {
        return puller.pullAll(Progress.Watcher.NONE, new Cancel());
    }

    private static String rss(String... items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Wire</title><link>https://harbour.example/</link><description>x</description>"
                + String.join("", items) + "</channel></rss>";
    }

    private static String item(String guid, String title, String words) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title><link>https://harbour.example/" + guid + "</link><description>" + words
                + "</description></item>";
    }
}
