package galley.publish;

import galley.publish.PageMutations.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What a hostile hand can do to any exported page without touching a signed word: show others through elements, attributes and styles, hide
/// or reorder the signed ones, and claim what nobody signed around them. Each is named for what it does.
final class PageTricks {

    private final String base;
    private final List<Mutation> list = new ArrayList<>();

    private PageTricks(String base) {
        this.base = base;
    }

    /// @param base an exported page
    static List<Mutation> of(String base) {
        var tricks = new PageTricks(base);
        tricks.wordsThroughElements();
        tricks.wordsThroughAttributes();
        tricks.wordsThroughSheets();
        tricks.hiddenByStyle();
        tricks.hiddenBySheets();
        tricks.turnedRound();
        tricks.claimsAround();
        tricks.namesBeside();
        return tricks.list;
    }

    /// What templates do and what is no harm, beyond the changes of [PageMutations].
    static List<Mutation> harmless(String base) {
        var tricks = new PageTricks(base);
        tricks.templates();
        return tricks.list;
    }

    // ---- words that nobody signed

    private void wordsThroughElements() {
        var elements = new TreeMap<>(Map.of("textarea", "Nobody saw it.", "button", "Nobody saw it.", "details", "<summary>Nobody saw it.</summary>", "math", "<mtext>Nobody saw it.</mtext>",
                "select", "<option>Nobody saw it.</option>", "output", "Nobody saw it.", "marquee", "Nobody saw it.", "dialog", "Nobody saw it.", "fieldset", "<legend>Nobody saw it.</legend>"));
        elements.put("x-note", "Nobody saw it.");
        elements.put("object", "Nobody saw it.");
        elements.put("canvas", "Nobody saw it.");
        elements.put("meter", "Nobody saw it.");
        elements.put("progress", "Nobody saw it.");
        elements.put("video", "Nobody saw it.");
        elements.forEach((name, inside) -> {
            change(name + " in the body", page -> body(page).append("<" + name + ">" + inside + "</" + name + ">"), "was added");
            change(name + " beside the parts", page -> column(page).append("<" + name + ">" + inside + "</" + name + ">"), "Text that nobody signed");
        });
        for (var shown : List.of("<input value=\"Nobody saw it.\">", "<input placeholder=\"Nobody saw it.\">", "<iframe srcdoc=\"&lt;p>Nobody saw it.\"></iframe>", "<svg><text>Nobody saw it.</text></svg>",
                "<embed src=x.svg>", "<img src=x.png alt=\"Nobody saw it.\">", "<meta name=note content=\"Nobody saw it.\">")) {
            change("in the article: " + shown, page -> column(page).append(shown), "Text that nobody signed");
            change("in the body: " + shown, page -> last(page).append(shown), "was added");
        }
        change("quotation marks by q", page -> last(page).html("<q>" + last(page).html() + "</q>"), "differs");
        change("a list that begins elsewhere", page -> last(page).wrap("<ol start=7><li></li></ol>"), "numbered otherwise");
        change("a list that runs backwards", page -> last(page).wrap("<ol reversed><li></li></ol>"), "numbered otherwise");
        change("an item with another number", page -> last(page).wrap("<ol><li value=7></li></ol>"), "numbered otherwise");
        change("folded away, and open", page -> last(page).wrap("<details open></details>"), "was added: “[details]”");
        change("a script among the words", page -> column(page).append("<script>document.write('Nobody saw it.')</script>"), "A script that nobody signed");
        change("a handler", page -> last(page).attr("onclick", "this.textContent='Nobody saw it.'"), "A script that nobody signed stands in the article (onclick)");
    }

    private void wordsThroughAttributes() {
        for (var key : List.of("title", "aria-label", "aria-description", "placeholder", "label", "value", "summary")) {
            change(key + " on signed words", page -> last(page).attr(key, "Nobody saw it."), "Text that nobody signed stands in the article: “Nobody saw it.”");
        }
        change("title round the parts", page -> column(page).attr("title", "Nobody saw it."), "Text that nobody signed");
        change("a claim read aloud", page -> column(page).attr("aria-label", "Verified by a Board of Ghosts"), "claims what nobody signed");
        change("title on a furnished bullet", page -> last(page).append("<span data-unsigned title=\"Nobody saw it.\"> · </span>"), "Text that nobody signed");
        change("an attribute of old", page -> last(page).attr("bgcolor", "black"), "The attribute bgcolor, which nobody signed");
        change("a font without letters", page -> last(page).html("<font face=Wingdings>" + last(page).html() + "</font>"), "The attribute face, which nobody signed");
    }

    private void wordsThroughSheets() {
        change("a sheet in the article", page -> column(page).prepend("<style>p{color:red}</style>"), "A style sheet that nobody signed stands in the article");
        sheet("words before", "[data-part=body] p::before { content: \"Nobody saw it. \" }", "A style sheet writes among the signed words");
        sheet("words before, nested and escaped", "article { & [data-part=body] { p:first-child::before { content: '\\4E obody saw it.' } } }", "A style sheet writes among the signed words");
        sheet("a sign before", "[data-part=body] p::before { content: \"-\" }", "A style sheet writes among the signed words");
        sheet("words of an attribute", "[data-part=body]::after { content: attr(data-more) }", "A style sheet writes among the signed words");
        sheet("words as a bullet", "[data-part=body] p { display: list-item; list-style-type: \"Nobody saw it. \" }", "A style sheet writes among the signed words");
        sheet("a claim anywhere", "footer::after { content: \"Verified by a Board of Ghosts\" }", "Outside the article the page claims what nobody signed");
        style("a bullet by its style", "display:list-item;list-style-type:\"Nobody saw it.\"", "styled otherwise");
        style("words by its style", "content:\"Nobody saw it.\"", "styled otherwise");
    }

    // ---- signed words that are not seen

    private void hiddenByStyle() {
        for (var hides : List.of("color:rgba(0,0,0,0)", "color:#0000", "color:transparent", "color:#fff", "color:white", "color:rgb(250, 250, 250)", "color:#ffffff !important", "color:#333;background:#333",
                "background:#000", "color:hsl(0 0% 100%)", "color:var(--paper)", "margin-left:-9999px", "margin:0 0 0 -200%", "transform:translate(-9999px)", "translate:-9999px", "position:relative;left:-9999px",
                "position:absolute", "position:fixed;top:0", "display:var(--x)", "display:none", "display:NONE!important", "display:/**/none", "disp\\6Cay:none", "font-size:0", "font-size:1px", "font-size:.1em", "font:0/0 a",
                "opacity:0", "opacity:.05", "opacity:5%", "filter:opacity(0)", "clip:rect(0,0,0,0)", "clip-path:inset(50%)", "clip-path:circle(0)", "height:0;overflow:hidden", "max-height:0", "width:1px", "max-width:0",
                "visibility:hidden", "visibility:collapse", "content-visibility:hidden", "text-indent:-9999px", "text-indent:100vw", "mask:linear-gradient(transparent,transparent)", "-webkit-mask-image:url(x)",
                "mix-blend-mode:screen", "line-height:0", "letter-spacing:-1em", "word-spacing:-5em", "-webkit-text-fill-color:transparent", "-webkit-text-security:disc", "text-overflow:ellipsis;white-space:nowrap",
                "zoom:0", "scale:0", "animation:x 1s", "all:unset", "inset:0", "padding:0 0 0 9999px", "background:url(words.png)")) {
            style("hidden: " + hides, hides, "hidden");
        }
        change("hidden by two styles", page -> {
            last(page).attr("style", "opacity:.7");
            body(page).attr("style", "opacity:.7");
        }, "Signed text is hidden");
        change("hidden by sizes of sizes", page -> {
            last(page).html("<span style=\"font-size:.6em\"><span style=\"font-size:.6em\">" + last(page).html() + "</span></span>");
        }, "Signed text is hidden");
        change("ink on ink of the wrapper", page -> {
            body(page).attr("style", "color:#222");
            last(page).attr("style", "background-color:#222");
        }, "Signed text is hidden");
        style("letters of a font without letters", "font-family: Wingdings", "styled otherwise");
        style("variables of the page's own sheet", "--ink:#fff", "styled otherwise");
        for (var attribute : List.of("hidden", "inert", "popover")) {
            change("the attribute " + attribute, page -> last(page).attr(attribute, true), "Signed text is hidden");
        }
        change("kept from those who listen", page -> last(page).attr("aria-hidden", "true"), "Signed text is hidden");
        change("in a dialog", page -> last(page).wrap("<dialog></dialog>"), "Signed text is hidden");
        change("in white", page -> last(page).html("<font color=white>" + last(page).html() + "</font>"), "The attribute color, which nobody signed");
        change("covered by furniture", page -> column(page).append("<div data-unsigned style=\"position:absolute;inset:0;background:#fff\"></div>"), "laid over the signed words");
        for (var hides : List.of("display:none", "opacity:0", "color:#fff", "font-size:1px", "position:absolute;left:-9999px", "clip-path:inset(100%)", "filter:blur(9px)", "color:rgba(0,0,0,0)")) {
            change("the whole article: " + hides, page -> page.selectFirst("article").wrap("<div style=\"" + hides + "\"></div>"), "The whole article is hidden");
        }
    }

    private void hiddenBySheets() {
        for (var hides : List.of("display:none", "visibility:hidden", "opacity:0", "font-size:0", "color:transparent", "color:rgba(0,0,0,0)", "color:#fff", "color:#333;background:#333", "text-indent:-9999px",
                "margin-left:-9999px", "position:absolute;left:-9999px", "clip-path:inset(50%)", "height:0;overflow:hidden", "max-height:0", "line-height:0", "transform:scale(0)", "filter:opacity(0)",
                "mask:linear-gradient(transparent,transparent)", "mix-blend-mode:screen", "content-visibility:hidden", "-webkit-text-security:disc", "font-family:Webdings")) {
            sheet("hidden by a sheet: " + hides, "[data-part=body] > :last-child { " + hides + " !important }", "Signed text is hidden by a style sheet");
        }
        sheet("hidden on a condition", "@media (min-width: 1px) { @supports (display: grid) { article p { display: none } } }", "Signed text is hidden by a style sheet");
        sheet("struck by a sheet", "article p { text-decoration: line-through }", "Signed text is struck out by a style sheet");
        sheet("the whole article by a sheet", "main { display: none }", "The whole article is hidden or turned round by a style sheet");
    }

    private void turnedRound() {
        for (var turns : List.of("display:flex;flex-direction:row-reverse", "order:-1", "float:left", "unicode-bidi:bidi-override;direction:rtl", "writing-mode:vertical-rl", "grid-row:1", "direction:ltr;unicode-bidi:isolate-override")) {
            style("turned by its style: " + turns, turns, "turned round");
        }
        change("turned by an attribute", page -> last(page).attr("dir", isArabic(page) ? "ltr" : "rtl"), "Signed text is turned round");
        change("turned by a direction", page -> last(page).attr("style", "direction:" + (isArabic(page) ? "ltr" : "rtl")), "Signed text is turned round");
        change("the article turned by what is around", page -> page.selectFirst("main").attr("dir", isArabic(page) ? "ltr" : "rtl"), "The whole article is hidden or turned round");
        sheet("order by a sheet", "[data-part=body] { display: flex; flex-direction: column-reverse }", "Signed text is turned round by a style sheet");
        sheet("one block first by a sheet", "[data-part=body] > p { order: -1 }", "Signed text is turned round by a style sheet");
        change("a word before its line by a sheet", page -> {
            last(page).html(last(page).html().replaceFirst("(\\S+)\\s*$", "<span class=x>$1</span>"));
            page.head().append("<style>.x { float: left }</style>");
        }, "Signed text is turned round by a style sheet");
        sheet("letters turned by a sheet", "article p { direction: rtl; unicode-bidi: bidi-override }", "Signed text is turned round by a style sheet");
        sheet("rows at the foot", "article p { display: table-footer-group }", "Signed text is turned round by a style sheet");
    }

    // ---- claims around the article

    private void claimsAround() {
        for (var claim : List.of("Fact-checked by Professor Ghost", "EDITED BY Professor Ghost", "Ed\u00ADited\u200B by Professor Ghost", "Ｅｄｉｔｅｄ　ｂｙ Professor Ghost", "\u0415dited \u042Cy Professor Ghost",
                "E d i t e d   b y Professor Ghost", "Edited\u3164by Professor Ghost", "\u1D07\u1D05\u026A\u1D1B\u1D07\u1D05 \u0299\u028F Professor Ghost", "🅴🅳🅸🆃🅴🅳 🅱🆈 Professor Ghost", "E\u0301dite\u0302d by Professor Ghost",
                "3d1ted by Professor Ghost", "This page was reviewed by Professor Ghost", "Medically reviewed by Professor Ghost", "Verified by the Board of Ghosts", "Gegengelesen von Professor Ghost")) {
            change("around: " + claim, page -> page.body().append("<p>" + claim + "</p>"), "Outside the article the page claims what nobody signed");
            change("as furniture: " + claim, page -> column(page).append("<p data-unsigned>" + claim + "</p>"), "An unsigned label claims what nobody signed");
        }
        for (var place : List.of("<input value=\"Reviewed by Professor Ghost\">", "<input placeholder=\"Reviewed by Professor Ghost\">", "<p title=\"Reviewed by Professor Ghost\">x</p>", "<textarea>Reviewed by Professor Ghost</textarea>",
                "<iframe srcdoc=\"&lt;b>Reviewed&lt;/b> by Professor Ghost\"></iframe>", "<iframe src=\"data:text/html,Reviewed%20by%20Professor%20Ghost\"></iframe>",
                "<iframe src=\"data:text/html;base64,UmV2aWV3ZWQgYnkgUHJvZmVzc29yIEdob3N0\"></iframe>", "<div><template shadowrootmode=open><p>Reviewed by Professor Ghost</p></template></div>",
                "<svg><text>Reviewed by Professor Ghost</text></svg>", "<img src=x.png alt=\"Reviewed by Professor Ghost\">", "<button aria-label=\"Reviewed by Professor Ghost\">x</button>", "<span>Reviewed</span> <b>by</b><div>Professor Ghost</div>",
                "<a href=\"#x\">Reviewed by Professor Ghost</a>", "<a href=\"https://else.example/\">Reviewed by Professor Ghost</a>", "<select><option>Reviewed by Professor Ghost</option></select>", "<optgroup label=\"Reviewed by Professor Ghost\"></optgroup>")) {
            change("around: " + place, page -> page.body().append(place), "Outside the article the page claims what nobody signed");
        }
        change("in the title", page -> page.selectFirst("title").text(page.title() + " | Verified by Ghosts"), "the page claims what nobody signed", "claims what nobody signed");
    }

    private void namesBeside() {
        change("another reviewer in the strip", page -> strip(page).selectFirst("a, .value").text("Professor Ghost"), "does not say who signed");
        change("another time in the strip", page -> strip(page).selectFirst("time").attr("datetime", "2026-01-01T00:00:00Z"), "does not say who signed, and when");
        change("another key in the strip", page -> strip(page).selectFirst("code").text("AAAA"), "does not say who signed");
        change("another title", page -> page.selectFirst("title").text("The mayor was arrested this morning"), "The title says");
        change("another title for machines", page -> meta(page, "og:title").attr("content", "The mayor was arrested"), "“og:title” says");
        change("another description", page -> meta(page, "og:description").attr("content", "The mayor was arrested."), "“og:description” says what nobody signed");
        change("another date for machines", page -> meta(page, "article:published_time").attr("content", "2020-01-01T00:00:00Z"), "“article:published_time” names another time");
        change("another address for machines", page -> meta(page, "og:url").attr("content", "https://else.example/"), "“og:url” names another address");
        change("an author for machines", page -> page.head().append("<meta name=author content=\"Professor Ghost\">"), "“author” names “Professor Ghost”");
        data("another editor for machines", "\"editor\":", "\"editor\":{\"@type\":\"Person\",\"name\":\"Professor Ghost\"},\"x\":", "“editor” names “Professor Ghost”");
        data("another author for machines", "\"author\":", "\"author\":\"Professor Ghost\",\"x\":", "“author” names “Professor Ghost”");
        data("another headline for machines", "\"headline\":", "\"headline\":\"The mayor was arrested\",\"x\":", "“headline” says");
        data("another date of publication for machines", "\"datePublished\":", "\"datePublished\":\"2020-01-01T00:00:00Z\",\"x\":", "“datePublished” names another time");
        data("a reviewer for machines", "\"inLanguage\":", "\"reviewedBy\":{\"name\":\"Professor Ghost\"},\"inLanguage\":", "“reviewedBy” names “Professor Ghost”");
    }

    // ---- templates

    private void templates() {
        change("attributes of frameworks", page -> page.select("article *").forEach(e -> e.attr("data-v-1a2b", "").attr("_ngcontent-xyz", "").attr("x-data", "{}").attr("class", e.className() + " prose lg:text-xl")
                .attr("itemprop", "text").attr("role", e.attr("role").isEmpty() ? "group" : e.attr("role")).attr("tabindex", "-1")));
        change("inline styles of templates", page -> {
            page.select("[data-part=body] p").forEach(e -> e.attr("style", "margin:0 0 1.5em; padding: 0 1rem; font-family:Georgia, 'Times New Roman', serif; font-size:18px; line-height:1.6; color:#222 !important; text-align:justify; hyphens:auto"));
            page.select("figure").forEach(e -> e.attr("style", "float:right; margin:0 0 1em 1em; max-width:320px"));
            page.select("img").forEach(e -> e.attr("style", "width:100%;height:auto;border-radius:8px"));
            page.selectFirst("[data-part=body]").attr("style", "background-color:#f8f8f8; border:1px solid #ddd; max-width:680px; position:relative; overflow:hidden; -webkit-font-smoothing:antialiased");
        });
        change("a dark template", page -> page.selectFirst("article").wrap("<div style=\"background:#111;color:#eee\"></div>"));
        change("a template's own sheet", page -> {
            page.select("head style").remove();
            page.head().append("<style>body{background:#111;color:#eee;margin:0}h1{color:#fff;font:700 3rem/1.1 serif}.tags,.square{display:none}blockquote::before{content:\"\\201C\"}a::after{content:\" \\2192\"}"
                    + ".sr-only{position:absolute;left:-9999px}nav li{display:inline}p::first-letter{float:left;font-size:2em}@media print{article{display:none}}aside{float:right}figure{float:right}"
                    + "@keyframes x{from{opacity:0}to{opacity:1}}.menu:not(.open){display:none}</style>");
        });
        change("headlines of others around", page -> page.body().append("<aside><h2>Read next</h2><ul><li><a href=\"https://else.example/1\">Bridge plan reviewed by council</a></li>"
                + "<li><a href=\"/x.html\">School accredited by the state</a></li></ul><p>Our printer is accredited by the guild.</p></aside>"));
        change("named for those who listen", page -> page.selectFirst("article").attr("aria-label", page.selectFirst("h1").text()));
        change("a title that repeats", page -> last(page).attr("title", last(page).text()));
        change("wrapped in tables and sections", page -> last(page).wrap("<table><tbody><tr><td></td></tr></tbody></table>"));
        change("data for machines in the article", page -> page.selectFirst("article").prepend("<meta itemprop=\"inLanguage\" content=\"x\"><script type=\"application/json\">{}</script>"));
        change("another title", page -> page.selectFirst("title").text("Reader view"));
    }

    // ---- how a page is changed

    private void style(String name, String style, String named) {
        change(name, page -> last(page).attr("style", style), "Signed text is " + named);
    }

    private void sheet(String name, String css, String named) {
        change(name, page -> page.head().append("<style>" + css + "</style>"), named);
    }

    private void data(String name, String from, String to, String named) {
        change(name, page -> {
            var script = page.selectFirst("script[type=application/ld+json]");
            var json = script.data().replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
            script.empty();
            script.appendChild(new org.jsoup.nodes.DataNode(json));
        }, named);
    }

    private void change(String name, Consumer<Document> change, String... named) {
        var page = Jsoup.parse(base);
        page.outputSettings().prettyPrint(false);
        var before = page.outerHtml();
        change.accept(page);
        if (page.outerHtml().equals(before)) {
            throw new AssertionError("“" + name + "” changed nothing");
        }
        list.add(new Mutation(name, page.outerHtml(), named.length == 0 ? "" : named[named.length - 1]));
    }

    private static boolean isArabic(Document page) {
        return page.selectFirst("html").attr("lang").equals("ar");
    }

    private static Element meta(Document page, String property) {
        return page.selectFirst("meta[property=" + property + "]");
    }

    private static Element strip(Document page) {
        var line = page.selectFirst("#signed-reviewed");
        return line == null ? page.selectFirst("#signed-edited") : line;
    }

    private static Element column(Document page) {
        return page.selectFirst("article .column");
    }

    private static Element body(Document page) {
        return page.selectFirst("[data-part=body]");
    }

    private static Element last(Document page) {
        return body(page).select("p").getLast();
    }
}
