package galley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.app.demo.NewsDay;
import galley.app.demo.SampleStory;
import galley.app.demo.Step;
import galley.desk.Newsroom.Policy;
import galley.desk.Role;
import galley.story.Hash;
import galley.story.StoryText;
import galley.story.WordCount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The sample newsroom's documents hold together: what one names, the other has.
class DemoContentTest {

    private static final NewsDay DAY = NewsDay.read();
    private static final LocalDate DATE = LocalDate.of(2026, 11, 17);
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

    @Test
    void threeFeedsOfThreeFormatsHoldTheDaysWire() throws Exception {
        var items = new HashMap<String, Integer>();
        for (var feed : DAY.feeds()) {
            items.put(root(feed.file()), items(feed.file()).size());
        }
        assertEquals(Map.of("rss", 22, "rdf:RDF", 13, "feed", 17), items);
    }

    @Test
    void mostStoriesHaveSubstanceAndSomeAreOnlyASummary() throws Exception {
        var words = new ArrayList<Integer>();
        for (var feed : DAY.feeds()) {
            items(feed.file()).forEach(item -> words.add(WordCount.ofHtml(content(item))));
        }
        assertThat(words.stream().filter(n -> n >= 100).count()).isGreaterThan(words.size() * 3L / 5);
        assertThat(words.stream().filter(n -> n == 0).count()).isBetween(4L, 8L);
        assertThat(words.stream().filter(n -> n > 300).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void eightScriptsStandInTheHeadlinesAndTheBodiesFollow() throws Exception {
        var scripts = new HashSet<Character.UnicodeScript>();
        for (var feed : DAY.feeds()) {
            for (var item : items(feed.file())) {
                var script = script(child(item, "title"));
                if (script != Character.UnicodeScript.LATIN) {
                    scripts.add(script);
                    assertEquals(script, script(Jsoup.parseBodyFragment(content(item)).text()), () -> child(item, "title"));
                }
            }
        }
        assertThat(scripts).containsExactlyInAnyOrder(Character.UnicodeScript.ARABIC, Character.UnicodeScript.HEBREW,
                Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK, Character.UnicodeScript.DEVANAGARI,
                Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA, Character.UnicodeScript.HANGUL);
    }

    @Test
    void headlinesGoFromOneWordToALineTooLongForAnyTable() throws Exception {
        var lengths = new ArrayList<Integer>();
        for (var feed : DAY.feeds()) {
            items(feed.file()).forEach(item -> lengths.add(child(item, "title").length()));
        }
        assertThat(lengths).contains(3).anyMatch(n -> n > 250);
    }

    @Test
    void noItemIsDeliveredTwiceInOneDocument() throws Exception {
        for (var file : documents()) {
            assertThat(items(file).stream().map(DemoContentTest::id)).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void theEveningChangesTwoItemsAndBringsTwo() throws Exception {
        var feed = DAY.feed("northwire");
        var morning = byId(feed.file());
        var evening = byId(feed.evening());
        var added = new HashSet<>(evening.keySet());
        added.removeAll(morning.keySet());
        assertEquals(2, added.size());
        assertThat(evening.keySet()).containsAll(morning.keySet());
        assertEquals(2, morning.keySet().stream().filter(id -> !morning.get(id).equals(evening.get(id))).count());
    }

    @Test
    void picturesAreWhatTheListSaysAndLightEnoughForAPage() throws Exception {
        assertThat(DAY.pictures()).hasSizeGreaterThanOrEqualTo(5);
        for (var picture : DAY.pictures()) {
            var bytes = NewsDay.bytes(picture.file());
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            assertThat(bytes.length).as(picture.file()).isLessThanOrEqualTo(90 * 1024);
            assertEquals(List.of(1200, 675), List.of(image.getWidth(), image.getHeight()));
            assertEquals(List.of(1200, 675), List.of(picture.width(), picture.height()));
            assertEquals(Hash.hex(bytes), picture.asset());
            assertThat(List.of(picture.alt(), picture.caption(), picture.credit(), picture.licence())).noneMatch(String::isBlank);
        }
    }

    @Test
    void keptCopiesOfEvidenceHaveTheirHashes() {
        DAY.evidence().forEach(copy -> assertEquals(copy.hash(), Hash.hex(NewsDay.bytes(copy.file())), copy.file()));
    }

    @Test
    void everyPassageStandsInItsDocumentAndEverySentenceInItsStory() {
        var copies = new HashMap<String, String>();
        DAY.evidence().forEach(copy -> copies.put(copy.hash(), new String(NewsDay.bytes(copy.file()), StandardCharsets.UTF_8)));
        var used = new HashSet<String>();
        texts().forEach(text -> text.evidence().forEach(evidence -> {
            assertThat(copies).containsKey(evidence.copyHash());
            assertThat(copies.get(evidence.copyHash())).contains(evidence.passage());
            used.add(evidence.copyHash());
        }));
        stories().forEach(story -> story.text().evidence().forEach(evidence ->
                assertThat(Jsoup.parseBodyFragment(story.text().body()).text()).as(story.key()).contains(evidence.supports())));
        assertEquals(copies.keySet(), used);
    }

    @Test
    void storiesUseOnlyPicturesThatAreThere() {
        var known = new HashSet<String>();
        DAY.pictures().forEach(p -> known.add(p.asset()));
        var used = new HashSet<String>();
        texts().forEach(text -> text.pictures().forEach(p -> used.add(p.asset())));
        assertEquals(known, used);
    }

    @Test
    void storiesAreInStoryMarkup() {
        var markup = new Safelist().addTags("p", "h2", "h3", "strong", "em", "a", "ul", "ol", "li", "blockquote", "br", "sub", "sup")
                .addAttributes("a", "href").addProtocols("a", "href", "http", "https", "mailto");
        texts().forEach(text -> Stream.of(text.body(), text.context()).forEach(html -> {
            assertThat(Jsoup.isValid(html, markup)).as(html).isTrue();
            assertEquals(List.of(), Parser.htmlParser().setTrackErrors(5).parseInput("<!doctype html><title>.</title>" + html, "").parser().getErrors());
        }));
    }

    @Test
    void everyTakenStoryIsInItsFeed() throws Exception {
        for (var story : Stream.concat(DAY.stories().stream(), DAY.asItCame().stream().map(NewsDay.OffTheWire::key)).toList()) {
            var origin = DAY.origin(story);
            assertThat(byId(DAY.feed(origin.feed()).file())).as(story).containsKey(origin.item());
        }
    }

    @Test
    void twoEditorsAndTwoSeniorsWorkThereAndSomeSignForATeam() {
        var seniors = DAY.people().stream().filter(p -> p.parts().contains(Role.SENIOR_EDITOR)).toList();
        assertEquals(List.of(4, 2), List.of(DAY.people().size(), seniors.size()));
        assertThat(DAY.people().stream().flatMap(p -> p.credits().stream()))
                .containsExactlyInAnyOrder("Skerrow Chronicle News Editorial Team", "Senior Editor");
        assertThat(DAY.newsroom().policies().keySet()).containsExactlyInAnyOrder(Policy.values());
    }

    @Test
    void theDayRunsForwardAndNamesOnlyWhatThereIs() {
        assertThat(DAY.day()).isSortedAccordingTo(java.util.Comparator.comparing(Step::at));
        assertThat(DAY.day().stream().map(s -> LocalDate.ofInstant(s.at(), ZoneOffset.UTC))).containsOnly(DATE);
        var stories = new HashSet<>(DAY.stories());
        DAY.asItCame().forEach(o -> stories.add(o.key()));
        DAY.day().forEach(step -> namesIn(step, stories));
        assertThat(DAY.day().stream().filter(Step.Take.class::isInstance).map(s -> ((Step.Take) s).story()))
                .containsExactlyInAnyOrderElementsOf(stories);
    }

    @Test
    void evidenceWasReadBeforeItsStoryWasSigned() {
        for (var step : DAY.day()) {
            if (step instanceof Step.SignEdited signed) {
                DAY.reworked(signed.story()).orElseThrow().text().evidence()
                        .forEach(e -> assertThat(e.fetchedAt()).as(signed.story()).isBefore(signed.at()));
            }
        }
    }

    private static void namesIn(Step step, Set<String> stories) {
        switch (step) {
            case Step.Pull pull -> pull.feeds().forEach(DAY::feed);
            case Step.Take(var at, var who, var story) -> known(who, story, stories);
            case Step.Edit(var at, var who, var story, var version) -> {
                known(who, story, stories);
                DAY.reworked(story).orElseThrow().words(version);
            }
            case Step.SignEdited(var at, var who, var story, var printed, var refused) -> signs(who, story, printed, stories);
            case Step.SignReviewed(var at, var who, var story, var printed, var refused) -> signs(who, story, printed, stories);
            case Step.SendBack(var at, var who, var story, var reason) -> known(who, story, stories);
            case Step.Lift(var at, var who, var story) -> known(who, story, stories);
            case Step.Hold(var at, var who, var story, var reason) -> known(who, story, stories);
            case Step.LegalHold(var at, var who, var story, var reason) -> known(who, story, stories);
            case Step.Embargo(var at, var who, var story, var until) -> known(who, story, stories);
            case Step.Acknowledge(var at, var who, var story, var finding) -> known(who, story, stories);
            case Step.Comment comment -> known(comment.who(), comment.story(), stories);
            case Step.Answer answer -> DAY.someone(answer.who());
            case Step.Resolve resolve -> DAY.someone(resolve.who());
            case Step.Suggest suggest -> known(suggest.who(), suggest.story(), stories);
            case Step.Assign assign -> known(assign.who(), assign.story(), stories);
            case Step.SignBoard sign -> known(sign.who(), sign.story(), stories);
            case Step.EmergencyExport export -> known(export.who(), export.story(), stories);
            case Step.Spike(var at, var who, var story, var reason) -> known(who, story, stories);
            case Step.Export export -> export.stories().forEach(story -> known(export.who(), story, stories));
            case Step.Verify _ -> { }
        }
    }

    private static void signs(String who, String story, String printed, Set<String> stories) {
        known(who, story, stories);
        if (printed != null) {
            assertThat(DAY.someone(who).credits()).contains(printed);
        }
    }

    private static void known(String who, String story, Set<String> stories) {
        DAY.someone(who);
        assertThat(stories).contains(story);
    }

    private static List<SampleStory> stories() {
        return DAY.stories().stream().map(key -> DAY.reworked(key).orElseThrow()).toList();
    }

    /// The words of every story at every hour.
    private static List<StoryText> texts() {
        return stories().stream().flatMap(s -> Stream.concat(Stream.of(s.text()), s.versions().values().stream())).toList();
    }

    private static List<String> documents() {
        return DAY.feeds().stream().flatMap(f -> Stream.ofNullable(f.evening()).map(e -> Stream.of(f.file(), e)).findFirst().orElse(Stream.of(f.file()))).toList();
    }

    private static Map<String, String> byId(String file) throws Exception {
        var byId = new HashMap<String, String>();
        items(file).forEach(item -> byId.put(id(item), item.getTextContent()));
        return byId;
    }

    private static String id(Element item) {
        return Stream.of(child(item, "guid"), child(item, "id"), item.getAttribute("rdf:about")).filter(s -> !s.isEmpty()).findFirst().orElseThrow();
    }

    private static String content(Element item) {
        var encoded = item.getElementsByTagNameNS(CONTENT, "encoded");
        return encoded.getLength() > 0 ? encoded.item(0).getTextContent() : child(item, "content");
    }

    private static String root(String file) throws Exception {
        return document(file).getDocumentElement().getNodeName();
    }

    private static List<Element> items(String file) throws Exception {
        var document = document(file);
        var items = new ArrayList<Element>();
        for (var name : List.of("item", "entry")) {
            var found = document.getElementsByTagNameNS("*", name);
            for (int i = 0; i < found.getLength(); i++) {
                items.add((Element) found.item(i));
            }
        }
        return items;
    }

    private static Document document(String file) throws Exception {
        var builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        return builders.newDocumentBuilder().parse(new ByteArrayInputStream(NewsDay.bytes(file)));
    }

    private static String child(Element item, String name) {
        for (var node = item.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element.getTextContent();
            }
        }
        return "";
    }

    /// The script most of the letters are in; kana count for Japanese.
    private static Character.UnicodeScript script(String text) {
        var counts = new HashMap<Character.UnicodeScript, Integer>();
        text.codePoints().filter(Character::isLetter).forEach(c -> counts.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
        if (counts.containsKey(Character.UnicodeScript.HIRAGANA)) {
            return Character.UnicodeScript.HIRAGANA;
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(Character.UnicodeScript.LATIN);
    }
}
