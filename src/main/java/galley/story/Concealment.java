package galley.story;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Words that stand in a page and are not shown as they stand: hidden, turned round, numbered otherwise, struck out.
///
/// @param how fits after "is": "hidden"
public record Concealment(String how, String words) {

    /// Declarations of a `style` attribute, without spaces, that take words away from the reader's eye.
    private static final Pattern HIDING = Pattern.compile("(^|;)(display:none|visibility:(hidden|collapse)|content-visibility:hidden"
            + "|opacity:(0?\\.0\\d*|0)%?(?=;|!|$)|(font-size|zoom|scale|width|height|max-width|max-height|line-height):0(\\.0+)?[a-z%]*(?=;|!|$)"
            + "|text-indent:-|position:(absolute|fixed)|clip(-path)?:|mask(-image)?:|transform:|(-webkit-text-fill-)?color:transparent"
            + "|-webkit-text-security:|font:0|filter:)");
    private static final Pattern TURNING = Pattern.compile("(^|;)(unicode-bidi:(bidi-override|isolate-override))");
    private static final Pattern STRIKING = Pattern.compile("(^|;)text-decoration(-line)?:[^;]*line-through");

    /// How this element keeps its words from being read as they stand. A style that spells itself with backslashes has something to hide.
    static Optional<String> of(Element element) {
        var style = element.attr("style").replaceAll("/\\*.*?\\*/|\\s", "").toLowerCase(Locale.ROOT);
        var name = element.normalName();
        if (element.hasAttr("hidden") || element.hasAttr("popover") || style.contains("\\") || name.equals("rp") || HIDING.matcher(style).find()
                || (name.equals("details") || name.equals("dialog")) && !element.hasAttr("open")) {
            return Optional.of("hidden");
        }
        if (name.equals("bdo") || TURNING.matcher(style).find()) {
            return Optional.of("turned round");
        }
        if (name.equals("ol") && (element.hasAttr("start") || element.hasAttr("reversed") || element.hasAttr("type"))
                || name.equals("li") && element.hasAttr("value")) {
            return Optional.of("numbered otherwise");
        }
        return STRIKING.matcher(style).find() ? Optional.of("struck out") : Optional.empty();
    }

    /// Elements whose content no browser shows, or only one that lacks something.
    private static final Set<String> NEVER_SHOWN = Set.of("template", "noscript", "object", "iframe", "video", "audio", "canvas", "datalist",
            "meter", "progress", "select", "svg", "math", "noembed", "noframes", "title", "textarea", "script", "style");

    /// The same of what stands around an article.
    public static boolean isAround(Element article) {
        return article.parents().stream().anyMatch(e -> NEVER_SHOWN.contains(e.normalName()) || of(e).filter(how -> !how.equals("numbered otherwise")).isPresent());
    }
}
