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

    private String file(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name), words).toString();
    }
}
