package galley.publish;

import galley.signoff.Jws;
import galley.story.Json;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/// What others do to a page: templates that leave its words alone, and changes that do not.
final class PageMutations {

    /// @param named what one of the differences has to say; empty for a harmless change
    record Mutation(String name, String html, String named) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final SignedPages pages;
    private final String base;
    private final List<Mutation> list = new ArrayList<>();

    private PageMutations(SignedPages pages, String base) {
        this.pages = pages;
        this.base = base;
    }

    static List<Mutation> harmless(SignedPages pages) {
        return harmless(pages, pages.page);
    }

    /// The same with another page. What changes nothing there is left out.
    static List<Mutation> harmless(SignedPages pages, String base) {
        var m = new PageMutations(pages, base);
        m.allHarmless();
        m.list.addAll(PageTricks.harmless(base));
        return m.list;
    }

    static List<Mutation> harmful(SignedPages pages) {
        var m = new PageMutations(pages, pages.page);
        m.changedWords();
        m.changedAround();
        m.changedSignatures();
        m.concealed();
        m.list.addAll(PageTricks.of(pages.page));
        return m.list;
    }

    private void allHarmless() {
        text("as it was exported", html -> html);
        text("minified", html -> html.replaceAll(">\\s+<", "><").replaceAll("\\s+", " "));
        text("white space collapsed", html -> html.replaceAll("\\s+", " "));
        page("classes, ids and ARIA gone", page -> page.getAllElements().forEach(e -> e.attributes().asList().stream().map(a -> a.getKey())
                .filter(k -> k.equals("class") || k.equals("id") || k.startsWith("aria-") || k.equals("role") || k.equals("style")).toList().forEach(e::removeAttr)));
        page("wrapped in div", page -> {
            page.select("article p, article h1, article figure").forEach(e -> e.wrap("<div class=\"row\"><div></div></div>"));
            page.selectFirst("article").wrap("<div><section></section></div>");
        });
        page("wrapped in span", page -> page.select("article p, article h1").forEach(e -> e.html("<span class=\"x\"><span>" + e.html() + "</span></span>")));
        page("character references", page -> page.outputSettings().escapeMode(Entities.EscapeMode.extended).charset(StandardCharsets.US_ASCII));
        text("numeric character references for every letter", html -> {
            var page = parsed(html);
            page.select("[data-part=body] p").forEach(e -> e.textNodes().forEach(t -> t.text(t.getWholeText().replace("e", "\uE000"))));
            return page.outerHtml().replace("\uE000", "&#x65;");
        });
        page("NFD", page -> everyText(page, t -> Normalizer.normalize(t, Normalizer.Form.NFD)));
        page("straight quotes and other dashes", page -> everyText(page, t -> t.replace('“', '"').replace('”', '"').replace('’', '\'').replace('—', '–').replace("…", "...")));
        page("no-break spaces, soft hyphens, zero-width spaces", page -> everyText(page, t -> t.replace("harbour", "har\u00ADbour").replace("ships", "sh\u200Bips")
                .replace(" the ", "\u00a0the\u2009").replace("mole", "mo\u2060le\uFEFF")));
        page("the page around changed", page -> {
            page.select("body > header, footer, aside").remove();
            page.body().prepend("<nav><a href=\"https://else.example/\">Elsewhere</a> Another masthead</nav>").append("<footer>Another footer</footer>");
        });
        page("furniture changed", page -> page.select("article [data-unsigned]").forEach(e -> e.text("Something else")));
        page("furniture gone", page -> page.select("article [data-unsigned]").remove());
        page("div becomes section", page -> page.select("article div").forEach(e -> e.tagName("section")));
        page("other headings and lists", page -> {
            page.select("article h2").forEach(e -> e.tagName("h4"));
            page.select("article ul").forEach(e -> e.tagName("ol"));
            page.select("article h1").forEach(e -> e.tagName("p"));
        });
        page("emphasis changed", page -> {
            page.select("article em").forEach(Element::unwrap);
            page.select("article p").getLast().html("<b>" + page.select("article p").getLast().html() + "</b>");
        });
        page("head replaced", page -> {
            var block = page.selectFirst("#signoff").outerHtml();
            page.head().html("<meta charset=utf-8><title>Other</title><link rel=stylesheet href=/x.css>" + block);
        });
        page("signature block in the body", page -> page.body().appendChild(page.selectFirst("#signoff")));
        text("line breaks", html -> html.replace(" ships ", "\r\n  ships\n").replace(" on ", "<br>on "));
        page("jsoup pretty print", page -> page.outputSettings().prettyPrint(true).indentAmount(4));
        page("jsoup pretty print, ASCII", page -> page.outputSettings().prettyPrint(true).charset(StandardCharsets.US_ASCII));
        page("as XHTML", page -> page.outputSettings().syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.xhtml));
        page("inline styles and wrappers with a language", page -> page.select("article p").forEach(e -> e.attr("style", "color:#333; margin: 0 0 1em; opacity: 1; line-height: 1.5")
                .attr("lang", "en").attr("dir", "auto")));
        text("comments", html -> html.replace("<p>", "<!-- cms --><p><!-- block -->"));
        page("the parts in another order", page -> page.selectFirst(".body").before(page.selectFirst("section.context")));
    }

    private void changedWords() {
        text("a word", html -> html.replace("did not enter.</p>", "did not sink.</p>"), "body block 1 differs");
        text("a digit", html -> html.replace("and 41 ships did not enter.</p>", "and 42 ships did not enter.</p>"), "body block 1 differs");
        text("not", html -> html.replace("will not be raised", "will be raised"), "body block 6 differs");
        text("a raised digit lowered", html -> html.replace("<sup>2</sup>", "2"), "body block 2 differs");
        page("a paragraph gone", page -> body(page).select("p").get(1).remove(), "body block 2 is missing");
        page("paragraphs swapped", page -> body(page).select("p").get(0).before(body(page).select("p").get(2)), "was moved");
        page("a paragraph added in the body", page -> body(page).append("<p>Nobody saw it.</p>"), "was added: “Nobody saw it.”");
        page("a paragraph added after the body", page -> body(page).after("<p>Nobody saw it.</p>"), "Text that nobody signed");
        page("a span appended", page -> body(page).select("p").getFirst().append("<span> Or so they say.</span>"), "body block 1 differs");
        page("a span appended to the article", page -> article(page).append("<span>Or so they say.</span>"), "Text that nobody signed");
        text("a homoglyph", html -> html.replace("pilots", "pil\u043Ets"), "body block 5 differs");
        text("a bidi control", html -> html.replace("41 ships did", "\u202E41\u202C ships did"), "body block 1 differs");
        page("a bidi override element", page -> body(page).selectFirst("p").wrap("<bdo dir=rtl></bdo>"), "turned round");
        text("a link", html -> html.replace("https://port.example/log?day=2", "https://port.example/log?day=3"), "Link 1 leads to");
        page("a link gone", page -> body(page).select("a").first().unwrap(), "leads to");
        page("a link added", page -> body(page).selectFirst("p").html("The <a href=\"https://else.example/\">harbour</a>"
                + body(page).selectFirst("p").html().replaceAll("^.*? harbour", "")), "leads to");
        page("a link round everything", page -> article(page).children().wrap("<a href=\"https://else.example/\"></a>"), "A link that nobody signed");
        text("the headline", html -> html.replace(">Storm keeps the harbour shut</h1>", ">Storm keeps the harbour open</h1>"), "headline differs");
        page("the standfirst gone", page -> page.selectFirst("[data-part=standfirst]").remove(), "standfirst is missing");
        text("alt text", html -> html.replace("alt=\"Waves break over the mole\"", "alt=\"Waves spare the mole\""), "image block 1 differs");
        text("a caption", html -> html.replace("The mole on Tuesday.", "The mole on Monday."), "caption block 1 differs");
        page("captions swapped", page -> {
            var captions = page.select("[data-part=caption]");
            var first = captions.get(0).text();
            captions.get(0).text(captions.get(1).text());
            captions.get(1).text(first);
        }, "caption block 1 was moved");
        text("a credit", html -> html.replace("Photo: Ines Varga", "Photo: Tomas Roth"), "credit block 1 differs");
        page("the correction removed", page -> page.selectFirst(".correction").remove(), "correction is missing");
        text("the methodology note", html -> html.replace("from the roof", "from the shore"), "methodology differs");
        page("the methodology removed", page -> page.selectFirst("[data-claim=methodology-record]").remove(), "“methodology-record” is missing");
        text("the editor's name", html -> html.replace(">Rosa Lind</a>", ">Rosa Lund</a>"), "The line “edited-by”");
        text("the reviewer's name", html -> html.replace(">Idris Bello</a>", ">Tomas Roth</a>"), "The line “reviewed-by”");
        text("the source's name", html -> html.replace(">Northwire</a>", ">Southwire</a>"), "source differs");
        page("evidence changed", page -> page.selectFirst("q.passage").text("14 ships lay outside the mole"), "evidence block 3 differs");
        page("a primary source made of a secondary", page -> page.selectFirst(".kind [data-part]").text("Secondary source"), "evidence block 2 differs");
        text("the context box", html -> html.replace("gives nine", "gives ten"), "context differs");
        page("struck", page -> body(page).select("p").getFirst().html("<del>" + body(page).select("p").getFirst().html() + "</del>"), "body block 1 differs");
        page("a second dateline", page -> body(page).select("p").getLast().prepend("<span data-part=dateline>QUAY HARBOUR</span>"), "was added: “QUAY HARBOUR”");
    }

    private void changedAround() {
        page("an image added", page -> body(page).after("<img src=x.png alt=\"A wreck\">"), "Text that nobody signed stands in the article: “A wreck”");
        page("an image added in the body", page -> body(page).append("<img src=x.png>"), "image block 3 was added");
        page("SVG text", page -> article(page).append("<svg><text>Nobody saw it.</text></svg>"), "Text that nobody signed");
        page("SVG text in a part", page -> body(page).append("<svg><text>Nobody saw it.</text></svg>"), "was added");
        page("a frame", page -> article(page).append("<iframe src=\"https://else.example/\"></iframe>"), "Text that nobody signed stands in the article: “[iframe]”");
        page("a second article", page -> page.selectFirst("main").append("<article><p>Another story.</p></article>"), "more than one article");
        page("a board that verified it", page -> page.selectFirst("section.context").append("<div class=held data-claim=verified-by-board><h3>Verified by Editorial Board</h3></div>"),
                "The line “verified-by-board” is not the one that was signed");
        page("a board, unmarked", page -> page.selectFirst("section.context").append("<h3>Verified by Editorial Board</h3>"), "Text that nobody signed");
        page("a board as furniture", page -> page.selectFirst("section.context").append("<h3 data-unsigned>Verified by Editorial Board</h3>"), "claims what nobody signed");
        page("a second editor", page -> page.selectFirst("[data-claim=edited-by]").after("<p data-claim=edited-by><span>Edited by</span> <span>Ines Varga</span></p>"), "The line “edited-by”");
        page("the reviewer's line gone", page -> page.selectFirst("[data-claim=reviewed-by]").remove(), "“reviewed-by” is missing");
        page("the editor's line leads elsewhere", page -> page.selectFirst("[data-claim=edited-by] a").attr("href", "https://else.example/rosa"), "leads away from the newsroom");
        for (var sign : List.of(".", "½", "−", "-", "%", "\u202e", "Ⅰ", "🅽🅾🆃", "“")) {
            page("a sign marked as furniture: " + sign.codePointAt(0), page -> body(page).select("p").getLast().append("<span data-unsigned>" + sign + "</span>"),
                    "Text that nobody signed");
        }
        page("words marked as furniture", page -> body(page).select("p").getLast().append("<span data-unsigned> Or so they say.</span>"), "Text that nobody signed");
        page("a part nobody knows", page -> article(page).append("<p data-part=update>It sank.</p>"), "Text that nobody signed");
        text("the canonical address", html -> html.replaceAll("(<link rel=\"canonical\" href=\")[^\"]*", "$1https://else.example/"), "another address");
        page("back-dated for machines", page -> page.selectFirst("[data-claim=published] time").attr("datetime", "2026-11-16T08:00:00Z"), "date of publication");
        page("back-dated for people", page -> page.selectFirst("[data-claim=published] time").text("16 Nov 2026, 08:00"), "The line “published”");
        page("another story named", page -> article(page).attr("data-story", "urn:uuid:00000000-0000-0000-0000-000000000000"), "names another story");
        page("the mark of the article gone", page -> article(page).removeAttr("data-signoff"), "not marked as signed");
        page("links turned by a base", page -> page.head().prepend("<base href=\"https://else.example/\">"), "turns its links elsewhere");
    }

    private void changedSignatures() {
        text("another story's signatures", html -> html.replace(SignedPages.block(html), SignedPages.block(pages.other)), "names another story");
        page("two signature blocks", page -> page.body().append(page.selectFirst("#signoff").outerHtml()), "more than one signature block");
        text("a block that is no JSON", html -> html.replace(SignedPages.block(html), "{\"payload\":"), "cannot be read");
        add("no signatures", "are needed", pages.withBlock(new Jws.Block(payload(), List.of()).json()));
        add("no review", "are needed", pages.withBlock(new Jws.Block(payload(), List.of(signature(0), signature(2))).json()));
        add("no newsroom", "are needed", pages.withBlock(new Jws.Block(payload(), List.of(signature(0), signature(1))).json()));
        add("the order", "may not sign as", pages.withBlock(new Jws.Block(payload(), List.of(signature(1), signature(0), signature(2))).json()));
        add("an edited payload", "signature does not hold", pages.withBlock(new Jws.Block(Jws.encode(new String(Jws.decode(payload()), StandardCharsets.UTF_8)
                .replace("https://port.example/log?day=2", "https://port.example/log?day=3").getBytes(StandardCharsets.UTF_8)),
                List.of(signature(0), signature(1), signature(2))).json()));
        add("an edited header", "signature does not hold", pages.withBlock(new Jws.Block(payload(), List.of(
                new Jws.Signature(Jws.encode(new String(Jws.decode(signature(0).header()), StandardCharsets.UTF_8).replace("Rosa Lind", "Ines Varga").getBytes(StandardCharsets.UTF_8)),
                        signature(0).signature()), signature(1), signature(2))).json()));
        add("another signature's bytes", "signature does not hold", pages.withBlock(new Jws.Block(payload(),
                List.of(signature(0), new Jws.Signature(signature(1).header(), signature(0).signature()), signature(2))).json()));
        add("a duplicate JSON key", "cannot be read", pages.withBlock(SignedPages.block(pages.page).replaceFirst("\\{", "{\"payload\":\"x\",")));
        add("a duplicate key in the payload", "cannot be read", pages.withBlock(new Jws.Block(Jws.encode(new String(Jws.decode(payload()), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"story\":\"urn:uuid:x\",").getBytes(StandardCharsets.UTF_8)), List.of(signature(0), signature(1), signature(2))).json()));
        header("alg none", 0, h -> h.put("alg", "none"), "not Ed25519");
        header("critical members", 1, h -> h.put("crit", List.of("b64")), "cannot be read");
        header("made for something else", 1, h -> h.put("typ", "JWT"), "made for something else");
        header("back-dated review", 1, h -> h.put("iat", ((Number) h.get("iat")).longValue() - 86_400), "signed before the one");
        header("another meaning", 1, h -> h.put("meaning", "I have not read it."), "signature says");
        header("somebody else's name", 0, h -> h.put("name", "Ines Varga"), "may not sign as “Ines Varga”");
        header("signed before the key was there", 0, h -> h.put("iat", 1_000_000), "was not valid when it signed");
        var headers = pages.headers();
        var self = new LinkedHashMap<>(headers.get(1));
        self.put("name", "Idris Bello");
        var edit = new LinkedHashMap<>(headers.get(0));
        edit.put("name", "Idris Bello");
        add("self-review", "the same person", pages.resigned(List.of(edit, self, headers.get(2)),
                List.of(pages.key(pages.room.idris), pages.key(pages.room.idris), pages.newsroomKey())));
        var review = new LinkedHashMap<>(headers.get(1));
        review.put("name", "Ines Varga");
        add("an editor's key as the reviewer's", "may not sign as reviewer", pages.resigned(List.of(headers.get(0), review, headers.get(2)),
                List.of(pages.key(pages.room.rosa), pages.key(pages.room.ines), pages.newsroomKey())));
        add("a person's key as the newsroom's", "may not sign as publisher", pages.resigned(headers,
                List.of(pages.key(pages.room.rosa), pages.key(pages.room.idris), pages.key(pages.room.tomas))));
    }

    private void concealed() {
        page("hidden", page -> body(page).select("p").getLast().attr("hidden", true), "Signed text is hidden");
        page("hidden by its style", page -> body(page).select("p").getLast().attr("style", "color:red;DISPLAY : none"), "Signed text is hidden");
        page("moved off the page", page -> body(page).select("p").getLast().attr("style", "position:absolute;left:-999em"), "Signed text is hidden");
        page("struck by its style", page -> body(page).select("p").getLast().attr("style", "text-decoration: line-through"), "Signed text is struck out");
        page("folded away", page -> body(page).select("p").getLast().wrap("<details></details>"), "Signed text is hidden");
        page("in ruby's brackets", page -> body(page).select("p").getLast().html("The mole will <ruby><rp>not </rp></ruby>be raised this year."), "Signed text is hidden");
        page("in a template", page -> body(page).select("p").getLast().wrap("<template></template>"), "body block 6 is missing");
        page("in a shadow", page -> article(page).prepend("<template shadowrootmode=open><p>Another story.</p></template>"), "Something else is drawn");
        for (var around : List.of("object", "canvas", "video", "noscript", "progress")) {
            page("the whole article in " + around, page -> article(page).wrap("<" + around + "></" + around + ">"), "The whole article is hidden");
        }
        page("the whole article hidden", page -> article(page).wrap("<div style=\"display:none\"></div>"), "The whole article is hidden");
    }

    // ---- how a page is changed

    private void text(String name, UnaryOperator<String> change) {
        text(name, change, "");
    }

    private void text(String name, UnaryOperator<String> change, String named) {
        add(name, named, change.apply(base));
    }

    private void page(String name, Consumer<Document> change) {
        page(name, change, "");
    }

    private void page(String name, Consumer<Document> change, String named) {
        var page = parsed(base);
        change.accept(page);
        add(name, named, page.outerHtml());
    }

    private void header(String name, int index, Consumer<Map<String, Object>> change, String named) {
        var headers = pages.headers();
        change.accept(headers.get(index));
        add(name, named, pages.resigned(headers, List.of(pages.key(pages.room.rosa), pages.key(pages.room.idris), pages.newsroomKey())));
    }

    private void add(String name, String named, String html) {
        if (html.equals(base) && !name.equals("as it was exported")) {
            if (base != pages.page) {
                return;
            }
            throw new AssertionError("“" + name + "” changed nothing");
        }
        list.add(new Mutation(name, html, named));
    }

    private static Document parsed(String html) {
        var page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static void everyText(Document page, UnaryOperator<String> change) {
        NodeTraversor.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(change.apply(text.getWholeText()));
            } else if (node instanceof Element e && e.hasAttr("alt")) {
                e.attr("alt", change.apply(e.attr("alt")));
            }
        }, page.body());
    }

    private static Element article(Document page) {
        return page.selectFirst("article");
    }

    private static Element body(Document page) {
        return page.selectFirst("[data-part=body]");
    }

    private String payload() {
        return Json.MAPPER.readTree(SignedPages.block(pages.page)).path("payload").asString();
    }

    private Jws.Signature signature(int index) {
        var signature = Json.MAPPER.readTree(SignedPages.block(pages.page)).path("signatures").get(index);
        return new Jws.Signature(signature.path("protected").asString(), signature.path("signature").asString());
    }
}
