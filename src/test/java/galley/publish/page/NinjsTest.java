package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The names, kinds and required fields of ninjs 3.1 as the standard describes them, over every story of the sample. The schema itself is not
/// part of this project; this is our own reading of it.
class NinjsTest {

    private static final Set<String> TEXT = Set.of("uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "pubStatus", "language", "slugline", "by",
            "located", "copyrightHolder", "edNote");
    private static final Set<String> LISTS = Set.of("headlines", "descriptions", "bodies", "subjects", "infoSources", "altIds", "trustIndicators", "associations");
    private static final Set<String> OBJECTS = Set.of("standard", "rightsInfo");

    @Test
    void everyStoryIsWrittenInTheNamesAndKindsOfTheStandard() {
        var views = List.of(Courier.storm(), Courier.hostile(), Courier.longHeadline());
        for (var view : views) {
            var news = Json.MAPPER.readTree(Ninjs.render(view, Courier.site()));
            assertThat(news.path("uri").asString()).isEqualTo("urn:uuid:" + view.story());
            assertThat(news.path("standard").path("name").asString()).isEqualTo("ninjs");
            news.properties().forEach(field -> {
                var kind = field.getValue();
                assertThat(TEXT.contains(field.getKey()) ? kind.isString() : LISTS.contains(field.getKey()) ? kind.isArray() : OBJECTS.contains(field.getKey()) && kind.isObject())
                        .as(field.getKey()).isTrue();
            });
            assertThat(news.path("type").asString()).isEqualTo("text");
            assertThat(news.path("pubStatus").asString()).isIn("usable", "withheld", "canceled");
            assertThat(news.path("representationType").asString()).isIn("full", "partial");
            assertThat(Instant.parse(news.path("versionCreated").asString())).isAfterOrEqualTo(Instant.parse(news.path("firstCreated").asString()));
            for (var list : List.of("headlines", "descriptions", "bodies")) {
                each(news, list).forEach(said -> {
                    assertThat(said.path("value").isString()).isTrue();
                    assertThat(said.path("contentType").asString()).isIn("text/plain", "text/html");
                });
            }
            assertThat(news.path("headlines")).hasSize(1);
            assertThat(news.path("bodies").path(0).path("wordCount").isInt()).isTrue();
            each(news, "subjects").forEach(subject -> assertThat(subject.path("name").asString()).isNotBlank());
            each(news, "infoSources").forEach(source -> assertThat(source.path("name").asString()).isNotBlank());
            each(news, "altIds").forEach(id -> assertThat(URI.create(id.path("value").asString()).isAbsolute()).isTrue());
            each(news, "associations").forEach(picture -> {
                assertThat(picture.path("name").asString()).isNotBlank();
                assertThat(URI.create(picture.path("uri").asString()).isAbsolute()).isTrue();
                each(picture, "renditions").forEach(rendition -> {
                    assertThat(URI.create(rendition.path("href").asString()).isAbsolute()).isTrue();
                    assertThat(rendition.path("width").isInt()).isTrue();
                });
            });
        }
    }

    private static List<JsonNode> each(JsonNode node, String list) {
        return StreamSupport.stream(node.path(list).spliterator(), false).toList();
    }
}
