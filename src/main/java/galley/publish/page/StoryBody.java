package galley.publish.page;

import galley.story.WordCount;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// The body of a story, read once for everything that is made of it: its markup on the page and in the record for other systems, its
/// plain words for the description, their count.
public final class StoryBody {

    private final Element tidy;
    private final String plain;
    private final int words;

    private StoryBody(Element tidy, String plain) {
        this.tidy = tidy;
        this.plain = plain;
        this.words = WordCount.of(plain);
    }

    /// @param html in story markup
    public static StoryBody of(String html) {
        var document = Jsoup.parseBodyFragment(html);
        var plain = document.text();
        return new StoryBody(StoryMarkup.tidy(document, 2), plain);
    }

    /// The elements of the text, fit for a page; nobody may change them.
    Element tidy() {
        return tidy;
    }

    String plain() {
        return plain;
    }

    int words() {
        return words;
    }
}
