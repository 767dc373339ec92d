package galley.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may stand around signed words without saying, hiding or reordering anything: the elements, attributes and inline styles that a
/// checker knows to be harmless. Whatever is not listed here is reported. The checker in the reader's browser is given these very lists.
///
/// Regular expressions are written so that Java and JavaScript read them alike.
public final class SignedLook {

    /// Elements that show the words in them as they stand, in their order, and nothing else.
    public static final Set<String> ELEMENTS = Set.of(("article section div main header footer nav aside search hgroup address p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu "
            + "blockquote pre figure figcaption picture source img hr br wbr center table caption thead tbody tfoot tr td th colgroup col "
            + "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var "
            + "script style template meta link").split(" "));

    /// Attributes of HTML that change neither words nor how they are shown. Names with a mark in them (`data-x`, `x:y`) mean nothing to HTML.
    public static final Set<String> ATTRIBUTES = Set.of(("class id lang dir role style href hreflang rel rev target download ping src srcset sizes media width height "
            + "loading decoding fetchpriority crossorigin referrerpolicy integrity datetime cite tabindex colspan rowspan scope headers span name translate spellcheck "
            + "draggable accesskey nonce part xmlns itemprop itemscope itemtype itemid itemref property typeof vocab resource prefix about content "
            + "border cellpadding cellspacing").split(" "));

    /// Attributes whose text a browser shows, draws or reads aloud.
    public static final List<String> WORDS = List.of("title", "placeholder", "value", "label", "summary", "alt", "aria-label", "aria-description", "aria-placeholder",
            "aria-roledescription", "aria-valuetext", "aria-braillelabel", "aria-brailleroledescription");

    /// Harmless values of the properties that an inline style may set on signed words. `color`, `background`, `opacity`, `font-size`, `font`, and `direction`
    /// are judged together with what stands around.
    public static final Map<String, String> STYLES = styles();

    /// What setting another value does to the words, by property; the first that fits.
    public static final Map<String, String> HARM = harm();

    /// Properties by which an unsigned piece can be laid over the words beside it.
    public static final String COVERING = "position|inset.*|top|left|right|bottom|margin.*|transform.*|translate|scale|zoom|float|box-shadow|outline.*|filter|backdrop-filter";

    /// Fonts that draw something else than the letters.
    public static final String NO_LETTERS = "dings|dingbat|symbol|icon|barcode|blank|emoji|hieroglyph|braille|redact";

    /// The colours that styles name most.
    public static final Map<String, String> COLOURS = Map.ofEntries(Map.entry("black", "000000"), Map.entry("silver", "c0c0c0"), Map.entry("gray", "808080"),
            Map.entry("grey", "808080"), Map.entry("white", "ffffff"), Map.entry("maroon", "800000"), Map.entry("red", "ff0000"), Map.entry("purple", "800080"),
            Map.entry("fuchsia", "ff00ff"), Map.entry("green", "008000"), Map.entry("lime", "00ff00"), Map.entry("olive", "808000"), Map.entry("yellow", "ffff00"),
            Map.entry("navy", "000080"), Map.entry("blue", "0000ff"), Map.entry("teal", "008080"), Map.entry("aqua", "00ffff"), Map.entry("orange", "ffa500"),
            Map.entry("darkgray", "a9a9a9"), Map.entry("dimgray", "696969"), Map.entry("lightgray", "d3d3d3"), Map.entry("whitesmoke", "f5f5f5"),
            Map.entry("crimson", "dc143c"), Map.entry("darkred", "8b0000"), Map.entry("darkblue", "00008b"), Map.entry("darkgreen", "006400"));

    private SignedLook() {}

    private static Map<String, String> styles() {
        var styles = new LinkedHashMap<String, String>();
        var small = "(0|auto|inherit|[0-9]{0,2}(\\.[0-9]+)?(px|pt)|[0-4]?[0-9](\\.[0-9]+)?%|[0-9]?(\\.[0-9]+)?(em|rem|ex|ch))";
        var word = "[a-z0-9-]+";
        var words = word + "( " + word + ")*";
        for (var side : List.of("", "-top", "-right", "-bottom", "-left", "-block", "-inline", "-block-start", "-block-end", "-inline-start", "-inline-end")) {
            styles.put("margin" + side, small + "( " + small + "){0,3}");
            styles.put("padding" + side, small + "( " + small + "){0,3}");
        }
        var edge = "([a-z]+|#[0-9a-f]{3,8}|[0-9]{1,2}(\\.[0-9]+)?(px|pt)?|[0-9]?(\\.[0-9]+)?r?em|rgba?\\([0-9., %]+\\))";
        for (var border : List.of("", "-top", "-right", "-bottom", "-left", "-block", "-inline", "-block-start", "-block-end", "-inline-start", "-inline-end", "-color", "-style",
                "-width", "-radius", "-collapse", "-spacing")) {
            styles.put("border" + border, edge + "( " + edge + "){0,3}");
        }
        var wide = "auto|none|inherit|fit-content|max-content|100%|[2-9][0-9](\\.[0-9]+)?%|[2-9][0-9]{2}(\\.[0-9]+)?px|[0-9]{4}px|[1-9][0-9](\\.[0-9]+)?(em|rem|ch)";
        styles.put("width", wide);
        styles.put("max-width", wide);
        styles.put("min-width", "[0-9.]+(px|em|rem|ch|%)?");
        styles.put("min-height", "[0-9.]+(px|em|rem|%)?");
        styles.put("height", "auto|inherit|100%");
        styles.put("max-height", "none|inherit|100%");
        styles.put("line-height", "normal|inherit|([1-3](\\.[0-9]+)?|0?\\.[89][0-9]*)(em|rem)?|(9[0-9]|[1-3][0-9]{2})(\\.[0-9]+)?%|(1[2-9]|[2-9][0-9])(\\.[0-9]+)?(px|pt)");
        styles.put("letter-spacing", "normal|inherit|0|-?0?\\.0[0-9]*(em|rem)|0?\\.[1-3][0-9]*(em|rem)|-?(0?\\.[0-9]+|[0-2](\\.[0-9]+)?)px");
        styles.put("word-spacing", "normal|inherit|0|0?\\.[0-9]+(em|rem)|[0-9](\\.[0-9]+)?px");
        styles.put("text-align", "left|right|center|justify|start|end|inherit");
        styles.put("text-align-last", "left|right|center|justify|start|end|auto|inherit");
        styles.put("text-indent", "0|inherit|[0-4]?(\\.[0-9]+)?(em|rem)|[0-9]{1,2}(px|pt)");
        var line = "(none|underline|overline|solid|dotted|dashed|wavy|double|auto|from-font|inherit|currentcolor|[0-9](\\.[0-9]+)?px|#[0-9a-f]{3,6})";
        styles.put("text-decoration", line + "( " + line + "){0,3}");
        styles.put("text-decoration-line", "none|underline|overline|inherit");
        styles.put("text-decoration-style", word);
        styles.put("text-decoration-thickness", "[a-z0-9.%-]+");
        styles.put("text-decoration-color", "[a-z]+|#[0-9a-f]{3,6}");
        styles.put("text-underline-offset", "[a-z0-9.]+");
        styles.put("text-transform", "none|inherit");
        styles.put("display", "block|inline|inline-block|list-item|flow-root|flex|inline-flex|table|table-row|table-cell|contents|inherit");
        styles.put("visibility", "visible|inherit");
        styles.put("position", "static|relative|inherit");
        styles.put("float", "none|inherit");
        styles.put("clear", "none|left|right|both|inherit");
        for (var way : List.of("", "-x", "-y")) {
            styles.put("overflow" + way, "visible|auto|hidden|inherit");
        }
        styles.put("white-space", "normal|pre-line|pre-wrap|break-spaces|inherit");
        var list = "(none|disc|circle|square|decimal|inside|outside|inherit)";
        for (var of : List.of("", "-type", "-position")) {
            styles.put("list-style" + of, list + "( " + list + ")?");
        }
        styles.put("vertical-align", "baseline|middle|top|bottom|text-top|text-bottom|inherit");
        styles.put("font-weight", "normal|bold|bolder|lighter|[1-9]00|inherit");
        styles.put("font-style", "normal|italic|oblique|inherit");
        styles.put("font-variant", "normal|small-caps|inherit");
        styles.put("font-variant-numeric", "normal|tabular-nums|oldstyle-nums|lining-nums|proportional-nums");
        styles.put("font-family", "[a-z0-9 ,'\"_-]+");
        styles.put("unicode-bidi", "normal|isolate|plaintext|inherit");
        styles.put("flex-direction", "row|column|inherit");
        styles.put("flex-wrap", "nowrap|wrap|inherit");
        styles.put("flex", "[a-z0-9.% -]+");
        styles.put("gap", small + "( " + small + ")?");
        styles.put("column-gap", small);
        styles.put("row-gap", small);
        styles.put("column-count", "auto|[1-4]");
        styles.put("z-index", "auto|[0-9]{1,4}");
        styles.put("aspect-ratio", "[a-z0-9. /]+");
        styles.put("transition", "[a-z0-9., ()-]+");
        for (var any : List.of("flex-grow", "flex-shrink", "justify-content", "justify-items", "align-items", "align-self", "align-content", "hyphens", "-webkit-hyphens",
                "word-break", "overflow-wrap", "word-wrap", "line-break", "text-wrap", "text-rendering", "orphans", "widows", "break-inside", "break-after", "break-before",
                "page-break-inside", "page-break-after", "page-break-before", "box-sizing", "cursor", "user-select", "-webkit-user-select", "pointer-events", "object-fit",
                "text-size-adjust", "-webkit-text-size-adjust", "-webkit-font-smoothing", "-moz-osx-font-smoothing", "tab-size", "text-justify", "hanging-punctuation")) {
            styles.put(any, words);
        }
        return java.util.Collections.unmodifiableMap(styles);
    }

    private static Map<String, String> harm() {
        var harm = new LinkedHashMap<String, String>();
        harm.put("direction|unicode-bidi|order|float|flex.*|grid.*|writing-mode|text-orientation|text-combine-.*", "turned round");
        harm.put("display|visibility|content-visibility|opacity|font-size|font|zoom|scale|rotate|translate|offset.*|(min-|max-)?(width|height|block-size|inline-size)|line-height|text-indent"
                + "|position|inset.*|top|left|right|bottom|margin.*|padding.*|clip.*|(-webkit-)?mask.*|transform.*|perspective.*|color|background.*|-webkit-text-.*|filter|backdrop-filter"
                + "|mix-blend-mode|overflow.*|letter-spacing|word-spacing|contain.*|animation.*|text-overflow|white-space|z-index|all|interactivity", "hidden");
        harm.put(".*", "styled otherwise");
        return java.util.Collections.unmodifiableMap(harm);
    }
}
