package galley.publish;

import galley.story.Colours;
import galley.story.SignedLook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What single declarations of a style sheet do to the words they apply to. Templates need room, so that here only what takes words away, turns
/// them round or writes others is harm; an inline style among signed words is held to [SignedLook].
final class SheetHarm {

    private SheetHarm() {}

    /// Properties that can write words.
    static final Set<String> WRITING = Set.of("content", "list-style", "list-style-type", "quotes");
    /// What writes other than by strings: an attribute's words, pictures of words.
    static final Pattern FOREIGN = Pattern.compile("attr\\(|url\\(|image|element\\(|var\\(");
    /// Strings that can be read: letters, figures, and signs that change a figure. Arrows, bullets and quotation marks adorn.
    private static final Pattern READ = Pattern.compile("[\\p{L}\\p{N}\\p{Sm}\\p{Sc}\\p{Cf}.,%\u2030!?]|^[-\u2013\u2014]+$");
    private static final Pattern ARROWS = Pattern.compile("[\u2190-\u21FF]");

    /// Declarations without spaces, in lower case, by what they do.
    private static final Map<String, String> HARM = Map.of(
            "hidden", "(display:none|visibility:(hidden|collapse)|content-visibility:hidden|opacity:(0?\\.[0-3][0-9]*|0|[0-3]?[0-9](\\.[0-9]+)?%)|(font-size|zoom|scale):(0|0?\\.0[0-9]*)[a-z%]*|(font-size):[0-4](\\.[0-9]+)?(px|pt)"
                    + "|(max-)?(width|height):[0-9](\\.[0-9]+)?(px|pt)|(max-)?(width|height):0[a-z%]*|text-indent:.*-[0-9]{2,}.*|(left|right|top|bottom|inset|margin)[a-z-]*:.*-[0-9]{3,}.*"
                    + "|clip:rect.*|clip-path:(?!none).*|(-webkit-)?mask(-image)?:(?!none).*|transform:(?!none).*|translate:.*-[0-9]{3,}.*"
                    + "|(-webkit-text-fill-)?color:(transparent|#[0-9a-f]{3}[0-3]|#[0-9a-f]{6}[0-3][0-9a-f]|(rgb|hsl)a?\\((([^,]*,){3}|[^/]*/)(0|0?\\.[0-2][0-9]*|[0-2]?[0-9]%)\\))"
                    + "|-webkit-text-security:(?!none).*|font:0.*|filter:(?!none).*|mix-blend-mode:(?!normal).*|interactivity:inert|font-family:.*(" + SignedLook.NO_LETTERS + ").*)",
            "squeezed", "line-height:(0|0?\\.[0-4][0-9]*)[a-z%]*",
            "turned", "(unicode-bidi:(bidi-override|isolate-override)|writing-mode:(?!horizontal).*|order:-?[1-9].*|(flex-direction|flex-flow):.*reverse.*|flex-wrap:wrap-reverse|text-combine-upright:(?!none).*"
                    + "|display:table-(header-group|footer-group|caption))",
            "floated", "float:(left|right|inline-start|inline-end)",
            "leftwards", "direction:rtl", "rightwards", "direction:ltr",
            "struck", "text-decoration(-line)?:.*line-through.*");
    private static final List<String> ORDER = List.of("hidden", "squeezed", "turned", "floated", "leftwards", "rightwards", "struck");
    private static final Map<String, Pattern> PATTERNS = HARM.entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, e -> Pattern.compile(e.getValue())));
    /// Elements that stand in a line of words: floated, they are read before it.
    static final Set<String> IN_LINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small",
            "span", "strike", "strong", "sub", "sup", "time", "u", "var");

    /// What the browser's checker looks for, in the order in which it looks.
    static Map<String, String> inOrder() {
        var harm = new java.util.LinkedHashMap<String, String>();
        ORDER.forEach(how -> harm.put(how, HARM.get(how)));
        return harm;
    }

    /// The first harm that fits.
    static Optional<String> of(String name, String value) {
        var bare = bare(name, value);
        return ORDER.stream().filter(how -> PATTERNS.get(how).matcher(bare).matches()).findFirst();
    }

    private static String bare(String name, String value) {
        return (name + ":" + value).replaceAll("\\s|!important", "").toLowerCase(Locale.ROOT);
    }

    /// Whether what a declaration does is harm to this element's words.
    static boolean applies(String how, Element element) {
        var name = element.normalName();
        return switch (how) {
            case "squeezed" -> !name.equals("sub") && !name.equals("sup");
            case "floated" -> IN_LINE.contains(name);
            case "leftwards" -> galley.story.Concealment.runsAgainst("rtl", element);
            case "rightwards" -> galley.story.Concealment.runsAgainst("ltr", element);
            default -> true;
        };
    }

    static String named(String how) {
        return switch (how) {
            case "hidden", "squeezed" -> "hidden";
            case "struck" -> "struck out";
            default -> "turned round";
        };
    }

    static boolean isWords(String strings) {
        return READ.matcher(ARROWS.matcher(strings).replaceAll("")).find();
    }

    /// Whether a rule gives words the colour of the ground it lays under them.
    static boolean isFaded(List<String> declarations, Map<String, String> variables) {
        var ink = colour(declarations, "color", variables);
        var ground = colour(declarations, "background(-color)?", variables);
        return ink.isPresent() && ground.isPresent() && Colours.contrast(ink.get(), ground.get()) < 1.6;
    }

    /// Whether a rule gives words a colour that cannot be read on white.
    static boolean isPale(List<String> declarations, Map<String, String> variables) {
        return colour(declarations, "color", variables).filter(ink -> Colours.contrast(ink, 0xFFFFFF) < 1.6).isPresent();
    }

    /// Whether a rule lays another ground than white.
    static boolean isGround(List<String> declarations, Map<String, String> variables) {
        return declarations.stream().map(d -> d.split(":", 2)).anyMatch(d -> d[0].strip().toLowerCase(Locale.ROOT).matches("background(-color|-image)?")
                && Colours.of(value(d[1], variables)).map(c -> Colours.contrast(c, 0xFFFFFF) >= 1.6).orElse(!value(d[1], variables).matches("none|transparent|inherit|initial|unset")));
    }

    private static Optional<Integer> colour(List<String> declarations, String property, Map<String, String> variables) {
        return declarations.stream().map(d -> d.split(":", 2)).filter(d -> d[0].strip().toLowerCase(Locale.ROOT).matches(property))
                .map(d -> Colours.of(value(d[1], variables))).flatMap(Optional::stream).findFirst();
    }

    private static final Pattern VARIABLE = Pattern.compile("var\\( ?(--[a-z0-9_-]+) ?\\)");

    private static String value(String written, Map<String, String> variables) {
        var bare = written.replace("!important", "").strip().toLowerCase(Locale.ROOT);
        var named = VARIABLE.matcher(bare);
        return named.matches() ? variables.getOrDefault(named.group(1), bare) : bare;
    }
}
