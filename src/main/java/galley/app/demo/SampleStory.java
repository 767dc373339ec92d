package galley.app.demo;

import galley.story.Json;
import galley.story.StoryText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What an editor of the sample newsroom made of a wire item.
///
/// @param feed key of the feed
/// @param item the item's guid in that feed
/// @param text the words in the end
/// @param versions the words at other hours, by name; a version's file names only the fields that differ
public record SampleStory(String key, String feed, String item, StoryText text, Map<String, StoryText> versions) {

    static SampleStory read(String key) {
        var file = (ObjectNode) Json.MAPPER.readTree(NewsDay.text("stories/" + key + ".json"));
        var text = (ObjectNode) file.get("text");
        var versions = new HashMap<String, StoryText>();
        if (file.get("versions") instanceof ObjectNode named) {
            named.properties().forEach(version ->
                    versions.put(version.getKey(), words(text.deepCopy().setAll((ObjectNode) version.getValue()))));
        }
        return new SampleStory(file.get("key").asString(), file.get("feed").asString(), file.get("item").asString(), words(text),
                Map.copyOf(versions));
    }

    /// @param version null for the words in the end
    public StoryText words(@Nullable String version) {
        return version == null ? text : java.util.Objects.requireNonNull(versions.get(version), () -> key + " has no version " + version);
    }

    private static StoryText words(tools.jackson.databind.JsonNode node) {
        return Json.MAPPER.treeToValue(node, StoryText.class);
    }
}
