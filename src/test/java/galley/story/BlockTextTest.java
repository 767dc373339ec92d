package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/// The clauses of `story-text/1` about the text of one block; `src/docs/trust.md` numbers them.
class BlockTextTest {

    @Test
    void everyKindOfWhiteSpaceIsOneSpaceAndNoneStandsAtTheEnds() {
        assertThat(BlockText.of("  The\tharbour \r\n stayed   shut \n")).isEqualTo("The harbour stayed shut");
        assertThat(BlockText.of("10\u00A0000\u202Fkm,\u2009about\u3000noon\u2028then\u205Fon\u1680and\u2003on")).isEqualTo("10 000 km, about noon then on and on");
        assertThat(BlockText.of("\u00A0\u2003 \n")).isEmpty();
    }

    @Test
    void softHyphensAndZeroWidthSpacesAreDropped() {
        assertThat(BlockText.of("har\u00ADbour \u200Bmas\u2060ter\uFEFF")).isEqualTo("harbour master");
        assertThat(BlockText.of("shut\u200B \uFEFF")).isEqualTo("shut");
    }

    @Test
    void curlyQuotesAreStraight() {
        assertThat(BlockText.of("“It\u2019s ‘shut’,” she said")).isEqualTo("\"It's 'shut',\" she said");
    }

    @Test
    void otherQuotesAreKept() {
        assertThat(BlockText.of("„Zu“ «fermé» 「閉」 5′")).isEqualTo("„Zu\" «fermé» 「閉」 5′");
    }

    @Test
    void dashesAreHyphens() {
        assertThat(BlockText.of("9\u201210 \u2013 \u2014 \u2015 non\u2011stop \u2010 x-y")).isEqualTo("9-10 - - - non-stop - x-y");
    }

    @Test
    void aMinusSignIsKeptForItIsNoDash() {
        assertThat(BlockText.of("\u22125 °C")).isEqualTo("\u22125 °C");
    }

    @Test
    void anEllipsisIsThreeDots() {
        assertThat(BlockText.of("and then…")).isEqualTo("and then...");
    }

    @Test
    void accentsAreTheSameComposedOrNot() {
        assertThat(BlockText.of("Me\u0301tropole")).isEqualTo("Métropole");
        assertThat(BlockText.of("e\u00AD\u0301")).as("composed after what stood between was dropped").isEqualTo("é");
        assertThat(BlockText.of("\u212B")).as("the ångström sign is the letter").isEqualTo("Å");
    }

    @Test
    void charactersThatOnlyLookAlikeAreKeptApart() {
        assertThat(BlockText.of("10²")).as("NFKC would make it 102").isEqualTo("10²").isNotEqualTo(BlockText.of("102"));
        assertThat(BlockText.of("ﬁre ½ Ａ №")).isEqualTo("ﬁre ½ Ａ №");
        assertThat(BlockText.of("p\u0430y")).as("Cyrillic а").isNotEqualTo(BlockText.of("pay"));
    }

    @Test
    void caseAndDigitsAreKept() {
        assertThat(BlockText.of("US 12 ١٢")).isEqualTo("US 12 ١٢").isNotEqualTo(BlockText.of("us 12 12"));
    }

    @Test
    void joinersAreKeptForScriptsThatSpellWithThem() {
        assertThat(BlockText.of("می\u200Cخواهم")).contains("\u200C");
        assertThat(BlockText.of("👩\u200D🚒")).isEqualTo("👩\u200D🚒");
    }

    @Test
    void bidiControlsAreKeptSoThatAddingOneIsSeen() {
        for (var control : "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u061C".split("")) {
            assertThat(BlockText.of("pay " + control + "100")).isEqualTo("pay " + control + "100");
        }
    }

    @Test
    void whatNoPageCanCarryIsDropped() {
        assertThat(BlockText.of("a\u0000b\u0008c\u000Bd\u000Ce\u001Ff\u007Fg\u0085h\u009Fi")).isEqualTo("abcdefghi");
        assertThat(BlockText.of("a\uFDD0b\uFDEFc\uFFFEd\uFFFFe" + Character.toString(0x1FFFE))).isEqualTo("abcde");
    }

    @Test
    void halfOfAPairIsWhatStoringItMakesOfIt() {
        assertThat(BlockText.of("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(BlockText.of("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(BlockText.of("😀")).isEqualTo("😀");
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        for (int c = 0; c < 0x20000; c++) {
            var once = BlockText.of("a" + Character.toString(c) + "\u0301 b");
            assertThat(BlockText.of(once)).isEqualTo(once);
            assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
        }
    }
}
