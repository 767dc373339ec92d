package galley.app.command;

import galley.story.Json;
import galley.story.StoryText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a story's text, or some fields of it, from a JSON file.
final class EditedText {

    private static final String AS_SHOWN = " “galley story show ID --json” prints a text as it has to be.";

    /// A source need not be kept.
    private static final Set<String> MAY_LACK = Set.of("fetchedAt", "copyHash");

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
        StoryText text;
        try {
            text = Json.MAPPER.treeToValue(all, StoryText.class);
        } catch (JacksonException e) {
            throw new Refusal(misfit((ObjectNode) Json.MAPPER.valueToTree(now), all, e.getPath()) + " Nothing was changed.");
        }
        var read = Json.MAPPER.<JsonNode>valueToTree(text);
        fields.propertyStream().forEach(field -> compare(field.getKey(), field.getValue(), read.path(field.getKey())));
        return text;
    }

    /// Refuses what was given and not understood, and what has to be given and was not.
    private static void compare(String place, JsonNode given, JsonNode read) {
        if (given.isArray() && read.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                compare(place + "[" + i + "]", given.get(i), read.path(i));
            }
        } else if (given.isObject() && read.isObject()) {
            for (var name : given.propertyNames()) {
                if (!read.has(name)) {
                    throw new Refusal("There is no “" + name + "” in “" + place + "”. Nothing was changed.");
                }
            }
            for (var member : read.properties()) {
                if (member.getValue().isNull() && !MAY_LACK.contains(member.getKey())) {
                    throw new Refusal("“" + place + "” needs its “" + member.getKey() + "”. Nothing was changed.");
                }
            }
        }
    }

    /// What is wrong with a field, in words for whoever wrote the file.
    private static String misfit(ObjectNode before, ObjectNode given, List<JacksonException.Reference> path) {
        if (path.isEmpty()) {
            return "A list in it holds what does not belong there." + AS_SHOWN;
        }
        var place = new StringBuilder();
        JsonNode expected = before;
        JsonNode found = given;
        for (var step : path) {
            if (step.getPropertyName() != null) {
                place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
                expected = expected.path(step.getPropertyName());
                found = found.path(step.getPropertyName());
            } else {
                place.append('[').append(step.getIndex()).append(']');
                expected = expected.path(step.getIndex());
                found = found.path(step.getIndex());
            }
        }
        boolean otherKind = !expected.isMissingNode() && !expected.isNull() && expected.getNodeType() != found.getNodeType();
        return "“" + place + "” cannot be " + (found.isString() && !otherKind ? "“" + found.asString() + "”" : kind(found))
                + (otherKind ? "; it has to be " + kind(expected) : "") + "." + AS_SHOWN;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING, BINARY, POJO -> "empty";
        };
    }
}
