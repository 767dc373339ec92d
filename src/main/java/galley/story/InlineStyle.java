package galley.story;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a `style` attribute does to the words under it: either a few harmless properties with harmless values ([SignedLook]), or something that
/// takes the words from the eye or changes what they seem to say.
///
/// @param look how the words look then
/// @param harm what it does to them, fitting after "is"; empty when nothing
/// @param covers whether it can lay an unsigned piece over others
record InlineStyle(Look look, Optional<String> harm, boolean covers) {

    private static final Map<String, Pattern> HARMLESS = SignedLook.STYLES.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Pattern.compile(e.getValue())));
    private static final Pattern COVERING = Pattern.compile(SignedLook.COVERING);
    private static final Pattern NO_LETTERS = Pattern.compile(SignedLook.NO_LETTERS);
    private static final Pattern SIZE = Pattern.compile("([0-9]*\\.?[0-9]+)(px|pt|em|rem|%)");
    private static final Pattern FONT = Pattern.compile("((?:normal|italic|oblique|bold|bolder|lighter|small-caps|[1-9]00) )*([0-9.]+(?:px|pt|em|rem|%))(?: ?/ ?([0-9.]+(?:px|pt|em|rem|%)?|normal))? ([a-z0-9 ,'\"_-]+)");
    private static final Map<String, Double> SIZES = Map.of("x-small", 10.0, "small", 13.0, "medium", 16.0, "large", 18.0, "x-large", 24.0, "xx-large", 32.0);
    private static final java.util.Set<String> PICTURES = java.util.Set.of("img", "picture", "figure");
    private static final double SMALLEST = 8;
    private static final double LARGEST = 160;
    private static final double FAINTEST = 0.6;
    private static final double LEAST_CONTRAST = 2;

    /// How words look where they stand, as far as inline styles say: ink on paper, size in pixels, opacity. Black on white to begin with.
    record Look(int ink, int paper, double size, double opacity) {
        static final Look PLAIN = new Look(0, 0xFFFFFF, 16, 1);

        /// Too small, too faint, or of the colour of its ground.
        boolean isUnreadable() {
            return size < SMALLEST || opacity < FAINTEST || Colours.contrast(ink, paper) < LEAST_CONTRAST;
        }
    }

    /// @param style as written
    /// @param around how words look outside the element
    /// @param element its name: a picture may have any size and stand aside
    static InlineStyle of(String style, Look around, String element) {
        if (style.isBlank()) {
            return new InlineStyle(around, Optional.empty(), false);
        }
        var bare = bare(style);
        if (bare.contains("\\") || bare.contains("/*")) {
            return new InlineStyle(around, Optional.of("hidden"), true);
        }
        var look = around;
        var harm = new ArrayList<String>();
        boolean covers = false;
        for (var declaration : bare.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var name = declaration.substring(0, colon).strip();
            var value = declaration.substring(colon + 1).replaceFirst("! ?important ?$", "").strip();
            if (name.isEmpty() || value.isEmpty() || name.startsWith("mso-")) {
                continue;
            }
            var then = applied(name, value, look, around);
            if (then != null) {
                look = then;
            } else if (!isHarmless(name, value, element)) {
                harm.add(name.startsWith("text-decoration") && value.contains("line-through") ? "struck out" : harmOf(name));
                covers |= COVERING.matcher(name).matches();
            }
        }
        if (look.isUnreadable() && !look.equals(around)) {
            harm.add("hidden");
        }
        return new InlineStyle(look, harm.isEmpty() ? Optional.empty() : Optional.of(harm.contains("hidden") ? "hidden" : harm.getFirst()), covers);
    }

    /// Without comments, in lower case, with single spaces.
    private static String bare(String style) {
        return style.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /// The direction that a style sets, if any.
    static String direction(String style) {
        for (var declaration : bare(style).split(";")) {
            if (declaration.strip().matches("direction ?: ?(rtl|ltr)( ?! ?important)?")) {
                return declaration.contains("rtl") ? "rtl" : "ltr";
            }
        }
        return "";
    }

    private static boolean isHarmless(String name, String value, String element) {
        if (name.equals("direction")) {
            return value.matches("ltr|rtl|inherit");
        }
        if (element.equals("img") && name.matches("(min-|max-)?(width|height)") || PICTURES.contains(element) && name.equals("float")) {
            return value.matches("[a-z0-9.% -]+");
        }
        var harmless = HARMLESS.get(name);
        return harmless != null && harmless.matcher(value).matches() && !(name.equals("font-family") && NO_LETTERS.matcher(value).find());
    }

    private static String harmOf(String name) {
        return SignedLook.HARM.entrySet().stream().filter(e -> name.matches(e.getKey())).findFirst().orElseThrow().getValue();
    }

    /// The look after a property that is judged by what it comes to; null when it is none of those, or not understood.
    private static @Nullable Look applied(String name, String value, Look look, Look around) {
        switch (name) {
            case "color" -> {
                var colour = value.matches("inherit|currentcolor") ? Optional.of(around.ink()) : Colours.of(value);
                return colour.map(c -> new Look(c, look.paper(), look.size(), look.opacity())).orElse(null);
            }
            case "background", "background-color" -> {
                var colour = value.matches("none|transparent|inherit") ? Optional.of(around.paper()) : Colours.of(value);
                return colour.map(c -> new Look(look.ink(), c, look.size(), look.opacity())).orElse(null);
            }
            case "opacity" -> {
                var part = value.matches("[0-9]*\\.?[0-9]+%?") ? Double.parseDouble(value.replace("%", "")) / (value.endsWith("%") ? 100 : 1) : Double.NaN;
                return Double.isNaN(part) ? null : new Look(look.ink(), look.paper(), look.size(), around.opacity() * Math.min(1, part));
            }
            case "font-size" -> {
                return sized(look, size(value, around.size()));
            }
            case "font" -> {
                var font = FONT.matcher(value);
                if (!font.matches() || NO_LETTERS.matcher(font.group(4)).find() || font.group(3) != null && !isHarmless("line-height", font.group(3), "")) {
                    return null;
                }
                return sized(look, size(font.group(2), around.size()));
            }
            default -> {
                return null;
            }
        }
    }

    private static @Nullable Look sized(Look look, double size) {
        return Double.isNaN(size) || size > LARGEST ? null : new Look(look.ink(), look.paper(), size, look.opacity());
    }

    private static double size(String value, double around) {
        if (value.equals("inherit")) {
            return around;
        }
        if (value.equals("smaller") || value.equals("larger")) {
            return value.equals("smaller") ? around / 1.2 : around * 1.2;
        }
        if (SIZES.containsKey(value)) {
            return SIZES.get(value);
        }
        var size = SIZE.matcher(value);
        if (!size.matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(size.group(1));
        return switch (size.group(2)) {
            case "px" -> number;
            case "pt" -> number * 4 / 3;
            case "rem" -> number * 16;
            case "em" -> number * around;
            default -> number / 100 * around;
        };
    }
}
