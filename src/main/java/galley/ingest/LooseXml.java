package galley.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/// The second try: reads broken XML (cut off, unclosed, wrongly nested) with jsoup, which never refuses.
final class LooseXml {

    /// What items stand in: RSS's channel, RDF's and Atom's root, and roots that leave the channel out.
    private static final Set<String> HOLD_ITEMS = Set.of("channel", "rdf", "feed", "rss");

    private LooseXml() {}

    static Document read(String text) {
        var parser = Parser.xmlParser();
        parser.setMaxDepth(FeedTree.DEEPEST * 2);
        var walker = new Walker();
        parser.parseInput(UNQUOTED_LAST.matcher(text).replaceAll("$1\"$2\"/>"), "").filter(walker);
        return withItemsBeside(walker.tree.document());
    }

    /// Where one tag lost its end, every item that follows lies inside it. No item holds another, so each is lifted out to
    /// stand beside those before it, in the order of the text.
    private static Document withItemsBeside(Document document) {
        var root = document.getRootElement();
        var items = new ArrayList<org.jdom2.Element>();
        root.getDescendants(Filters.element()).forEach(element -> {
            if (isItem(element)) {
                items.add(element);
            }
        });
        if (items.stream().allMatch(item -> HOLD_ITEMS.contains(item.getParentElement().getName().toLowerCase(Locale.ROOT)))) {
            return document;
        }
        var channel = items.stream().map(org.jdom2.Element::getParentElement).filter(p -> HOLD_ITEMS.contains(p.getName().toLowerCase(Locale.ROOT))).findFirst()
                .orElseGet(() -> root.getChildren().stream().filter(child -> child.getName().equalsIgnoreCase("channel")).findFirst().orElse(root));
        items.forEach(org.jdom2.Element::detach);
        channel.addContent(items);
        return document;
    }

    private static boolean isItem(org.jdom2.Element element) {
        return element.getName().equalsIgnoreCase("item") || element.getName().equalsIgnoreCase("entry");
    }

    /// Without quotes the slash that ends an element would be taken for the end of the address.
    private static final Pattern UNQUOTED_LAST = Pattern.compile("(\\s[A-Za-z:_-]{1,40}=)([^\\s\"'<>]{1,2000})/>");

    private static final class Walker implements NodeFilter {

        private final FeedTree tree = new FeedTree();
        private final ArrayDeque<Map<String, String>> scopes = new ArrayDeque<>();
        private Map<String, String> addresses = Map.of();

        @Override
        public FilterResult head(Node node, int depth) {
            if (tree.isFull()) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                tree.text(words.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                start(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element && depth > 0) {
                tree.end();
                addresses = scopes.pop();
            }
            return FilterResult.CONTINUE;
        }

        private void start(Element element) {
            scopes.push(addresses);
            var own = new HashMap<String, String>();
            for (var attribute : element.attributes()) {
                if (attribute.getKey().startsWith("xmlns:")) {
                    own.put(attribute.getKey().substring(6), attribute.getValue());
                } else if (attribute.getKey().equals("xmlns")) {
                    own.put("", attribute.getValue());
                }
            }
            if (!own.isEmpty()) {
                addresses.forEach(own::putIfAbsent);
                addresses = own;
            }
            var name = element.tagName();
            if (!tree.start(fit(localName(name)), namespace(prefix(name)))) {
                return;
            }
            int count = 0;
            for (var attribute : element.attributes()) {
                var key = attribute.getKey();
                if (key.startsWith("xmlns") || !isName(localName(key)) || ++count > FeedTree.MOST_ATTRIBUTES) {
                    continue;
                }
                tree.attribute(localName(key), prefix(key).isEmpty() ? Namespace.NO_NAMESPACE : namespace(prefix(key)), attribute.getValue());
            }
        }

        private Namespace namespace(String prefix) {
            if (prefix.equals("xml")) {
                return FeedNames.XML;
            }
            var address = addresses.get(prefix);
            return tree.namespace(address != null ? address : prefix.isEmpty() ? "" : FeedNames.addressOf(prefix), prefix);
        }

        private static String prefix(String name) {
            return name.substring(0, Math.max(0, name.indexOf(':')));
        }

        private static String localName(String name) {
            return name.substring(name.indexOf(':') + 1);
        }

        /// A damaged name without what no name may hold.
        private static String fit(String name) {
            var fit = name.replaceAll("[^\\p{IsAlphabetic}\\d._-]", "");
            return isName(fit) ? fit : "_" + fit;
        }

        private static boolean isName(String name) {
            return !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
        }
    }
}
