package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.ReadingText.Kind;
import galley.story.ReadingText.Paragraph;
import galley.story.ReadingText.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTextTest {

    @Test
    void everyBlockIsAParagraphOfItsKind() {
        var read = ReadingText.of("<h2>The wall</h2><p>It  broke.</p><ul><li>North</li></ul><ol><li>One</li><li>Two</li></ol><blockquote><p>Never.</p></blockquote>");

        assertThat(read).containsExactly(plain(Kind.HEADING, 0, "The wall"), plain(Kind.PARAGRAPH, 0, "It broke."), plain(Kind.BULLET, 0, "North"),
                plain(Kind.NUMBER, 1, "One"), plain(Kind.NUMBER, 2, "Two"), plain(Kind.QUOTE, 0, "Never."));
    }

    @Test
    void aLinkAndStrongWordsAreRunsOfTheirOwn() {
        var read = ReadingText.of("<p>See <a href=\"https://quay.example/log\">the <strong>log</strong></a> of <em>Tuesday</em>. </p>");

        assertThat(read).containsExactly(new Paragraph(Kind.PARAGRAPH, 0, List.of(new Run("See ", false, false, ""),
                new Run("the ", false, false, "https://quay.example/log"), new Run("log", true, false, "https://quay.example/log"),
                new Run(" of ", false, false, ""), new Run("Tuesday", false, true, ""), new Run(".", false, false, ""))));
    }

    @Test
    void textWithoutAnyMarkupIsOneParagraph() {
        assertThat(ReadingText.of(" No tags &amp; no harm ")).containsExactly(plain(Kind.PARAGRAPH, 0, "No tags & no harm"));
        assertThat(ReadingText.of("")).isEmpty();
    }

    private static Paragraph plain(Kind kind, int number, String text) {
        return new Paragraph(kind, number, List.of(new Run(text, false, false, "")));
    }
}
