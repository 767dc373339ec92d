package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.CanonicalWalk;
import galley.story.Part;
import galley.story.SimpleStory;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// What is read without a parser has to be what the parser reads: the page's markup, its plain words, and the text that is signed.
class SimpleStoryTest {

    private static final String[] PIECES = {"<p>", "</p>", "<p>", "</p>", "<h2>", "</h2>", "<h3>", "</h3>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>",
        "<strong>", "</strong>", "<em>", "</em>", "<a href=\"https://harbour.example/log?a=1\">", "</a>", "<br>", "<blockquote>", "</blockquote>", "<sub>", "</sub>",
        "<a href=\"javascript:x\">", "<a href=\"https://harbour.example/a b\">", "<p class=\"x\">", "word", "more words", " ", "  ", "\n", "\t", "&amp;", "&lt;", "&nbsp;", "&quot;",
        "&#39;", "&copy;", "& ", ">", "\"", "’", "“quoted”", "—", "…", "é", "e\u0301", "\u00ad", "\u200b", "\u2060", "\u00a0", "日本", "（注）", "😀", "ש", "\u0001", "\u0085", "."};
    private static final String[] LINES = {"<p>The harbour is <em>shut</em>.</p>", "<p>Boats &amp; crews  wait<br>for the <strong>storm</strong>.</p>", "<h3>First</h3>", "<h2>Then</h2>",
        "<ul><li>One</li><li>Two <a href=\"http://a.example\">three</a></li></ul>", "<p>\u201cNo\u201d &lt;she&gt; said \u2014 twice\u2026</p>", "\n", "<p>\u65e5\u672c\u3002</p>"};

    @Test
    void whatIsSimpleReadsAsTheParserReadsIt() {
        var random = new Random(11);
        int simple = 0;
        for (int i = 0; i < 30_000; i++) {
            simple += same(made(random)) ? 1 : 0;
        }
        assertThat(simple).as("how many were simple").isGreaterThan(3_000);
    }

    @Test
    void whatIsNotSimpleIsLeftToTheParser() {
        assertThat(SimpleStory.of("<p>Not closed", 2)).isNull();
        assertThat(SimpleStory.of("Loose words", 2)).isNull();
        assertThat(SimpleStory.of("<p> </p>", 2)).isNull();
        assertThat(SimpleStory.of("<p data-unsigned>Hidden</p>", 2)).isNull();
        assertThat(SimpleStory.of("<blockquote><p>Said</p></blockquote>", 2)).isNull();
    }

    private static String made(Random random) {
        var html = new StringBuilder();
        int kind = random.nextInt(3);
        for (int j = random.nextInt(9); j >= 0; j--) {
            html.append(kind < 2 ? LINES[random.nextInt(LINES.length)] : PIECES[random.nextInt(PIECES.length)]);
        }
        if (kind == 1) {
            html.insert(random.nextInt(html.length() + 1), PIECES[random.nextInt(PIECES.length)]);
        }
        return html.toString();
    }

    private static boolean same(String html) {
        for (int top = 2; top < 5; top++) {
            var simple = SimpleStory.of(html, top);
            if (simple == null) {
                return false;
            }
            assertThat(simple.html()).as(html).isEqualTo(StoryMarkup.tidy(html, top).html());
        }
        var simple = SimpleStory.of(html, 2);
        var document = Jsoup.parseBodyFragment(html);
        var walked = CanonicalWalk.ofMarkup(document.body(), Part.BODY);
        assertThat(simple.plain()).as(html).isEqualTo(document.text());
        assertThat(simple.blocks()).as(html).isEqualTo(walked.in(Part.BODY.code()));
        assertThat(walked.blocks().keySet()).as(html).isSubsetOf(Part.BODY.code());
        assertThat(simple.links()).as(html).isEqualTo(walked.links().getOrDefault(Part.BODY.code(), java.util.List.of()));
        return true;
    }
}
