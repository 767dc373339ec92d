package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedFinderTest {

    private static final String FEED = "<rss version='2.0'><channel><title>Harbour Wire</title><item><title>Bridge reopens</title></item></channel></rss>";

    private final FeedServer server = new FeedServer();
    private final FeedFinder finder = new FeedFinder(new Fetcher(""));

    @AfterEach
    void stop() {
        finder.close();
        server.close();
    }

    @Test
    void aPageWhoseTagsAskForMinutesStillNamesItsFeedAndItself() {
        var hostile = "<title>Harbour</title><link rel=alternate type=application/rss+xml href=/wire.xml>" + "<b><p>".repeat(200_000);

        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(10), () -> FeedLinks.on(hostile, "https://harbour.example/")))
                .extracting(FeedLinks.Link::url).contains("https://harbour.example/wire.xml");
        assertEquals("Harbour", org.junit.jupiter.api.Assertions.assertTimeout(java.time.Duration.ofSeconds(10),
                () -> Cleaner.title(hostile.getBytes(StandardCharsets.UTF_8), "https://harbour.example/")));
        assertEquals("Wärme", Cleaner.title("<meta charset=utf-8><title>Wärme</title>".getBytes(StandardCharsets.UTF_8), "https://harbour.example/"));
    }

    @Test
    void everyPageOfTheSuiteNamesItsFeed() {
        var wrong = new ArrayList<String>();
        for (var line : SharedData.lines("autodiscovery/cases.jsonl")) {
            var one = JsonMapper.shared().readTree(line);
            var found = FeedFinder.namedOn(SharedData.bytes("autodiscovery/" + one.get("file").asString()), "text/html", one.get("base_uri").asString());
            var wanted = StreamSupport.stream(one.get("expected_feed_files").spliterator(), false).map(JsonNode::asString).toList();
            var best = found.isEmpty() ? "nothing" : found.getFirst().url();
            if (wanted.stream().noneMatch(file -> best.endsWith("/" + file.replaceFirst("^.*/", "")))) {
                wrong.add(one.get("title").asString() + ": " + best);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<link rel='alternate' type='application/rss+xml' href='/news.xml'>                                        | https://harbour.example/news.xml",
            "<link rel=alternate type=application/feed+json href=news.json>                                           | https://harbour.example/town/news.json",
            "<link rel='alternate' type='application/atom+xml; charset=utf-8' href='a.xml'>                           | https://harbour.example/town/a.xml",
            "<link rel='feed' href='a.xml'>                                                                           | https://harbour.example/town/a.xml",
            "<link rel='alternate' type='text/xml' title='RSS' href='//cdn.example/rss'>                              | https://cdn.example/rss",
            "<link rel='alternate' type='application/rss+xml' title='Comments' href='/c.xml'><link rel='alternate' type='application/rss+xml' href='/n.xml'> | https://harbour.example/n.xml",
            "<link rel='alternate' type='application/rss+xml' href='/tag/x/feed'><link rel='alternate' type='application/rss+xml' href='/feed'> | https://harbour.example/feed",
            "<link rel='alternate' type='application/rss+xml' href=''><link rel='alternate' type='application/rss+xml' href='/n.xml'> | https://harbour.example/n.xml",
            "<!-- <link rel='alternate' type='application/rss+xml' href='/404'> --><link rel='alternate' type='application/rss+xml' href='/n.xml'> | https://harbour.example/n.xml",
            "<script>'<link rel=alternate type=application/rss+xml href=/404>'</script><link rel='alternate' type='application/rss+xml' href='/n.xml'> | https://harbour.example/n.xml",
            "<base href='https://other.example/x/'><link rel='alternate' type='application/rss+xml' href='n.xml'>     | https://other.example/x/n.xml",
            "<a href='feed:https://harbour.example/n.xml'>Follow</a>                                                   | https://harbour.example/n.xml",
            "<a href='/about'>About</a><a href='/rss/top.xml'>RSS</a>                                                 | https://harbour.example/rss/top.xml",
            "<link rel='alternate' hreflang='fr' href='/fr/'><link rel='alternate stylesheet' type='text/css' href='/x.css'> | nothing",
            "<link rel='alternate' type='application/json+oembed' href='/wp-json/oembed?url=x'>                        | nothing",
            "<link rel='alternate' type='application/rss+xml' href='javascript:alert(1)'>                             | nothing",
    })
    void readsWhatAPageSaysOfItsFeeds(String html, String best) {
        var found = FeedFinder.namedOn(html.getBytes(StandardCharsets.UTF_8), null, "https://harbour.example/town/page.html");

        assertEquals(best, found.isEmpty() ? "nothing" : found.getFirst().url());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv      | https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
            "https://youtube.com/playlist?list=PLharbour                   | https://www.youtube.com/feeds/videos.xml?playlist_id=PLharbour",
            "https://www.youtube.com/user/harbour                          | https://www.youtube.com/feeds/videos.xml?user=harbour",
            "https://old.reddit.com/r/harbour/top/                         | https://www.reddit.com/r/harbour/.rss",
            "https://github.com/quay/post                                  | https://github.com/quay/post/releases.atom",
            "https://github.com/quay/post/commits/main                     | https://github.com/quay/post/commits/main.atom",
            "https://github.com/quay                                       | https://github.com/quay.atom",
            "https://gitlab.com/quay/post/-/tags                           | https://gitlab.com/quay/post/-/tags?format=atom",
            "https://mastodon.example/@rosa                                | https://mastodon.example/@rosa.rss",
            "https://bsky.app/profile/rosa.example                         | https://bsky.app/profile/rosa.example/rss",
            "https://medium.com/@rosa                                      | https://medium.com/feed/@rosa",
            "https://harbour.substack.com/p/bridge                         | https://harbour.substack.com/feed",
            "https://harbour.tumblr.com/                                   | https://harbour.tumblr.com/rss",
            "https://harbour.wordpress.com/2026/bridge/                    | https://harbour.wordpress.com/feed/",
            "https://harbour.blogspot.com/                                 | https://harbour.blogspot.com/feeds/posts/default",
            "https://stackoverflow.com/questions/tagged/java               | https://stackoverflow.com/feeds/tag/java",
            "https://news.google.com/search?q=bridge                       | https://news.google.com/rss/search?q=bridge",
            "https://harbour.example/news                                  | nothing",
    })
    void knowsWherePlatformsKeepTheirFeeds(String page, String feed) {
        var places = KnownPlaces.of(page);

        assertEquals(feed, places.isEmpty() ? "nothing" : places.getFirst());
    }

    @Test
    void aChannelPageBetraysItsFeed() {
        assertEquals("https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
                KnownPlaces.insidePage("https://www.youtube.com/@harbour", "<script>{\"externalId\":\"UCabcdefghijklmnopqrstuv\"}</script>"));
        assertEquals("https://harbour.example/cast.xml", KnownPlaces.inDirectory("{\"results\":[{\"feedUrl\":\"https:\\/\\/harbour.example\\/cast.xml\"}]}"));
    }

    @Test
    void theFeedItselfIsItsOwnAnswer() {
        server.serve("/wire", FEED);

        assertEquals(List.of(new FeedFinder.Candidate(server.url("/wire"), "Harbour Wire", "the address itself", true)), finder.find(server.url("/wire")).feeds());
    }

    @Test
    void aFeedThatCanBeReadBeatsOneThatIsOnlyNamed() {
        server.serve("/page", "<html><link rel=alternate type=application/rss+xml href=/gone><link rel=alternate type=application/atom+xml href=/wire></html>");
        server.serve("/wire", FEED);

        assertThat(finder.find(server.url("/page")).feeds()).extracting(FeedFinder.Candidate::url).containsExactly(server.url("/wire"), server.url("/gone"));
    }

    @Test
    void aPageThatNamesNoneIsSearchedAtTheUsualPaths() {
        server.serve("/town/page", "<html><p>Bridge reopens</p></html>");
        server.serve("/rss.xml", FEED);

        assertThat(finder.find(server.url("/town/page")).feeds()).extracting(FeedFinder.Candidate::url).containsExactly(server.url("/rss.xml"));
        assertThat(server.asked()).hasSizeLessThan(18);
    }

    @Test
    void aPageWithoutAFeedSaysSo() {
        server.serve("/page", "<html><p>Bridge reopens</p></html>");

        var found = finder.find(server.url("/page"));

        assertThat(found.feeds()).isEmpty();
        assertThat(found.problem()).startsWith("No feed was found at " + server.url("/page"));
    }

    @Test
    void anAddressThatLooksLikeAFeedIsNotAskedFirst() {
        assertEquals(new FeedPaste("x", server.url("/feed.xml"), List.of(), null), FeedPaste.of("x", server.url("/feed.xml"), finder));
        assertThat(server.asked()).isEmpty();
    }
}
