package galley.app.command;

import galley.story.Json;
import galley.story.StoryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Reads a story's text, or some fields of it, from a JSON file.
final class EditedText {

    private EditedText() {}

    static ObjectNode read(String from, Terminal terminal) {
        try {
            var json = from.equals("-") ? new String(terminal.allInput(), StandardCharsets.UTF_8) : Files.readString(Path.of(from));
            if (Json.MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw new Refusal(from + " is no JSON object. Nothing was changed.");
        } catch (IOException e) {
            throw new Refusal(from + " could not be read. Nothing was changed.");
        } catch (JacksonException e) {
            throw new Refusal(from + " is not JSON: " + e.getOriginalMessage() + ". Nothing was changed.");
        }
    }

    /// The given fields over the text that stands. Unknown fields are refused: a misspelt one would be lost silently.
    static StoryText over(StoryText now, ObjectNode fields) {
        var all = (ObjectNode) Json.MAPPER.valueToTree(now);
        Set<String> unknown = new TreeSet<>();
        fields.propertyStream().forEach(field -> {
            if (all.has(field.getKey())) {
                all.set(field.getKey(), field.getValue());
            } else {
                unknown.add(field.getKey());
            }
        });
        if (!unknown.isEmpty()) {
            throw new Refusal("A story has no " + String.join(", ", unknown) + ". Nothing was changed.");
        }
        try {
            return Json.MAPPER.treeToValue(all, StoryText.class);
        } catch (JacksonException e) {
            throw new Refusal("The story's text cannot be read: " + e.getOriginalMessage() + ". Nothing was changed.");
        }
    }
}
