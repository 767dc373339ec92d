package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.desk.Newsroom;
import galley.desk.Settings;
import galley.store.Store;
import galley.story.Rights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsTest {

    private static final Pattern FEEDS = Pattern.compile("len\\(result\\['feeds']\\) == (\\d+)");
    private static final Pattern TITLE = Pattern.compile("result\\['feeds']\\[0]\\['title'] == [\"']([^\"']+)[\"']");
    private static final Pattern URL = Pattern.compile("result\\['feeds']\\[0]\\['url'] == [\"']([^\"']*)[\"']");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder.resolve("one"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void foldersAndWhatOtherProgramsWroteComeOutAsTheyWentIn() {
        var list = """
                <opml version="2.0" xmlns:reader="https://reader.example/">
                  <head><title>Rosa's feeds</title><ownerName>Rosa</ownerName></head>
                  <body>
                    <outline text="Harbour" reader:colour="blue">
                      <outline text="Ships &amp; cranes" type="rss" xmlUrl="http://harbour.example" htmlUrl="http://harbour.example/" reader:icon="a&quot;b"/>
                      <outline text="Tides"><outline text="Tables" type="atom" xmlUrl="https://tides.example/a?b=1&amp;c=2"/></outline>
                    </outline>
                    <outline text="Empty"/>
                    <reader:search words="bridge"/>
                    <outline text="Elsewhere" type="include" url="https://list.example/x.opml"/>
                    <outline title="Last" xmlUrl="https://last.example/rss"/>
                  </body>
                </opml>
                """;

        var imported = in(list);

        assertEquals(new Subscriptions.Imported(3, 3, 0, List.of("Harbour", "Harbour/Tides"), List.of()), imported);
        assertThat(store.feeds().all()).extracting(Feed::url, Feed::title, Feed::folder).containsExactly(
                org.assertj.core.groups.Tuple.tuple("http://harbour.example/", "Ships & cranes", "Harbour"),
                org.assertj.core.groups.Tuple.tuple("https://tides.example/a?b=1&c=2", "Tables", "Harbour/Tides"),
                org.assertj.core.groups.Tuple.tuple("https://last.example/rss", "Last", ""));
        assertEquals(said(list), said(out()));
    }

    @Test
    void theNewsroomsOwnFeedsGoOutAndComeBackWhole() {
        store.feeds().add(Feed.at(Store.newId(), "https://harbour.example/rss", Clock.systemUTC().instant())
                .described("Harbour Wire", "The Harbour", "Ships", Rights.REWORK).inFolder("Local/Ships").paused(true));

        var opml = out();
        try (var other = Store.open(folder.resolve("two"))) {
            subscriptions(other).bringIn(opml.getBytes(StandardCharsets.UTF_8), false);
            var feed = other.feeds().all().getFirst();

            assertEquals("Harbour Wire, The Harbour, Ships, REWORK, Local/Ships, true",
                    String.join(", ", feed.title(), feed.source(), feed.category(), feed.rights().name(), feed.folder(), String.valueOf(feed.paused())));
            assertEquals(opml, subscriptions(other).handOut("Quay Post: feeds"));
        }
    }

    @Test
    void whatTheNewsroomChangedSinceShowsAndTheRestStays() {
        in("<opml><body><outline text='A'><outline text='One' xmlUrl='https://one.example/' x='1'/><outline text='Two' xmlUrl='https://two.example/' x='2'/></outline>"
                + "<outline text='Three' xmlUrl='https://three.example/'/></body></opml>");
        store.feeds().remove(store.feeds().byUrl("https://three.example/").orElseThrow().id());
        store.feeds().update(store.feeds().byUrl("https://two.example/").orElseThrow().inFolder("B/C").movedTo("https://moved.example/rss"));

        assertThat(said(out())).containsExactly("title Quay Post: feeds", "A text=A", "A/One text=One x=1 xmlUrl=https://one.example/", "B text=B", "B/C text=C",
                "B/C/Two text=Two x=2 xmlUrl=https://moved.example/rss");
    }

    @Test
    void aListBroughtInTwiceChangesNothing() {
        var list = "<opml><head><title>T</title></head><body><outline text='A'><outline text='One' xmlUrl='https://one.example/'/></outline></body></opml>";
        in(list);
        var once = out();

        assertEquals(new Subscriptions.Imported(1, 0, 1, List.of("A"), List.of()), in(list));
        assertEquals(once, out());
    }

    @Test
    void aSecondListJoinsTheFirst() {
        in("<opml><body><outline text='A'><outline text='One' xmlUrl='https://one.example/'/></outline></body></opml>");
        in("<opml><body><outline text='A'><outline text='Two' xmlUrl='https://two.example/'/></outline></body></opml>");

        assertThat(said(out())).containsExactly("title Quay Post: feeds", "A text=A", "A/One text=One xmlUrl=https://one.example/", "A/Two text=Two xmlUrl=https://two.example/");
    }

    @Test
    void noListReachesIntoThisMachine() {
        var imported = in("<!DOCTYPE opml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='&x;' xmlUrl='file:///etc/passwd'/><outline text='b' xmlUrl='/etc/passwd'/>"
                + "<outline text='c' xmlUrl='javascript:alert(1)'/></body></opml>");

        assertThat(imported.refused()).extracting(Subscriptions.Refused::url).containsExactly("file:///etc/passwd", "/etc/passwd", "javascript:alert(1)");
        assertThat(store.feeds().all()).isEmpty();
        assertThat(out()).doesNotContain("root:");
    }

    @Test
    void brokenListsGiveWhatTheyHold() {
        assertEquals(1, in("<opml><body><outline text='One' xmlUrl='https://one.example/?a=1&b=2'/><outline text='Tw").added());
        assertEquals(1, in("<opml version=2.0><body><outline text=Three xmlurl=https://three.example/></body>").added());
        assertEquals(2, in("https://four.example/rss\n# a note\nhttps://five.example/rss Five\n").added());
        assertThat(subscriptions(store).bringIn("Just words".getBytes(StandardCharsets.UTF_8), false)).isNull();
        assertThat(subscriptions(store).bringIn("<html><body>No list</body></html>".getBytes(StandardCharsets.UTF_8), false)).isNull();
        assertThat(subscriptions(store).bringIn(new byte[0], false)).isNull();
    }

    @Test
    void aListOfTenThousandFoldersInFoldersIsTakenAsItIs() {
        var deep = "<outline text='A'>".repeat(10_000) + "<outline text='One' xmlUrl='https://one.example/'/>" + "</outline>".repeat(10_000);

        assertEquals(1, in("<opml><body>" + deep + "</body></opml>").added());
        assertThat(out()).contains("https://one.example/");
    }

    @Test
    void everyListOfOtherProgramsSurvivesTheJourney() throws IOException {
        var wrong = new ArrayList<String>();
        int lists = 0;
        try (var files = Files.walk(SharedData.at("opml"))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                lists++;
                var words = Files.readString(file);
                var first = new FeedsInMemory();
                var imported = first.subscriptions().bringIn(Files.readAllBytes(file), false);
                if (imported == null) {
                    wrong.add(file + " is no list");
                    continue;
                }
                var out = first.subscriptions().handOut("none");
                var second = new FeedsInMemory();
                second.subscriptions().bringIn(out.getBytes(StandardCharsets.UTF_8), false);
                if (!out.equals(second.subscriptions().handOut("none"))) {
                    wrong.add(file + " changes on the second journey");
                }
                if (words.contains("<opml") && !words.contains("&egr") && !said(out).containsAll(said(words))) {
                    wrong.add(file + " loses " + said(words).stream().filter(line -> !said(out).contains(line)).toList());
                }
                expect(wrong, file + " feeds", FEEDS, words, String.valueOf(imported.feeds()));
                expect(wrong, file + " title", TITLE, words, first.all().isEmpty() ? "" : first.all().getFirst().title());
                expect(wrong, file + " url", URL, words, first.all().isEmpty() ? "" : first.all().getFirst().url());
            }
        }
        assertThat(lists).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    private static void expect(List<String> wrong, String what, Pattern said, String words, String ours) {
        var found = said.matcher(words);
        if (found.find() && !found.group(1).equals(ours)) {
            wrong.add(what + ": " + ours + " for " + found.group(1));
        }
    }

    /// A list as a second reader sees it: each outline with where it stands and all its attributes.
    private static List<String> said(String opml) {
        var document = Jsoup.parse(opml, "", Parser.xmlParser());
        var lines = new ArrayList<String>();
        document.select("head > *").forEach(part -> lines.add(part.tagName() + " " + part.text()));
        for (var element : document.select("body *")) {
            var path = new StringBuilder();
            for (Element at = element; at != null && !at.nameIs("body"); at = at.parent()) {
                path.insert(0, "/" + (at.hasAttr("text") ? at.attr("text").strip() : at.attr("title").strip()));
            }
            lines.add(path.substring(1) + (element.nameIs("outline") ? "" : " <" + element.tagName() + ">") + element.attributes().asList().stream()
                    .map(attribute -> " " + attribute.getKey() + "=" + attribute.getValue().replaceAll("\\s+", " ")).sorted().reduce("", String::concat));
        }
        return lines;
    }

    /// Enough of a newsroom to keep feeds in, for the many journeys.
    private static final class FeedsInMemory implements Feeds, Settings {

        private final Map<UUID, Feed> feeds = new LinkedHashMap<>();
        private final Map<String, String> choices = new HashMap<>();

        Subscriptions subscriptions() {
            return new Subscriptions(this, this, Supplier::get, Clock.systemUTC(), UUID::randomUUID);
        }

        @Override
        public List<Feed> all() {
            return List.copyOf(feeds.values());
        }

        @Override
        public Optional<Feed> byId(UUID id) {
            return Optional.ofNullable(feeds.get(id));
        }

        @Override
        public Optional<Feed> byUrl(String url) {
            return feeds.values().stream().filter(feed -> feed.url().equals(url)).findFirst();
        }

        @Override
        public boolean add(Feed feed) {
            return byUrl(feed.url()).isEmpty() && feeds.put(feed.id(), feed) == null;
        }

        @Override
        public void update(Feed feed) {
            feeds.put(feed.id(), feed);
        }

        @Override
        public void remember(UUID id, Feed.Health health) {
            feeds.computeIfPresent(id, (i, feed) -> feed.withHealth(health));
        }

        @Override
        public void remove(UUID id) {
            feeds.remove(id);
        }

        @Override
        public Optional<Newsroom> newsroom() {
            return Optional.empty();
        }

        @Override
        public void save(Newsroom newsroom) {
            throw new UnsupportedOperationException("no journey names a newsroom");
        }

        @Override
        public Optional<String> choice(String name) {
            return Optional.ofNullable(choices.get(name));
        }

        @Override
        public void choose(String name, String value) {
            choices.put(name, value);
        }
    }

    private Subscriptions.Imported in(String list) {
        return subscriptions(store).bringIn(list.getBytes(StandardCharsets.UTF_8), false);
    }

    private String out() {
        return subscriptions(store).handOut("Quay Post: feeds");
    }

    private static Subscriptions subscriptions(Store store) {
        return new Subscriptions(store.feeds(), store.settings(), store.inOneGo(), Clock.systemUTC(), Store::newId);
    }
}
