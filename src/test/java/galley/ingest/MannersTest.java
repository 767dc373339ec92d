package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import galley.store.NewsroomInATest.HandClock;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a pull behaves towards servers, one case for each manner, against a real server and a real store.
class MannersTest {

    @TempDir
    Path folder;
    private final HandClock clock = new HandClock();
    private final FeedServer server = new FeedServer();
    private Store store;
    private Fetcher fetcher;
    private Puller puller;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        fetcher = new Fetcher("desk@quay-post.example", clock, Duration.ofSeconds(5));
        puller = new Puller(store.forPulling(), fetcher, clock);
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        store.close();
    }

    // ---- asking only for what has changed

    @Test
    void validatorsAreRenewedByTheAnswerThatNothingChanged() {
        server.on("/rss", e -> {
            boolean asked = e.getRequestHeaders().containsKey("If-None-Match");
            e.getResponseHeaders().set("ETag", asked ? "W/\"second\"" : "W/\"first\"");
            give(e, asked ? 304 : 200, asked ? "" : rss(item("1")));
        });
        add("/rss");

        pull();
        pull();

        assertThat(feed().health().etag()).isEqualTo("W/\"second\"");
    }

    @Test
    void validatorsAreForgottenAfterEightDaysWithoutAConfirmation() {
        server.serve("/rss", rss(item("1")));
        add("/rss");
        pull();

        clock.pass(Duration.ofDays(8).plusMinutes(1));
        pull();

        assertThat(server.asked().getLast().getRequestHeaders().containsKey("If-None-Match")).isFalse();
        clock.pass(Duration.ofDays(1));
        pull();
        assertThat(server.asked().getLast().getRequestHeaders().getFirst("If-None-Match")).isNotNull();
    }

    @Test
    void anEqualBodyIsNotReadAgain() {
        server.on("/rss", e -> give(e, 200, rss(item("1"))));
        add("/rss");
        pull();

        assertThat(pull()).isEqualTo(new PullReport(1, 1, 1, List.of(), 0, 0));
        assertThat(store.fetches().of(feed().id())).first().matches(row -> row.last().words().equals("unchanged"));
    }

    // ---- when to ask again

    @Test
    void aFeedIsAskedAgainWhenItsServerCallsTheAnswerStale() {
        server.on("/rss", e -> {
            e.getResponseHeaders().set("Cache-Control", "public, max-age=7200");
            e.getResponseHeaders().set("Age", "1200");
            give(e, 200, rss(item("1")));
        });
        add("/rss");

        pull();

        assertThat(feed().health().nextCheck()).isEqualTo(clock.instant().plusSeconds(6000));
    }

    @Test
    void aFeedIsLeftAloneForItsTtlAndInItsHoursAndDaysOfRest() {
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-20T21:30:00Z")));
        server.serve("/rss", rss("<ttl>90</ttl><skipHours><hour>23</hour><hour>0</hour></skipHours><skipDays><day>Saturday</day></skipDays>" + item("1")));
        add("/rss");

        pull();

        // 23:00 is an hour of rest, Saturday a day of rest, and so is the hour after midnight on Sunday
        assertThat(feed().health().nextCheck()).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
    }

    @Test
    void aFeedThatBringsMuchIsAskedOftenAndASleepyOneSeldom() {
        var number = new AtomicInteger();
        server.on("/lively", e -> give(e, 200, rss(item("n" + number.incrementAndGet()))));
        server.serve("/sleepy", rss(item("1")));
        var lively = add("/lively");
        var sleepy = add("/sleepy");

        for (int i = 0; i < 12; i++) {
            pull();
            clock.pass(Duration.ofHours(13));
        }

        assertThat(feed(lively).health().rhythm().pace()).isEqualTo(Duration.ofMinutes(5));
        assertThat(feed(sleepy).health().rhythm().pace()).isGreaterThan(Duration.ofHours(5));
        for (int i = 0; i < 12; i++) {
            clock.pass(Duration.ofHours(25));
            pull();
        }
        assertThat(feed(sleepy).health().rhythm().pace()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void theNewsroomsOwnWishCountsMoreThanHowOftenAFeedBringsSomething() {
        server.serve("/rss", rss(item("1")));
        var id = add("/rss");
        store.feeds().update(feed(id).wishing(new Feed.Wishes(Duration.ofHours(6), null, Feed.FullText.AT_A_WORD)));

        pull();

        assertThat(feed().health().nextCheck()).isEqualTo(clock.instant().plus(Duration.ofHours(6)));
    }

    @Test
    void onlyWhatIsDueIsPulledInTheBackground() {
        server.serve("/a", rss(item("1")));
        server.serve("/b", rss(item("1")));
        add("/a");
        pull();
        add("/b");

        assertThat(puller.pullDue(Progress.Watcher.NONE, new Cancel()).feeds()).isEqualTo(1);
        assertThat(puller.pullDue(Progress.Watcher.NONE, new Cancel()).feeds()).isZero();
        clock.pass(Duration.ofMinutes(31));
        assertThat(puller.pullDue(Progress.Watcher.NONE, new Cancel()).feeds()).isEqualTo(2);
    }

    // ---- servers that want to be left alone

    @Test
    void aServerThatWantsToBeLeftAloneIsLeftAloneForAllItsFeedsAndByTheNextProgramToo() {
        server.refuse("/busy", 429, Map.of("Retry-After", "3600"));
        server.serve("/other", rss(item("1")));
        add("/busy");
        pull();
        add("/other");
        int asked = server.asked().size();

        store.close();
        store = Store.open(folder);
        puller = new Puller(store.forPulling(), fetcher, clock);
        var report = pull();

        assertThat(server.asked()).hasSize(asked);
        assertThat(report.failed()).hasSize(2).allSatisfy(f -> assertThat(f.problem()).contains("Waiting because 127.0.0.1 asked: it wants to be left alone for another 60 minutes"));
        assertThat(store.feeds().all()).allMatch(f -> f.failures() <= 1);
        clock.pass(Duration.ofMinutes(61));
        assertThat(pull().ok()).isEqualTo(1);
    }

    @Test
    void aFeedThatHasToWaitKeepsWhatWasWrongWithItself() {
        server.refuse("/missing", 404, Map.of());
        add("/missing");
        pull();
        server.refuse("/busy", 429, Map.of("Retry-After", "3600"));
        add("/busy");
        pull();
        pull();
        pull();

        var waiting = store.feeds().all().getFirst().problem();
        assertThat(waiting).startsWith("Waiting because 127.0.0.1 asked").containsOnlyOnce("Before that:").containsOnlyOnce("has nothing at this address (404)");
        server.serve("/missing", rss(item("1")));
        clock.pass(Duration.ofMinutes(61));
        pull();
        assertThat(store.feeds().all().getFirst().problem()).isNull();
    }

    @Test
    void aServerIsAskedByNoMoreThanTwoAtOnce() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        for (int i = 0; i < 8; i++) {
            server.on("/f" + i, e -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                pause(60);
                now.decrementAndGet();
                give(e, 200, rss(item("1")));
            });
            add("/f" + i);
        }

        assertThat(pull().ok()).isEqualTo(8);
        assertThat(most.get()).isEqualTo(2);
    }

    // ---- moving house

    @Test
    void aPermanentMoveIsBelievedWhenItHolds() {
        server.serve("/new", rss(item("1")));
        server.redirect("/old", 301, "/new");
        add("/old");

        pull();
        assertThat(feed().url()).isEqualTo(server.url("/old"));
        pull();
        assertThat(feed().url()).isEqualTo(server.url("/new"));
        assertThat(pull().unchanged()).isEqualTo(1);
        assertThat(store.wire().countUntaken()).isEqualTo(1);
    }

    @Test
    void aMoveForADayIsNotBelieved() {
        server.serve("/new", rss(item("1")));
        server.redirect("/old", 307, "/new");
        add("/old");
        pull();
        pull();

        assertThat(feed().url()).isEqualTo(server.url("/old"));
    }

    @Test
    void aFeedDoesNotMoveOntoOneThatIsPulledAlready() {
        server.serve("/new", rss(item("1")));
        server.redirect("/old", 301, "/new");
        add("/new");
        var old = add("/old");
        pull();
        pull();

        assertThat(feed(old).url()).isEqualTo(server.url("/old"));
    }

    @Test
    void theSignInPageOfAHotelIsNoNewAddress() {
        server.serve("/rss", rss(item("1")));
        var id = add("/rss");
        pull();
        server.on("/portal", e -> give(e, 200, "<!doctype html><html><title>Welcome to the Grand</title><form>Room number</form></html>"));
        server.redirect("/rss", 301, server.url("/portal").replace("127.0.0.1", "localhost"));

        pull();
        var report = pull();

        assertThat(feed(id).url()).isEqualTo(server.url("/rss"));
        assertThat(report.failed()).singleElement().satisfies(f -> assertThat(f.problem()).contains("sign in"));
    }

    @Test
    void aFeedThatIsGoneForGoodIsPausedAndSaysSo() {
        server.refuse("/rss", 410, Map.of());
        add("/rss");

        assertThat(pull().failed()).singleElement().satisfies(f -> assertThat(f.problem()).contains("gone for good").contains("It is paused"));
        assertThat(feed().paused()).isTrue();
        assertThat(pull().feeds()).isZero();
    }

    // ---- names and passwords

    @Test
    void aPasswordStandsNeitherInTheAddressNorInTheNewsroomsFile() throws IOException {
        server.on("/rss", e -> {
            boolean known = "Basic cm9zYTpzM2NyZXQ6d29yZA==".equals(e.getRequestHeaders().getFirst("Authorization"));
            give(e, known ? 200 : 401, known ? rss(item("1")) : "");
        });
        store.feeds().add(Feed.at(Store.newId(), server.url("/rss").replace("http://", "http://rosa:s3cret%3Aword@"), clock.instant()));

        assertThat(pull().ok()).isEqualTo(1);

        assertThat(feed().url()).isEqualTo(server.url("/rss"));
        assertThat(feed().title()).doesNotContain("s3cret");
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/feed-logins.json")))).isEqualTo("rw-------");
        store.logins().keep(feed().id(), null);
        assertThat(pull().failed()).singleElement().satisfies(f -> assertThat(f.problem()).contains("name and password").doesNotContain("s3cret"));
    }

    @Test
    void aPasswordIsNotToldToAnotherServer() {
        server.serve("/there", rss(item("1")));
        server.redirect("/rss", 301, server.url("/there").replace("127.0.0.1", "localhost"));
        store.feeds().add(Feed.at(Store.newId(), server.url("/rss").replace("http://", "http://rosa:secret@"), clock.instant()));

        pull();
        pull();

        assertThat(server.asked()).filteredOn(e -> e.getRequestURI().getPath().equals("/there")).isNotEmpty()
                .allMatch(e -> !e.getRequestHeaders().containsKey("Authorization"));
        assertThat(feed().url()).isEqualTo(server.url("/rss"));
    }

    // ---- what is kept of it

    @Test
    void whatAServerSaidIsKeptAsProof() {
        server.serve("/rss", rss(item("1")));
        add("/rss");
        pull();
        pull();
        server.refuse("/rss", 500, Map.of());
        pull();

        var rows = store.fetches().of(feed().id());
        assertThat(rows).extracting(r -> r.last().status() + " " + r.last().words()).containsExactly(
                "500 127.0.0.1 has trouble of its own (500). Nothing to do: it is asked again later.", "304 unchanged", "200 1 new");
        var first = rows.getLast();
        assertThat(first.last().header("content-type")).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(store.fetches().raw(feed().id(), first.last().rawHash())).hasValueSatisfying(
                bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(rss(item("1"))));
        assertThat(store.fetches().hours(clock.instant().minus(Duration.ofDays(1))).get(feed().id())).singleElement()
                .matches(hour -> hour.fresh() == 1 && hour.failed() == 1);
    }

    @Test
    void onlySoMuchIsKept() throws IOException {
        var number = new AtomicInteger();
        server.on("/rss", e -> give(e, 200, rss(item("n" + number.incrementAndGet()))));
        add("/rss");
        for (int i = 0; i < Fetches.KEPT + 10; i++) {
            pull();
        }

        assertThat(store.fetches().of(feed().id())).hasSize(Fetches.KEPT).filteredOn(Fetches.Row::rawKept).hasSize(Fetches.RAW_KEPT);
        try (var files = Files.list(folder.resolve("fetched"))) {
            assertThat(files).hasSize(Fetches.RAW_KEPT);
        }
    }

    private Feed feed() {
        return store.feeds().all().getLast();
    }

    private Feed feed(UUID id) {
        return store.feeds().byId(id).orElseThrow();
    }

    private UUID add(String path) {
        var feed = Feed.at(Store.newId(), server.url(path), clock.instant());
        assertThat(store.feeds().add(feed)).isTrue();
        return feed.id();
    }

    private PullReport pull() {
        return puller.pullAll(Progress.Watcher.NONE, new Cancel());
    }

    private static void give(com.sun.net.httpserver.HttpExchange exchange, int status, @Nullable String body) throws IOException {
        var bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String rss(String inside) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Wire</title><link>https://harbour.example/</link>" + inside + "</channel></rss>";
    }

    private static String item(String guid) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>Title " + guid + "</title><link>https://harbour.example/" + guid + "</link></item>";
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
