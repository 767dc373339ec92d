package galley.screen.common;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The typefaces: Inter from its artifact, and the best serif this machine has.
///
/// Arabic and Hebrew come by fallback from the system, whose families would make lines taller; heavy they come from a family
/// of the system too, because heavy fallback from a loaded font gives wrong glyphs. JavaFX files weight 600 under families of its own, so bold is asked for by family: "Inter SemiBold". No artifact carries
/// Source Serif 4 in a format JavaFX takes; where it is not installed the serif falls back.
public final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final List<String> INTER = List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Italic.otf",
            "Inter-SemiBoldItalic.otf");

    /// Style classes of the scripts that have a typeface of their own.
    static final List<String> SCRIPTS = List.of("script-arabic", "script-hebrew", "script-japanese", "script-korean", "script-han");

    /// A serif, and how its heavy cut is asked for.
    private record Serif(String family, String heavyFamily, String heavyWeight) {
        boolean isHere() {
            return here(family) && here(heavyFamily);
        }

        private static boolean here(String family) {
            return Font.font(family, 16).getFamily().equals(family);
        }
    }

    private static final List<Serif> SERIFS = List.of(
            new Serif("Source Serif 4", "Source Serif 4 Semibold", "normal"),
            new Serif("Source Serif 4", "Source Serif 4 SemiBold", "normal"),
            new Serif("Noto Serif", "Noto Serif SemiBold", "normal"),
            new Serif("Noto Serif", "Noto Serif", "bold"),
            new Serif("Georgia", "Georgia", "bold"),
            new Serif("DejaVu Serif", "DejaVu Serif", "bold"),
            new Serif("Serif", "Serif", "bold"));

    private static final Serif SERIF = load();

    private Fonts() {}

    /// The family of the reading serif on this machine.
    public static String serif() {
        return SERIF.family();
    }

    /// The family of its heavy cut, to be asked for with [#serifStrongWeight].
    public static String serifStrong() {
        return SERIF.heavyFamily();
    }

    /// `normal` where the heavy cut has a family of its own, else `bold`.
    public static String serifStrongWeight() {
        return SERIF.heavyWeight();
    }

    /// The style class of the script most of whose letters Inter lacks; empty where it has them.
    static String scriptOf(String text) {
        int end = Math.min(text.length(), 200);
        boolean han = false;
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            switch (Character.UnicodeScript.of(text.codePointAt(i))) {
                case ARABIC -> {
                    return "script-arabic";
                }
                case HEBREW -> {
                    return "script-hebrew";
                }
                case HIRAGANA, KATAKANA -> {
                    return "script-japanese";
                }
                case HANGUL -> {
                    return "script-korean";
                }
                case HAN -> han = true;
                default -> { }
            }
        }
        return han ? "script-han" : "";
    }

    /// A stylesheet that says what `.serif`, `.serif-strong` and the scripts mean on this machine.
    static String stylesheet() {
        var css = """
                .serif { -fx-font-family: "%s"; }
                .serif-strong { -fx-font-family: "%s"; -fx-font-weight: %s; }
                .script-japanese { -fx-font-family: "Noto Sans CJK JP"; }
                .script-korean { -fx-font-family: "Noto Sans CJK KR"; }
                .script-han { -fx-font-family: "Noto Sans CJK SC"; }
                .script-japanese:unseen, .script-korean:unseen, .script-han:unseen { -fx-font-weight: bold; }
                .script-arabic:unseen, .script-arabic:unseen > .wrapped, .script-hebrew:unseen, .script-hebrew:unseen > .wrapped {
                  -fx-font-family: "%s"; -fx-font-weight: bold;
                }
                .serif-strong.script-japanese, .serif-strong.script-korean, .serif-strong.script-han { -fx-font-weight: bold; }
                """.formatted(SERIF.family(), SERIF.heavyFamily(), SERIF.heavyWeight(), Serif.here("Noto Sans") ? "Noto Sans" : "System");
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static Serif load() {
        for (var file : INTER) {
            try (var in = FlatInterFont.class.getResourceAsStream(file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    LOG.warn("{} did not load; the window uses the system's typeface", file);
                }
            } catch (java.io.IOException e) {
                LOG.warn("{} did not load; the window uses the system's typeface", file, e);
            }
        }
        return SERIFS.stream().filter(Serif::isHere).findFirst().orElse(SERIFS.getLast());
    }
}
