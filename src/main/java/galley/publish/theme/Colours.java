package galley.publish.theme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads `colours.txt`: a colour a line, `ink = #1b1f1d / #e4e8e5`, for light and dark paper. Whatever is read on whatever must be
/// readable (WCAG 2.2 AA); if one pair is not, the whole file is left out, for half a palette is no palette.
public final class Colours {

    static final String FILE = "colours.txt";

    /// A colour on light paper and on dark.
    public record Pair(String light, String dark) {

        String in(boolean inDark) {
            return inDark ? dark : light;
        }
    }

    /// Every colour there is, with what the program uses where the newsroom says nothing, and its name in the style sheet.
    private enum Token {
        PAPER("paper", "--paper", "#ffffff", "#151918"), TINT("tint", "--tint", "#f5f6f4", "#1b201e"), INK("ink", "--ink", "#1b1f1d", "#e4e8e5"),
        MUTED("muted", "--muted", "#535b57", "#a6afaa"), LINE("line", "--line", "#d3d7d3", "#343c39"), HAIR("hair", "--hair", "#e5e8e4", "#262d2a"),
        EDGE("edge", "--edge", "#858e89", "#6f7a75"), ACCENT("accent", "--blue", "#2148b8", "#9db7ff"), ACCENT_TINT("accent-tint", "--blue-tint", "#e9eefb", "#1f2840"),
        ACCENT_LINE("accent-line", "--blue-line", "#a9bcf0", "#3c539a"), GOOD("good", "--green", "#17693a", "#79cf98"), BAR("bar", "--bar", "#1b1f1d", "#101413"),
        BAR_INK("bar-ink", "--bar-ink", "#ffffff", "#e4e8e5"), BAR_MUTED("bar-muted", "--bar-muted", "#c3cac6", "#a6afaa"), BAR_EDGE("bar-edge", "--bar-edge", "#7d8782", "#6f7a75");

        private final String words;
        private final String variable;
        private final Pair usual;

        Token(String words, String variable, String light, String dark) {
            this.words = words;
            this.variable = variable;
            this.usual = new Pair(light, dark);
        }

        static @Nullable Token of(String words) {
            for (var token : values()) {
                if (token.words.equals(words)) {
                    return token;
                }
            }
            return null;
        }
    }

    /// What stands on what somewhere on the site, and how much contrast that needs.
    private record On(Token text, Token ground, double least) {}

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final List<On> PAIRS = List.of(new On(Token.INK, Token.PAPER, TEXT), new On(Token.INK, Token.TINT, TEXT), new On(Token.INK, Token.ACCENT_TINT, TEXT),
            new On(Token.MUTED, Token.PAPER, TEXT), new On(Token.MUTED, Token.TINT, TEXT), new On(Token.MUTED, Token.ACCENT_TINT, TEXT), new On(Token.ACCENT, Token.PAPER, TEXT),
            new On(Token.ACCENT, Token.TINT, TEXT), new On(Token.ACCENT, Token.ACCENT_TINT, TEXT), new On(Token.GOOD, Token.PAPER, TEXT), new On(Token.GOOD, Token.TINT, TEXT),
            new On(Token.BAR_INK, Token.BAR, TEXT), new On(Token.BAR_MUTED, Token.BAR, TEXT), new On(Token.EDGE, Token.PAPER, SHAPE), new On(Token.BAR_EDGE, Token.BAR, SHAPE));

    private Colours() {}

    /// The colours of the file; none when anything in it is wrong.
    static Map<String, Pair> read(String text, List<Theme.Problem> problems) {
        var colours = new LinkedHashMap<String, Pair>();
        var lines = new LinkedHashMap<String, Integer>();
        var wrong = new ArrayList<Theme.Problem>();
        int number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            var said = line.strip();
            if (said.isEmpty() || said.startsWith("//") || said.startsWith("# ") || said.equals("#")) {
                continue;
            }
            int equals = said.indexOf('=');
            var name = equals < 0 ? said : said.substring(0, equals).strip();
            var values = equals < 0 ? new String[0] : said.substring(equals + 1).split("/", -1);
            if (equals < 0) {
                wrong.add(new Theme.Problem(FILE, number, "write NAME = #light / #dark."));
            } else if (Token.of(name) == null) {
                wrong.add(new Theme.Problem(FILE, number, "there is no colour called “" + name + "”; there are " + names() + "."));
            } else if (values.length > 2 || !isColour(values[0]) || !isColour(values[values.length - 1])) {
                wrong.add(new Theme.Problem(FILE, number, "a colour is written as #rrggbb, the one for light paper first: " + name + " = #1b1f1d / #e4e8e5."));
            } else if (colours.containsKey(name)) {
                wrong.add(new Theme.Problem(FILE, number, name + " is given twice."));
            } else {
                colours.put(name, new Pair(full(values[0]), full(values[values.length - 1])));
                lines.put(name, number);
            }
        }
        for (var pair : PAIRS) {
            for (boolean dark : new boolean[] {false, true}) {
                double contrast = contrast(value(pair.text(), colours).in(dark), value(pair.ground(), colours).in(dark));
                if (contrast < pair.least()) {
                    int at = Math.max(lines.getOrDefault(pair.text().words, 0), lines.getOrDefault(pair.ground().words, 0));
                    wrong.add(new Theme.Problem(FILE, at, "%s on %s has a contrast of %.1f on %s paper; it needs %.1f.".formatted(pair.text().words, pair.ground().words,
                            Math.floor(contrast * 10) / 10, dark ? "dark" : "light", pair.least())));
                }
            }
        }
        problems.addAll(wrong);
        return wrong.isEmpty() ? colours : Map.of();
    }

    static String names() {
        return java.util.Arrays.stream(Token.values()).map(t -> t.words).collect(Collectors.joining(", "));
    }

    /// Every colour as the program has it, as a file to begin with.
    static String sample() {
        return java.util.Arrays.stream(Token.values()).map(t -> "# " + t.words + " = " + t.usual.light() + " / " + t.usual.dark() + "\n").collect(Collectors.joining());
    }

    /// The name in the style sheet of a colour as people call it; null when there is none.
    static @Nullable String variable(String name) {
        var token = Token.of(name);
        return token == null ? null : token.variable;
    }

    /// Contrast of two colours by their names; 21 when either is not known.
    static double contrast(String name, String ground, Map<String, Pair> colours, boolean dark) {
        var one = Token.of(name);
        var other = Token.of(ground);
        return one == null || other == null ? 21 : contrast(value(one, colours).in(dark), value(other, colours).in(dark));
    }

    private static Pair value(Token token, Map<String, Pair> colours) {
        return colours.getOrDefault(token.words, token.usual);
    }

    static String declarations(Map<String, Pair> colours, boolean dark) {
        return colours.entrySet().stream().map(e -> Token.of(e.getKey()).variable + ":" + e.getValue().in(dark)).collect(Collectors.joining(";"));
    }

    private static boolean isColour(String words) {
        return words.strip().matches("#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    }

    private static String full(String words) {
        var hex = words.strip().toLowerCase(java.util.Locale.ROOT);
        return hex.length() == 7 ? hex : "#" + hex.charAt(1) + hex.charAt(1) + hex.charAt(2) + hex.charAt(2) + hex.charAt(3) + hex.charAt(3);
    }

    /// As WCAG 2 counts it: from 1 to 21.
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        double[] parts = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
