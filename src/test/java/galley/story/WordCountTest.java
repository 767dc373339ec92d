package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordCountTest {

    private static final String[] PIECES = {"a", "B", "word", "7", "12", " ", " ", " ", " ", ".", ",", "'", "’", "-", "–", "“", "é", "\u0301", "日", "本", "カ", "ー",
        "\u00a0", "\u200b", "\n", "\t", "%", "$", "(", "😀", "א", "ا", "\u0e01", "\u0e32", "/", "&", "\u00ad", "_"};

    @Test
    void wordsAreCountedAsAnEditorCounts() {
        assertThat(WordCount.of("The harbour's 14 boats, all of them, stay shut.")).isEqualTo(9);
        assertThat(WordCount.of("")).isZero();
        assertThat(WordCount.of("– ... –")).isZero();
    }

    @Test
    void wordByWordIsTheSameAsAllAtOnce() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(14); j >= 0; j--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertThat(WordCount.of(text.toString())).as(text.toString()).isEqualTo(atOnce(text.toString()));
        }
    }

    private static int atOnce(String text) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            count += Character.isLetterOrDigit(text.codePointAt(start)) ? 1 : 0;
        }
        return count;
    }
}
