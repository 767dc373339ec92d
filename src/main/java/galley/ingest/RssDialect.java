package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Settles every RSS there is (0.90 to 2.0, RDF, 1.1, CDF, any spelling, any namespace) as RSS 2.0, so that ROME's best
/// reader reads them all. Words are moved and renamed, never changed.
final class RssDialect {

    private static final Map<String, String> SPELLING = Map.of("pubdate", "pubDate", "lastbuilddate", "lastBuildDate", "managingeditor", "managingEditor",
            "webmaster", "webMaster", "textinput", "textInput", "abstract", "description", "lastmod", "lastMod");
    /// ROME refuses a whole feed for an odd hour or port in these, and nobody reads them here.
    private static final Set<String> NOT_FOR_ROME = Set.of("skipHours", "skipDays", "skiphours", "skipdays", "cloud", "textInput", "rating", "docs", "items");

    /// In which no element of RSS stands, unless one of them was never closed.
    private static final Set<String> LEAVES = Set.of("title", "description", "link", "guid", "pubdate", "author", "category", "comments", "image", "language");

    private final Document document;
    private final Element root;
    private final Namespace own;

    private RssDialect(Document document) {
        this.document = document;
        this.root = document.getRootElement();
        var channel = Elements.is(root, "rdf") ? root.getChildren().stream().filter(child -> Elements.is(child, "channel")).findFirst().orElse(root) : root;
        this.own = channel.getNamespace();
    }

    static FeedShape settle(Document document) {
        return new RssDialect(document).settled();
    }

    private FeedShape settled() {
        var format = format();
        var channel = channel();
        var items = items(channel);
        for (var child : Elements.children(channel)) {
            if (isPlain(child)) {
                settleName(child);
                if (NOT_FOR_ROME.contains(child.getName())) {
                    child.detach();
                }
            }
        }
        settleGuests(channel);
        settleImage(channel);
        settleTitle(channel);
        settleTexts(channel, "title", "description");
        items.forEach(this::settleItem);
        return new FeedShape(document, channel, items, format, false);
    }

    private String format() {
        var version = Elements.attribute(root, "version");
        return switch (Elements.lower(root.getName())) {
            case "rdf" -> isIn(FeedNames.RSS_090) ? "rss0.90" : "rss1.0";
            case "channel" -> own.equals(FeedNames.RSS_11) ? "rss1.1" : isCdf() ? "cdf" : "rss";
            default -> version == null ? "rss" : version.matches("2(\\.0+(\\.\\d+)*)?") ? "rss2.0" : "rss" + version.replaceAll("[^0-9.]", "");
        };
    }

    private boolean isIn(Namespace namespace) {
        return root.getChildren().stream().anyMatch(child -> child.getNamespace().equals(namespace));
    }

    private boolean isCdf() {
        return Elements.attribute(root, "href") != null || Elements.attribute(root, "lastmod") != null || root.getName().equals("CHANNEL");
    }

    private Element channel() {
        Element channel = null;
        if (Elements.is(root, "channel")) {
            channel = root;
            root.detach();
            document.setRootElement(new Element("rss").addContent(channel));
        } else {
            for (var child : root.getChildren()) {
                if (channel == null && Elements.is(child, "channel") && isPlain(child)) {
                    channel = child;
                }
            }
            Elements.rename(root, "rss", Namespace.NO_NAMESPACE);
        }
        document.getRootElement().setAttribute("version", "2.0");
        if (channel == null) {
            channel = new Element("channel");
            document.getRootElement().addContent(channel);
        }
        Elements.rename(channel, "channel", Namespace.NO_NAMESPACE);
        cdfAttributes(channel);
        return channel;
    }

    private List<Element> items(Element channel) {
        var items = new ArrayList<Element>();
        var top = document.getRootElement();
        for (var child : Elements.children(top)) {
            if (child == channel || Elements.is(child, "channel") && isPlain(child)) {
                gather(child, items);
            } else if (isItem(child)) {
                items.add(child);
                gather(child, items);
            } else if (isPlain(child)) {
                move(child, channel);
            }
        }
        for (var item : items) {
            move(item, channel);
            Elements.rename(item, "item", Namespace.NO_NAMESPACE);
        }
        return items;
    }

    /// Some feeds forget to close an item before the next, or a title before anything else, and so nest them.
    private void gather(Element parent, List<Element> items) {
        for (var child : parent.getChildren()) {
            if (isItem(child)) {
                items.add(child);
                gather(child, items);
            } else if (Elements.is(child, "items") || isPlain(child) && LEAVES.contains(Elements.lower(child.getName()))) {
                gather(child, items);
            }
        }
    }

    private static void move(Element element, Element into) {
        if (element.getParentElement() != into) {
            element.detach();
            into.addContent(element);
        }
    }

    private boolean isItem(Element element) {
        return Elements.is(element, "item") && isPlain(element) || Elements.is(element, "entry") && element.getNamespace().equals(Namespace.NO_NAMESPACE);
    }

    /// Whether an element belongs to RSS itself and not to a module.
    private boolean isPlain(Element element) {
        var namespace = element.getNamespace();
        return namespace.equals(Namespace.NO_NAMESPACE) || namespace.equals(FeedNames.RSS_10) || namespace.equals(FeedNames.RSS_090)
                || namespace.equals(FeedNames.RSS_11) || namespace.equals(own) && !own.equals(FeedNames.RDF);
    }

    private void settleItem(Element item) {
        for (var child : item.getChildren()) {
            if (isPlain(child)) {
                settleName(child);
            }
        }
        settleGuests(item);
        cdfAttributes(item);
        for (var guid : List.copyOf(item.getChildren("guid"))) {
            if (Elements.words(guid) == null) {
                guid.detach();
            }
        }
        var about = item.getAttributeValue("about", FeedNames.RDF);
        if (about != null && item.getChild("guid") == null) {
            item.addContent(new Element("guid").setAttribute("isPermaLink", "false").setText(about));
        }
        settleTitle(item);
        settleBody(item);
        settleTexts(item, "title", "description");
    }

    /// Atom inside RSS is read alike in either version.
    private static void settleGuests(Element parent) {
        for (var child : parent.getChildren()) {
            if (child.getNamespace().equals(FeedNames.ATOM_03)) {
                child.setNamespace(FeedNames.ATOM);
            }
        }
    }

    private static void settleName(Element element) {
        var name = element.getName();
        var lower = Elements.lower(name);
        Elements.rename(element, SPELLING.getOrDefault(lower, lower), Namespace.NO_NAMESPACE);
    }

    /// CDF says in attributes what RSS says in elements.
    private static void cdfAttributes(Element element) {
        if (!element.hasAttributes()) {
            return;
        }
        var href = Elements.attribute(element, "href");
        if (href != null && element.getChild("link") == null) {
            element.addContent(new Element("link").setText(href));
        }
        var changed = Elements.attribute(element, "lastmod");
        if (changed != null) {
            element.addContent(new Element("date", FeedNames.DC).setText(changed));
        }
    }

    private static void settleTitle(Element item) {
        if (Elements.words(item.getChild("title")) != null || hasElements(item.getChild("title"))) {
            return;
        }
        var other = Elements.child(item, "title", FeedNames.DC, FeedNames.MEDIA, FeedNames.ITUNES, FeedNames.ATOM);
        if (other != null) {
            item.removeChildren("title");
            Elements.rename(other, "title", Namespace.NO_NAMESPACE);
        }
    }

    private static boolean hasElements(@Nullable Element element) {
        return element != null && !element.getChildren().isEmpty();
    }

    /// ROME takes the first description as summary and `content:encoded` as body; whatever else serves as either is named so.
    private static void settleBody(Element item) {
        var description = item.getChild("description");
        var body = firstWithWords(item.getChildren("encoded", FeedNames.CONTENT));
        for (var other : new Element[] {item.getChild("body", FeedNames.XHTML), item.getChild("div", FeedNames.XHTML), item.getChild("fullitem"), item.getChild("body"),
                item.getChild("content"), item.getChild("content", FeedNames.ATOM)}) {
            body = body == null ? other : body;
        }
        for (var other : new Element[] {second(item.getChildren("description")), item.getChild("summary"), item.getChild("summary", FeedNames.ATOM)}) {
            if (other == null) {
                continue;
            }
            if (description == null || description.getContent().isEmpty()) {
                item.removeChildren("description");
                Elements.rename(other, "description", Namespace.NO_NAMESPACE);
                description = other;
            } else {
                body = body == null ? other : body;
            }
        }
        if (body != null) {
            var chosen = body;
            for (var other : List.copyOf(item.getChildren("encoded", FeedNames.CONTENT))) {
                if (other != chosen) {
                    other.detach();
                }
            }
            Elements.rename(body, "encoded", FeedNames.CONTENT);
            InlineMarkup.flatten(body);
        }
    }

    private static @Nullable Element firstWithWords(List<Element> elements) {
        for (var element : elements) {
            if (hasElements(element) || Elements.words(element) != null) {
                return element;
            }
        }
        return null;
    }

    private static @Nullable Element second(List<Element> elements) {
        return elements.size() > 1 ? elements.get(1) : null;
    }

    private static void settleTexts(Element parent, String... names) {
        for (var name : names) {
            var element = parent.getChild(name);
            if (element != null) {
                InlineMarkup.flatten(element);
            }
        }
    }

    private void settleImage(Element channel) {
        var image = channel.getChild("image");
        if (image == null) {
            return;
        }
        for (var child : Elements.children(image)) {
            if (isPlain(child)) {
                settleName(child);
            }
        }
        image.removeChildren("width");
        image.removeChildren("height");
    }
}
