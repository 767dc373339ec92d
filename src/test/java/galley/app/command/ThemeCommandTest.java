package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A look of one's own, from the folder to the page: the sample theme of the documents.
class ThemeCommandTest {

    private static final String ROSAS = "rosa's four plain words\n";
    private static final String IDRISS = "idris has other words\n";

    @TempDir
    Path folder;
    Galley galley;

    @BeforeEach
    void aReadyStory() throws Exception {
        galley = new Galley(folder.resolve("newsroom"));
        galley.with(ROSAS, "init", "--name", "Larn Courier", "--person", "Rosa Lind", "--role", "editor", "--passphrase-stdin");
        galley.with(IDRISS + ROSAS, "person", "add", "Idris Bello", "--role", "senior-editor", "--by", "Rosa Lind", "--passphrase-stdin");
        var text = Files.writeString(folder.resolve("text.json"), "{\"headline\":\"Harbour shut\",\"body\":\"<p>The harbour stayed closed.</p>\",\"category\":\"Weather\"}");
        var id = galley.run("story", "new", "--from", text.toString(), "--as", "Rosa", "--json").json().path("story").asString();
        assertThat(galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa", "--passphrase-stdin").exit()).isZero();
        assertThat(galley.with(IDRISS, "sign", "reviewed", id, "--as", "Idris", "--passphrase-stdin").exit()).isZero();
    }

    private Path theme() {
        return folder.resolve("newsroom/theme");
    }

    private String site() {
        return folder.resolve("site").toString();
    }

    private Map<String, String> pages() throws IOException {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(folder.resolve("site"))) {
            for (var file : all.filter(f -> f.toString().endsWith(".html")).toList()) {
                found.put(folder.resolve("site").relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    @Test
    void aThemeChangesEveryPageProvesAsBeforeAndGoesWithoutATrace() throws Exception {
        assertThat(galley.run("export", "--to", site()).exit()).isZero();
        var plain = pages();
        Files.createDirectories(theme());
        try (var sample = Files.list(Path.of("src/docs/sample-theme"))) {
            for (var file : sample.toList()) {
                Files.copy(file, theme().resolve(file.getFileName()));
            }
        }
        var checked = galley.run("theme", "check");
        assertThat(checked.err()).isEmpty();
        assertThat(checked.exit()).isZero();
        assertThat(galley.run("export", "--to", site(), "--json").json().path("written").asInt()).isGreaterThanOrEqualTo(plain.size());
        var themed = pages();
        assertThat(themed.keySet()).isEqualTo(plain.keySet());
        assertThat(themed.values()).allMatch(page -> page.contains("--blue:#8a1c2f") && page.contains("owned by its readers") && page.contains("theme/logo.svg"));
        var article = themed.entrySet().stream().filter(e -> e.getKey().startsWith("20")).findFirst().orElseThrow().getValue();
        assertThat(article).contains("Did we get it right?").contains("href=\"../../../corrections.html\"");
        for (var page : List.of(article, themed.get("index.html"), themed.get("how-we-work.html"))) {
            assertThat(messages(page)).isEmpty();
        }
        assertThat(galley.run("verify", site(), "--json").json().path("results").path(0).path("verdict").asString()).isEqualTo("ours-current");
        assertThat(galley.run("export", "--to", site(), "--json").json().path("written").asInt()).as("nothing moved").isZero();

        try (var all = Files.walk(theme())) {
            for (var file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        galley.run("export", "--to", site());
        assertThat(pages()).isEqualTo(plain);
        assertThat(folder.resolve("site/theme")).doesNotExist();
    }

    @Test
    void whatIsWrongIsNamedAndThatPieceLooksAsItComes() throws Exception {
        assertThat(galley.run("theme", "init", "--json").json().path("written").size()).isEqualTo(4);
        Files.writeString(theme().resolve("footer.html"), "<p>Ours</p>\n<p>Edited by Nobody</p>");
        Files.writeString(theme().resolve("home-top.html"), "<p>Welcome</p>");
        Files.writeString(theme().resolve("colours.txt"), "ink = #999999 / #e4e8e5\n");
        var checked = galley.run("theme", "check", "--json");
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.json().path("problems")).extracting(p -> p.path("file").asString() + ":" + p.path("line").asInt()).contains("footer.html:2", "colours.txt:1");
        var exported = galley.run("export", "--to", site());
        assertThat(exported.exit()).isZero();
        assertThat(exported.err()).contains("theme/footer.html, line 2: words such as “Edited by”").contains("ink on paper has a contrast of 2.8");
        assertThat(pages().get("index.html")).contains("Welcome").doesNotContain("Nobody").doesNotContain("#999999");
    }

    @SuppressWarnings("unchecked")
    private static List<String> messages(String html) throws Exception {
        var checker = new EmbeddedValidator();
        checker.setForceHTML(true);
        var answer = checker.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        return ((List<Map<String, Object>>) Json.read(answer, Map.class).get("messages")).stream().map(m -> (String) m.get("message"))
                .filter(m -> !m.matches("(?s).*blocked by “(img|style|script)-src”.*")).toList();
    }
}
