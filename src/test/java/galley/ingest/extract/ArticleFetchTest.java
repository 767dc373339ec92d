package galley.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.ingest.Feed;
import galley.ingest.Fetcher;
import galley.store.Store;
import galley.story.FullText;
import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.story.WireItem;
import galley.work.Cancel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Articles fetched from a real server on this machine.
class ArticleFetchTest {

    private static final String ARTICLE = "The ferry will run every twenty minutes from Monday, the operator said, because the bridge stays shut. ".repeat(8).strip();
    private static final String PAGE = "<html lang=en><head><title>Ferry every twenty minutes</title><meta name=author content='Rosa Lind'></head><body><nav><a href=/>Home</a></nav><article><p>"
            + ARTICLE + "</p><figure><img src=/ferry.jpg><figcaption>The ferry</figcaption></figure></article></body></html>";

    @TempDir
    Path folder;
    Store store;
    HttpServer server;
    Fetcher fetcher;
    ArticleFetch articles;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = (exchange.getRequestURI().getPath().equals("/wall") ? "<p>Sign in to read on.</p>" : PAGE).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(switch (exchange.getRequestURI().getPath()) {
                case "/gone" -> 404;
                case "/gone-for-good" -> 410;
                default -> 200;
            }, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        fetcher = new Fetcher("desk@quay-post.example");
        articles = new ArticleFetch(store.wire(), store.feeds(), fetcher, Clock.systemUTC(), Store::newId);
    }

    @AfterEach
    void close() {
        server.stop(0);
        fetcher.close();
        store.close();
    }

    @Test
    void theArticleIsKeptBesideWhatTheFeedDelivered() {
        var entry = delivered(feed(Feed.FullText.AT_A_WORD), url("/ferry"), "The ferry runs oftener.");

        var text = articles.fetch(entry);

        assertThat(text.problem()).isNull();
        assertThat(text.title()).isEqualTo("Ferry every twenty minutes");
        assertThat(text.byline()).isEqualTo("Rosa Lind");
        assertThat(text.pageHash()).isEqualTo(Hash.hex(PAGE.getBytes(StandardCharsets.UTF_8)));
        assertThat(text.body()).contains(ARTICLE).contains(url("/ferry.jpg")).contains("The ferry</figcaption>").doesNotContain("Home");
        assertThat(store.wire().fullTexts(entry.id())).containsExactly(text);
        assertThat(store.wire().versions(entry.id())).as("the feed's own words are not altered").containsExactly(entry.latest());
        assertThat(store.wire().fullest(entry).body()).isEqualTo(text.body());
        assertThat(store.wire().everything(entry.id())).as("what the newsroom had before it wrote").hasSize(2);
    }

    @Test
    void aPageThatHoldsTooLittleLeavesTheFeedsWordsAndSaysSo() {
        var feed = feed(Feed.FullText.AT_A_WORD);
        for (var path : List.of("/wall", "/gone")) {
            var entry = delivered(feed, url(path), "The ferry runs oftener, says the operator.");
            var text = articles.fetch(entry);
            assertThat(text.problem()).endsWith("he feed's words stay.");
            assertThat(store.wire().fullest(entry)).isEqualTo(entry.latest());
        }
        var without = delivered(feed, null, "The ferry runs oftener.");
        assertThat(articles.fetch(without).problem()).contains("names no page of its own");
    }

    @Test
    void anArticleThatItsSourceTookOffForGoodIsWithdrawnAndOneThatIsMissingIsNot() {
        var feed = feed(Feed.FullText.AT_A_WORD);
        var gone = delivered(feed, url("/gone-for-good"), "The ferry runs oftener.");
        var missing = delivered(feed, url("/gone"), "The ferry runs oftener.");

        assertThat(articles.fetch(gone).problem()).contains("took the article off its site for good (410)").doesNotContain("paused");
        articles.fetch(gone);
        articles.fetch(missing);

        assertThat(store.wire().withdrawals(gone.id())).singleElement().satisfies(said -> assertThat(said.told()).contains("410"));
        assertThat(store.wire().withdrawals(missing.id())).isEmpty();
        assertThat(store.feeds().byId(feed).orElseThrow().paused()).isFalse();
    }

    @Test
    void aLinkIntoThisMachineIsNotFollowedForAFeedFromTheWorld() {
        store.feeds().add(Feed.at(Store.newId(), "http://192.0.2.7/feed", Instant.now()));
        var entry = delivered(store.feeds().all().getFirst().id(), url("/ferry"), "Short.");

        assertThat(articles.fetch(entry)).extracting(FullText::isEnough, FullText::body).containsExactly(false, "");
    }

    @Test
    void aFeedsSettingFetchesShortItemsOnceAndNoOthers() {
        var wanted = feed(Feed.FullText.WHEN_SHORT);
        var brief = delivered(wanted, url("/a"), "Short.");
        var whole = delivered(wanted, url("/b"), ARTICLE);
        var other = delivered(feed(Feed.FullText.AT_A_WORD), url("/c"), "Short.");
        var routed = delivered(feed(Feed.FullText.AT_A_WORD), url("/d"), "Short.");

        var lately = store.wire().untaken(Long.MAX_VALUE, 100);
        assertThat(articles.fetchWanted(lately, routed.id()::equals, new Cancel())).isEqualTo(2);
        assertThat(articles.fetchWanted(lately, routed.id()::equals, new Cancel())).as("each once").isZero();

        assertThat(store.wire().fullest(brief).body()).contains(ARTICLE);
        assertThat(store.wire().fullest(routed).body()).contains(ARTICLE);
        assertThat(store.wire().fullTexts(whole.id())).isEmpty();
        assertThat(store.wire().fullTexts(other.id())).isEmpty();
    }

    @Test
    void aNewVersionFromTheFeedIsNotHiddenByAnOlderArticle() {
        var feed = feed(Feed.FullText.AT_A_WORD);
        var entry = delivered(feed, url("/ferry"), "The ferry runs oftener.");
        articles.fetch(entry);

        deliver(feed, url("/ferry"), "Correction: the ferry does not run.");

        var now = store.wire().entry(entry.id()).orElseThrow();
        assertThat(now.latest().version()).isEqualTo(2);
        assertThat(store.wire().fullest(now)).isEqualTo(now.latest());
    }

    private UUID feed(Feed.FullText when) {
        var feed = Feed.at(Store.newId(), url("/feed" + store.feeds().all().size()), Instant.now()).wishing(new Feed.Wishes(null, null, when));
        store.feeds().add(feed);
        return feed.id();
    }

    private WireEntry delivered(UUID feed, @Nullable String link, String body) {
        deliver(feed, link, body);
        return store.wire().untaken(Long.MAX_VALUE, 1).getFirst();
    }

    private void deliver(UUID feed, @Nullable String link, String body) {
        var nothing = new UUID(0, 0);
        store.wire().deliver(feed, "Harbour Wire", List.of(new Wire.Delivery(String.valueOf(link), new WireItem(nothing, nothing, 0, null, link, "Ferry", "", body, List.of(), List.of(),
                "en", null, null, null, Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS), null, Hash.hex("raw"), Hash.hex(link + body)))));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
