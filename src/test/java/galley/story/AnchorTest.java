package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.story.Anchor.Span;
import org.junit.jupiter.api.Test;

class AnchorTest {

    private static final StoryText TEXT = StoryText.of("Storm keeps the port shut",
            "<p>The port was closed on Tuesday, and the port office said <em>eleven small</em> boats broke loose.</p><ul><li>The fish hall shut.</li></ul>"
                    + "<p>“We wait,” said   Edda<br>Rowe.</p>");

    @Test
    void pointsAtWordsAndFindsThemAgain() {
        var anchor = Anchor.on(TEXT, "eleven small boats").orElseThrow();
        assertThat(anchor.part()).isEqualTo(Part.BODY);
        assertThat(anchor.block()).isEqualTo(1);
        assertThat(anchor.in(TEXT)).contains(new Span(Part.BODY, 1, anchor.from(), anchor.to()));
        assertThat(Anchor.on(TEXT, "twelve")).isEmpty();
        assertThat(Anchor.on(TEXT, "Edda Rowe")).map(Anchor::block).contains(3);
    }

    @Test
    void ofEqualWordsThoseAreMeantThatStandBehindTheSame() {
        var text = TEXT.withBody("<p>The port is open. The port was closed on Tuesday.</p><p>Nobody saw the port.</p>");
        assertThat(Anchor.on(text, "port", "The port is open. The ")).map(Anchor::from).contains(22);
        assertThat(Anchor.on(text, "port", "Nobody saw the ")).map(Anchor::block).contains(2);
        assertThat(Anchor.on(text, "port")).as("the first").map(Anchor::part).contains(Part.HEADLINE);
    }

    @Test
    void survivesEditsAroundItAboveItAndParagraphsThatMove() {
        var anchor = Anchor.on(TEXT, "eleven small boats").orElseThrow();
        var edited = TEXT.withBody("<p>New first paragraph.</p><p>Late on Tuesday the harbour office told us that eleven small boats broke loose.</p>");
        assertThat(anchor.in(edited)).map(Span::block).contains(2);
        var moved = TEXT.withBody("<p>The fish hall shut.</p><p>Rowe counted eleven small boats.</p>");
        assertThat(anchor.in(moved)).map(Span::block).contains(2);
    }

    @Test
    void meansTheSameOfSeveralOccurrences() {
        var words = TextBlocks.of(TEXT, Part.BODY).getFirst().text();
        int second = words.indexOf("port", words.indexOf("port") + 1);
        var anchor = Anchor.at(TEXT, new Span(Part.BODY, 1, second, second + 4));
        var edited = TEXT.withBody("<p>The port is open. The port was closed on Tuesday, and the port office said eleven small boats broke loose.</p>");
        var span = anchor.in(edited).orElseThrow();
        assertThat(TextBlocks.of(edited, Part.BODY).getFirst().text().substring(span.from())).startsWith("port office");
    }

    @Test
    void isAnOrphanWhenItsWordsAreGone() {
        assertThat(Anchor.on(TEXT, "eleven small boats").orElseThrow().in(TEXT.withBody("<p>Several boats broke loose.</p>"))).isEmpty();
        var port = Anchor.on(TEXT, "port").orElseThrow();
        assertThat(port.in(TEXT.withHeadline("Storm: support grows").withBody("<p>They ask for support.</p>"))).as("part of another word").isEmpty();
        var the = Anchor.on(TEXT, "The").orElseThrow();
        assertThat(the.in(StoryText.of("Other", "<p>Quite other words, the whole lot.</p>"))).as("a small word elsewhere").isEmpty();
    }

    @Test
    void straightenedQuotesAndDashesAreTheSameWords() {
        var anchor = Anchor.on(TEXT, "\"We wait,\" said Edda").orElseThrow();
        assertThat(anchor.in(TEXT.withBody("<p>\"We wait,\" said Edda Rowe.</p>"))).isPresent();
    }

    @Test
    void exchangesWordsAcrossEmphasisAndLeavesTheRest() {
        var anchor = Anchor.on(TEXT, "eleven small boats broke").orElseThrow();
        var now = TextBlocks.exchanged(TEXT, anchor.in(TEXT).orElseThrow(), "twelve broke");
        assertThat(now.body()).startsWith("<p>The port was closed on Tuesday, and the port office said <em>twelve broke</em> loose.</p><ul><li>The fish hall shut.</li></ul>");
        var headline = Anchor.on(TEXT, "shut").orElseThrow();
        assertThat(TextBlocks.exchanged(TEXT, headline.in(TEXT).orElseThrow(), "closed").headline()).isEqualTo("Storm keeps the port closed");
        var spaced = Anchor.on(TEXT, "said Edda").orElseThrow();
        assertThat(TextBlocks.exchanged(TEXT, spaced.in(TEXT).orElseThrow(), "says Edda").body()).contains("“We wait,” says Edda<br>Rowe.");
    }

    @Test
    void nothingIsExchangedWhereThereAreNoWords() {
        assertThatThrownBy(() -> TextBlocks.exchanged(TEXT, new Span(Part.BODY, 9, 0, 1), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextBlocks.exchanged(TEXT, new Span(Part.BODY, 1, 5, 5), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TextBlocks.exchanged(TEXT, new Span(Part.HEADLINE, 1, 0, 900), "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(TextBlocks.exchanged(TEXT, new Span(Part.BODY, 2, 0, 3), "A & <b>").body()).contains("<li>A &amp; &lt;b&gt; fish hall shut.</li>");
    }
}
