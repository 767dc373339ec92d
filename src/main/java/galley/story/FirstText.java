package galley.story;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;

/// The text a story begins with when a wire item is taken: the wire's words, cleaned to story markup, and who they come from.
public final class FirstText {

    private static final int SLUG_WORDS = 3;

    private FirstText() {}

    /// @param source the outlet's printed name
    /// @param otherwise language when the item names none
    /// @param storyMarkup reduces HTML to what a story may hold
    public static StoryText of(WireItem item, String source, String otherwise, UnaryOperator<String> storyMarkup) {
        var body = storyMarkup.apply(item.fullestText());
        var summary = Jsoup.parseBodyFragment(item.summary()).text();
        boolean summaryIsMore = !item.body().isBlank() && !summary.isBlank() && !Jsoup.parseBodyFragment(item.body()).text().startsWith(stem(summary));
        return new StoryText(slugline(item.title()), plain(item.title()), summaryIsMore ? summary : "", "", "", body, List.of(), "", "", List.of(),
                item.link() == null ? new Source(source, "") : new Source(source, item.link()), List.of(),
                item.categories().isEmpty() ? "" : item.categories().getFirst(), item.categories().stream().skip(1).limit(4).toList(),
                item.language().isBlank() ? otherwise : item.language(), "");
    }

    /// A feed often repeats the first lines of the text as its summary, cut off with dots.
    private static String stem(String summary) {
        var stem = summary.replaceFirst("(…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])\\s*$", "").strip();
        return stem.length() > 60 ? stem.substring(0, 60) : stem;
    }

    private static String plain(String title) {
        return BlockText.of(title).isEmpty() ? "" : title.strip().replaceAll("\\s+", " ");
    }

    /// The telling words of a headline, as a working name: HARBOUR-STORM-SHUT.
    private static String slugline(String title) {
        var words = java.util.Arrays.stream(BlockText.of(title).split("[^\\p{L}\\p{N}]+")).filter(w -> w.length() > SLUG_WORDS).limit(SLUG_WORDS).toList();
        return String.join("-", words).toUpperCase(Locale.ROOT);
    }
}
