package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.CanonicalText;
import galley.story.StoryText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryMarkupTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>One.</p><p>Two <strong>bold</strong> <em>leaning</em>.</p>",
        "Loose words<p>One.</p>more <a href=\"https://harbour.example/a?b=c&amp;d=%20e\">loose</a> words",
        "<h3>Deep</h3><p>One.</p><h2>High</h2>",
        "<ul><li>One</li><li>Two<ul><li>Inner</li></ul></li></ul><ol><li>First</li></ol>",
        "<li>An item without a list</li><ul>words in a list<li>One</li></ul>",
        "<strong><p>Bold around a block</p><p>and another</p></strong>",
        "<blockquote>Said.</blockquote><blockquote><p>Said at length.</p><p>Edda Rowe, harbour master</p></blockquote>",
        "<p></p><h2> </h2><p>H<sub>2</sub>O, 10<sup>2</sup><br>and a new line</p>",
    })
    void tidyingLeavesTheSignedWordsAndLinksAsTheyAre(String html) {
        var tidy = StoryMarkup.tidy(html, 2).html();
        assertThat(CanonicalText.of(StoryText.of("", tidy))).isEqualTo(CanonicalText.of(StoryText.of("", html)));
        assertThat(StoryMarkup.tidy(tidy, 2).html()).isEqualTo(tidy);
    }

    @Test
    void aShortLastLineUnderAQuotationNamesTheSpeaker() {
        assertThat(StoryMarkup.tidy("<blockquote><p>“Not an hour earlier.”</p><p>Edda Rowe, harbour master</p></blockquote>", 2).select(".by").text())
                .isEqualTo("Edda Rowe, harbour master");
        assertThat(StoryMarkup.tidy("<blockquote><p>“Not an hour earlier.”</p><p>“And not a minute.”</p></blockquote>", 2).select(".by")).isEmpty();
    }

    @Test
    void aLongQuotationIsNotSetLarge() {
        assertThat(StoryMarkup.tidy("<blockquote><p>" + "word ".repeat(80) + "</p></blockquote>", 2).select(".pull")).isEmpty();
    }

    @Test
    void headingsInsideABoxBeginBelowItsOwn() {
        assertThat(StoryMarkup.tidy("<h2>A</h2><h3>B</h3>", 4).html()).isEqualTo("<h4>A</h4><h5>B</h5>");
    }
}
