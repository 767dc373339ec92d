package galley.ingest;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Bounds what reading a text of HTML may cost. A browser's rules make a tag that is never closed work for every tag behind it, so a
/// small text can ask for minutes and gigabytes. What an honest page asks for is passed as it is; from where a text asks for more,
/// its words are kept and its tags are not.
///
/// The count is taken from the tags alone and never too low: what is closed only in passing counts as open.
public final class TagBudget {

    private static final int ENOUGH = 400_000;
    private static final int MOST_COPIED = 12;
    private static final int DEEPEST = 200;
    private static final int LONGEST_NAME = 24;
    private static final int MOST_ATTRIBUTES = 500;

    /// Opened again inside every block that follows, until they are closed.
    private static final Set<String> COPIED = Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");
    private static final Set<String> RAW = Set.of("script", "style", "iframe", "noembed", "noframes", "textarea", "title", "xmp");
    private static final Set<String> NEVER_CLOSED = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
            "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "rp", "rt", "html", "head", "body", "colgroup");

    private final String html;
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Set<String> unclosed = new HashSet<>();
    private final StringBuilder kept = new StringBuilder();
    private boolean foreign;
    private boolean crossed;
    private int taken;
    private int copied;
    private int spent;

    private TagBudget(String html) {
        this.html = html;
    }

    /// The text, the same one when it keeps within its bounds.
    public static String kept(String html) {
        return new TagBudget(html).kept();
    }

    /// The text of XML without the attributes of a tag that has more than any has, for a strict reader compares each with all others.
    static String withFewerAttributes(String xml) {
        var budget = new TagBudget(xml);
        for (int at = xml.indexOf('<'); at >= 0; ) {
            int end = xml.startsWith("<![CDATA[", at) ? xml.indexOf("]]>", at) : budget.nameAt(at + 1).isEmpty() ? at + 1 : budget.endOfTag(at);
            at = end < 0 ? -1 : xml.indexOf('<', end);
        }
        return budget.taken == 0 ? xml : budget.kept.append(xml, budget.taken, xml.length()).toString();
    }

    private String kept() {
        int at = html.indexOf('<');
        while (at >= 0 && spent < ENOUGH) {
            at = html.indexOf('<', tag(at));
        }
        if (at >= 0) {
            kept.append(html, taken, at);
            words(at);
        } else if (taken > 0) {
            kept.append(html, taken, html.length());
        }
        return at < 0 && taken == 0 ? html : kept.toString();
    }

    /// Counts what stands at a "<" and answers where to go on.
    private int tag(int at) {
        if (html.startsWith("<!--", at)) {
            return endOfComment(at);
        }
        boolean closes = html.startsWith("/", at + 1);
        var name = nameAt(closes ? at + 2 : at + 1);
        spent += 1 + Math.min(copied, MOST_COPIED) + Math.min(open.size(), DEEPEST) / 20;
        if (name.isEmpty()) {
            return at + 1;
        }
        int end = endOfTag(at);
        if (closes) {
            close(name);
        } else if (RAW.contains(name) && !foreign && !unclosed.contains(name)) {
            return endOfRaw(name, end);
        } else if (!NEVER_CLOSED.contains(name)) {
            open.push(name);
            crossed &= !COPIED.contains(name);
            foreign |= name.equals("svg") || name.equals("math");
            copied += COPIED.contains(name) ? 1 : 0;
        } else {
            crossed = true;
        }
        return end;
    }

    /// Only what is closed in its order is surely closed. What a paragraph came into meanwhile is opened again inside it even so.
    private void close(String name) {
        if (name.equals(open.peek())) {
            open.pop();
            if (COPIED.contains(name)) {
                copied--;
                spent += crossed ? MOST_COPIED : 0;
            }
        }
    }

    private String nameAt(int from) {
        int end = from;
        while (end < html.length() && end - from < LONGEST_NAME && (Character.isLetterOrDigit(html.charAt(end)) || end > from && ":-_".indexOf(html.charAt(end)) >= 0)) {
            end++;
        }
        return from < html.length() && Character.isLetter(html.charAt(from)) ? html.substring(from, end).toLowerCase(Locale.ROOT) : "";
    }

    /// Behind the tag; what stands in it beyond so many attributes goes.
    private int endOfTag(int at) {
        char quote = 0;
        int attributes = 0;
        int cut = -1;
        int i = at + 1;
        for (; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
                spent += c == '<' ? 1 + MOST_COPIED : 0;
            } else if (c == '>') {
                break;
            } else if (c == '"' || c == '\'') {
                quote = html.charAt(i - 1) == '=' ? c : 0;
            } else if ((Character.isWhitespace(c) || c == '/') && ++attributes == MOST_ATTRIBUTES) {
                cut = i;
            }
        }
        if (cut > 0) {
            kept.append(html, taken, cut);
            taken = Math.min(i, html.length());
        }
        return Math.min(i + 1, html.length());
    }

    private int endOfComment(int at) {
        int end = html.indexOf("-->", at + 2);
        int stop = end < 0 ? html.length() : end;
        int early = html.indexOf("--!>", Math.min(at + 4, stop), stop);
        return early >= 0 ? early + 4 : end < 0 ? html.length() : end + 3;
    }

    /// What looks like a tag in here may be one after all: where it stands decides that.
    private int endOfRaw(String name, int from) {
        int end = closing(name, from);
        if (end < 0) {
            unclosed.add(name);
            return from;
        }
        for (int at = name.equals("script") ? -1 : html.indexOf('<', from); at >= 0 && at < end; at = html.indexOf('<', at + 1)) {
            spent += 1 + MOST_COPIED;
        }
        return end;
    }

    private int closing(String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                return at;
            }
        }
        return -1;
    }

    private void words(int from) {
        int at = from;
        while (at < html.length()) {
            int next = html.indexOf('<', at);
            kept.append(html, at, next < 0 ? html.length() : next);
            if (next < 0) {
                return;
            }
            var name = nameAt(next + 1);
            boolean isTag = !name.isEmpty() || next + 1 < html.length() && "/!?".indexOf(html.charAt(next + 1)) >= 0;
            int end = isTag ? html.indexOf('>', next) : next;
            int raw = RAW.contains(name) && !unclosed.contains(name) ? endOfRaw(name, next + 1) : next + 1;
            at = raw > next + 1 ? raw : end < 0 ? html.length() : end + 1;
            kept.append(isTag ? " " : "&lt;");
        }
    }
}
