package galley.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// What ROME drops or misreads in a channel or an item: dates, authors, Dublin Core, iTunes and Media RSS. It is read here
/// and lifted out of the tree, so that ROME has only the rest to read.
final class Lifted {

    private final Scope scope;
    private final Element of;

    @Nullable Instant published;
    @Nullable Instant updated;
    @Nullable Instant created;
    final List<Author> authors = new ArrayList<>();
    final Set<String> categories = new LinkedHashSet<>();
    final List<ParsedFeed.Media> media = new ArrayList<>();
    final List<ParsedFeed.Enclosure> enclosures = new ArrayList<>();
    @Nullable String language;
    @Nullable String rights;
    @Nullable String image;
    @Nullable String summary;
    @Nullable String link;
    @Nullable String title;
    @Nullable String id;

    private Lifted(Element of, Scope scope) {
        this.of = of;
        this.scope = scope;
    }

    static Lifted from(Element of, Scope scope) {
        var lifted = new Lifted(of, scope);
        for (var child : Elements.children(of)) {
            if (lifted.lift(child)) {
                child.detach();
            }
        }
        return lifted;
    }

    private boolean lift(Element child) {
        var namespace = child.getNamespace();
        if (namespace.equals(Namespace.NO_NAMESPACE) || namespace.equals(FeedNames.ATOM)) {
            return plain(child, namespace.equals(FeedNames.ATOM) && of.getNamespace().equals(Namespace.NO_NAMESPACE));
        }
        if (namespace.equals(FeedNames.DC) || namespace.equals(FeedNames.DCTERMS)) {
            dublinCore(child);
        } else if (namespace.equals(FeedNames.ITUNES)) {
            itunes(child);
        } else if (namespace.equals(FeedNames.MEDIA)) {
            MediaRss.read(child, scope.baseAt(child), this);
        } else if (namespace.equals(FeedNames.CREATIVE_COMMONS) || namespace.equals(FeedNames.CC)) {
            if (Elements.is(child, "license")) {
                var resource = child.getAttributeValue("resource", FeedNames.RDF);
                rights = first(rights, resource != null ? resource : Elements.words(child));
            }
        } else {
            return !namespace.equals(FeedNames.CONTENT);
        }
        return true;
    }

    /// @param guest an Atom element inside RSS
    private boolean plain(Element child, boolean guest) {
        boolean inRss = of.getNamespace().equals(Namespace.NO_NAMESPACE);
        switch (child.getName()) {
            case "pubDate", "published", "issued" -> published = last(published, child);
            case "lastBuildDate", "updated", "modified" -> updated = last(updated, child);
            case "created" -> created = last(created, child);
            case "author", "managingEditor" -> author(child);
            case "link" -> {
                boolean atomLike = guest || inRss && Elements.words(child) == null && Elements.attribute(child, "href") != null;
                return atomLike && guestLink(child);
            }
            case "enclosure" -> enclosure(child);
            case "enclosures" -> child.getChildren().forEach(this::enclosure);
            case "id", "rights", "subtitle", "tagline", "logo", "icon", "keywords" -> {
                return inRss && fromAtom(child);
            }
            case "category" -> category(child);
            default -> {
                return guest;
            }
        }
        return true;
    }

    /// What Atom says in an element of its own and some RSS feeds say likewise.
    private boolean fromAtom(Element child) {
        var words = Elements.words(child);
        switch (child.getName()) {
            case "id" -> id = first(id, words);
            case "rights" -> rights = first(rights, words);
            case "subtitle", "tagline" -> summary = first(summary, words);
            case "keywords" -> keywords(child);
            case "logo", "icon" -> image = !Elements.is(of, "channel") ? image : first(image, Links.resolve(scope.baseAt(child), words));
            default -> { }
        }
        return true;
    }

    /// Some feeds call the address `href`, and some write it between the tags.
    private void enclosure(Element child) {
        var address = first(first(Elements.attribute(child, "url"), Elements.attribute(child, "href")), Elements.words(child));
        var url = Links.resolve(scope.baseAt(child), address);
        if (url != null) {
            var length = Elements.bigNumber(Elements.attribute(child, "length"));
            enclosures.add(new ParsedFeed.Enclosure(url, Elements.attribute(child, "type"), length != null && length > 0 ? length : null));
        }
    }

    private boolean guestLink(Element link) {
        var address = Elements.attribute(link, "href");
        var href = Links.resolve(scope.baseAt(link), address != null ? address : Elements.words(link));
        var rel = Elements.rel(link);
        if (href != null && "enclosure".equals(rel)) {
            enclosures.add(new ParsedFeed.Enclosure(href, Elements.attribute(link, "type"), Elements.bigNumber(Elements.attribute(link, "length"))));
        } else if (href != null && (rel == null || rel.equals("alternate"))) {
            this.link = first(this.link, href);
        }
        return true;
    }

    private void category(Element child) {
        var term = first(Elements.attribute(child, "term"), Elements.attribute(child, "label"));
        category(first(term, Elements.words(child)));
    }

    private void dublinCore(Element child) {
        switch (child.getName()) {
            case "date", "modified" -> updated = last(updated, child);
            case "issued" -> published = last(published, child);
            case "created" -> created = last(created, child);
            case "creator", "author" -> add(Author.read(Elements.words(child)));
            case "subject" -> category(Elements.words(child));
            case "language" -> language = first(language, Elements.words(child));
            case "rights" -> rights = first(rights, Elements.words(child));
            case "description", "abstract" -> summary = first(summary, Elements.words(child));
            case "identifier" -> id = first(id, Elements.words(child));
            case "title" -> title = first(title, Elements.words(child));
            default -> { }
        }
    }

    private void itunes(Element child) {
        switch (Elements.lower(child.getName())) {
            case "author" -> add(Author.read(Elements.words(child)));
            case "owner" -> {
                if (authors.isEmpty()) {
                    add(Author.of(Elements.words(child, "name", FeedNames.ITUNES), Elements.words(child, "email", FeedNames.ITUNES), null));
                }
            }
            case "summary" -> summary = Elements.words(child) != null ? Elements.words(child) : summary;
            case "subtitle" -> summary = first(summary, Elements.words(child));
            case "keywords" -> keywords(child);
            case "category" -> itunesCategory(child);
            case "link" -> {
                if ("image".equals(Elements.attribute(child, "rel"))) {
                    image = first(image, Links.resolve(scope.baseAt(child), Elements.attribute(child, "href")));
                }
            }
            case "image" -> {
                var href = first(Elements.attribute(child, "href"), Elements.attribute(child, "url"));
                image = first(image, Links.resolve(scope.baseAt(child), href != null ? href : Elements.words(child)));
            }
            default -> { }
        }
    }

    void keywords(Element child) {
        for (var word : orEmpty(Elements.words(child)).split(",")) {
            category(word);
        }
    }

    private void itunesCategory(Element category) {
        category(Elements.attribute(category, "text"));
        category.getChildren("category", FeedNames.ITUNES).forEach(this::itunesCategory);
    }

    void category(@Nullable String words) {
        if (words != null && !words.isBlank()) {
            categories.add(words.replaceAll("\\s+", " ").strip());
        }
    }

    private void author(Element child) {
        if (child.getChildren().isEmpty()) {
            add(Author.read(Elements.words(child)));
            return;
        }
        String name = null;
        String email = null;
        String url = null;
        for (var part : child.getChildren()) {
            switch (Elements.lower(part.getName())) {
                case "name" -> name = Elements.words(part);
                case "email" -> email = Elements.words(part);
                case "uri", "url", "homepage" -> url = Links.resolve(scope.baseAt(part), Elements.words(part));
                default -> { }
            }
        }
        add(Author.of(name, email, url));
    }

    /// The same person is often named twice, once with an address and once without.
    void add(@Nullable Author author) {
        if (author == null) {
            return;
        }
        for (int i = 0; i < authors.size(); i++) {
            var known = authors.get(i);
            if (known.name() != null && known.name().equals(author.name()) || known.email() != null && known.email().equals(author.email())) {
                authors.set(i, new Author(known.name() != null ? known.name() : author.name(), known.email() != null ? known.email() : author.email(),
                        known.url() != null ? known.url() : author.url()));
                return;
            }
        }
        authors.add(author);
    }

    /// Of several dates the last readable one counts.
    private static @Nullable Instant last(@Nullable Instant before, Element element) {
        var read = FeedDates.read(element.getText());
        return read != null ? read : before;
    }

    static @Nullable String first(@Nullable String before, @Nullable String words) {
        return before != null ? before : words;
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
