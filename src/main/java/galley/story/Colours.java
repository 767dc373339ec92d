package galley.story;

import java.util.Optional;
import java.util.regex.Pattern;

/// Colours as style sheets write them, and how well one stands out from another.
public final class Colours {

    private static final Pattern RGB = Pattern.compile("rgba?\\( ?([0-9]{1,3})[ ,]+([0-9]{1,3})[ ,]+([0-9]{1,3}) ?([,/] ?(1|1\\.0+|100%) ?)?\\)");

    private Colours() {}

    /// An opaque colour in one of the usual spellings.
    public static Optional<Integer> of(String value) {
        var hex = SignedLook.COLOURS.getOrDefault(value, value.startsWith("#") ? value.substring(1) : "");
        if (hex.matches("[0-9a-f]{3}f?")) {
            hex = hex.substring(0, 3).replaceAll("(.)", "$1$1");
        }
        if (hex.matches("[0-9a-f]{6}(ff)?")) {
            return Optional.of(Integer.parseInt(hex.substring(0, 6), 16));
        }
        var rgb = RGB.matcher(value);
        if (!rgb.matches()) {
            return Optional.empty();
        }
        return Optional.of(Math.min(255, Integer.parseInt(rgb.group(1))) << 16 | Math.min(255, Integer.parseInt(rgb.group(2))) << 8 | Math.min(255, Integer.parseInt(rgb.group(3))));
    }

    /// Contrast as the Web Content Accessibility Guidelines measure it: 1 to 21.
    public static double contrast(int one, int other) {
        double a = light(one);
        double b = light(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double light(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
