package galley.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Makes a feed's text fit for a strict XML reader: what stands before the first "<" goes, the DOCTYPE goes unread,
/// characters that XML forbids go, and every reference becomes a character or plain text. Nothing is ever resolved.
final class XmlRepair {

    /// The text without its XML declaration and DOCTYPE, and what was wrong with it in plain words.
    record Mended(String text, Set<String> damage) {}

    private static final Pattern NAMED = Pattern.compile("[A-Za-z][A-Za-z0-9]{1,31}");
    private static final Pattern PREFIX_USED = Pattern.compile("[<\\s/]([A-Za-z_][\\w.-]*):[A-Za-z_]");

    private static final int MOST_PREFIXES = 100;

    private final String in;
    private final Set<String> damage = new TreeSet<>();
    private final StringBuilder out;
    private boolean doctype;
    private int copied;

    private XmlRepair(String in) {
        this.in = in;
        this.out = new StringBuilder();
    }

    static Mended mend(String text) {
        return new XmlRepair(text).mended();
    }

    /// Declares at the root the prefixes that are used but declared nowhere, well-known ones by their known address.
    static String declarePrefixes(String text) {
        var missing = new LinkedHashMap<String, String>();
        var used = PREFIX_USED.matcher(text);
        while (used.find() && missing.size() < MOST_PREFIXES) {
            var prefix = used.group(1);
            if (!prefix.equals("xml") && !prefix.equals("xmlns") && !missing.containsKey(prefix) && !text.contains("xmlns:" + prefix + "=")) {
                missing.putIfAbsent(prefix, FeedNames.addressOf(prefix));
            }
        }
        int nameEnd = endOfRootName(text);
        return nameEnd < 0 ? text : text.substring(0, nameEnd) + declarations(missing) + text.substring(nameEnd);
    }

    private static String declarations(Map<String, String> prefixes) {
        var words = new StringBuilder();
        prefixes.forEach((prefix, address) -> words.append(" xmlns:").append(prefix).append("=\"").append(address).append('"'));
        return words.toString();
    }

    private static int endOfRootName(String text) {
        for (int i = text.indexOf('<'); i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            if (Character.isLetter(text.charAt(i + 1)) || text.charAt(i + 1) == '_') {
                int end = i + 1;
                while (end < text.length() && " \t\r\n/>".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return end;
            }
        }
        return -1;
    }

    private Mended mended() {
        int start = Math.max(0, in.indexOf('<'));
        if (!in.substring(0, start).isBlank()) {
            damage.add("text stands before the document");
        }
        copied = start;
        int i = start;
        while (i < in.length()) {
            char c = in.charAt(i);
            if (c == '&') {
                i = reference(i);
            } else if (c == '<') {
                i = markup(i);
            } else if (isForbidden(c, i)) {
                i = drop(i, i + 1, "characters that XML forbids");
            } else {
                i++;
            }
        }
        if (copied == 0) {
            return new Mended(in, damage);
        }
        out.append(in, copied, in.length());
        return new Mended(out.toString(), damage);
    }

    private int markup(int i) {
        if (in.startsWith("<![CDATA[", i)) {
            return cdata(i);
        }
        if (in.startsWith("<!--", i)) {
            int end = in.indexOf("-->", i + 4);
            return replace(i, end < 0 ? in.length() : end + 3, "");
        }
        if (in.startsWith("<?xml", i) && i + 5 < in.length() && Character.isWhitespace(in.charAt(i + 5))) {
            boolean first = in.indexOf('<') == i;
            if (!first || !in.substring(0, i).isBlank()) {
                damage.add("a second XML declaration inside the document");
            } else if (i > 0) {
                damage.add("white space before the XML declaration");
            }
            int end = in.indexOf('>', i);
            return replace(i, end < 0 ? in.length() : end + 1, "");
        }
        if (in.regionMatches(true, i, "<!DOCTYPE", 0, 9)) {
            doctype = true;
            return replace(i, endOfDoctype(i), "");
        }
        return i + 1;
    }

    private int cdata(int i) {
        int end = in.indexOf("]]>", i);
        int stop = end < 0 ? in.length() : end;
        for (int k = i; k < stop; k++) {
            if (isForbidden(in.charAt(k), k)) {
                drop(k, k + 1, "characters that XML forbids");
            }
        }
        return end < 0 ? stop : end + 3;
    }

    private int endOfDoctype(int i) {
        int depth = 0;
        char quote = 0;
        for (int k = i; k < in.length(); k++) {
            char c = in.charAt(k);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (in.startsWith("<!--", k)) {
                int end = in.indexOf("-->", k);
                k = end < 0 ? in.length() : end + 2;
            } else if (depth > 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return k + 1;
            }
        }
        int end = in.indexOf('>', i);
        return end < 0 ? in.length() : end + 1;
    }

    private int reference(int i) {
        int semicolon = in.indexOf(';', i, Math.min(in.length(), i + 42));
        var name = semicolon < 0 || semicolon - i > 40 ? "" : in.substring(i + 1, semicolon);
        if (name.startsWith("#")) {
            int code = number(name);
            if (code == -1) {
                return replace(i, i + 1, damaged("an ampersand that stands for itself", "&amp;"));
            }
            if (!Character.isValidCodePoint(code) || !isAllowed(code)) {
                return drop(i, semicolon + 1, "references to characters that XML forbids");
            }
            return name.charAt(1) == 'X' ? replace(i, semicolon + 1, damaged("references written with a capital X", "&#" + code + ";")) : semicolon + 1;
        }
        if (isXmlName(name)) {
            return semicolon + 1;
        }
        var character = NAMED.matcher(name).matches() ? named(name) : null;
        if (character != null) {
            return replace(i, semicolon + 1, doctype ? character : damaged("HTML's names for characters without a DOCTYPE", character));
        }
        return replace(i, i + 1, doctype && NAMED.matcher(name).matches() ? "&amp;" : damaged("an ampersand that stands for itself", "&amp;"));
    }

    private static boolean isXmlName(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }

    private static @Nullable String named(String name) {
        var reference = "&" + name + ";";
        var character = Parser.unescapeEntities(reference, false);
        return character.equals(reference) || character.contains(";") ? null : switch (name) {
            // feeds that use names were written to HTML 4, which knows other angle brackets than HTML 5
            case "lang" -> "\u2329";
            case "rang" -> "\u232a";
            default -> fitForXml(character);
        };
    }

    private static String fitForXml(String character) {
        return switch (character) {
            case "<" -> "&lt;";
            case "&" -> "&amp;";
            default -> character;
        };
    }

    /// -1 when it is no number.
    private static int number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
        try {
            return hex ? Integer.parseUnsignedInt(name, 2, name.length(), 16) : Integer.parseUnsignedInt(name, 1, name.length(), 10);
        } catch (NumberFormatException | IndexOutOfBoundsException none) {
            return -1;
        }
    }

    private static boolean isAllowed(int code) {
        return code >= 0x20 && !(code >= 0xD800 && code < 0xE000) && code != 0xFFFE && code != 0xFFFF || code == '\t' || code == '\n' || code == '\r';
    }

    private boolean isForbidden(char c, int i) {
        if (c >= 0x20 && c < 0xD800) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= in.length() || !Character.isLowSurrogate(in.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(in.charAt(i - 1));
        }
        return !isAllowed(c);
    }

    private String damaged(String words, String replacement) {
        damage.add(words);
        return replacement;
    }

    private int drop(int from, int to, String words) {
        return replace(from, to, damaged(words, ""));
    }

    private int replace(int from, int to, String with) {
        out.append(in, copied, from).append(with);
        copied = to;
        return to;
    }
}
