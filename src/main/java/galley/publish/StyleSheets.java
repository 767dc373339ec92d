package galley.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads style sheets as far as a checker needs them: which selectors get which declarations. It follows nested rules and conditions, and leaves
/// out what only paper sees.
final class StyleSheets {

    private static final int MOST_SELECTORS = 256;
    private static final int DEEPEST = 12;

    /// @param selectors as written, nesting resolved
    /// @param declarations `name:value`, escapes resolved
    record Rule(List<String> selectors, List<String> declarations) {}

    private record Item(String head, @org.jspecify.annotations.Nullable String body) {}

    private final List<Rule> rules = new ArrayList<>();

    private StyleSheets() {}

    static List<Rule> rules(String css) {
        var sheet = new StyleSheets();
        sheet.read(css.replaceAll("(?s)/\\*.*?(\\*/|$)", " "), null, 0);
        return List.copyOf(sheet.rules);
    }

    private void read(String css, @org.jspecify.annotations.Nullable List<String> parents, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        var declarations = new ArrayList<String>();
        for (var item : items(css)) {
            var head = item.head().strip();
            if (item.body() == null) {
                if (parents != null && head.contains(":")) {
                    declarations.add(unescaped(head));
                }
            } else if (head.startsWith("@")) {
                if (CONDITIONS.matcher(head).find() && !PRINT.matcher(head).find()) {
                    read(item.body(), parents, depth + 1);
                }
            } else {
                read(item.body(), resolved(head, parents), depth + 1);
            }
        }
        if (parents != null && !declarations.isEmpty()) {
            rules.add(new Rule(parents, List.copyOf(declarations)));
        }
    }

    private static final Pattern CONDITIONS = Pattern.compile("(?i)^@(media|supports|layer|container|scope|starting-style|-moz-document)\\b");
    private static final Pattern PRINT = Pattern.compile("(?i)^@media\\s+print\\s*$");

    private static List<String> resolved(String head, @org.jspecify.annotations.Nullable List<String> parents) {
        var selectors = new ArrayList<String>();
        for (var selector : split(head, ',')) {
            for (var parent : parents == null ? List.of("") : parents) {
                if (selectors.size() < MOST_SELECTORS) {
                    selectors.add(parent.isEmpty() ? selector.strip() : selector.contains("&") ? selector.strip().replace("&", parent) : parent + " " + selector.strip());
                }
            }
        }
        return selectors;
    }

    /// Declarations and blocks, in order.
    private static List<Item> items(String css) {
        var items = new ArrayList<Item>();
        int from = 0;
        for (int i = 0; i < css.length(); i++) {
            i = past(css, i);
            if (i >= css.length()) {
                break;
            }
            char c = css.charAt(i);
            if (c == ';' || c == '}') {
                items.add(new Item(css.substring(from, i), null));
                from = i + 1;
            } else if (c == '{') {
                int end = closing(css, i);
                items.add(new Item(css.substring(from, i), css.substring(i + 1, end)));
                i = end;
                from = Math.min(css.length(), end + 1);
            }
        }
        items.add(new Item(css.substring(from), null));
        return items;
    }

    private static int closing(String css, int open) {
        int depth = 0;
        for (int i = open; i < css.length(); i++) {
            i = past(css, i);
            if (i >= css.length()) {
                break;
            }
            char c = css.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return css.length();
    }

    /// The place of the next character that is neither escaped nor in quotation marks.
    private static int past(String css, int i) {
        while (i < css.length()) {
            char c = css.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c == '"' || c == '\'') {
                i++;
                while (i < css.length() && css.charAt(i) != c) {
                    i += css.charAt(i) == '\\' ? 2 : 1;
                }
                i++;
            } else {
                return i;
            }
        }
        return css.length();
    }

    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            i = past(text, i);
            if (i >= text.length()) {
                break;
            }
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == at && depth <= 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-9A-Fa-f]{1,6})[ \\t\\r\\n]?|(.))", Pattern.DOTALL);

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(m -> {
            if (m.group(1) == null) {
                return java.util.regex.Matcher.quoteReplacement(m.group(2));
            }
            int c = Integer.parseInt(m.group(1), 16);
            return c == 0 || c > Character.MAX_CODE_POINT || c >= 0xD800 && c <= 0xDFFF ? "\uFFFD" : java.util.regex.Matcher.quoteReplacement(Character.toString(c));
        });
    }

    private static final Pattern PSEUDO_ELEMENT = Pattern.compile("(?i)::[a-z-]+|:(before|after|first-letter|first-line)\\b");
    private static final Pattern PSEUDO = Pattern.compile("::?[A-Za-z-]+(\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))?");
    private static final Pattern NOTHING_LEFT = Pattern.compile("(^|[\\s>+~])(?=$|[>+~])");

    static boolean isOfPseudoElement(String selector) {
        return PSEUDO_ELEMENT.matcher(selector).find();
    }

    /// Without states and pseudo-elements: what it may select at one time or another.
    static String widened(String selector) {
        var bare = PSEUDO.matcher(selector.replaceAll("(?i):root\\b", "html")).replaceAll("").strip().replaceAll("\\s*([>+~])\\s*", "$1").replaceAll("\\s+", " ");
        return NOTHING_LEFT.matcher(bare).replaceAll("$1*");
    }
}
