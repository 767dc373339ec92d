package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Feeds that say a thing in another dialect's words, in the wrong case or under a wrong address: an editor sees no difference.
class MixedDialectsTest {

    private static ParsedFeed parse(String xml) {
        return FeedParser.parse(xml.getBytes(StandardCharsets.UTF_8), null, "http://harbour.example/feed/");
    }

    private static ParsedFeed.Entry rss(String item) {
        return parse("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Harbour Wire</title><item>"
                + item + "</item></channel></rss>").entries().getFirst();
    }

    private static ParsedFeed.Entry atom(String entry) {
        return parse("<feed xmlns='http://www.w3.org/2005/Atom' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<entry>" + entry + "</entry></feed>").entries().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<description\u00ffNews of the quay</description>", "<copyright year=2026 Harbour Wire</copyright>", "<generator>Press 1.7\u00f0/generator>"})
    void aTagThatLostItsEndTakesNoItemAlong(String damaged) {
        var feed = parse("<rss version='2.0'><channel><title>Harbour Wire</title>" + damaged
                + "<item><title>First boat</title><link>http://harbour.example/1</link></item><item><title>Second boat</title><link>http://harbour.example/2</link></item></channel></rss>");

        assertThat(feed.entries()).extracting(e -> e.title().value()).containsExactly("First boat", "Second boat");
        assertThat(feed.wellFormed()).isFalse();
    }

    @Test
    void anItemWhoseOwnTagLostItsEndLeavesTheOthersTheirs() {
        var feed = parse("<rss version='2.0'><channel><title>Harbour Wire</title><item><title>First boat</title><category>Quay</categ\u00ffory></item>"
                + "<item><title>Second boat</title></item></channel></rss>");

        assertThat(feed.entries()).extracting(e -> e.title().value()).containsExactly("First boat", "Second boat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<enclosure url='/1.mp3' type='audio/mpeg' length='12'/>", "<Enclosure URL='/1.mp3' TYPE='audio/mpeg' LENGTH='12'/>",
            "<enclosure href='/1.mp3' type='audio/mpeg' length='12'/>", "<enclosure type='audio/mpeg' length='12'>/1.mp3</enclosure>",
            "<link rel='enclosure' href='/1.mp3' type='audio/mpeg' length='12'/>", "<atom:link rel='ENCLOSURE' href='/1.mp3' type='audio/mpeg' length='12'/>"})
    void anEnclosureIsFoundHoweverItIsWritten(String enclosure) {
        var entry = rss(enclosure);

        assertThat(entry.enclosures()).containsExactly(new ParsedFeed.Enclosure("http://harbour.example/1.mp3", "audio/mpeg", 12L));
        assertThat(entry.link()).isNull();
    }

    @Test
    void anAtomLinksRelationMayBeInAnyCaseAndSpelledOut() {
        var entry = atom("<link rel=' Alternate ' href='/1'/><link rel='http://www.iana.org/assignments/relation/enclosure' href='/1.mp3'/>");

        assertThat(entry.link()).isEqualTo("http://harbour.example/1");
        assertThat(entry.enclosures()).extracting(ParsedFeed.Enclosure::url).containsExactly("http://harbour.example/1.mp3");
    }

    @Test
    void anAtomEntryMaySpeakTheWordsOfRss() {
        var entry = atom("<dc:title>Ferry back</dc:title><guid>http://harbour.example/1</guid><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>"
                + "<description>In service again</description><content:encoded>&lt;p&gt;From Monday&lt;/p&gt;</content:encoded><category>Port</category>"
                + "<enclosure url='/1.mp3'/>");

        assertThat(entry.title()).isEqualTo(new Copy("Ferry back", false));
        assertThat(entry.id()).isEqualTo("http://harbour.example/1");
        assertThat(entry.link()).isEqualTo("http://harbour.example/1");
        assertThat(entry.published()).isEqualTo("2004-01-01T19:48:21Z");
        assertThat(entry.summary()).isEqualTo(new Copy("In service again", false));
        assertThat(entry.content()).isEqualTo(new Copy("<p>From Monday</p>", true));
        assertThat(entry.categories()).containsExactly("Port");
        assertThat(entry.enclosures()).hasSize(1);
    }

    @Test
    void anAtomEntryThatSaysBothKeepsItsOwnWord() {
        var entry = atom("<id>own</id><guid>other</guid><summary>Own</summary><description>Other</description>");

        assertThat(entry.id()).isEqualTo("own");
        assertThat(entry.summary()).isEqualTo(new Copy("Own", false));
    }

    @Test
    void anRssItemMaySpeakTheWordsOfAtom() {
        var entry = rss("<id>http://harbour.example/1</id><rights>Harbour Wire</rights><keywords>Port, Ferry</keywords><category>Local</category>"
                + "<media:group><media:title>Ferry back</media:title></media:group>");

        assertThat(entry.id()).isEqualTo("http://harbour.example/1");
        assertThat(entry.link()).isEqualTo("http://harbour.example/1");
        assertThat(entry.rights()).isEqualTo("Harbour Wire");
        assertThat(entry.categories()).containsExactly("Port", "Ferry", "Local");
        assertThat(entry.title()).isEqualTo(new Copy("Ferry back", false));
    }

    @Test
    void anRssChannelMaySpeakTheWordsOfAtom() {
        var head = parse("<rss><channel><subtitle>News of the quay</subtitle><logo>/logo.png</logo></channel></rss>").head();

        assertThat(head.description()).isEqualTo(new Copy("News of the quay", true));
        assertThat(head.image()).isEqualTo("http://harbour.example/logo.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://purl.org/dc/elements/1.1/", "https://purl.org/dc/elements/1.1/", " http://purl.org/dc/elements/1.1/ ", "http://purl.org/dc/elements/1.1",
            "http://harbour.example/nobody-knows"})
    void aModuleIsKnownByItsAddressHoweverItIsSpelledElseByItsPrefix(String address) {
        var entry = parse("<rss xmlns:dc='" + address + "'><channel><item><dc:creator>Rosa</dc:creator></item></channel></rss>").entries().getFirst();

        assertThat(entry.authors()).containsExactly(new Author("Rosa", null, null));
    }

    @Test
    void anRdfFeedUnderAnAddressThatNobodyKnowsIsReadAsAnyOther() {
        var feed = parse("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='urn:rss'><channel><title>Harbour Wire</title></channel>"
                + "<item><title>Ferry back</title></item></rdf:RDF>");

        assertThat(feed.head().title()).isEqualTo(new Copy("Harbour Wire", false));
        assertThat(feed.entries()).extracting(ParsedFeed.Entry::title).containsExactly(new Copy("Ferry back", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<atom:link href=http://harbour.example/feed/>", "<lastBuild!Date>x</lastBuild!Date>", "<x:odd xmlns:x='1 and $'/>", "<9tit\u00b4Le>x"})
    void oneDamagedTagDoesNotCostTheItems(String damaged) {
        assertThat(parse("<rss><channel><title>Harbour Wire</title>" + damaged + "<item><title>One</title></item><item><title>Two</title></item></channel></rss>").entries())
                .hasSize(2);
    }

    @Test
    void whatSeparatesNameAndAddressIsNoPartOfTheName() {
        assertThat(List.of("rosa@harbour.example, Rosa Diaz", "Rosa Diaz - rosa@harbour.example", "Rosa Diaz <rosa@harbour.example>"))
                .allSatisfy(line -> assertThat(Author.read(line)).isEqualTo(new Author("Rosa Diaz", "rosa@harbour.example", null)));
    }
}
