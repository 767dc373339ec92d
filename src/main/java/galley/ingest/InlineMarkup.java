package galley.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jdom2.CDATA;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Text;
import org.jspecify.annotations.Nullable;

/// Turns markup that stands as elements inside a feed (`<description><p>…</p></description>`, XHTML in Atom) into a string
/// of HTML, which is what ROME and the cleaner expect.
final class InlineMarkup {

    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private InlineMarkup() {}

    /// Leaves text alone; elements become text. True when there was markup.
    static boolean flatten(Element element) {
        if (element.getChildren().isEmpty()) {
            return false;
        }
        var html = inside(element);
        element.removeContent();
        element.addContent(new Text(html));
        return true;
    }

    /// The same without the single `div` that Atom wraps around XHTML.
    static void flattenInsideDiv(Element element) {
        var only = element.getChildren().size() == 1 ? element.getChildren().getFirst() : null;
        if (only != null && Elements.is(only, "div") && element.getText().isBlank()) {
            var base = only.getAttribute("base", FeedNames.XML);
            if (base != null && element.getAttribute("base", FeedNames.XML) == null) {
                element.setAttribute("base", base.getValue(), FeedNames.XML);
            }
            var html = inside(only);
            element.removeContent();
            element.addContent(new Text(html));
        } else {
            flatten(element);
        }
    }

    /// Reads base64 in place; what is none is left as it is.
    static void decode(Element element) {
        try {
            var bytes = Base64.getMimeDecoder().decode(element.getText().strip());
            element.removeContent();
            element.addContent(new UncheckedText(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException none) {
            // it says base64 and is plain text
        }
    }

    private static String inside(Element element) {
        var html = new StringBuilder();
        for (var content : element.getContent()) {
            write(html, content, null);
        }
        return html.toString();
    }

    private static void write(StringBuilder html, Content content, @Nullable String outerBase) {
        switch (content) {
            case CDATA words -> html.append(Cleaner.escape(words.getText()));
            case Text words -> html.append(Cleaner.escape(words.getText()));
            case Element element -> {
                var base = Links.base(outerBase, element.getAttributeValue("base", FeedNames.XML));
                html.append('<').append(element.getName());
                attributes(html, element, base);
                html.append('>');
                if (!VOID.contains(Elements.lower(element.getName()))) {
                    element.getContent().forEach(inner -> write(html, inner, base));
                    html.append("</").append(element.getName()).append('>');
                }
            }
            default -> { }
        }
    }

    private static void attributes(StringBuilder html, Element element, @Nullable String base) {
        for (var attribute : element.getAttributes()) {
            var name = attribute.getName();
            var value = attribute.getValue();
            if (base != null && (name.equals("href") || name.equals("src"))) {
                var absolute = Links.resolve(base, value);
                value = absolute == null ? "" : absolute;
            }
            if (attribute.getNamespace().equals(FeedNames.XML) && !name.equals("lang")) {
                continue;
            }
            html.append(' ').append(name).append("=\"").append(Cleaner.escape(value).replace("\"", "&quot;")).append('"');
        }
    }

    /// Text that may hold anything: it goes to the HTML cleaner, never back to XML.
    private static final class UncheckedText extends Text {
        private static final long serialVersionUID = 1L;

        UncheckedText(String words) {
            value = words;
        }
    }
}
