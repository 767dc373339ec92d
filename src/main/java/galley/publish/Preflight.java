package galley.publish;

import galley.notice.Trouble;
import galley.publish.page.Inlined;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a finished page once, before it is put in place, and refuses what must never be printed: elements that do not nest, two things
/// with one id, no heading or two, a picture without its words, a handler, a script that is not ours, an address that runs code. What
/// the standard says beyond that is checked by the Nu checker in the tests (decision 12).
final class Preflight {

    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
            "path", "rect", "circle", "use");
    private static final Set<String> RAW = Set.of("script", "style");
    /// The script that nearly every page has.
    private static final String SCRIPT = new String(Inlined.SCRIPT.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    private static final List<String> CODE = List.of("javascript:", "vbscript:", "data:text");
    /// What a browser leaves out of an address before it reads it.
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Cntrl}]|&#(?:x0*[9aAdD]|0*(?:9|10|13));|&(?:Tab|NewLine);");

    /// The page's bytes, each as one character: what matters here is ASCII, and the rest need not be read.
    private final String html;
    private final List<String> wrong = new ArrayList<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private int headings;

    private Preflight(String html) {
        this.html = html;
    }

    /// Everything that is wrong with a page, in sentences; empty for a good one.
    static List<String> findings(String html) {
        return findings(html.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> findings(byte[] page) {
        var check = new Preflight(new String(page, StandardCharsets.ISO_8859_1));
        check.read();
        return List.copyOf(check.wrong);
    }

    /// The same page.
    ///
    /// @throws Trouble when it may not be printed
    static byte[] passed(byte[] page) {
        var wrong = findings(page);
        if (!wrong.isEmpty()) {
            throw Trouble.of("A page did not pass its check and was not put in place: " + String.join(" ", wrong.subList(0, Math.min(3, wrong.size()))),
                    "Every page in the folder is whole; what was signed is kept.", "Look at the story's preview, and at the newsroom's own templates if it has any.");
        }
        return page;
    }

    private void read() {
        if (!html.regionMatches(true, 0, "<!doctype html>", 0, 15)) {
            wrong.add("It does not begin as a page.");
        }
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            if (html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 4);
                at = end < 0 ? html.length() : end + 3;
            } else if (html.startsWith("<!", at)) {
                at = after('>', at);
            } else if (html.startsWith("</", at)) {
                int end = after('>', at);
                close(html.substring(at + 2, Math.max(at + 2, end - 1)).strip().toLowerCase(Locale.ROOT));
                at = end;
            } else if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
                at = element(at + 1);
            } else {
                at++;
            }
        }
        open.forEach(name -> wrong.add("<" + name + "> is not closed."));
        if (headings != 1) {
            wrong.add("It has " + headings + " main headings.");
        }
        if (!html.contains("http-equiv=\"Content-Security-Policy\"")) {
            wrong.add("It has no security policy.");
        }
    }

    private int after(char sign, int from) {
        int found = html.indexOf(sign, from);
        return found < 0 ? html.length() : found + 1;
    }

    private int element(int from) {
        int at = from;
        while (at < html.length() && (isLetter(html.charAt(at)) || Character.isDigit(html.charAt(at)) || html.charAt(at) == '-')) {
            at++;
        }
        var name = lower(from, at);
        boolean hasAlt = false;
        boolean isData = false;
        boolean selfClosed = false;
        while (at < html.length() && html.charAt(at) != '>') {
            char c = html.charAt(at);
            if (c == '/' || Character.isWhitespace(c)) {
                selfClosed = c == '/';
                at++;
                continue;
            }
            int nameFrom = at;
            while (at < html.length() && !endsName(html.charAt(at))) {
                at++;
            }
            if (at == nameFrom) {
                at++;
                continue;
            }
            var attribute = lower(nameFrom, at);
            var value = "";
            if (at < html.length() && html.charAt(at) == '=') {
                char quote = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
                if (quote != '"' && quote != '\'') {
                    wrong.add("The value of " + attribute + " stands without quotation marks.");
                    at++;
                    continue;
                }
                int end = html.indexOf(quote, at + 2);
                end = end < 0 ? html.length() : end;
                value = html.substring(Math.min(at + 2, end), end);
                at = Math.min(html.length(), end + 1);
            }
            attribute(name, attribute, value);
            hasAlt |= attribute.equals("alt");
            isData |= attribute.equals("type") && value.contains("json");
        }
        at = Math.min(html.length(), at + 1);
        if (name.equals("img") && !hasAlt) {
            wrong.add("A picture has no words for those who cannot see it.");
        }
        headings += name.equals("h1") ? 1 : 0;
        if (RAW.contains(name)) {
            return raw(name, at, isData);
        }
        if (!VOID.contains(name) && !selfClosed) {
            open.push(name);
        }
        return at;
    }

    private void attribute(String element, String name, String value) {
        if (name.startsWith("on") && !name.equals("on")) {
            wrong.add("<" + element + "> has a handler, " + name + ".");
        }
        if (name.equals("style")) {
            wrong.add("<" + element + "> has a style of its own, which the security policy does not let in.");
        }
        if (name.equals("id") && !ids.add(value)) {
            wrong.add("Two elements are called “" + quoted(value) + "”.");
        }
        if (name.equals("href") || name.equals("src") || name.equals("action") || name.equals("formaction") || name.equals("data")) {
            if (mayRunCode(value) && runsCode(isPlain(value) ? value : NOTHING.matcher(value).replaceAll(""))) {
                wrong.add("A link runs code: " + quoted(value) + ".");
            }
        }
        if (element.equals("script") && name.equals("src")) {
            wrong.add("A script comes from elsewhere: " + quoted(value) + ".");
        }
    }

    private String lower(int from, int to) {
        var name = html.substring(from, to);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 'a' && name.charAt(i) != '-' || name.charAt(i) > 'z') {
                return name.toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    private static boolean endsName(char c) {
        return c <= '>' && (c == '=' || c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
    }

    /// Nearly every address begins in a way that settles it: on this site, at the page itself, on the web.
    private static boolean mayRunCode(String value) {
        return !(value.startsWith("../") || value.startsWith("https://") || value.startsWith("#"));
    }

    private static boolean runsCode(String address) {
        return CODE.stream().anyMatch(way -> address.regionMatches(true, 0, way, 0, way.length()));
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '&') {
                return false;
            }
        }
        return true;
    }

    private int raw(String name, int from, boolean isData) {
        int end = html.indexOf("</" + name, from);
        if (end < 0) {
            wrong.add("<" + name + "> is not closed.");
            return html.length();
        }
        if (name.equals("script") && !isData && !html.contains(hash(from, end))) {
            wrong.add("A script is not let in by the page's security policy.");
        }
        return after('>', end);
    }

    private String hash(int from, int end) {
        return SCRIPT.length() == end - from && html.startsWith(SCRIPT, from) ? Inlined.SCRIPT.hash() : Inlined.hash(words(html.substring(from, end)));
    }

    private static String words(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String quoted(String bytes) {
        return Excerpt.of(words(bytes));
    }

    private void close(String name) {
        if (VOID.contains(name)) {
            return;
        }
        if (open.isEmpty() || !open.pop().equals(name)) {
            wrong.add("</" + quoted(name) + "> closes what is not open.");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
