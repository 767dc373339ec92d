package galley.publish.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `style.css`. A theme may set type and space anywhere, and anything that draws no picture in its own blocks (`.theme-...`); but
/// it may not hide, cover, colour away or put words beside what a page proves. So what may be said is listed, not what may not.
final class StyleSheet {

    static final String FILE = "style.css";

    private static final Set<String> ANYWHERE = Set.of("font-family", "font-weight", "font-style", "font-size", "font-variant", "font-variant-caps", "font-variant-numeric",
            "font-stretch", "font-kerning", "font-feature-settings", "letter-spacing", "line-height", "text-transform", "text-align", "text-wrap", "text-decoration",
            "text-decoration-thickness", "text-underline-offset", "hyphens", "margin", "margin-top", "margin-bottom", "margin-block", "margin-block-start", "margin-block-end",
            "margin-inline", "margin-inline-start", "margin-inline-end", "padding", "padding-top", "padding-bottom", "padding-block", "padding-block-start", "padding-block-end",
            "padding-inline", "padding-inline-start", "padding-inline-end", "border-width", "border-style", "border-radius", "border-top-width", "border-bottom-width",
            "border-top-style", "border-bottom-style", "gap", "row-gap", "column-gap");
    private static final Set<String> IN_OWN_BLOCKS = Set.of("color", "background", "background-color", "border", "border-color", "border-top", "border-bottom", "border-inline-start",
            "border-inline-end", "display", "flex", "flex-direction", "flex-wrap", "flex-grow", "flex-shrink", "flex-basis", "grid-template-columns", "grid-column", "grid-row",
            "align-items", "align-self", "align-content", "justify-content", "justify-items", "place-items", "width", "max-width", "min-width", "height", "max-height", "min-height",
            "aspect-ratio", "object-fit", "list-style", "list-style-type", "columns", "column-rule", "white-space", "vertical-align", "box-sizing", "content", "font", "float", "clear");
    private static final Set<String> COLOURED = Set.of("color", "background", "background-color", "border", "border-color", "border-top", "border-bottom", "border-inline-start",
            "border-inline-end", "column-rule");
    private static final Pattern NEGATIVE = Pattern.compile("(?<![\\w)])-\\s*[\\d.]");
    private static final Pattern LENGTH = Pattern.compile("([\\d.]+)(px|rem|em|%|pt|ch|ex|vh|vw|lh)?");
    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*--([a-z-]+)\\s*\\)");
    private static final Pattern SMALL_STEP = Pattern.compile("-?(?:0|0?\\.\\d+)em|normal|0|[\\d.]+px");
    private static final double SMALLEST_PX = 11;
    private static final double LARGEST_SPACE_REM = 8;

    private final String css;
    private final String bare;
    private final Map<String, Colours.Pair> colours;
    private final java.util.function.Predicate<String> forges;
    private final List<Theme.Problem> wrong = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private StyleSheet(String css, Map<String, Colours.Pair> colours, java.util.function.Predicate<String> forges) {
        this.css = css;
        this.bare = withoutComments(css);
        this.colours = colours;
        this.forges = forges;
    }

    /// The rules, made small; nothing when anything is wrong.
    static String read(String css, Map<String, Colours.Pair> colours, java.util.function.Predicate<String> forges, List<Theme.Problem> problems) {
        var sheet = new StyleSheet(css, colours, forges);
        sheet.look();
        problems.addAll(sheet.wrong);
        return sheet.wrong.isEmpty() ? sheet.out.toString() : "";
    }

    /// Blank instead, so that every rule keeps its line.
    private static String withoutComments(String css) {
        return Pattern.compile("(?s)/\\*.*?(\\*/|$)").matcher(css).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
    }

    private void look() {
        if (css.indexOf('\\') >= 0) {
            wrong(css.indexOf('\\'), "a backslash is not let in; write the sign itself.");
        }
        if (css.indexOf('<') >= 0) {
            wrong(css.indexOf('<'), "“<” has no place in a style sheet.");
        }
        if (wrong.isEmpty()) {
            rules(0, bare.length(), false);
        }
    }

    private void rules(int from, int to, boolean inside) {
        int at = from;
        while (at < to && wrong.size() < 20) {
            while (at < to && Character.isWhitespace(bare.charAt(at))) {
                at++;
            }
            if (at >= to) {
                return;
            }
            int open = next("{;}", at, to);
            if (open >= to || bare.charAt(open) != '{') {
                wrong(at, "a rule is SELECTOR { PROPERTY: VALUE; }; here a brace is missing.");
                return;
            }
            int close = closing(open, to);
            if (close < 0) {
                wrong(open, "this brace is never closed.");
                return;
            }
            var prelude = bare.substring(at, open).strip();
            if (prelude.startsWith("@")) {
                if (inside || !prelude.matches("(?s)@media\\s[\\w\\s():.,>=<-]+")) {
                    wrong(at, "only @media is let in; fonts are named in fonts.txt.");
                } else {
                    out.append(prelude.replaceAll("\\s+", " ")).append('{');
                    rules(open + 1, close, true);
                    out.append("}\n");
                }
            } else {
                rule(prelude, at, open + 1, close);
            }
            at = close + 1;
        }
    }

    private void rule(String selectors, int at, int from, int to) {
        boolean own = true;
        for (var selector : selectors.split(",")) {
            var one = selector.strip();
            if (one.isEmpty() || !one.matches("[\\w\\s.#:>+~()\\[\\]=\"'*|^$-]+")) {
                wrong(at, "the selector “" + one + "” cannot be read.");
                return;
            }
            own &= one.matches("\\.theme-[\\w-]+(?:[.:][\\w():-]+)*(?:[ >].*)?") && !one.contains("+") && !one.contains("~") && !one.contains(":has");
        }
        out.append(selectors.replaceAll("\\s+", " ")).append('{');
        @Nullable String colour = null;
        @Nullable String ground = null;
        int start = from;
        while (start < to) {
            int end = Math.min(to, next(";", start, to));
            var declaration = bare.substring(start, end);
            int offset = start + declaration.length() - declaration.stripLeading().length();
            var said = declaration.strip();
            if (!said.isEmpty()) {
                int colon = said.indexOf(':');
                if (colon < 0) {
                    wrong(offset, "“" + said + "” is no PROPERTY: VALUE.");
                } else {
                    var property = said.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                    var value = said.substring(colon + 1).strip();
                    declaration(property, value, own, offset);
                    colour = property.equals("color") ? named(value) : colour;
                    ground = property.startsWith("background") ? named(value) : ground;
                    out.append(property).append(':').append(withNames(value)).append(';');
                }
            }
            start = end + 1;
        }
        out.append("}\n");
        for (boolean dark : new boolean[] {false, true}) {
            double contrast = colour == null ? 21 : Colours.contrast(colour, ground == null ? "paper" : ground, colours, dark);
            if (contrast < 4.5) {
                wrong(at, "%s on %s has a contrast of %.1f on %s paper; it needs 4.5.".formatted(colour, ground == null ? "paper" : ground, Math.floor(contrast * 10) / 10, dark ? "dark" : "light"));
            }
        }
    }

    private static @Nullable String named(String value) {
        var variable = VARIABLE.matcher(value);
        return variable.find() ? variable.group(1) : null;
    }

    /// Colours go by the newsroom's names in the theme and by the program's own on the page.
    private static String withNames(String value) {
        return VARIABLE.matcher(value).replaceAll(m -> {
            var name = Colours.variable(m.group(1));
            return Matcher.quoteReplacement(name == null ? m.group() : "var(" + name + ")");
        }).replaceAll("\\s+", " ");
    }

    private void declaration(String property, String value, boolean own, int at) {
        var low = value.toLowerCase(Locale.ROOT);
        if (property.startsWith("--")) {
            wrong(at, "a colour is given in colours.txt, not as " + property + ".");
        } else if (!ANYWHERE.contains(property) && !(own && IN_OWN_BLOCKS.contains(property))) {
            wrong(at, property + (IN_OWN_BLOCKS.contains(property) ? " may be set in your own blocks only (a selector that begins with .theme-)." : " may not be set by a theme."));
        } else if (low.contains("url(") || low.contains("image(") || low.contains("image-set(")) {
            wrong(at, "a style sheet may fetch nothing; put pictures into a block.");
        } else if (low.contains("!important")) {
            wrong(at, "!important is not let in.");
        } else if (low.contains("attr(") || low.contains("counter") || property.equals("content") && low.codePoints().anyMatch(Character::isLetter) && !low.equals("none") && !low.equals("normal")) {
            wrong(at, "a style sheet may not write words on a page; put them into a block.");
        } else if (forges.test(value)) {
            wrong(at, "these words are said by a page itself, and only when they are true.");
        } else if (COLOURED.contains(property) && !isOfTokens(low)) {
            wrong(at, "a colour goes by its name in colours.txt: " + property + ": var(--accent).");
        } else if (property.equals("letter-spacing") ? !SMALL_STEP.matcher(low).matches() : NEGATIVE.matcher(low).find()) {
            wrong(at, "a value below nothing could lay one thing over another.");
        } else if ((property.equals("font-size") || property.equals("font")) && isTooSmall(low)) {
            wrong(at, "letters smaller than 11 px cannot be read.");
        } else if (property.equals("line-height") && isLess(low, 1)) {
            wrong(at, "lines closer than 1 lie over each other.");
        } else if ((property.startsWith("margin") || property.startsWith("padding") || property.endsWith("gap")) && isWide(low)) {
            wrong(at, "more than 8rem of space pushes things out of sight.");
        }
    }

    /// Colours by their names, and whatever else a border says.
    private static boolean isOfTokens(String value) {
        var rest = VARIABLE.matcher(value).replaceAll(m -> Colours.variable(m.group(1)) == null ? "?" : "");
        return rest.matches("(?:\\s|currentcolor|inherit|transparent|none|solid|dashed|dotted|double|thin|medium|thick|[\\d.]+(?:px|rem|em)?)*");
    }

    private static boolean isTooSmall(String value) {
        var lengths = LENGTH.matcher(value);
        if (value.contains("calc") || value.contains("clamp") || value.contains("min(") || value.contains("max(")) {
            return true;
        }
        while (lengths.find()) {
            double number = number(lengths.group(1));
            double px = switch (String.valueOf(lengths.group(2))) {
                case "px" -> number;
                case "pt" -> number * 4 / 3;
                case "rem", "em" -> number * 16;
                case "%" -> number * 0.16;
                case "vh", "vw" -> 0;
                default -> SMALLEST_PX;
            };
            if (px < SMALLEST_PX) {
                return true;
            }
        }
        return value.contains("xx-small");
    }

    private static boolean isLess(String value, double least) {
        var lengths = LENGTH.matcher(value);
        return lengths.find() && (lengths.group(2) == null || lengths.group(2).equals("em") || lengths.group(2).equals("rem") ? number(lengths.group(1)) < least
                : lengths.group(2).equals("%") ? number(lengths.group(1)) < least * 100 : lengths.group(2).equals("px") && number(lengths.group(1)) < 16);
    }

    private static boolean isWide(String value) {
        var lengths = LENGTH.matcher(value);
        while (lengths.find()) {
            double number = number(lengths.group(1));
            double rem = switch (String.valueOf(lengths.group(2))) {
                case "px" -> number / 16;
                case "pt" -> number / 12;
                case "%", "vw", "vh" -> number / 2;
                default -> number;
            };
            if (rem > LARGEST_SPACE_REM) {
                return true;
            }
        }
        return false;
    }

    private static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException dots) {
            return 0;
        }
    }

    /// The next of these signs outside quotation marks and parentheses; `to` when there is none.
    private int next(String signs, int from, int to) {
        char quote = 0;
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = bare.charAt(i);
            if (quote != 0) {
                quote = c == quote || c == '\n' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (signs.indexOf(c) >= 0 && (depth == 0 || c == '{' || c == '}')) {
                return i;
            }
        }
        return to;
    }

    private int closing(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i = next("{}", i + 1, to)) {
            depth += bare.charAt(i) == '{' ? 1 : -1;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void wrong(int at, String words) {
        wrong.add(new Theme.Problem(FILE, 1 + (int) css.substring(0, Math.min(at, css.length())).chars().filter(c -> c == '\n').count(), words));
    }
}
