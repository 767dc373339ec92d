package galley.story;

import java.text.BreakIterator;
import java.util.Locale;
import org.jsoup.Jsoup;

/// Counts words the way an editor does: runs of letters and digits, by the language's own word breaks.
public final class WordCount {

    private WordCount() {}

    public static int of(String text) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        for (int start = words.first(), end = words.next(); end != BreakIterator.DONE; start = end, end = words.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start))) {
                count++;
            }
        }
        return count;
    }

    public static int ofHtml(String html) {
        return html.isEmpty() ? 0 : of(Jsoup.parseBodyFragment(html).text());
    }
}
