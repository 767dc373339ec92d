package galley.ingest;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// Makes hostile HTML safe to keep and to show: only the tags and attributes named here, only links to http, https and
/// mailto, no script, no style, no event handlers. Cleaning what is clean changes nothing.
public final class Cleaner {

    private static final int LONGEST = 4_000_000;
    private static final int DEEPEST = 200;

    /// Goes with everything inside it: none of this is words for a reader.
    static final Set<String> DROPPED = Set.of("script", "style", "template", "svg", "math", "iframe", "embed", "frame", "frameset", "noframes",
            "noembed", "textarea", "select", "button", "input", "option", "datalist", "canvas", "video", "audio", "map", "head", "title", "meta", "link", "base", "xml");

    /// Blocks that we do not keep by name; their words must not run into those of their neighbours.
    private static final Set<String> OTHER_BLOCKS = Set.of("article", "section", "header", "footer", "main", "aside", "nav", "address", "center", "details",
            "summary", "dialog", "fieldset", "legend", "form", "hgroup", "menu", "dir", "listing", "xmp", "search");
    private static final String[] ADDRESSES = {"href", "src", "cite"};

    /// Written as XML does, these are empty; read as HTML, they would swallow the rest of the article.
    private static final Pattern EMPTY = Pattern.compile("<(?:iframe|script|style|textarea|title|noembed|noframes|xmp|video|audio|select|button|canvas|object|applet)\\b[^<>]*/>",
            Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> SWALLOWS = Stream.of("iframe", "noembed", "noframes", "textarea", "title", "xmp")
            .map(name -> Pattern.compile("<(/?)" + name + "\\b[^<>]*>?", Pattern.CASE_INSENSITIVE)).toList();

    private static final Safelist ALLOWED = allowed();
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\\s/>])[^<>]*(/?)>");
    private static final Pattern REFERENCE = Pattern.compile("&(#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Set<String> VOID = Set.of("br", "hr", "img", "p", "li", "wbr", "col");
    private static final Set<String> HTML = Set.of("a", "abbr", "acronym", "address", "article", "aside", "b", "big", "blockquote", "br", "button",
            "caption", "center", "cite", "code", "col", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure",
            "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img", "input", "ins", "kbd", "li",
            "link", "main", "mark", "math", "meta", "nav", "object", "ol", "p", "picture", "pre", "q", "s", "samp", "script", "section", "small",
            "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time",
            "tr", "tt", "u", "ul", "var", "video", "wbr");

    private Cleaner() {}

    /// The fragment as Galley stores it.
    public static String clean(String html) {
        return clean(html, null);
    }

    /// The same, with relative links made absolute against `base`.
    public static String clean(String html, @Nullable String base) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.indexOf('>') < 0 && html.indexOf('\u00a0') < 0 ? html : escape(html);
        }
        var simple = SimpleMarkup.clean(html, base);
        if (simple != null) {
            return simple;
        }
        var cleaned = once(unswallowed(html.length() > LONGEST ? html.substring(0, LONGEST) : html), base);
        for (int round = 0; round < 4; round++) {
            if (cleaned.equals(SimpleMarkup.clean(cleaned, null))) {
                return cleaned;
            }
            var again = once(cleaned, null);
            if (again.equals(cleaned)) {
                return cleaned;
            }
            cleaned = again;
        }
        return escape(plainText(cleaned));
    }

    /// Reduces any HTML (a paste, a wire item) to the markup of a story's body: p, h2, h3, strong, em, a, ul, ol, li,
    /// blockquote, br, sub and sup. Reducing twice changes nothing.
    public static String storyMarkup(String html) {
        return StoryMarkup.of(parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html));
    }

    /// What a page calls itself; empty when it does not. Its bytes are read in the encoding that they declare.
    public static String title(byte[] page, String url) {
        try {
            // tags are the same bytes in whatever encoding the page declares
            var bounded = TagBudget.kept(new String(page, java.nio.charset.StandardCharsets.ISO_8859_1)).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            return org.jsoup.Jsoup.parse(new java.io.ByteArrayInputStream(bounded), null, url).title();
        } catch (java.io.IOException never) {
            throw new java.io.UncheckedIOException(never);
        }
    }

    /// The words alone, on one line.
    public static String plainText(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.replaceAll("\\s+", " ").strip();
        }
        var document = parse(html);
        settle(document.body(), null);
        var words = new Words();
        document.body().traverse(words);
        return words.out.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /// The first words of a fragment, at most `length` characters, cut between words and marked as cut.
    public static String summary(String html, int length) {
        var words = plainText(html);
        if (words.length() <= length) {
            return words;
        }
        int cut = words.lastIndexOf(' ', length - 1);
        return words.substring(0, cut > length / 2 ? cut : length - 1).replaceAll("[\\s,;:.–—-]+$", "") + "…";
    }

    /// Plain text as a fragment.
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;");
    }

    /// Whether words from a place where feeds write both text and HTML are meant as HTML: a closing or void tag or a
    /// character reference in them, and no tag that HTML does not have ("use List<String>").
    static boolean looksLikeMarkup(String words) {
        if (words.indexOf('<') < 0 && words.indexOf('&') < 0) {
            return false;
        }
        boolean sure = false;
        var tags = TAG.matcher(words);
        while (tags.find()) {
            var name = tags.group(2).toLowerCase(java.util.Locale.ROOT);
            if (!HTML.contains(name)) {
                return false;
            }
            sure = sure || !tags.group(1).isEmpty() || !tags.group(3).isEmpty() || VOID.contains(name);
        }
        if (sure) {
            return true;
        }
        var references = REFERENCE.matcher(words);
        while (references.find()) {
            if (references.group(1).startsWith("#") || Entities.isNamedEntity(references.group(1))) {
                return true;
            }
        }
        return false;
    }

    /// Takes out what is never closed and so would take the words behind it along. Whatever comes to light is cleaned like the rest.
    private static String unswallowed(String html) {
        var whole = html.contains("/>") ? EMPTY.matcher(html).replaceAll("") : html;
        for (var name : SWALLOWS) {
            int open = -1;
            int end = -1;
            for (var tag = name.matcher(whole); tag.find(); ) {
                boolean opens = tag.group(1).isEmpty();
                open = opens ? tag.start() : -1;
                end = tag.end();
            }
            if (open >= 0) {
                whole = whole.substring(0, open) + whole.substring(end);
            }
        }
        return whole;
    }

    /// One reading by the parser, written out again.
    static String once(String html, @Nullable String base) {
        var document = parse(html);
        settle(document.body(), base);
        var clean = new org.jsoup.safety.Cleaner(ALLOWED).clean(document);
        clean.body().getAllElements().forEach(Cleaner::sortAttributes);
        clean.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.xml).escapeMode(Entities.EscapeMode.base).charset("UTF-8");
        return clean.body().html();
    }

    /// Drops what is dropped, calls other blocks by a name we keep and makes addresses absolute, in one walk: a page of a hundred
    /// thousand scripts must not cost more than one of as many paragraphs.
    private static void settle(Element body, @Nullable String base) {
        var open = new ArrayDeque<Element>();
        open.add(body);
        while (!open.isEmpty()) {
            var parent = open.remove();
            boolean drops = false;
            for (var child : parent.children()) {
                if (DROPPED.contains(child.normalName())) {
                    drops = true;
                    continue;
                }
                if (OTHER_BLOCKS.contains(child.normalName())) {
                    child.tagName("div");
                }
                for (var name : child.attributesSize() == 0 ? new String[0] : ADDRESSES) {
                    absolute(child, name, base);
                }
                open.add(child);
            }
            if (drops) {
                var kept = parent.childNodes().stream().filter(node -> !(node instanceof Element child && DROPPED.contains(child.normalName()))).toList();
                parent.empty();
                parent.appendChildren(kept);
            }
        }
    }

    static Document parse(String html) {
        var parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        var document = Document.createShell("");
        document.parser(parser);
        var nodes = List.copyOf(parser.parseFragmentInput(TagBudget.kept(html), document.body(), ""));
        if (!nodes.isEmpty() && nodes.getFirst().parent() instanceof Element fragment) {
            // all at once: taken one by one, each would look for itself among all the others
            fragment.empty();
        }
        document.body().appendChildren(nodes);
        return document;
    }

    private static void absolute(Element element, String name, @Nullable String base) {
        if (!element.hasAttr(name)) {
            return;
        }
        var link = Links.resolve(base, element.attr(name));
        if (link == null || !Links.isWeb(link) && !link.regionMatches(true, 0, "mailto:", 0, 7)) {
            element.removeAttr(name);
        } else {
            element.attr(name, link);
        }
    }

    private static void sortAttributes(Element element) {
        if (element.attributesSize() > 1) {
            var sorted = element.attributes().asList().stream().sorted(Comparator.comparing(Attribute::getKey)).toList();
            element.clearAttributes();
            sorted.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
        }
    }

    private static Safelist allowed() {
        return new Safelist()
                .addTags("a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div",
                        "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark",
                        "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table",
                        "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr")
                .addAttributes(":all", "dir", "lang")
                .addAttributes("a", "href", "title")
                .addAttributes("abbr", "title")
                .addAttributes("blockquote", "cite")
                .addAttributes("col", "span")
                .addAttributes("colgroup", "span")
                .addAttributes("img", "alt", "height", "src", "title", "width")
                .addAttributes("ol", "start", "type")
                .addAttributes("q", "cite")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope")
                .addAttributes("time", "datetime")
                .addProtocols("a", "href", "http", "https", "mailto")
                .addProtocols("blockquote", "cite", "http", "https")
                .addProtocols("q", "cite", "http", "https")
                .addProtocols("img", "src", "http", "https");
    }

    /// Gathers text with a space wherever a block or a line ends.
    private static final class Words implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText());
            } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br") || element.nameIs("td") || element.nameIs("th"))) {
                out.append(' ');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                out.append(' ');
            }
        }
    }
}
