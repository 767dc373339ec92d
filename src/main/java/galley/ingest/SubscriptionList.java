package galley.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A list of subscriptions as programs hand it to each other: OPML with everything that stands in it, known to us or not.
///
/// What a feed of ours has no place for (another program's attributes, searches, empty folders, their order) stays in the list
/// itself; that is how nothing is lost between import and export.
final class SubscriptionList {

    /// A feed that the list names.
    ///
    /// @param outline where it stands in the list
    /// @param url as the list writes it, without white space around it
    /// @param title empty when the list gives none
    /// @param folder levels divided by "/"; empty at the top
    record Subscription(Element outline, String url, String title, @Nullable String site, String folder, String category) {}

    /// Our own attributes: what an outline of OPML has no word for.
    static final String OURS = "urn:galley:subscriptions";
    private static final String ID = "galley:id";

    private final Element opml;

    private SubscriptionList(Element opml) {
        this.opml = opml;
    }

    static SubscriptionList empty() {
        var opml = element("opml");
        opml.attributes().put("version", "2.0");
        opml.appendChild(element("head"));
        opml.appendChild(element("body"));
        return new SubscriptionList(opml);
    }

    /// A list of its own making, with the same parts in one head and one body.
    static SubscriptionList of(List<Element> heads, List<Element> outlines, Map<String, String> rootAttributes) {
        var list = empty();
        rootAttributes.forEach(list.opml.attributes()::put);
        heads.forEach(part -> list.head().appendChild(part));
        outlines.forEach(part -> list.body().appendChild(part));
        return list;
    }

    static Element element(String name) {
        return new Element(org.jsoup.parser.Tag.valueOf(name, Parser.NamespaceXml, org.jsoup.parser.ParseSettings.preserveCase), "");
    }

    static Element feed(String name, String address) {
        var outline = element("outline");
        outline.attributes().put("type", "rss").put("text", name).put("xmlUrl", address);
        return outline;
    }

    static Element folder(String name) {
        var outline = element("outline");
        outline.attributes().put("text", name);
        return outline;
    }

    Element head() {
        return opml.child(0);
    }

    Element body() {
        return opml.child(1);
    }

    boolean isEmpty() {
        return body().childrenSize() == 0 && head().childrenSize() == 0;
    }

    String xml() {
        return OutlineXml.write(opml);
    }

    /// Every feed that the list names, in its order; one that stands in two folders comes twice.
    List<Subscription> subscriptions() {
        var found = new ArrayList<Subscription>();
        gather(body(), "", found);
        return found;
    }

    private static void gather(Element parent, String folder, List<Subscription> found) {
        for (var child : parent.children()) {
            if (!isOutline(child)) {
                continue;
            }
            var url = feedAddress(child);
            if (url != null) {
                found.add(new Subscription(child, url, name(child), text(child, "htmlUrl"), folder, category(child)));
                gather(child, folder, found);
            } else {
                gather(child, under(folder, name(child)), found);
            }
        }
    }

    static String under(String folder, String name) {
        // a slash inside a name would look like another level
        var plain = name.replace('/', '\u2215');
        return plain.isEmpty() ? folder : folder.isEmpty() ? plain : folder + "/" + plain;
    }

    static boolean isOutline(Element element) {
        return localName(element).equalsIgnoreCase("outline");
    }

    private static String localName(Element element) {
        return element.tagName().substring(element.tagName().indexOf(':') + 1);
    }

    /// Null when the outline is no feed: a folder, an included list, a bookmark, a note.
    static @Nullable String feedAddress(Element outline) {
        var xmlUrl = text(outline, "xmlUrl");
        if (xmlUrl != null) {
            return xmlUrl;
        }
        var type = text(outline, "type");
        return type != null && type.toLowerCase(Locale.ROOT).matches("rss|atom|feed") ? text(outline, "url") : null;
    }

    static String name(Element outline) {
        var text = text(outline, "text");
        var title = text != null ? text : text(outline, "title");
        return title == null ? "" : title.replaceAll("\\s+", " ");
    }

    /// The first category that is one word and not a path.
    private static String category(Element outline) {
        var categories = text(outline, "category");
        for (var one : categories == null ? new String[0] : categories.split(",")) {
            if (!one.isBlank() && !one.strip().contains("/")) {
                return one.strip();
            }
        }
        return "";
    }

    /// An attribute's words whatever the case of its name; null for none or blank.
    static @Nullable String text(Element outline, String name) {
        var value = outline.attributes().getIgnoreCase(name).strip();
        return value.isEmpty() ? null : value;
    }

    static @Nullable UUID feedId(Element outline) {
        try {
            return outline.attributes().hasKey(ID) ? UUID.fromString(outline.attributes().get(ID)) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    static void mark(Element outline, UUID feed) {
        outline.attributes().put(ID, feed.toString());
    }

    /// Lays an imported list over what is kept: folders of one name become one, a feed that stands in a folder already gains only
    /// what it did not say, and everything else is added at the end.
    SubscriptionList with(SubscriptionList imported) {
        if (isEmpty()) {
            return imported;
        }
        imported.opml.attributes().forEach(attribute -> {
            if (attribute.getKey().startsWith("xmlns:") && !opml.attributes().hasKey(attribute.getKey())) {
                opml.attributes().put(attribute.getKey(), attribute.getValue());
            }
        });
        merge(body(), imported.body());
        return this;
    }

    private static void merge(Element kept, Element imported) {
        var known = new LinkedHashMap<String, Element>();
        kept.children().forEach(child -> known.putIfAbsent(identity(child), child));
        for (var child : List.copyOf(imported.children())) {
            var same = known.get(identity(child));
            if (same == null) {
                kept.appendChild(child);
                known.put(identity(child), child);
            } else {
                child.attributes().forEach(attribute -> {
                    if (!same.attributes().hasKey(attribute.getKey())) {
                        same.attributes().put(attribute.getKey(), attribute.getValue());
                    }
                });
                merge(same, child);
            }
        }
    }

    /// What makes two things in one folder the same thing.
    private static String identity(Element element) {
        if (!isOutline(element)) {
            return "other " + element.outerHtml();
        }
        var id = feedId(element);
        if (id != null) {
            return "feed " + id;
        }
        var url = feedAddress(element);
        var plain = url != null ? url : text(element, "url");
        return plain != null ? "address " + plain : name(element).isEmpty() ? "other " + element.outerHtml() : "folder " + name(element);
    }

    /// The list as others may have it: the newsroom's feeds as they are now, each where it stands, and all else that was kept.
    SubscriptionList of(List<Feed> feeds, String title) {
        var byId = new LinkedHashMap<UUID, Feed>();
        feeds.forEach(feed -> byId.put(feed.id(), feed));
        var placed = new LinkedHashMap<UUID, List<Subscription>>();
        for (var subscription : subscriptions()) {
            var id = feedId(subscription.outline());
            if (id != null && !byId.containsKey(id)) {
                subscription.outline().unwrap();
            } else if (id != null) {
                placed.computeIfAbsent(id, i -> new ArrayList<>()).add(subscription);
            }
        }
        feeds.forEach(feed -> place(feed, placed.getOrDefault(feed.id(), List.of())));
        opml.getAllElements().forEach(element -> element.attributes().remove(ID));
        if (head().children().stream().noneMatch(part -> part.nameIs("title"))) {
            head().prependChild(element("title").text(title));
        }
        return this;
    }

    private void place(Feed feed, List<Subscription> outlines) {
        var here = outlines.stream().filter(one -> one.folder().equals(feed.folder())).findFirst();
        var outline = here.or(() -> outlines.stream().findFirst()).map(Subscription::outline).orElseGet(() -> feed(feed.title(), feed.url()));
        if (here.isEmpty()) {
            outline.remove();
            place(feed.folder()).appendChild(outline);
        }
        describe(outline, feed);
        outlines.stream().map(Subscription::outline).filter(other -> other != outline).forEach(other -> address(other, feed));
    }

    private void describe(Element outline, Feed feed) {
        address(outline, feed);
        if (feed.site() != null && text(outline, "htmlUrl") == null) {
            outline.attributes().put("htmlUrl", feed.site());
        }
        if (!feed.category().isEmpty() && !category(outline).equals(feed.category())) {
            outline.attributes().put("category", feed.category());
        }
        ours(outline, "source", feed.source().equals(feed.title()) ? "" : feed.source());
        ours(outline, "rights", feed.rights() == galley.story.Rights.UNSTATED ? "" : feed.rights().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        ours(outline, "paused", feed.paused() ? "true" : "");
    }

    /// The list's own spelling of an address stays while it means the same.
    private static void address(Element outline, Feed feed) {
        var url = feedAddress(outline);
        if (url == null || !FeedAddress.of(url).orElse("").equals(feed.url())) {
            outline.attributes().put("xmlUrl", feed.url());
        }
    }

    private void ours(Element outline, String name, String value) {
        if (value.isEmpty()) {
            outline.attributes().remove("galley:" + name);
        } else {
            opml.attributes().put("xmlns:galley", OURS);
            outline.attributes().put("galley:" + name, value);
        }
    }

    static String ours(Element outline, String name) {
        return outline.attributes().get("galley:" + name).strip();
    }

    private Element place(String path) {
        var parent = body();
        for (var name : path.isEmpty() ? new String[0] : path.split("/")) {
            Element found = null;
            for (var child : parent.children()) {
                if (found == null && isOutline(child) && feedAddress(child) == null && name(child).replace('/', '\u2215').equals(name)) {
                    found = child;
                }
            }
            if (found == null) {
                found = folder(name);
                parent.appendChild(found);
            }
            parent = found;
        }
        return parent;
    }
}
