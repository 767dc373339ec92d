package galley.ingest;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Brings together what ROME reads in a tree settled as RSS and what was lifted out of it before.
final class RssReading {

    private final FeedShape shape;
    private final Scope scope;
    private final List<String> problems;

    private RssReading(FeedShape shape, Scope scope, List<String> problems) {
        this.shape = shape;
        this.scope = scope;
        this.problems = problems;
    }

    static ParsedFeed read(FeedShape shape, Scope scope, boolean wellFormed, List<String> problems, boolean cutOff) {
        var reading = new RssReading(shape, scope, problems);
        var head = Lifted.from(shape.head(), scope);
        var lifted = shape.entries().stream().map(item -> Lifted.from(item, scope)).toList();
        var rome = Rome.read(shape, Channel.class, Channel::getItems);
        var entries = new ArrayList<ParsedFeed.Entry>();
        var language = reading.language(head);
        for (int i = 0; i < shape.entries().size(); i++) {
            var item = rome.items().get(i);
            if (item == null) {
                problems.add("Item " + (i + 1) + " could not be read; the others were.");
            } else {
                entries.add(reading.entry(shape.entries().get(i), item, lifted.get(i), language));
            }
        }
        return new ParsedFeed(reading.head(rome.head(), head, language), entries, wellFormed, problems, cutOff);
    }

    private @Nullable String language(Lifted head) {
        var own = Scope.tag(Elements.words(shape.head().getChild("language")));
        return own != null ? own : head.language != null ? Scope.tag(head.language) : scope.languageAt(shape.head());
    }

    private ParsedFeed.Head head(@Nullable Channel channel, Lifted lifted, @Nullable String language) {
        var element = shape.head();
        if (channel == null) {
            problems.add("What the feed says about itself could not be read.");
            return new ParsedFeed.Head(null, lifted.link, null, language, lifted.updated, lifted.authors, lifted.image, null, shape.format());
        }
        var image = channel.getImage() == null ? null : Links.resolve(baseOf(element, "image"), channel.getImage().getUrl());
        var description = Copy.markup(channel.getDescription(), baseOf(element, "description"));
        return new ParsedFeed.Head(Copy.either(channel.getTitle(), baseOf(element, "title")), link(element, channel.getLink(), lifted),
                description != null ? description : Copy.markup(lifted.summary, scope.baseAt(element)), language, latest(lifted), lifted.authors,
                Lifted.first(image, lifted.image), channel.getTtl() > 0 ? Integer.valueOf(channel.getTtl()) : null, shape.format());
    }

    private ParsedFeed.Entry entry(Element element, Item item, Lifted lifted, @Nullable String feedLanguage) {
        var description = item.getDescription() == null ? null : Copy.markup(item.getDescription().getValue(), baseOf(element, "description"));
        var content = item.getContent() == null ? null : Copy.markup(item.getContent().getValue(), baseOf(element, "encoded", FeedNames.CONTENT));
        var title = Copy.either(item.getTitle(), baseOf(element, "title"));
        return new ParsedFeed.Entry(id(item, lifted), entryLink(element, item, lifted), title != null ? title : Copy.either(lifted.title, scope.baseAt(element)),
                description != null ? description : Copy.markup(lifted.summary, scope.baseAt(element)), content,
                lifted.published != null ? lifted.published : lifted.created, lifted.updated, lifted.authors, List.copyOf(lifted.categories),
                languageOf(element, lifted, feedLanguage), lifted.rights != null ? lifted.rights : Elements.words(element.getChild("copyright")),
                lifted.enclosures, media(lifted));
    }

    private static @Nullable String id(Item item, Lifted lifted) {
        var guid = item.getGuid() == null || item.getGuid().getValue() == null ? null : item.getGuid().getValue().strip();
        return guid != null && !guid.isEmpty() ? guid : lifted.id;
    }

    /// The link, else a guid that says it is one, else an Atom link inside the item.
    private @Nullable String entryLink(Element element, Item item, Lifted lifted) {
        var link = link(element, item.getLink(), lifted);
        if (link != null || item.getGuid() == null) {
            return link == null && Links.isWeb(lifted.id) ? lifted.id : link;
        }
        var guid = element.getChild("guid");
        var permanent = guid == null ? null : Elements.attribute(guid, "isPermaLink");
        var address = permanent != null && !"true".equalsIgnoreCase(permanent) ? null : Links.resolve(baseOf(element, "guid"), item.getGuid().getValue());
        return "true".equalsIgnoreCase(permanent) || Links.isWeb(address) ? address : null;
    }

    private @Nullable String link(Element element, @Nullable String address, Lifted lifted) {
        var link = Links.resolve(baseOf(element, "link"), address);
        if (link == null) {
            for (var other : element.getChildren("link")) {
                var words = Elements.words(other);
                link = Lifted.first(link, Links.resolve(scope.baseAt(other), words != null ? words : Elements.attribute(other, "href")));
            }
        }
        return Lifted.first(link, lifted.link);
    }

    /// What the words are in: the nearest `xml:lang` from the body outwards, else what item or feed declare.
    private @Nullable String languageOf(Element element, Lifted lifted, @Nullable String feedLanguage) {
        if (lifted.language != null) {
            return Scope.tag(lifted.language);
        }
        var words = Elements.child(element, "encoded", FeedNames.CONTENT);
        for (var name : new String[] {"description", "title"}) {
            words = words != null ? words : element.getChild(name);
        }
        for (var at = words != null ? words : element; at != null; at = at.getParentElement()) {
            if (at.hasAttributes() && at.getAttribute("lang", FeedNames.XML) != null) {
                return Scope.tag(at.getAttributeValue("lang", FeedNames.XML));
            }
        }
        return feedLanguage;
    }

    static List<ParsedFeed.Media> media(Lifted lifted) {
        if (lifted.image != null && lifted.media.stream().noneMatch(known -> known.url().equals(lifted.image))) {
            lifted.media.add(new ParsedFeed.Media(lifted.image, "image", null, null, null, null));
        }
        return lifted.media;
    }

    static java.time.@Nullable Instant latest(Lifted lifted) {
        return lifted.updated != null ? lifted.updated : lifted.published != null ? lifted.published : lifted.created;
    }

    private @Nullable String baseOf(Element parent, String name) {
        return baseOf(parent, name, Namespace.NO_NAMESPACE);
    }

    private @Nullable String baseOf(Element parent, String name, Namespace namespace) {
        var child = parent.getChild(name, namespace);
        return scope.baseAt(child != null ? child : parent);
    }
}
