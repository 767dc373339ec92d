package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The cases of the Python feedparser suite, in our words. What our record has no place for is left out.
class FeedparserSuiteTest {

    private static final String SVG = "drawings inside text are dropped: SVG can carry script";

    /// What we read otherwise on purpose.
    private static final Map<String, String> REFUSED = Map.of(
            "encoding/bozo_linenoise", "one damaged byte does not make us read the sound rest as Windows-1252",
            "wellformed/lang/entry_title_xml_lang_inherit_3", "an entry has one language, that of its body",
            "wellformed/lang/entry_title_xml_lang_inherit_4", "an entry has one language, that of its body",
            "wellformed/rss/item_description_not_a_doctype", "HTML reads such a thing as a comment, and so do we",
            "wellformed/sgml/charref_uppercase_x", "a character reference is read as HTML reads it",
            "wellformed/namespace/atomsvg", SVG, "wellformed/namespace/atomxlink", SVG, "wellformed/namespace/rss2.0svg", SVG,
            "wellformed/namespace/rss2.0svg5", SVG, "wellformed/namespace/rss2.0svgtitle", SVG);

    @Test
    void readsEveryPortableCoreCase() {
        var wrong = new TreeMap<String, String>();
        int right = 0;
        int asserts = 0;
        for (var line : SharedData.lines("feedparser/cases.jsonl")) {
            var one = JsonMapper.shared().readTree(line);
            if (!one.path("portable").asBoolean() || !one.path("scope").asString().equals(System.getProperty("scope", "core"))) {
                continue;
            }
            var parsed = FeedJson.node(parse(one));
            var faults = new ArrayList<String>();
            for (var expected : one.get("asserts")) {
                var fault = fault(parsed, expected);
                asserts++;
                if (fault != null) {
                    faults.add(fault);
                }
            }
            if (faults.isEmpty()) {
                right++;
            } else {
                wrong.put(one.get("case").asString(), String.join("; ", faults));
            }
        }
        var summary = right + " right, " + wrong.size() + " wrong, " + asserts + " assertions";
        System.out.println("feedparser suite, core and portable: " + summary);
        wrong.keySet().removeAll(REFUSED.keySet());
        assertThat(wrong).as(summary).isEmpty();
    }

    private static ParsedFeed parse(JsonNode one) {
        var file = one.get("file").asString();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        one.get("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
        var address = one.get("base_uri").isNull() ? null : one.get("base_uri").asString();
        return FeedParser.parse(new FeedParser.Source(SharedData.bytes("feedparser/" + file), headers.get("Content-Type"), headers.get("Content-Language"),
                Links.base(address, headers.get("Content-Location"))));
    }

    private static @Nullable String fault(JsonNode parsed, JsonNode expected) {
        var path = String.join(".", StreamSupport.stream(expected.get("canonical").spliterator(), false).map(JsonNode::asString).toList());
        if (path.equals("bozo")) {
            return expected.get("value").asBoolean() == parsed.get("wellFormed").asBoolean() ? "well-formed: " + parsed.get("problems") : null;
        }
        if (path.equals("entries") && expected.get("op").asString().equals("len_eq")) {
            return parsed.get("entries").size() == expected.get("value").asInt() ? null : "entries: " + parsed.get("entries").size();
        }
        var ours = ours(parsed, path);
        if (ours == null) {
            return null;
        }
        var values = ours.values.stream().filter(Objects::nonNull).toList();
        var value = expected.path("value");
        boolean right = switch (expected.get("op").asString()) {
            case "eq" -> value.isNull() ? values.isEmpty() : values.stream().anyMatch(v -> ours.same(v, value));
            case "falsy" -> values.isEmpty();
            case "not_in" -> values.isEmpty();
            case "len_eq" -> values.size() == value.asInt();
            default -> true;
        };
        return right ? null : path + " expected " + value + " but was " + values;
    }

    private record Ours(List<@Nullable String> values, boolean date, boolean contains) {

        boolean same(String ours, JsonNode expected) {
            if (date) {
                var moment = expected.isArray() ? instant(expected) : FeedDates.read(expected.asString());
                return moment != null && moment.equals(Instant.parse(ours).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
            }
            return contains ? ours.contains(expected.asString()) : ours.equals(expected.asString());
        }

        private static Instant instant(JsonNode t) {
            return java.time.LocalDateTime.of(t.get(0).asInt(), t.get(1).asInt(), t.get(2).asInt(), t.get(3).asInt(), t.get(4).asInt(), t.get(5).asInt())
                    .toInstant(java.time.ZoneOffset.UTC);
        }
    }

    /// The one table from their names to ours; null for what our record does not hold.
    private static @Nullable Ours ours(JsonNode parsed, String path) {
        var parts = List.of(path.split("\\."));
        boolean inFeed = parts.getFirst().equals("feed");
        if (!inFeed && !parts.getFirst().equals("entries") || parts.size() < (inFeed ? 2 : 3)) {
            return null;
        }
        var of = inFeed ? parsed.get("feed") : parsed.get("entries").path(Integer.parseInt(parts.get(1)));
        var rest = String.join(".", parts.subList(inFeed ? 1 : 2, parts.size()));
        return switch (rest) {
            case "title", "title_detail.value" -> text(of, "title");
            case "subtitle", "subtitle_detail.value" -> text(of, "description");
            case "summary", "summary_detail.value" -> text(of, "summary");
            case "content.0.value" -> text(of, "content");
            case "link" -> text(of, "link");
            case "id" -> inFeed ? null : text(of, "id");
            case "language", "content.0.language", "summary_detail.language" -> text(of, "language");
            case "title_detail.language" -> inFeed ? null : text(of, "language");
            case "rights" -> inFeed ? null : text(of, "rights");
            case "image.href" -> inFeed ? text(of, "image") : null;
            case "ttl" -> text(of, "ttl");
            case "updated", "updated_parsed" -> new Ours(one(of, "updated"), true, false);
            case "published", "published_parsed", "created", "created_parsed" -> new Ours(one(of, inFeed ? "updated" : "published"), true, false);
            case "author", "authors.0.name", "author_detail.name" -> all(of, "authors", !rest.equals("author"));
            case "author_detail.email", "authors.0.email", "authors.1.email", "authors.1.name" -> all(of, "authors", true);
            case "category", "tags.0.term", "tags.1.term", "tags" -> inFeed ? null : all(of, "categories", false);
            case "enclosures.0.href", "enclosures.1.href" -> new Ours(each(of, "enclosures", "url"), false, false);
            case "enclosures.0.type" -> new Ours(each(of, "enclosures", "type"), false, false);
            case "enclosures.0.length" -> new Ours(each(of, "enclosures", "length"), false, false);
            case "media_content.0.url", "media_thumbnail.0.url" -> new Ours(each(of, "media", "url"), false, false);
            default -> null;
        };
    }

    private static Ours text(JsonNode of, String name) {
        return new Ours(one(of, name), false, false);
    }

    private static Ours all(JsonNode of, String name, boolean contains) {
        return new Ours(StreamSupport.stream(of.path(name).spliterator(), false).map(JsonNode::asString).toList(), false, contains);
    }

    private static List<@Nullable String> one(JsonNode of, String name) {
        var value = of.path(name);
        return value.isNull() || value.isMissingNode() ? List.of() : List.of(value.asString());
    }

    private static List<@Nullable String> each(JsonNode of, String list, String name) {
        return StreamSupport.stream(of.path(list).spliterator(), false).<@Nullable String>map(e -> e.get(name).isNull() ? null : e.get(name).asString()).toList();
    }
}
