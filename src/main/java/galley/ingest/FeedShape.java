package galley.ingest;

import java.util.List;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// A feed's tree after it was settled into one of the two dialects that ROME is then asked to read.
///
/// @param head the channel or the feed element
/// @param entries its items in the order of the document
/// @param format the dialect it came in
/// @param atom whether it is settled as Atom 1.0; otherwise as RSS 2.0
record FeedShape(Document document, Element head, List<Element> entries, String format, boolean atom) {

    private static final int WHERE_ROOTS_HIDE = 4;
    private static final Set<String> NOT_FEEDS = Set.of("html", "opml", "svg");

    /// Null when the document is no feed.
    static @Nullable FeedShape of(Document document) {
        var root = root(document.getRootElement(), 0);
        if (root == null) {
            return null;
        }
        if (root != document.getRootElement()) {
            if (NOT_FEEDS.contains(Elements.lower(document.getRootElement().getName())) && !hasItems(root)) {
                return null;
            }
            root.detach();
            document.setRootElement(root);
        }
        return Elements.is(root, "feed") ? AtomDialect.settle(document) : RssDialect.settle(document);
    }

    private static boolean hasItems(Element root) {
        return root.getChildren().stream().anyMatch(child -> Elements.is(child, "item") || Elements.is(child, "entry") || Elements.is(child, "channel"));
    }

    /// Feeds come wrapped in all sorts of things; the first element that is a feed's root counts.
    private static @Nullable Element root(Element element, int depth) {
        switch (Elements.lower(element.getName())) {
            case "rss", "rdf", "feed", "channel" -> {
                return element;
            }
            default -> {
                for (var child : depth < WHERE_ROOTS_HIDE ? element.getChildren() : List.<Element>of()) {
                    var found = root(child, depth + 1);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
        }
    }
}
