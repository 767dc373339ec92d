package galley.publish.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.notice.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds wherever a site is sent.
abstract class SendingContract {

    @TempDir
    Path folder;

    /// The address of a new empty place.
    abstract String address();

    /// The same place over a line on another port.
    abstract String through(int port);

    abstract int port();

    /// What lies there, without our own lists.
    abstract Map<String, byte[]> there() throws Exception;

    abstract void lay(String path, byte[] bytes) throws Exception;

    abstract Map<String, String> environment();

    private SiteInATest machine(String name) {
        return new SiteInATest(folder.resolve(name), environment());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertArrived(SiteInATest site) throws Exception {
        var wanted = new TreeMap<>(site.files);
        var there = new TreeMap<String, String>();
        there().forEach((path, bytes) -> there.put(path, new String(bytes, StandardCharsets.UTF_8)));
        assertThat(there).isEqualTo(wanted);
    }

    @Test
    void everythingArrivesThenOnlyWhatDiffersAndWhatIsGoneGoes() throws Exception {
        var site = machine("one");
        assertThat(site.lookAt(address()).written()).containsExactlyInAnyOrderElementsOf(site.files.keySet());
        assertThat(there()).as("a dry run does nothing").isEmpty();
        var first = site.send(address());
        assertThat(first.cut()).isNull();
        assertThat(first.written()).containsExactlyInAnyOrderElementsOf(site.files.keySet());
        assertThat(first.written().subList(first.written().size() - 2, first.written().size())).containsExactlyInAnyOrder("index.html", "feed.xml");
        assertThat(first.written().subList(0, 2)).containsAnyOf("pictures/ab12.jpg", "robots.txt");
        assertArrived(site);
        assertThat(Files.readString(first.list())).contains("sent\tindex.html");

        assertThat(site.send(address()).written()).isEmpty();

        site.files.put("index.html", "<!doctype html><title>New home</title>");
        site.files.remove("2026/11/17/story-3.html");
        site.files.put("2026/11/18/story-13.html", "<!doctype html>");
        var second = site.send(address());
        assertThat(second.written()).containsExactly("2026/11/18/story-13.html", "index.html");
        assertThat(second.removed()).containsExactly("2026/11/17/story-3.html");
        assertArrived(site);

        // Another machine of the newsroom goes by the list that lies there.
        var other = machine("two");
        other.files.clear();
        other.files.putAll(site.files);
        other.files.put("feed.xml", "<rss>2</rss>");
        assertThat(other.send(address()).written()).containsExactly("feed.xml");
        assertThat(site.send(address()).written()).containsExactly("feed.xml");
    }

    @Test
    void strangersFilesStayAndAreNamed() throws Exception {
        lay("robots.txt", utf8("Disallow: /"));
        lay("about.html", utf8("somebody's page"));
        lay("feed.xml", utf8("<rss/>"));
        var site = machine("one");
        var sent = site.send(address());
        assertThat(sent.strangers()).containsExactly("robots.txt");
        assertThat(there().get("robots.txt")).isEqualTo(utf8("Disallow: /"));
        assertThat(there()).containsKey("about.html");
        site.files.remove("section/weather.html");
        lay("section/weather.html", utf8("changed by hand"));
        assertThat(site.send(address()).strangers()).contains("section/weather.html");
        assertThat(there().get("section/weather.html")).isEqualTo(utf8("changed by hand"));
    }

    @Test
    void anotherNewsroomsPlaceIsLeftAlone() throws Exception {
        machine("theirs").ofAnotherNewsroom().send(address());
        var before = there().keySet();
        var ours = machine("ours");
        ours.files.put("2026/11/17/ours.html", "x");
        assertThatThrownBy(() -> ours.send(address())).isInstanceOf(Trouble.class).hasMessageContaining("another newsroom");
        assertThat(there().keySet()).isEqualTo(before);
    }

    @Test
    void aCutLineIsTakenUpAgain() throws Exception {
        var site = machine("one");
        site.files.put("pictures/large.jpg", "p".repeat(200_000));
        try (var line = new CuttingLine(port(), 60_000, 4)) {
            var sent = site.send(through(line.port()));
            assertThat(line.cuts.get()).as("times the line was cut").isPositive();
            assertThat(sent.cut()).isNull();
        }
        assertArrived(site);
    }

    @Test
    void aLineThatStaysCutLeavesWholeFilesAndTheNextSendingGoesOn() throws Exception {
        var site = machine("one");
        site.send(address());
        for (int i = 1; i <= 12; i++) {
            site.files.put("2026/11/17/story-" + i + ".html", "<!doctype html><title>Again " + i + "</title>" + "new words ".repeat(i == 12 ? 20_000 : 1500));
        }
        site.files.put("2026/11/18/fresh.html", "fresh ".repeat(2000));
        site.files.put("index.html", "<!doctype html><title>Names them all</title>");
        try (var line = new CuttingLine(port(), 60_000, Integer.MAX_VALUE)) {
            var cut = site.send(through(line.port()));
            assertThat(cut.cut()).as("sent in spite of the cuts: " + cut.written()).isNotNull();
            assertThat(cut.cut().inOneLine()).contains("was lost after").contains("Export again");
            assertThat(new String(there().get("index.html"), StandardCharsets.UTF_8)).as("the front page waits for what it names").contains("Home");
            var before = new SiteInATest(folder, Map.of()).files;
            there().forEach((path, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8)).as(path).isIn(site.files.get(path), before.get(path)));
            line.mend();
            var next = site.send(through(line.port()));
            assertThat(next.cut()).isNull();
            assertThat(next.strangers()).isEmpty();
            assertThat(next.written()).contains("index.html").doesNotContainAnyElementsOf(cut.written());
        }
        assertArrived(site);
    }
}
