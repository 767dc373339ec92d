package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A large site, where the list of its files is not written again for each that changed.
class SiteFolderTest {

    private static final int MANY = 4_100;

    @TempDir
    Path place;
    private Path folder;
    private final Map<String, String> site = new TreeMap<>();

    @BeforeEach
    void anEmptyFolder() throws IOException {
        folder = Files.createDirectory(place.resolve("site"));
    }

    @Test
    void inALargeSiteNotesStandBesideTheListAndBothSayTheSame() throws IOException {
        for (int i = 0; i < MANY; i++) {
            site.put("2026/" + i / 100 + "/" + i + ".txt", "story " + i);
        }
        var files = new SiteFolder(folder, "key");
        assertThat(write(files)).isZero();
        assertThat(folder.resolve(SiteList.NOTES)).doesNotExist();
        var whole = Files.readAllBytes(folder.resolve(SiteList.MANIFEST));

        site.put("2026/3/301.txt", "changed");
        site.remove("2026/4/401.txt");
        files.begin();
        assertThat(write(files)).isEqualTo(1);
        assertThat(files.written()).isEqualTo(1);
        assertThat(files.unchanged()).isEqualTo(MANY - 2);
        assertThat(folder.resolve(SiteList.MANIFEST)).hasBinaryContent(whole);
        assertThat(SiteList.in(folder).notes()).isEqualTo(2);
        assertSound();

        files.begin();
        assertThat(write(files)).isZero();
        assertThat(files.written()).isZero();

        // Another program reads both, finds nothing to do, and leaves the list whole, as if all had been written at once.
        var other = new SiteFolder(folder, "key");
        assertThat(write(other)).isZero();
        assertThat(other.written()).isZero();
        assertThat(folder.resolve(SiteList.NOTES)).doesNotExist();
        assertSound();
        var grown = Files.readAllBytes(folder.resolve(SiteList.MANIFEST));
        var fresh = Files.createDirectory(folder.resolveSibling("fresh"));
        write(new SiteFolder(fresh, "key"));
        assertThat(fresh.resolve(SiteList.MANIFEST)).hasBinaryContent(grown);

        // And this one sees that somebody else has been here.
        site.put("2026/3/301.txt", "changed again");
        files.begin();
        write(files);
        assertSound();
    }

    @Test
    void aNoteThatWasCutOffCountsForNothing() throws IOException {
        site.put("a.txt", "a");
        write(new SiteFolder(folder, "key"));
        Files.writeString(folder.resolve(SiteList.NOTES), "\nkey\nb.txt\t" + Hash.hex("b") + "\t7\nc.txt\tabc", StandardOpenOption.CREATE);
        assertThat(SiteList.in(folder).digests()).containsExactly(Map.entry("a.txt", Hash.hex("a")), Map.entry("b.txt", Hash.hex("b")));
        site.put("b.txt", "b");
        write(new SiteFolder(folder, "key"));
        assertThat(folder.resolve(SiteList.NOTES)).doesNotExist();
        assertSound();
    }

    @Test
    void whereNobodyExportedThereIsNoList() throws IOException {
        assertThat(SiteList.in(folder)).isNull();
    }

    private int write(SiteFolder files) {
        var plan = new SitePlan();
        site.forEach((path, text) -> plan.add(path, Mix.START.with(text), () -> text.getBytes(StandardCharsets.UTF_8)));
        files.look(plan);
        var due = files.due(plan, false);
        files.countUnchanged(plan.size() - due.size());
        due.forEach(item -> files.put(item.path(), item.key(), ((SitePlan.Item.Other) item).made().get(), false));
        return files.finish(plan);
    }

    private void assertSound() throws IOException {
        var digests = new TreeMap<String, String>();
        site.forEach((path, text) -> digests.put(path, Hash.hex(text)));
        assertThat(SiteList.in(folder).digests()).isEqualTo(digests);
        for (var file : site.entrySet()) {
            assertThat(folder.resolve(file.getKey())).hasContent(file.getValue());
        }
    }
}
