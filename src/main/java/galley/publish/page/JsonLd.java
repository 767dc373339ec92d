package galley.publish.page;

import galley.story.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds schema.org data node by node; what is null, blank or empty is left out.
final class JsonLd {

    private final Map<String, Object> node = new LinkedHashMap<>();

    private JsonLd() {}

    static JsonLd node(@Nullable String type) {
        return new JsonLd().put("@type", type);
    }

    static JsonLd reference(String id) {
        return new JsonLd().put("@id", id);
    }

    JsonLd put(String property, @Nullable Object value) {
        var plain = switch (value) {
            case null -> null;
            case JsonLd other -> other.node;
            case Collection<?> many -> many.stream().map(v -> v instanceof JsonLd other ? other.node : v).toList();
            default -> value;
        };
        if (plain != null && !(plain instanceof String text && text.isBlank()) && !(plain instanceof Collection<?> c && c.isEmpty())
                && !(plain instanceof Map<?, ?> m && m.isEmpty())) {
            node.put(property, plain);
        }
        return this;
    }

    /// The nodes as one graph, fit to stand inside a script element.
    static String graph(List<JsonLd> nodes) {
        var graph = new LinkedHashMap<String, Object>();
        graph.put("@context", "https://schema.org");
        graph.put("@graph", nodes.stream().map(n -> n.node).toList());
        return insideScript(Json.write(graph));
    }

    /// JSON that cannot end the script element it stands in, nor open a comment there.
    static String insideScript(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
