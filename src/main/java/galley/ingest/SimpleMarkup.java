package galley.ingest;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cleans markup that is simple beyond doubt without building a tree of it: paragraphs, headings, lists, links and pictures, every
/// element closed where it should be, nothing in it that an HTML parser would have to put right. That is what most feeds send.
///
/// Whatever is not exactly so is left to the parser. A test holds both ways to the same answer, letter by letter.
final class SimpleMarkup {

    private static final int DEEPEST = 50;
    private static final int LONGEST = 1_000_000;

    /// Hold anything that is simple.
    private static final Set<String> HOLDERS = Set.of("div", "blockquote", "figure", "figcaption", "li");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    /// Hold a line of words.
    private static final Set<String> LINES = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> INLINE = Set.of("a", "b", "em", "i", "strong", "small", "code", "u", "s", "sub", "sup", "span", "mark", "cite");

    private static final Set<String> EVERYWHERE = Set.of("dir", "lang");
    private static final Map<String, Set<String>> ALLOWED = Map.of("a", Set.of("href", "title", "dir", "lang"),
            "img", Set.of("alt", "height", "src", "title", "width", "dir", "lang"));
    /// Attributes that these elements may have elsewhere, and that nobody needs quickly.
    private static final Map<String, Set<String>> TOO_RARE = Map.of("blockquote", Set.of("cite"), "ol", Set.of("start", "type"));

    /// An address that is the same however it is read.
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/!$'()*+,;=:@%&-]*)?(?:\\?[A-Za-z0-9._~/!$'()*+,;=:@%&?-]*)?(?:#[A-Za-z0-9._~/!$'()*+,;=:@%&?-]*)?");

    private final String html;
    private final @Nullable String base;
    private final StringBuilder out;
    private final ArrayList<String> open = new ArrayList<>();
    private int at;

    private SimpleMarkup(String html, @Nullable String base) {
        this.html = html;
        this.base = base;
        this.out = new StringBuilder(html.length() + 16);
    }

    /// The clean fragment; null when it takes a parser to tell.
    static @Nullable String clean(String html, @Nullable String base) {
        if (html.isEmpty() || html.length() > LONGEST || html.charAt(0) <= ' ') {
            return null;
        }
        var simple = new SimpleMarkup(html, base);
        return simple.isSimple() ? simple.out.toString() : null;
    }

    private boolean isSimple() {
        while (at < html.length()) {
            char c = html.charAt(at);
            boolean fine = switch (c) {
                case '<' -> at + 1 < html.length() && (html.charAt(at + 1) == '/' ? closes() : opens());
                case '&' -> refers();
                default -> words();
            };
            if (!fine) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private boolean words() {
        int start = at;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' || c == '&' || c == '>') {
                break;
            }
            if (!isPlain(c) && c != '\n' && c != '\t') {
                return false;
            }
            at++;
        }
        out.append(html, start, at);
        if (at < html.length() && html.charAt(at) == '>') {
            out.append("&gt;");
            at++;
        }
        return true;
    }

    /// Of the characters that are written out differently, or not at all, none.
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F || c > 0xA0 && c < 0xD800;
    }

    private boolean refers() {
        for (var reference : new String[] {"&amp;", "&lt;", "&gt;", "&nbsp;"}) {
            if (html.startsWith(reference, at)) {
                out.append(reference);
                at += reference.length();
                return true;
            }
        }
        if (html.startsWith("&quot;", at)) {
            out.append('"');
            at += 6;
            return true;
        }
        if (html.startsWith("&#39;", at)) {
            out.append('\'');
            at += 5;
            return true;
        }
        return false;
    }

    private boolean closes() {
        if (open.isEmpty()) {
            return false;
        }
        var name = open.getLast();
        int end = at + 2 + name.length();
        if (!html.startsWith(name, at + 2) || end >= html.length() || html.charAt(end) != '>') {
            return false;
        }
        out.append(html, at, end + 1);
        at = end + 1;
        open.removeLast();
        return true;
    }

    private boolean opens() {
        int end = at + 1;
        while (end < html.length() && (html.charAt(end) >= 'a' && html.charAt(end) <= 'z' || html.charAt(end) >= '1' && html.charAt(end) <= '6')) {
            end++;
        }
        var name = html.substring(at + 1, end);
        boolean isEmpty = name.equals("br") || name.equals("img");
        if (end >= html.length() || !isEmpty && !mayStandHere(name)) {
            return false;
        }
        at = end;
        var attributes = attributes(name);
        if (attributes == null || name.equals("img") && !attributes.containsKey("src")) {
            return false;
        }
        if (isEmpty && html.startsWith("/", at)) {
            at++;
        }
        if (!html.startsWith(">", at)) {
            return false;
        }
        at++;
        out.append('<').append(name);
        attributes.forEach((key, value) -> out.append(' ').append(key).append("=\"").append(value).append('"'));
        out.append(isEmpty ? " />" : ">");
        if (!isEmpty) {
            open.add(name);
        }
        return open.size() <= DEEPEST;
    }

    private boolean mayStandHere(String name) {
        var parent = open.isEmpty() ? "div" : open.getLast();
        if (INLINE.contains(name)) {
            return !LISTS.contains(parent) && !open.contains(name);
        }
        if (name.equals("li")) {
            return LISTS.contains(parent);
        }
        return (HOLDERS.contains(name) || LISTS.contains(name) || LINES.contains(name)) && HOLDERS.contains(parent);
    }

    /// Those that are kept, in order, as they are written; null when it is not simple.
    private @Nullable Map<String, String> attributes(String element) {
        char next = html.charAt(at);
        if (next == '>' || next == '/') {
            return Map.of();
        }
        var kept = new TreeMap<String, String>();
        var seen = new ArrayList<String>();
        while (at < html.length() && html.charAt(at) == ' ') {
            while (at < html.length() && html.charAt(at) == ' ') {
                at++;
            }
            int start = at;
            while (at < html.length() && (html.charAt(at) >= 'a' && html.charAt(at) <= 'z' || html.charAt(at) == '-')) {
                at++;
            }
            var name = html.substring(start, at);
            if (name.isEmpty()) {
                break;
            }
            int end = html.startsWith("=\"", at) ? html.indexOf('"', at + 2) : -1;
            if (end < 0 || name.charAt(0) == '-' || seen.contains(name) || TOO_RARE.getOrDefault(element, Set.of()).contains(name)) {
                return null;
            }
            seen.add(name);
            var value = value(html.substring(at + 2, end));
            at = end + 1;
            if (value != null && (name.equals("href") || name.equals("src"))) {
                value = Links.resolve(base, value);
                value = value != null && value.indexOf("/.") < 0 && ADDRESS.matcher(value).matches() ? value : null;
            }
            if (value == null) {
                return null;
            }
            if (ALLOWED.getOrDefault(element, EVERYWHERE).contains(name)) {
                kept.put(name, value.replace("&", "&amp;"));
            }
        }
        return kept;
    }

    /// What an attribute says; null when it is not simple.
    private static @Nullable String value(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (!isPlain(c) || c == '<' || c == '>' || c == '&' && !written.startsWith("&amp;", i)) {
                return null;
            }
        }
        return written.replace("&amp;", "&");
    }
}
