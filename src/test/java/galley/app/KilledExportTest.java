package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.PageVerifier;
import galley.publish.Verdict;
import galley.signoff.KeySet;
import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process exports and is killed at random moments.
class KilledExportTest {

    private static final int STORIES = 30;
    /// More with `mvn test -Dtest=KilledExportTest -Dgalley.kills=50`.
    private static final int KILLS = Integer.getInteger("galley.kills", 4);

    @TempDir
    Path folder;

    @Test
    void aKilledExportLeavesOnlyWholePagesAndTheNextOneFinishes() throws Exception {
        var newsroom = folder.resolve("newsroom");
        var site = folder.resolve("site");
        try (var room = new NewsroomInATest(newsroom)) {
            for (int i = 0; i < STORIES; i++) {
                var story = NewsroomInATest.done(room.flow.take(room.wireEntry("Harbour report " + i), room.rosa, item -> NewsroomInATest.harbour()));
                NewsroomInATest.done(room.sign(story, Meaning.EDITED, room.rosa));
                NewsroomInATest.done(room.sign(story, Meaning.REVIEWED, room.idris));
            }
        }
        var random = new Random(17);
        for (int kill = 0; kill < KILLS; kill++) {
            var process = export(newsroom, site);
            if (process.waitFor(600 + random.nextInt(900), TimeUnit.MILLISECONDS)) {
                continue;
            }
            process.destroyForcibly().waitFor();
            assertWhole(newsroom, site);
        }
        assertThat(export(newsroom, site).waitFor()).isZero();
        assertThat(assertWhole(newsroom, site)).isEqualTo(STORIES);
        assertThat(site.resolve(".galley-making")).doesNotExist();
    }

    private static Process export(Path newsroom, Path site) throws IOException {
        var command = new ArrayList<String>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "galley.app.command.Main", "export", "--to", site.toString(), "--newsroom", newsroom.toString(), "--force-all"));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /// Answers how many pages there are, after having verified every one, and the newsroom.
    private static int assertWhole(Path newsroom, Path site) throws IOException {
        int pages = 0;
        try (var room = OpenNewsroom.at(newsroom, java.time.Clock.systemUTC())) {
            assertThat(new Doctor(room).examine()).filteredOn(f -> !List.of("disk").contains(f.about())).allMatch(Doctor.Finding::sound);
            KeySet keys = room.keySet();
            if (!Files.isDirectory(site)) {
                return 0;
            }
            try (var files = Files.walk(site)) {
                for (var page : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                    var html = Files.readString(page);
                    assertThat(html.stripTrailing()).as(page.toString()).endsWith("</html>");
                    if (html.contains("data-signoff=\"")) {
                        assertThat(new PageVerifier(keys).verify(page.toString(), html).verdict()).isEqualTo(Verdict.Kind.OURS_CURRENT);
                        pages++;
                    }
                }
            }
        }
        return pages;
    }
}
