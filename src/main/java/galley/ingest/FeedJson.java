package galley.ingest;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A parsed feed as the line of JSON that `galley parse` prints. Its shape is a promise to scripts.
public final class FeedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FeedJson() {}

    public static String line(ParsedFeed feed) {
        return JsonMapper.shared().writeValueAsString(node(feed));
    }

    public static ObjectNode node(ParsedFeed feed) {
        var root = NODES.objectNode();
        root.set("feed", head(feed.head()));
        root.set("entries", list(feed.entries(), FeedJson::entry));
        root.put("wellFormed", feed.wellFormed());
        root.set("problems", list(feed.problems(), NODES::stringNode));
        return root;
    }

    private static ObjectNode head(ParsedFeed.Head head) {
        return NODES.objectNode().put("title", value(head.title())).put("link", head.link()).put("description", value(head.description()))
                .put("language", head.language()).put("updated", time(head.updated()))
                .<ObjectNode>set("authors", list(head.authors(), author -> NODES.stringNode(author.line())))
                .put("image", head.image()).put("ttl", head.ttl()).put("format", head.format());
    }

    private static ObjectNode entry(ParsedFeed.Entry entry) {
        return NODES.objectNode().put("id", entry.id()).put("link", entry.link()).put("title", value(entry.title())).put("summary", value(entry.summary()))
                .put("content", value(entry.content())).put("published", time(entry.published())).put("updated", time(entry.updated()))
                .<ObjectNode>set("authors", list(entry.authors(), author -> NODES.stringNode(author.line())))
                .<ObjectNode>set("categories", list(entry.categories(), NODES::stringNode))
                .put("language", entry.language()).put("rights", entry.rights())
                .<ObjectNode>set("enclosures", list(entry.enclosures(), e -> NODES.objectNode().put("url", e.url()).put("type", e.type()).put("length", e.length())))
                .set("media", list(entry.media(), m -> NODES.objectNode().put("url", m.url()).put("type", m.type()).put("width", m.width())
                        .put("height", m.height()).put("caption", m.caption()).put("credit", m.credit())));
    }

    private static <T> ArrayNode list(List<T> things, Function<T, ? extends tools.jackson.databind.JsonNode> each) {
        var list = NODES.arrayNode();
        things.forEach(thing -> list.add(each.apply(thing)));
        return list;
    }

    private static @Nullable String value(@Nullable Copy copy) {
        return copy == null ? null : copy.value();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
