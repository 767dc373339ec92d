package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Settles Atom 0.3, 1.0 and everything that calls itself a feed as Atom 1.0 whose texts are plain strings of type text or html.
final class AtomDialect {

    private static final Map<String, String> NAMES_OF_03 = Map.of("tagline", "subtitle", "modified", "updated", "issued", "published", "copyright", "rights",
            "description", "subtitle", "guid", "id");
    /// What RSS calls it, where a feed mixes both.
    private static final Map<String, String> NAMES_OF_RSS = Map.of("pubdate", "published", "lastbuilddate", "updated", "managingeditor", "author", "guid", "id",
            "description", "summary", "abstract", "summary", "fullitem", "content", "body", "content", "copyright", "rights");
    private static final Set<String> TEXTS = Set.of("title", "subtitle", "summary", "content", "rights", "info");

    private final Element feed;
    private final Namespace own;
    private final boolean old;

    private AtomDialect(Element feed) {
        this.feed = feed;
        this.own = feed.getNamespace();
        var version = Elements.attribute(feed, "version");
        this.old = own.equals(FeedNames.ATOM_03) || !own.equals(FeedNames.ATOM) && version != null && version.startsWith("0.");
    }

    static FeedShape settle(Document document) {
        var dialect = new AtomDialect(document.getRootElement());
        AtomNesting.settle(dialect.feed, dialect::isAtom);
        var entries = new ArrayList<Element>();
        dialect.settle(dialect.feed, entries);
        Elements.rename(dialect.feed, "feed", FeedNames.ATOM);
        dialect.feed.removeAttribute("version");
        return new FeedShape(document, dialect.feed, entries, dialect.old ? "atom0.3" : "atom1.0", true);
    }

    private void settle(Element parent, ArrayList<Element> entries) {
        for (var child : Elements.children(parent)) {
            if (!isAtom(child)) {
                continue;
            }
            var name = Elements.lower(child.getName());
            Elements.rename(child, inAtom(name, parent), FeedNames.ATOM);
            switch (child.getName()) {
                case "entry", "item" -> {
                    Elements.rename(child, "entry", FeedNames.ATOM);
                    settle(child, entries);
                    settleBody(child);
                    entries.add(child);
                }
                case "author", "contributor" -> {
                    for (var part : Elements.children(child)) {
                        Elements.rename(part, Elements.lower(part.getName()), FeedNames.ATOM);
                    }
                }
                case "link" -> settleLink(child);
                case "source" -> child.detach();
                default -> {
                    if (TEXTS.contains(child.getName())) {
                        settleText(child);
                    }
                }
            }
        }
    }

    private String inAtom(String name, Element parent) {
        if (parent == feed || old) {
            var mapped = NAMES_OF_03.get(name);
            if (mapped != null && !(parent != feed && name.equals("description"))) {
                return mapped;
            }
        }
        var mapped = NAMES_OF_RSS.get(name);
        boolean taken = mapped == null || parent.getChildren().stream().anyMatch(other -> isAtom(other) && Elements.is(other, mapped));
        return taken ? name : mapped;
    }

    /// The body under a name that RSS feeds give it, where there is no other.
    private static void settleBody(Element entry) {
        var body = Elements.child(entry, "encoded", FeedNames.CONTENT);
        body = body != null ? body : Elements.child(entry, "body", FeedNames.XHTML);
        if (body != null && entry.getChild("content", FeedNames.ATOM) == null) {
            Elements.rename(body, "content", FeedNames.ATOM);
            InlineMarkup.flatten(body);
            mark(body, "html");
        }
    }

    private boolean isAtom(Element element) {
        var namespace = element.getNamespace();
        return namespace.equals(own) || namespace.equals(FeedNames.ATOM) || namespace.equals(FeedNames.ATOM_03) || namespace.equals(Namespace.NO_NAMESPACE);
    }

    /// Some feeds write the address as RSS does, between the tags.
    private static void settleLink(Element link) {
        var address = Elements.words(link);
        if (Elements.attribute(link, "href") == null && address != null) {
            link.setAttribute("href", address);
        }
        var rel = Elements.rel(link);
        link.getAttributes().removeIf(attribute -> attribute.getName().equalsIgnoreCase("rel"));
        if (rel != null) {
            link.setAttribute("rel", rel);
        }
    }

    private void settleText(Element text) {
        var type = Elements.lower(orEmpty(Elements.attribute(text, "type")));
        if (isBase64(text, type)) {
            InlineMarkup.decode(text);
            mark(text, "html");
        } else if (!text.getChildren().isEmpty()) {
            var wrapper = text.getChildren().getFirst();
            if (type.equals("html") && text.getText().isBlank() && wrapper.getChildren().isEmpty()) {
                text.setContent(List.copyOf(wrapper.cloneContent()));
            } else if (old) {
                InlineMarkup.flatten(text);
            } else {
                InlineMarkup.flattenInsideDiv(text);
            }
            mark(text, "html");
        } else {
            mark(text, isHtml(type) || text.getChildren().isEmpty() && type.isEmpty() && old && Cleaner.looksLikeMarkup(text.getText()) ? "html" : "text");
        }
    }

    private boolean isBase64(Element text, String type) {
        if (old) {
            return "base64".equalsIgnoreCase(Elements.attribute(text, "mode"));
        }
        return type.contains("/") && !type.startsWith("text/") && !isHtml(type) && !type.endsWith("/xml") && !type.endsWith("+xml") && text.getChildren().isEmpty()
                && Elements.words(text) != null;
    }

    private static boolean isHtml(String type) {
        return type.equals("html") || type.equals("xhtml") || type.startsWith("text/html") || type.startsWith("application/xhtml");
    }

    private static void mark(Element text, String type) {
        text.setAttribute("type", type);
        text.removeAttribute("mode");
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
