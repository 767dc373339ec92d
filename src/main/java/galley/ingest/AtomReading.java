package galley.ingest;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Brings together what ROME reads in a tree settled as Atom and what was lifted out of it before.
final class AtomReading {

    private final FeedShape shape;
    private final Scope scope;

    private AtomReading(FeedShape shape, Scope scope) {
        this.shape = shape;
        this.scope = scope;
    }

    static ParsedFeed read(FeedShape shape, Scope scope, boolean wellFormed, List<String> problems, boolean cutOff) {
        var reading = new AtomReading(shape, scope);
        var head = Lifted.from(shape.head(), scope);
        var lifted = shape.entries().stream().map(entry -> Lifted.from(entry, scope)).toList();
        var rome = Rome.read(shape, Feed.class, Feed::getEntries);
        var entries = new ArrayList<ParsedFeed.Entry>();
        for (int i = 0; i < shape.entries().size(); i++) {
            var entry = rome.items().get(i);
            if (entry == null) {
                problems.add("Item " + (i + 1) + " could not be read; the others were.");
            } else {
                entries.add(reading.entry(shape.entries().get(i), entry, lifted.get(i)));
            }
        }
        if (rome.head() == null) {
            problems.add("What the feed says about itself could not be read.");
        }
        return new ParsedFeed(reading.head(rome.head() == null ? new Feed() : rome.head(), head), entries, wellFormed, problems, cutOff);
    }

    private ParsedFeed.Head head(Feed feed, Lifted lifted) {
        var element = shape.head();
        var image = Links.resolve(baseOf(element, "logo"), feed.getLogo());
        var subtitle = copy(feed.getSubtitle(), element, "subtitle");
        return new ParsedFeed.Head(title(copy(feed.getTitleEx(), element, "title"), lifted), Lifted.first(alternate(element), lifted.link),
                subtitle != null ? subtitle : Copy.markup(lifted.summary, scope.baseAt(element)),
                language(element, lifted), RssReading.latest(lifted), lifted.authors,
                Lifted.first(Lifted.first(image, Links.resolve(baseOf(element, "icon"), feed.getIcon())), lifted.image), null, shape.format());
    }

    private ParsedFeed.Entry entry(Element element, Entry entry, Lifted lifted) {
        var content = entry.getContents().isEmpty() ? null : entry.getContents().getFirst();
        var summary = copy(entry.getSummary(), element, "summary");
        var id = id(element, entry, lifted);
        var link = Lifted.first(alternate(element), lifted.link);
        return new ParsedFeed.Entry(id, link == null && Links.isWeb(id) ? id : link, title(copy(entry.getTitleEx(), element, "title"), lifted),
                summary != null ? summary : Copy.either(lifted.summary, scope.baseAt(element)), copy(content, element, "content"),
                lifted.published != null ? lifted.published : lifted.created, lifted.updated, lifted.authors, List.copyOf(lifted.categories),
                languageOf(element, lifted), lifted.rights != null ? lifted.rights : entry.getRights() == null ? null : Cleaner.plainText(entry.getRights()),
                enclosures(element, entry, content, lifted), RssReading.media(lifted));
    }

    /// Ids are names, so they stay as they are written; only a path is no name until it is made absolute.
    private @Nullable String id(Element element, Entry entry, Lifted lifted) {
        var id = entry.getId() == null || entry.getId().isBlank() ? lifted.id : entry.getId().strip();
        return id != null && id.startsWith("/") ? Links.resolve(baseOf(element, "id"), id) : id;
    }

    private @Nullable Copy title(@Nullable Copy own, Lifted lifted) {
        return own != null ? own : Copy.either(lifted.title, scope.base());
    }

    /// Where the feed does not say it in Atom's way it may in another.
    private @Nullable String language(Element feed, Lifted lifted) {
        var language = lifted.language != null ? Scope.tag(lifted.language) : scope.languageAt(feed);
        return language != null ? language : Scope.tag(Elements.words(feed, "language", FeedNames.ATOM));
    }

    private @Nullable Copy copy(@Nullable Content content, Element parent, String name) {
        if (content == null || content.getValue() == null) {
            return null;
        }
        return "html".equals(content.getType()) ? Copy.markup(content.getValue(), baseOf(parent, name)) : Copy.plain(content.getValue());
    }

    /// The page: an alternate link that is HTML before one that is something else.
    private @Nullable String alternate(Element parent) {
        String other = null;
        for (var link : parent.getChildren("link", FeedNames.ATOM)) {
            var rel = Elements.attribute(link, "rel");
            var href = Links.resolve(scope.baseAt(link), Elements.attribute(link, "href"));
            if (href == null || rel != null && !rel.equals("alternate") && !rel.endsWith("/alternate")) {
                continue;
            }
            var type = Elements.attribute(link, "type");
            if (type == null || type.contains("html")) {
                return href;
            }
            other = Lifted.first(other, href);
        }
        return other;
    }

    private List<ParsedFeed.Enclosure> enclosures(Element element, Entry entry, @Nullable Content content, Lifted lifted) {
        var enclosures = new ArrayList<ParsedFeed.Enclosure>();
        Stream.concat(entry.getAlternateLinks().stream(), entry.getOtherLinks().stream()).filter(link -> "enclosure".equals(link.getRel()))
                .forEach(link -> add(enclosures, element, link.getHref(), link.getType(), link));
        if (content != null && content.getSrc() != null) {
            add(enclosures, element, content.getSrc(), content.getType(), null);
        }
        enclosures.addAll(lifted.enclosures);
        return enclosures;
    }

    private void add(List<ParsedFeed.Enclosure> enclosures, Element element, @Nullable String href, @Nullable String type, @Nullable Link link) {
        var url = Links.resolve(baseOf(element, "link"), href);
        if (url != null) {
            enclosures.add(new ParsedFeed.Enclosure(url, type, link != null && link.getLength() > 0 ? Long.valueOf(link.getLength()) : null));
        }
    }

    private @Nullable String languageOf(Element element, Lifted lifted) {
        for (var name : new String[] {"content", "summary", "title"}) {
            var words = element.getChild(name, FeedNames.ATOM);
            if (words != null) {
                var language = scope.languageAt(words);
                return language != null || lifted.language == null ? language : Scope.tag(lifted.language);
            }
        }
        return lifted.language != null ? Scope.tag(lifted.language) : scope.languageAt(element);
    }

    private @Nullable String baseOf(Element parent, String name) {
        var child = parent.getChild(name, FeedNames.ATOM);
        return scope.baseAt(child != null ? child : parent);
    }
}
