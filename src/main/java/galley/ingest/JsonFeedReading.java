package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Feed 1.0 and 1.1.
final class JsonFeedReading {

    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(FeedTree.DEEPEST).build()).build());

    private final Scope scope;

    private JsonFeedReading(Scope scope) {
        this.scope = scope;
    }

    static ParsedFeed read(String text, Scope scope) {
        try {
            var root = JSON.readTree(text);
            if (!root.isObject() || !root.path("items").isArray()) {
                return ParsedFeed.none("This is JSON, but not a JSON Feed: it has no list of items.");
            }
            return new JsonFeedReading(scope).feed(root);
        } catch (JacksonException broken) {
            return ParsedFeed.none("This begins like JSON but cannot be read as such.");
        }
    }

    private ParsedFeed feed(JsonNode root) {
        var entries = new ArrayList<ParsedFeed.Entry>();
        var language = Scope.tag(words(root, "language"));
        for (var item : root.get("items")) {
            if (item.isObject()) {
                entries.add(entry(item, language));
            }
        }
        var image = link(root, "icon");
        var head = new ParsedFeed.Head(Copy.plain(words(root, "title")), link(root, "home_page_url"), Copy.plain(words(root, "description")), language, null,
                authors(root), image != null ? image : link(root, "favicon"), null, "json");
        return new ParsedFeed(head, entries, true, List.of(), false);
    }

    private ParsedFeed.Entry entry(JsonNode item, @Nullable String feedLanguage) {
        var link = link(item, "url");
        var base = link != null ? link : scope.base();
        var html = Copy.markup(words(item, "content_html"), base);
        var language = Scope.tag(words(item, "language"));
        return new ParsedFeed.Entry(words(item, "id"), link != null ? link : link(item, "external_url"), Copy.plain(words(item, "title")),
                Copy.plain(words(item, "summary")), html != null ? html : Copy.plain(words(item, "content_text")), FeedDates.read(words(item, "date_published")),
                FeedDates.read(words(item, "date_modified")), authors(item), tags(item), language != null ? language : feedLanguage, null, enclosures(item),
                media(item));
    }

    private List<Author> authors(JsonNode of) {
        var authors = new ArrayList<Author>();
        for (var one : of.path("authors").isArray() ? of.get("authors") : List.of(of.path("author"))) {
            var author = Author.of(words(one, "name"), null, link(one, "url"));
            if (author != null) {
                authors.add(author);
            }
        }
        return authors;
    }

    private static List<String> tags(JsonNode item) {
        var tags = new ArrayList<String>();
        for (var tag : item.path("tags")) {
            if (tag.isString() && !tag.stringValue().isBlank() && !tags.contains(tag.stringValue().strip())) {
                tags.add(tag.stringValue().strip());
            }
        }
        return tags;
    }

    private List<ParsedFeed.Enclosure> enclosures(JsonNode item) {
        var enclosures = new ArrayList<ParsedFeed.Enclosure>();
        for (var attachment : item.path("attachments")) {
            var url = link(attachment, "url");
            if (url != null) {
                enclosures.add(new ParsedFeed.Enclosure(url, words(attachment, "mime_type"), Elements.bigNumber(words(attachment, "size_in_bytes"))));
            }
        }
        return enclosures;
    }

    private List<ParsedFeed.Media> media(JsonNode item) {
        var media = new ArrayList<ParsedFeed.Media>();
        for (var name : new String[] {"image", "banner_image"}) {
            var url = link(item, name);
            if (url != null) {
                media.add(new ParsedFeed.Media(url, "image", null, null, null, null));
            }
        }
        return media;
    }

    private @Nullable String link(JsonNode of, String name) {
        return Links.resolve(scope.base(), words(of, name));
    }

    /// Some feeds write ids as numbers.
    private static @Nullable String words(JsonNode of, String name) {
        var value = of.path(name);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue().strip() : value.isNumber() ? value.asString() : null;
    }
}
