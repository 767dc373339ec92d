package galley.story;

import java.text.BreakIterator;
import java.util.Locale;
import org.jsoup.Jsoup;

/// Counts words the way an editor does: runs of letters and digits, by the language's own word breaks.
public final class WordCount {

    private WordCount() {}

    public static int of(String text) {
        int count = 0;
        for (int from = 0; from < text.length();) {
            int end = plainWord(text, from);
            if (end > from) {
                count++;
                from = end;
            } else if (text.charAt(from) == ' ') {
                from++;
            } else if (Character.getType(text.charAt(from)) == Character.FORMAT) {
                // What cannot be seen clings to the space before it.
                return byTheRules(text);
            } else {
                // No word goes over a space; what stands before the next one takes the rules of the language to tell.
                int space = text.indexOf(' ', from);
                end = space < 0 ? text.length() : space;
                count += byTheRules(text.substring(from, end));
                from = end;
            }
        }
        return count;
    }

    /// The end of a word of plain letters with a space or a full stop and a space behind it; `from` when none stands there.
    private static int plainWord(String text, int from) {
        int at = from;
        while (at < text.length() && isPlainLetter(text.charAt(at))) {
            at++;
        }
        int end = at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') ? at + 1 : at;
        return at == from || end < text.length() && text.charAt(end) != ' ' ? from : end;
    }

    private static boolean isPlainLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static int byTheRules(String text) {
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
