package galley.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A story's markup that is simple beyond doubt: paragraphs, headings and lists of words, in them strong, emphasis and links to the web,
/// every element closed where it should be. That is what nearly all stories are, and it needs no parser to read.
///
/// Whatever is not exactly so is left to the parser. A test holds both ways to the same answer, letter by letter: the canonical text that
/// signatures cover is read here too.
///
/// @param html as a page prints it, its headings beginning at the level asked for
/// @param plain the words alone, with single spaces
/// @param lines the words of each block as they are written, see [#blocks()]
/// @param links the addresses in order
public record SimpleStory(String html, String plain, List<String> lines, List<String> links) {

    private static final int LONGEST = 1_000_000;
    private static final Set<String> LINES = Set.of("p", "h2", "h3", "li");
    /// An address that is the same however it is read.
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/!$()*+,;=:@%-]*)?(?:\\?[A-Za-z0-9._~/!$()*+,;=:@%?-]*)?(?:#[A-Za-z0-9._~/!$()*+,;=:@%?-]*)?");
    private static final SimpleStory EMPTY = new SimpleStory("", "", List.of(), List.of());

    /// @param top the level at which the text's headings begin, 2 to 5
    /// @return null when it takes a parser to tell
    public static @Nullable SimpleStory of(String html, int top) {
        if (html.isEmpty()) {
            return EMPTY;
        }
        return html.length() > LONGEST ? null : new Reading(html, top).read();
    }

    /// The text of each block in `story-text/1`.
    public List<String> blocks() {
        return lines.stream().map(BlockText::folded).filter(line -> !line.isEmpty()).toList();
    }

    private static final class Reading {

        private final String html;
        private final StringBuilder out;
        private final StringBuilder plain;
        private final StringBuilder block = new StringBuilder(600);
        private final List<String> lines = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final ArrayList<String> open = new ArrayList<>(4);
        /// How many runs with letters or figures had been read when each open element began: an empty element is not simple.
        private final ArrayList<Integer> before = new ArrayList<>(4);
        private final int top;
        private int above;
        private int said;
        private int at;
        /// As what the open heading is printed.
        private String heading = "";

        Reading(String html, int top) {
            this.html = html;
            this.top = top;
            this.above = top - 1;
            this.out = new StringBuilder(html.length() + 16);
            this.plain = new StringBuilder(html.length());
        }

        @Nullable SimpleStory read() {
            while (at < html.length()) {
                boolean fine = switch (html.charAt(at)) {
                    case '<' -> html.startsWith("</", at) ? closes() : opens();
                    case '&' -> refers();
                    default -> words();
                };
                if (!fine) {
                    return null;
                }
            }
            return open.isEmpty() ? new SimpleStory(out.toString(), plain.toString().trim(), List.copyOf(lines), List.copyOf(links)) : null;
        }

        private boolean isInLine() {
            return !open.isEmpty() && !open.getLast().equals("ul") && !open.getLast().equals("ol");
        }

        private boolean words() {
            int start = at;
            if (!isInLine()) {
                // Space between two blocks goes; in a list it would stay, and words have no place in either.
                while (at < html.length() && (html.charAt(at) == '\n' || html.charAt(at) == ' ')) {
                    at++;
                }
                return at > start && open.isEmpty();
            }
            boolean single = true;
            boolean letters = false;
            char last = ' ';
            for (; at < html.length(); at++) {
                char c = html.charAt(at);
                if (c == '<' || c == '&' || c == '>') {
                    break;
                }
                if (!isPlain(c)) {
                    return false;
                }
                letters |= c >= 'a' && c <= 'z' || c != ' ' && Character.isLetterOrDigit(c);
                single &= c > ' ' || c == ' ' && last != ' ';
                last = c;
            }
            said += letters ? 1 : 0;
            out.append(html, start, at);
            block.append(html, start, at);
            if (single) {
                plain.append(html, start, at);
            } else {
                for (int i = start; i < at; i++) {
                    say(html.charAt(i));
                }
            }
            if (at < html.length() && html.charAt(at) == '>') {
                character('>', "&gt;");
                at++;
            }
            return true;
        }

        /// What every reader takes as it stands: no controls, nothing that cannot be seen, no halves of pairs.
        private static boolean isPlain(char c) {
            return c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c > 0xA0 && c < 0xD800 && c != 0xAD && c != 0x200B || c > 0xFF00 && c < 0xFFF0;
        }

        private void say(char c) {
            if (c != ' ' && c != '\n' && c != '\t' && c != 0xA0) {
                plain.append(c);
            } else {
                part();
            }
        }

        private void part() {
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }

        private void character(char c, String written) {
            out.append(written);
            block.append(c);
            say(c);
        }

        private boolean refers() {
            if (!isInLine()) {
                return false;
            }
            int end = html.indexOf(';', at);
            if (end < 0 || end - at > 6) {
                return false;
            }
            switch (html.substring(at, end + 1)) {
                case "&amp;" -> character('&', "&amp;");
                case "&lt;" -> character('<', "&lt;");
                case "&gt;" -> character('>', "&gt;");
                case "&nbsp;" -> character('\u00A0', "&nbsp;");
                case "&quot;" -> character('"', "\"");
                case "&#39;" -> character('\'', "'");
                default -> {
                    return false;
                }
            }
            at = end + 1;
            return true;
        }

        private boolean opens() {
            int end = html.indexOf('>', at);
            if (end < 0) {
                return false;
            }
            var tag = html.substring(at + 1, end);
            var parent = open.isEmpty() ? "" : open.getLast();
            at = end + 1;
            switch (tag) {
                case "br" -> {
                    out.append("<br>");
                    block.append(' ');
                    part();
                    return isInLine();
                }
                case "strong", "em" -> {
                    out.append('<').append(tag).append('>');
                    return isInLine() && push(tag);
                }
                case "p" -> {
                    out.append("<p>");
                    return parent.isEmpty() && line("p");
                }
                case "h2", "h3" -> {
                    above = Math.min(tag.equals("h2") ? top : top + 1, above + 1);
                    heading = "h" + above;
                    out.append('<').append(heading).append('>');
                    return parent.isEmpty() && line(tag);
                }
                case "ul", "ol" -> {
                    out.append('<').append(tag).append('>');
                    return parent.isEmpty() && push(tag);
                }
                case "li" -> {
                    out.append("<li>");
                    return (parent.equals("ul") || parent.equals("ol")) && line("li");
                }
                default -> {
                    return isInLine() && tag.startsWith("a href=\"") && link(tag.substring(8)) && push("a");
                }
            }
        }

        private boolean link(String rest) {
            if (!rest.endsWith("\"")) {
                return false;
            }
            var address = rest.substring(0, rest.length() - 1);
            links.add(address);
            out.append("<a href=\"").append(address).append("\">");
            return ADDRESS.matcher(address).matches();
        }

        private boolean line(String name) {
            part();
            return push(name);
        }

        private boolean push(String name) {
            before.add(said);
            return !open.contains(name) && open.add(name);
        }

        private boolean closes() {
            if (open.isEmpty()) {
                return false;
            }
            var name = open.removeLast();
            int end = at + 2 + name.length();
            if (before.removeLast() == said || !html.startsWith(name, at + 2) || end >= html.length() || html.charAt(end) != '>') {
                return false;
            }
            out.append("</").append(name.charAt(0) == 'h' ? heading : name).append('>');
            if (LINES.contains(name)) {
                lines.add(block.toString());
                block.setLength(0);
            }
            at = end + 1;
            return true;
        }
    }
}
