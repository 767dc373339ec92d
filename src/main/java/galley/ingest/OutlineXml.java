package galley.ingest;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads subscription lists in the forms that programs write, whole or broken, and writes OPML. Nothing in them is resolved
/// or fetched.
final class OutlineXml {

    private static final int DEEPEST = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?");
    private static final InputFactoryImpl AALTO = aalto();

    private OutlineXml() {}

    /// Null when the bytes are no list of subscriptions.
    static @Nullable SubscriptionList read(byte[] bytes) {
        var text = Decoding.of(bytes, null).text();
        if (text.indexOf('<') < 0) {
            return addresses(text);
        }
        var mended = XmlRepair.mend(text).text();
        var top = tree(mended);
        var roots = top.children().stream().filter(root -> is(root, "opml")).toList();
        if (roots.isEmpty()) {
            roots = top.getAllElements().stream().filter(inner -> is(inner, "opml")).limit(1).toList();
        }
        if (!roots.isEmpty()) {
            return opml(roots);
        }
        return top.children().stream().anyMatch(root -> is(root, "RDF")) ? FoafList.read(top) : null;
    }

    static String write(Element opml) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write(out, opml, 0);
        return out.toString();
    }

    static boolean is(Element element, String localName) {
        return element.tagName().substring(element.tagName().indexOf(':') + 1).equalsIgnoreCase(localName);
    }

    /// Several documents in one file are one list.
    private static SubscriptionList opml(List<Element> roots) {
        var heads = new ArrayList<Element>();
        var outlines = new ArrayList<Element>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (var root : roots) {
            root.attributes().forEach(attribute -> {
                if (!attribute.getKey().equals("xmlns")) {
                    attributes.putIfAbsent(attribute.getKey(), attribute.getValue());
                }
            });
            for (var part : List.copyOf(root.children())) {
                if (is(part, "head") && heads.isEmpty()) {
                    heads.addAll(part.children());
                } else if (is(part, "body")) {
                    outlines.addAll(part.children());
                } else if (SubscriptionList.isOutline(part)) {
                    outlines.add(part);
                } else if (is(part, "opml")) {
                    outlines.addAll(part.getAllElements().stream().filter(inner -> inner.parent() != null && is(inner.parent(), "body")).toList());
                }
            }
        }
        return SubscriptionList.of(heads, outlines, attributes);
    }

    /// One address to a line, as people keep them in a text file.
    private static @Nullable SubscriptionList addresses(String text) {
        var outlines = new ArrayList<Element>();
        for (var line : text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList()) {
            var parts = line.split("\\s+", 2);
            if (!Links.isWeb(parts[0]) && !parts[0].toLowerCase(Locale.ROOT).startsWith("feed:")) {
                return null;
            }
            outlines.add(SubscriptionList.feed(parts.length > 1 ? parts[1] : parts[0], parts[0]));
        }
        return outlines.isEmpty() ? null : SubscriptionList.of(List.of(), outlines, Map.of());
    }

    private static Element tree(String text) {
        try {
            return strictly(text);
        } catch (XMLStreamException | RuntimeException broken) {
            return loosely(XmlRepair.declarePrefixes(text));
        }
    }

    private static Element loosely(String text) {
        try {
            return strictly(text);
        } catch (XMLStreamException | RuntimeException broken) {
            var parser = Parser.xmlParser();
            parser.setMaxDepth(DEEPEST);
            return parser.parseInput(text, "");
        }
    }

    private static Element strictly(String text) throws XMLStreamException {
        var top = SubscriptionList.element("lists");
        var open = new ArrayList<Element>(List.of(top));
        int below = 0;
        XMLStreamReader in = AALTO.createXMLStreamReader(new StringReader(text));
        try {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        var element = element(in);
                        // too deep to be a folder: it stays in the deepest one
                        open.getLast().appendChild(element);
                        if (open.size() >= DEEPEST) {
                            below++;
                        } else {
                            open.add(element);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (below > 0) {
                            below--;
                        } else {
                            open.removeLast();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> open.getLast().appendChild(new TextNode(in.getText()));
                    default -> { }
                }
            }
        } finally {
            in.close();
        }
        return top;
    }

    private static Element element(XMLStreamReader in) {
        var element = SubscriptionList.element(named(in.getPrefix(), in.getLocalName()));
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            var prefix = in.getNamespacePrefix(i);
            var address = in.getNamespaceURI(i);
            element.attributes().put(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, address == null ? "" : address);
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            element.attributes().put(named(in.getAttributePrefix(i), in.getAttributeLocalName(i)), in.getAttributeValue(i));
        }
        return element;
    }

    private static String named(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static void write(StringBuilder out, Element element, int depth) {
        if (!NAME.matcher(element.tagName()).matches()) {
            return;
        }
        out.append("  ".repeat(depth)).append('<').append(element.tagName());
        element.attributes().asList().stream().filter(attribute -> NAME.matcher(attribute.getKey()).matches()).forEach(attribute -> {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(out, attribute.getValue(), true);
            out.append('"');
        });
        var children = element.childNodes().stream().filter(node -> !(node instanceof TextNode words && words.isBlank())).toList();
        if (children.isEmpty()) {
            out.append("/>\n");
        } else if (children.stream().allMatch(Element.class::isInstance)) {
            out.append(">\n");
            children.forEach(child -> write(out, (Element) child, depth + 1));
            out.append("  ".repeat(depth)).append("</").append(element.tagName()).append(">\n");
        } else {
            out.append('>');
            children.forEach(child -> inline(out, child));
            out.append("</").append(element.tagName()).append(">\n");
        }
    }

    private static void inline(StringBuilder out, Node node) {
        if (node instanceof TextNode words) {
            escape(out, words.getWholeText(), false);
        } else if (node instanceof Element element) {
            var inside = new StringBuilder();
            write(inside, element, 0);
            out.append(inside.toString().strip());
        }
    }

    private static void escape(StringBuilder out, String words, boolean attribute) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\r', '\t' -> {
                    if (attribute) {
                        out.append("&#").append((int) c).append(';');
                    } else {
                        out.append(c);
                    }
                }
                default -> out.append(c);
            }
        }
    }

    private static InputFactoryImpl aalto() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
