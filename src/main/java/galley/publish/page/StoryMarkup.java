package galley.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/// Story markup (p, h2, h3, strong, em, a, lists, blockquote, br, sub, sup) made fit for a page: only those elements, valid
/// nesting, headings that follow on from the page's own, nothing empty. Words, their blocks and links stay as they are, for they
/// are signed; whatever else was there is dropped, and verification of the page will say so.
final class StoryMarkup {

    private static final Safelist ALLOWED = new Safelist()
            .addTags("p", "h2", "h3", "strong", "em", "a", "ul", "ol", "li", "blockquote", "br", "sub", "sup")
            .addAttributes("a", "href").addProtocols("a", "href", "http", "https", "mailto").preserveRelativeLinks(true);
    private static final Set<String> BLOCKS = Set.of("p", "h2", "h3", "ul", "ol", "li", "blockquote");
    private static final Set<String> INLINE = Set.of("strong", "em", "a", "sub", "sup");
    /// A quotation up to this length is set large.
    private static final int PULL_QUOTE = 220;

    private StoryMarkup() {}

    /// @param top the level at which the text's headings begin, 2 to 5
    /// @return the elements of the text, in order, in a body element
    static Element tidy(String html, int top) {
        return tidy(Jsoup.parseBodyFragment(html), top);
    }

    static Element tidy(Document dirty, int top) {
        var clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        var body = clean.body();
        body.getAllElements().forEach(e -> e.textNodes().forEach(t -> t.text(Markup.printable(t.getWholeText()))));
        body.select("a:not([href])").forEach(Element::unwrap);
        unwrapInlineAroundBlocks(body);
        repairLists(body);
        dropEmpty(body);
        wrapLooseText(body);
        headings(body, top);
        quotations(body);
        return body;
    }

    private static void unwrapInlineAroundBlocks(Element body) {
        for (var inline : List.copyOf(body.getAllElements())) {
            if (INLINE.contains(inline.normalName()) && inline.getAllElements().stream().anyMatch(e -> BLOCKS.contains(e.normalName()))) {
                inline.unwrap();
            }
        }
        for (var heading : body.select("h2 h2, h2 h3, h3 h2, h3 h3, h2 p, h3 p, h2 ul, h2 ol, h3 ul, h3 ol, h2 blockquote, h3 blockquote")) {
            heading.unwrap();
        }
    }

    /// Lists hold list items and nothing else; list items live in lists.
    private static void repairLists(Element body) {
        for (var list : List.copyOf(body.select("ul, ol"))) {
            for (var child : List.copyOf(list.childNodes())) {
                if (child instanceof TextNode text && text.isBlank()) {
                    continue;
                }
                if (!(child instanceof Element element && element.normalName().equals("li"))) {
                    child.wrap("<li></li>");
                }
            }
        }
        for (var item : List.copyOf(body.select("li"))) {
            var parent = item.parent();
            if (parent != null && !Set.of("ul", "ol").contains(parent.normalName())) {
                item.wrap("<ul></ul>");
            }
        }
    }

    private static void dropEmpty(Element body) {
        var all = new ArrayList<>(body.getAllElements());
        for (var element : all.reversed()) {
            if (element != body && !element.normalName().equals("br") && element.text().isBlank()) {
                element.remove();
            }
        }
    }

    private static void wrapLooseText(Element body) {
        Element paragraph = null;
        for (Node child : List.copyOf(body.childNodes())) {
            if (child instanceof Element element && BLOCKS.contains(element.normalName())) {
                paragraph = null;
            } else if (paragraph != null) {
                paragraph.appendChild(child);
            } else if (child instanceof TextNode text && text.isBlank() || child instanceof Element e && e.normalName().equals("br")) {
                child.remove();
            } else {
                paragraph = new Element("p");
                child.before(paragraph);
                paragraph.appendChild(child);
            }
        }
    }

    /// No heading skips a level.
    private static void headings(Element body, int top) {
        int above = top - 1;
        for (var heading : body.select("h2, h3")) {
            int wanted = heading.normalName().equals("h2") ? top : top + 1;
            above = Math.min(wanted, above + 1);
            heading.tagName("h" + above);
        }
    }

    private static void quotations(Element body) {
        for (var quotation : body.select("blockquote")) {
            if (quotation.text().length() > PULL_QUOTE) {
                continue;
            }
            quotation.addClass("pull");
            var last = quotation.lastElementChild();
            if (last != null && last != quotation.firstElementChild() && last.normalName().equals("p") && namesSpeaker(last.text())) {
                last.addClass("by");
            }
        }
    }

    /// A short last line without a full stop or quotation marks says whose words these are.
    private static boolean namesSpeaker(String line) {
        return line.length() <= 80 && !line.matches("(?s).*[.!?。…“”\"«»„]\\s*$") && !line.matches("(?s)^[“\"«„].*");
    }
}
