package galley.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Pages as content systems of many kinds lay them out, all of our own invention. Beside each stands what a reader would call its article:
/// facts, an empty line, then the text, a line for each block.
class PageLayoutsTest {

    private static final Path PAGES = Path.of("src/test/resources/galley/ingest/extract");

    @TestFactory
    Stream<DynamicTest> aReaderWouldFindTheSameArticle() throws IOException {
        return layouts().stream().map(layout -> dynamicTest(layout.name, () -> {
            var got = Extractor.of(layout.page, null, "https://tidewater.example/news/train");
            assertThat(got.text().lines().toList()).isEqualTo(layout.text);
            assertThat(factsOf(got)).isEqualTo(layout.facts);
            assertThat(Jsoup.parse(got.html()).select("img").eachAttr("src")).containsAll(layout.pictures.stream().map(path -> "https://tidewater.example" + path).toList());
        }));
    }

    /// Each of these took minutes once: every piece taken out, or every nested box, made the whole page be read again.
    @Test
    void aPageOfNothingButFurnitureEndsSoon() {
        var pieces = List.of("word, word word. <br><br>", "<p>" + "Words of a paragraph, and more of them. ".repeat(3) + "</p><p><a href=/x>Read more: something else</a></p>",
                "<div>word, word. ", "<table><tr><td>word, word.", "<footer>© word, word. ", "<blockquote>The same quotation, again and again.</blockquote>", "<div id=story-one class=ad><script>x()</script></div>");
        for (var piece : pieces) {
            assertTimeout(Duration.ofSeconds(20), () -> Extractor.of(piece.repeat(600_000 / piece.length()), "https://tidewater.example/"), piece);
        }
    }

    record Layout(String name, byte[] page, TreeMap<String, String> facts, List<String> pictures, List<String> text) {}

    static List<Layout> layouts() throws IOException {
        try (var files = Files.list(PAGES)) {
            var layouts = new ArrayList<Layout>();
            for (var page : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
                var name = page.getFileName().toString().replace(".html", "");
                var lines = Files.readAllLines(PAGES.resolve(name + ".txt"));
                int gap = lines.indexOf("");
                var facts = new TreeMap<String, String>();
                var pictures = new ArrayList<String>();
                for (var line : lines.subList(0, gap)) {
                    var said = line.split(": ", 2);
                    if (said[0].equals("picture")) {
                        pictures.add(said[1]);
                    } else {
                        facts.put(said[0], said[1]);
                    }
                }
                layouts.add(new Layout(name, Files.readAllBytes(page), facts, pictures, List.copyOf(lines.subList(gap + 1, lines.size()))));
            }
            return layouts;
        }
    }

    static TreeMap<String, String> factsOf(Extracted got) {
        var facts = new TreeMap<String, String>();
        facts.put("title", got.title() == null ? "-" : got.title());
        facts.put("byline", got.byline() == null ? "-" : got.byline());
        facts.put("published", got.published() == null ? "-" : got.published().toString());
        facts.put("language", got.language() == null ? "-" : got.language());
        facts.put("siteName", got.siteName() == null ? "-" : got.siteName());
        return facts;
    }
}
