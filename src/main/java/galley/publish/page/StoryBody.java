package galley.publish.page;

import galley.story.SimpleStory;
import galley.story.WordCount;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The body of a story, read once for everything that is made of it: its markup on the page and in the record for other systems, its
/// plain words for the description, their count.
public final class StoryBody {

    private final String written;
    private final @Nullable SimpleStory simple;
    private @Nullable Element tidy;
    private final String plain;
    private final int words;

    private StoryBody(String written) {
        this.written = written;
        this.simple = SimpleStory.of(written, 2);
        if (simple != null) {
            this.plain = simple.plain();
        } else {
            var document = Jsoup.parseBodyFragment(written);
            this.plain = document.text();
            this.tidy = StoryMarkup.tidy(document, 2);
        }
        this.words = WordCount.of(plain);
    }

    /// @param html in story markup
    public static StoryBody of(String html) {
        return new StoryBody(html);
    }

    /// As it stands on a page.
    String html() {
        return simple != null ? simple.html() : tidy().html();
    }

    /// The elements of the text, fit for a page; nobody may change them.
    Element tidy() {
        if (tidy == null) {
            tidy = StoryMarkup.tidy(written, 2);
        }
        return tidy;
    }

    boolean beginsWithParagraph() {
        if (simple != null) {
            return simple.html().startsWith("<p>");
        }
        var first = tidy().firstElementChild();
        return first != null && first.normalName().equals("p");
    }

    String plain() {
        return plain;
    }

    int words() {
        return words;
    }
}
