package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
