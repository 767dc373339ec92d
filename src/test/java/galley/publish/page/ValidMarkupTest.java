package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;

/// Every kind of page before the Nu HTML Checker.
class ValidMarkupTest {

    @Test
    void theNuCheckerFindsNothing() throws Exception {
        var pages = new LinkedHashMap<String, String>();
        CourierSite.files().forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                pages.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        pages.put("hostile", ArticlePage.render(Courier.hostile(), Courier.site()));
        pages.put("long headline", ArticlePage.render(Courier.longHeadline(), Courier.site()));
        pages.put("empty home", SitePages.home(new HomeView(Courier.NOON, null, List.of(), List.of(), List.of()),
                new SiteView(Courier.newsroom(), List.of(), Trending.none(Courier.NOON), null)));

        var found = new ArrayList<String>();
        for (var page : pages.entrySet()) {
            for (var message : messages(page.getValue())) {
                found.add(page.getKey() + ": " + message);
            }
        }
        assertThat(found).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> messages(String html) throws Exception {
        var checker = new EmbeddedValidator();
        checker.setForceHTML(true);
        var answer = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return ((List<Map<String, Object>>) Json.read(answer, Map.class).get("messages")).stream().map(m -> (String) m.get("message"))
                // A text in memory has no origin, so the checker takes the page's own pictures for foreign ones; and it does not
                // compute the hashes of what is inlined (ArticlePageTest does).
                .filter(m -> !m.matches("(?s).*blocked by “(img|style|script)-src”.*")).toList();
    }
}
