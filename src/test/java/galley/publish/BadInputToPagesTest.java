package galley.publish;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import galley.notice.Trouble;
import galley.signoff.Enrolment;
import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Picture;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a story holds, its page is whole, runs nothing, and stays in its folder.
class BadInputToPagesTest {

    private static final Path HOSTILE = Path.of("../shared/data/xss");
    private static final int A_PAGE = 120;

    @TempDir
    Path folder;
    Path siteFolder;
    NewsroomInATest room;
    Exporter exporter;

    @BeforeEach
    void open() {
        room = new NewsroomInATest(folder.resolve("newsroom"));
        siteFolder = folder.resolve("site");
        exporter = exporter();
    }

    private Exporter exporter() {
        var enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles,
                room.folder.resolve("keys"), room.clock, Store::newId);
        return new Exporter(room.flow, room.store.stories(), room.store.audit(), new ClaimLedger(room.store.wire(), room.store.assets()),
                new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                        room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board)),
                enrolment::newsroomKey, room.clock, Store::newId);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void oddHeadlinesCategoriesAndLostPicturesMakePagesThatHold() throws IOException {
        var lost = new Picture("ab".repeat(32), "image/png", 1200, 800, "A picture that is gone", "", "", "");
        ready(words("🌊", "../../etc").withPictures(List.of(lost)));
        ready(words("A very long headline that never ends ".repeat(14).strip(), "<script>alert(1)</script>"));
        ready(words("Twins", "World"));
        ready(words("Twins", "world!"));
        var report = export();
        assertThat(report.refused()).isEmpty();
        assertThat(report.pages()).hasSize(4).doesNotHaveDuplicates();
        try (var all = Files.walk(folder)) {
            var files = all.filter(Files::isRegularFile).toList();
            assertThat(files).allMatch(f -> f.startsWith(siteFolder) || f.startsWith(room.folder));
            for (var page : files.stream().filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Preflight.findings(Files.readString(page))).as(page.toString()).isEmpty();
            }
        }
        assertThat(siteFolder.resolve("section/etc.html")).exists();
        assertThat(siteFolder.resolve("section/world.html")).exists();
    }

    @Test
    void hostileBodiesRunNothingOnThePage() throws IOException {
        assumeTrue(Files.isDirectory(HOSTILE), "the hostile strings are not on this machine");
        var strings = new java.util.ArrayList<String>();
        galley.story.Json.MAPPER.readTree(Files.readString(HOSTILE.resolve("payloads.json"))).values()
                .forEach(found -> strings.add(found.get("payload").asString()));
        assertThat(strings).hasSizeGreaterThan(1_000);
        // Every kind is among every twentieth: the files list them kind by kind.
        var body = new StringBuilder();
        int pages = 0;
        for (int i = 0; i < strings.size(); i += 20) {
            body.append("<p>").append(strings.get(i)).append("</p>");
            if (i / 20 % A_PAGE == A_PAGE - 1 || i + 20 >= strings.size()) {
                ready(new StoryText("", "Hostile " + pages++ + " " + strings.get(i), strings.get(i), strings.get(i), "", "<p>Words.</p>" + body, List.of(), body.toString(), strings.get(i),
                        List.of(), null, List.of(), "News", List.of("a", strings.get(i)), "en", ""));
                body.setLength(0);
            }
        }
        var report = export();
        assertThat(report.refused()).isEmpty();
        try (var all = Files.walk(siteFolder)) {
            for (var page : all.filter(f -> f.toString().endsWith(".html")).toList()) {
                var html = Files.readString(page);
                assertThat(Preflight.findings(html)).as(page.toString()).isEmpty();
                var parsed = Jsoup.parse(html);
                assertThat(parsed.select("iframe, object, embed, article form, svg script, base, link[rel=stylesheet], article script, article style")).isEmpty();
                assertThat(parsed.getAllElements().stream().flatMap(e -> e.attributes().asList().stream()).map(a -> a.getKey()).filter(k -> k.startsWith("on"))).isEmpty();
                assertThat(parsed.select("[href]").eachAttr("href")).noneMatch(h -> h.strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)(javascript|vbscript|data):.*"));
            }
        }
    }

    @Test
    void whatMayNotBePrintedIsNamedByPreflight() {
        var good = "<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"></head><body><h1>A</h1></body></html>";
        assertThat(Preflight.findings(good)).isEmpty();
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<h1>A</h1><p onclick=\"x()\">b</p>"))).singleElement().asString().contains("handler");
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<h1>A</h1><div><p>b</div>"))).isNotEmpty();
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<h1>A</h1><a href=\" java&#10;script:alert(1)\">b</a>"))).singleElement().asString().contains("runs code");
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<h1>A</h1><script>alert(1)</script>"))).singleElement().asString().contains("script");
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<p>b</p>"))).singleElement().asString().contains("main headings");
        assertThat(Preflight.findings(good.replace("<h1>A</h1>", "<h1 id=\"a\">A</h1><p id=\"a\">b</p><img src=\"x.png\">"))).hasSize(2);
    }

    @Test
    void aStrangersFileStaysAndIsNamed() throws IOException {
        Files.createDirectories(siteFolder);
        Files.writeString(siteFolder.resolve("robots.txt"), "User-agent: *\nDisallow: /\n");
        ready(words("Harbour shut", "Weather"));
        var report = export();
        assertThat(report.strangers()).containsExactly("robots.txt");
        assertThat(siteFolder.resolve("robots.txt")).hasContent("User-agent: *\nDisallow: /");
        assertThat(siteFolder.resolve("index.html")).exists();
    }

    @Test
    void aFileInTheWayOfAFolderIsSaidAndTheSiteStaysWhole() throws IOException {
        ready(words("Harbour shut", "Weather"));
        export();
        var home = Files.readString(siteFolder.resolve("index.html"));
        room.clock.pass(java.time.Duration.ofDays(500));
        var year = siteFolder.resolve(String.valueOf(room.clock.instant().atZone(java.time.ZoneOffset.UTC).getYear()));
        Files.writeString(year, "in the way");
        ready(words("Harbour opens", "Weather"));
        assertThatThrownBy(this::export).isInstanceOf(Trouble.class).hasMessageContaining("could not be written");
        assertThat(Files.readString(siteFolder.resolve("index.html"))).isEqualTo(home);
        Files.delete(year);
        export();
        assertThat(siteFolder.resolve(".galley-site.notes")).doesNotExist();
    }

    @Test
    void aFullDiskIsSaidAndTheSiteStaysWhole() throws Exception {
        var disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(mount("-t", "tmpfs", "-o", "size=160k", "tmpfs", disk.toString()), "only root can make a small disk here");
        try {
            siteFolder = disk.resolve("site");
            ready(words("Harbour shut", "Weather"));
            exporter = exporter();
            assertThatThrownBy(this::export).isInstanceOf(Trouble.class).hasMessageContaining("the disk is full").hasMessageContaining("what was signed is kept");
            try (var all = Files.walk(siteFolder)) {
                for (var page : all.filter(f -> f.toString().endsWith(".html")).toList()) {
                    assertThat(Preflight.findings(Files.readString(page))).as(page.toString()).isEmpty();
                }
            }
            assertThat(mount("-o", "remount,size=16m", disk.toString())).isTrue();
            export();
            assertThat(siteFolder.resolve("index.html")).exists();
            assertThat(siteFolder.resolve(".galley-site.notes")).doesNotExist();

            var before = Files.readString(siteFolder.resolve("index.html"));
            assertThat(mount("-o", "remount,ro", disk.toString())).isTrue();
            ready(words("Harbour opens", "Weather"));
            assertThatThrownBy(this::export).isInstanceOf(Trouble.class).hasMessageContaining("cannot be written");
            assertThat(Files.readString(siteFolder.resolve("index.html"))).isEqualTo(before);
            assertThat(room.store.publishedLines().all()).as("nothing is published nowhere").hasSize(1);
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    private static boolean mount(String... how) throws Exception {
        var command = new java.util.ArrayList<>(List.of("mount"));
        command.addAll(List.of(how));
        try {
            return System.getProperty("user.name").equals("root") && new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noMount) {
            return false;
        }
    }

    @Test
    void anotherProgramMendsWhatAHandDamaged() throws IOException {
        var story = ready(words("Harbour shut", "Weather"));
        export();
        var page = siteFolder.resolve(room.store.stories().publications(story.id()).getLast().path());
        var whole = Files.readString(page);
        Files.writeString(page, whole.replace("Harbour shut", "Harbour open"));
        Files.delete(siteFolder.resolve("archive.html"));
        exporter = exporter();
        assertThat(export().written()).isEqualTo(2);
        assertThat(Files.readString(page)).isEqualTo(whole);
    }

    @Test
    void theSameNewsroomGivesTheSameBytesInAnotherFolder() throws IOException {
        ready(words("Harbour shut", "Weather"));
        export();
        exporter = exporter();
        var twin = folder.resolve("twin");
        exporter.refresh(twin, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
        try (var all = Files.walk(siteFolder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                assertThat(twin.resolve(siteFolder.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    private static StoryText words(String headline, String category) {
        return StoryText.of(headline, "<p>The harbour stayed closed.</p>").withFurniture("", category, List.of("harbour"), "en", "");
    }

    private Story ready(StoryText text) {
        var story = done(room.flow.begin(room.rosa, text));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        return story;
    }

    private Exporter.Report export() {
        return exporter.export(List.of(), siteFolder, room.rosa, false, room.store.settings().newsroom().orElseThrow(), Progress.Watcher.NONE, new Cancel());
    }
}
