package galley.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Words that stand in a page and are not shown as they stand: hidden, turned round, numbered otherwise, struck out, styled otherwise.
///
/// @param how fits after "is": "hidden"
public record Concealment(String how, String words) {

    /// Declarations, without spaces, that take all words in it away wherever they stand. Other layout around an article is its template's business.
    private static final Pattern HIDING = Pattern.compile("(^|;)(display:none|visibility:(hidden|collapse)|content-visibility:hidden"
            + "|opacity:(0?\\.0\\d*|0)%?(?=;|!|$)|(font-size|zoom|scale|width|height|max-width|max-height|line-height):[01]?(\\.\\d+)?(px|em|rem|%|pt|vh|vw)?(?=;|!|$)"
            + "|text-indent:-|position:(absolute|fixed)|(left|right|top|bottom|inset|margin)[a-z-]*:[^;]*-\\d{3,}|clip(-path)?:|mask(-image)?:|transform:|translate:"
            + "|(-webkit-text-fill-)?color:(transparent|#[0-9a-f]{3}0|#[0-9a-f]{6}00|(rgb|hsl)a?\\((([^,;]*,){3}|[^/;]*/)(0|0?\\.0+)%?\\))(?=;|!|$)"
            + "|-webkit-text-security:|font:0|filter:|mix-blend-mode:)");
    private static final Pattern TURNING = Pattern.compile("(^|;)(unicode-bidi:(bidi-override|isolate-override)|writing-mode:|(flex-direction|flex-flow):[a-z-]*reverse)");
    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}&&\\p{L}]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /// How this element keeps its words from being read as they stand.
    static Optional<String> of(Element element, InlineStyle style) {
        var name = element.normalName();
        if (element.hasAttr("hidden") || element.hasAttr("popover") || element.hasAttr("inert") || element.attr("aria-hidden").strip().equalsIgnoreCase("true")
                || name.equals("rp") || (name.equals("details") || name.equals("dialog")) && !element.hasAttr("open")) {
            return Optional.of("hidden");
        }
        if (style.harm().isPresent()) {
            return style.harm();
        }
        if (name.equals("bdo") || isTurned(element)) {
            return Optional.of("turned round");
        }
        return name.equals("ol") && (element.hasAttr("start") || element.hasAttr("reversed") || element.hasAttr("type"))
                || name.equals("li") && element.hasAttr("value") ? Optional.of("numbered otherwise") : Optional.empty();
    }

    /// Whether an element runs its words against the direction in which most of their letters run. A whole page may: its language says so.
    private static boolean isTurned(Element element) {
        var style = InlineStyle.direction(element.attr("style"));
        var way = style.isEmpty() ? element.attr("dir").strip().toLowerCase(Locale.ROOT) : style;
        if (!way.equals("rtl") && !way.equals("ltr") || element.normalName().equals("html")) {
            return false;
        }
        return runsAgainst(way, element);
    }

    /// @param way `ltr` or `rtl`
    public static boolean runsAgainst(String way, Element element) {
        var words = CanonicalWalk.said(element);
        long leftwards = RIGHT_TO_LEFT.matcher(words).results().count();
        long rightwards = LETTER.matcher(words).results().count() - leftwards;
        return way.equals("rtl") ? rightwards > leftwards : leftwards > rightwards;
    }

    /// Elements whose content no browser shows, or only one that lacks something.
    private static final Set<String> NEVER_SHOWN = Set.of("template", "noscript", "object", "iframe", "video", "audio", "canvas", "datalist",
            "meter", "progress", "select", "svg", "math", "noembed", "noframes", "title", "textarea", "script", "style");

    /// The same of what stands around an article: whether something there takes the whole of it away.
    public static boolean isAround(Element article) {
        var around = new ArrayList<Element>(article.parents());
        Collections.reverse(around);
        var look = InlineStyle.Look.PLAIN;
        for (var element : around) {
            var name = element.normalName();
            var written = element.attr("style").replaceAll("(?s)/\\*.*?\\*/|\\s", "").toLowerCase(Locale.ROOT);
            look = InlineStyle.of(element.attr("style"), look, name).look();
            if (NEVER_SHOWN.contains(name) || written.contains("\\") || HIDING.matcher(written).find() || TURNING.matcher(written).find() || look.isUnreadable()
                    || of(element, new InlineStyle(look, Optional.empty(), false)).filter(how -> !how.equals("numbered otherwise")).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
