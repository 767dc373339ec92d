package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CourierSiteTest {

    static Map<String, byte[]> files;

    @BeforeAll
    static void theSiteIsMade() throws IOException {
        files = CourierSite.files();
        CourierSite.write(Path.of("target/page-site"));
        CourierSite.writeExtremes(Path.of("target/page-extremes"));
    }

    @Test
    void theSameNewsroomGivesTheSameBytes() {
        var again = CourierSite.files();
        assertThat(again.keySet()).containsExactlyElementsOf(files.keySet());
        files.forEach((path, bytes) -> assertThat(again.get(path)).as(path).isEqualTo(bytes));
    }

    @Test
    void everyLinkInsideTheSiteLeadsToAPage() {
        var lost = pages().entrySet().stream().flatMap(page -> Jsoup.parse(page.getValue()).select("[href], [src]").stream()
                        .map(e -> e.hasAttr("href") ? e.attr("href") : e.attr("src"))
                        .filter(to -> !to.matches("(?i)(https?|mailto):.*"))
                        .map(to -> resolve(page.getKey(), to))
                        .filter(to -> !files.containsKey(to)).map(to -> page.getKey() + " -> " + to))
                .collect(Collectors.toSet());
        assertThat(lost).isEmpty();
    }

    @Test
    void everyAnchorIsOnItsPage() {
        pages().forEach((path, html) -> {
            var page = Jsoup.parse(html);
            page.select("a[href^=#]").forEach(a -> assertThat(page.getElementById(a.attr("href").substring(1))).as(path + " " + a).isNotNull());
        });
    }

    static Map<String, String> pages() {
        return files.entrySet().stream().filter(e -> e.getKey().endsWith(".html"))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new String(e.getValue(), StandardCharsets.UTF_8)));
    }

    private static String resolve(String from, String to) {
        var base = java.net.URI.create("https://larn-courier.example/" + from);
        var there = base.resolve(to);
        var path = there.getPath().substring(1);
        return path.isEmpty() ? "index.html" : path;
    }
}
