package galley.publish.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.notice.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSendingTest {

    @TempDir
    Path folder;

    @Test
    void theSameSiteIsTheSameBytes() throws Exception {
        var site = new SiteInATest(folder.resolve("one"), Map.of());
        site.send(folder.resolve("a.zip").toString());
        Thread.sleep(20);
        new SiteInATest(folder.resolve("two"), Map.of()).send("zip:" + folder.resolve("b"));
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b"));
        try (var zip = new ZipFile(folder.resolve("a.zip").toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("index.html")).readAllBytes())).isEqualTo(site.files.get("index.html"));
            assertThat(zip.size()).isEqualTo(site.files.size() + 1);
        }
    }

    @Test
    void onlyADifferentSiteIsWrittenAndCounted() throws IOException {
        var file = folder.resolve("site.zip");
        var site = new SiteInATest(folder.resolve("one"), Map.of());
        assertThat(site.lookAt(file.toString()).written()).hasSize(site.files.size());
        assertThat(file).doesNotExist();
        assertThat(site.send(file.toString()).written()).hasSize(site.files.size());
        var before = Files.getLastModifiedTime(file);
        assertThat(site.send(file.toString()).written()).isEmpty();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
        site.files.remove("robots.txt");
        site.files.put("index.html", "new");
        var sent = site.send(file.toString());
        assertThat(sent.written()).containsExactly("index.html");
        assertThat(sent.removed()).containsExactly("robots.txt");
    }

    @Test
    void aFileThatIsNotOursIsLeftAlone() throws IOException {
        var file = Files.writeString(folder.resolve("thesis.zip"), "somebody's work");
        var site = new SiteInATest(folder.resolve("one"), Map.of());
        assertThatThrownBy(() -> site.send(file.toString())).isInstanceOf(Trouble.class).hasMessageContaining("left alone");
        new SiteInATest(folder.resolve("two"), Map.of()).ofAnotherNewsroom().send(folder.resolve("theirs.zip").toString());
        assertThatThrownBy(() -> site.send(folder.resolve("theirs.zip").toString())).isInstanceOf(Trouble.class).hasMessageContaining("left alone");
        assertThat(file).hasContent("somebody's work");
    }
}
