package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "x-windows-874 | สะพานท่าเรือเปิดให้ใช้อีกครั้งหลังจากปิดซ่อมแซมนานหลายเดือน เรือข้ามฟากจึงหยุดวิ่งแล้ว",
            "windows-1255  | גשר הנמל נפתח מחדש ביום שלישי אחרי חודשים רבים של תיקונים, והמעבורת חדלה לשוט בין הגדות של העיר",
            "windows-1251  | Мост в гавани снова открыт после долгого ремонта, и паром больше не ходит между берегами города",
            "windows-31j   | 港の橋が火曜日に再び開通した。長い修理の後、渡し船はもう町の岸の間を走らない。",
            "GB18030       | 港口大桥在长期维修之后于星期二重新开放，渡轮不再往返于城市两岸之间。",
    })
    void whatDeclaresNothingIsToldByItsLetters(String charset, String words) {
        var decoded = Decoding.of(("<rss><channel><item><description>" + words + "</description></item></channel></rss>").getBytes(Charset.forName(charset.strip())), null);

        assertThat(decoded.text()).contains(words);
        assertThat(decoded.asDeclared()).isFalse();
    }

    @Test
    void theMarkBeatsTheHeaderAndTheHeaderBeatsTheDeclaration() {
        var words = "<?xml version='1.0' encoding='iso-8859-1'?><rss>Málaga</rss>";

        assertEquals(StandardCharsets.UTF_8, Decoding.of(("\ufeff" + words).getBytes(StandardCharsets.UTF_8), "text/xml; charset=koi8-r").charset());
        assertEquals(StandardCharsets.UTF_8, Decoding.of(words.getBytes(StandardCharsets.UTF_8), "text/xml; charset=utf-8").charset());
        assertThat(Decoding.of(words.getBytes(StandardCharsets.ISO_8859_1), null).text()).contains("Málaga");
        assertThat(Decoding.of(words.getBytes(StandardCharsets.UTF_16LE), null).text()).contains("Málaga");
    }

    @Test
    void aTitleThatIsNeverClosedTakesNoItemAlong() {
        var parsed = FeedParser.parse("<rss><channel><item><title>One<item><title>Two</title></item></channel></rss>".getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(parsed.entries()).extracting(entry -> entry.title().words()).containsExactly("One", "Two");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title>One<id>1</id></entry><entry><title>Two</title><id>2</id></entry></feed>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><entry><title>One<id>1</id><entry><title>Two</title><id>2</id></entry></feed>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>F<entry><id>1</id><title>One<entry><id>2</id><title>Two</title></entry></feed>",
            "<feed><title>F</title><entry><link href='https://a.example/1'><id>1</id><title>One</entry><entry><id>2</id><title>Two</title></entry></feed>"})
    void anAtomElementThatIsNeverClosedTakesNothingAlong(String feed) {
        var parsed = FeedParser.parse(feed.getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(parsed.entries()).extracting(entry -> entry.title().words() + " " + entry.id()).containsExactly("One 1", "Two 2");
        assertThat(parsed.head().title().words()).isEqualTo("F");
    }

    @Test
    void anEntryInsideAnEntrysContentStaysThere() {
        var parsed = FeedParser.parse("""
                <feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><author><name>Rosa</name><id>r</id></author>
                <content type='application/atom+xml'><entry><id>2</id></entry></content></entry></feed>""".getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(parsed.entries()).extracting(ParsedFeed.Entry::id).containsExactly("1");
    }

    @Test
    void afterXhtmlABrokenFeedIsStillAtom() {
        var parsed = FeedParser.parse("""
                <feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One</div></content></entry>
                <entry><id>2</id><title>Two</title></entry></feed>""".getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(parsed.entries()).extracting(ParsedFeed.Entry::id).containsExactly("1", "2");
    }

    @Test
    void hostileXmlIsReadWithinSeconds() {
        var deep = "<feed>" + "<entry><x>".repeat(100_000);
        var prefixes = new StringBuilder("<feed>");
        for (int i = 0; i < 100_000; i++) {
            prefixes.append("<p").append(i).append(":x/>");
        }
        var attributes = new StringBuilder("<feed><entry ");
        for (int i = 0; i < 100_000; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        for (var feed : List.of(deep, "<a>".repeat(100_000), "<rss><channel>" + "<item><title>".repeat(100_000), prefixes.append("</feed>").toString(),
                attributes.append("/></feed>").toString(), "<feed>" + "&".repeat(1 << 20) + "</feed>", "<!---->".repeat(580) + "x", "<feed>" + "<?xml ?>".repeat(100_000) + "</feed>",
                "<feed><title x='" + "y".repeat(1 << 20) + "'/></feed>", "[".repeat(100_000), "{\"a\":".repeat(100_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> FeedParser.parse(feed.getBytes(StandardCharsets.UTF_8), null, null), feed.substring(0, 40));
        }
    }
}
