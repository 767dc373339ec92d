package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCommandTest {

    @TempDir
    Path folder;

    private Galley galley;

    @BeforeEach
    void open() {
        galley = new Galley(folder.resolve("newsroom"));
        galley.run("init", "--name", "Quay Post");
    }

    @Test
    void aSavedPageLeadsToTheFeedBesideIt() throws IOException {
        file("wire.rdf", "<rss version='2.0'><channel><title>Harbour Wire</title><item><title>Bridge</title></item></channel></rss>");
        var page = file("page.html", "<html><head><link rel=alternate type=application/rss+xml href=wire.rdf></head></html>");

        var result = galley.run("feed", "add", "--json", page).json().get("results").get(0);

        assertThat(result.get("feed").asString()).endsWith("/wire.rdf");
        assertEquals("Harbour Wire", result.get("candidates").get(0).get("title").asString());
        assertThat(galley.run("feed", "list", "--json").json().get("feeds").get(0).get("url").asString()).endsWith("/wire.rdf");
    }

    @Test
    void aSavedPageIsReadFromWhereItCameFrom() throws IOException {
        var page = file("page.html", "<html><head><link rel=alternate type=application/rss+xml href=/wire.xml></head></html>");

        var run = galley.run("feed", "find", "--base", "https://harbour.example/town/", page, folder.resolve("nowhere").toString());

        assertEquals(Exit.IN_PART, run.exit());
        assertThat(run.out().lines().findFirst().orElseThrow()).contains("https://harbour.example/wire.xml");
    }

    @Test
    void whatIsNoAddressIsRefusedAndTheOthersGoOn() throws IOException {
        var feed = file("wire.xml", "<rss version='2.0'><channel><title>Harbour Wire</title></channel></rss>");

        var run = galley.run("feed", "add", "no such thing", feed);

        assertEquals(Exit.IN_PART, run.exit());
        assertThat(run.err()).contains("“no such thing” is neither a web address nor a file.");
        assertThat(run.out()).contains("Added file:");
    }

    @Test
    void aListComesInWithItsFoldersAndGoesOutAgain() throws IOException {
        var list = file("list.opml", "<opml version='1.1'><body><outline text='Harbour'><outline text='Wire' xmlUrl='http://harbour.example/rss' mark='7'/></outline></body></opml>");

        assertThat(galley.run("feed", "import", "--json", list).json().get("results").get(0).get("added").asInt()).isEqualTo(1);
        assertEquals("Harbour", galley.run("feed", "list", "--json").json().get("feeds").get(0).get("folder").asString());
        assertThat(galley.run("feed", "export").out()).contains("<outline text=\"Wire\" xmlUrl=\"http://harbour.example/rss\" mark=\"7\"/>");
        assertEquals(Exit.DONE, galley.run("feed", "export", folder.resolve("out.opml").toString()).exit());
        assertThat(folder.resolve("out.opml")).content().contains("<outline text=\"Harbour\">");
        assertEquals(Exit.REFUSED, galley.run("feed", "import", folder.resolve("nowhere.opml").toString()).exit());
    }

    @Test
    void whereNoFeedIsFoundTheAddressIsAddedAndTheExitCodeSaysSo() throws IOException {
        var run = galley.run("feed", "add", file("page.html", "<html><title>Town</title><p>Words</html>"), "--json");

        assertEquals(Exit.IN_PART, run.exit());
        assertThat(run.json().get("results").get(0).get("doubtful").asBoolean()).isTrue();
        assertThat(run.json().get("results").get(0).get("note").asString()).contains("No feed was found", "added as it was typed");
    }

    @Test
    void aListThatWasWrittenHereIsReadHereFilesAndAll() throws IOException {
        var feed = file("wire.xml", "<rss version='2.0'><channel><title>Harbour Wire</title></channel></rss>");
        galley.run("feed", "add", feed);
        var list = folder.resolve("out.opml").toString();
        galley.run("feed", "export", list);

        assertEquals(Exit.DONE, galley.run("feed", "import", list).exit());
        var elsewhere = new Galley(folder.resolve("another"));
        elsewhere.run("init", "--name", "Another");
        assertThat(elsewhere.run("feed", "import", list).err()).contains("It is a file on this machine", "--files");
        assertEquals(Exit.DONE, elsewhere.run("feed", "import", "--files", list).exit());
    }

    private String file(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name), words).toString();
    }
}
