package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Articles fetched by the command line, from a real server on this machine.
class FullTextCommandTest {

    private static final String ARTICLE = "The ferry will run every twenty minutes from Monday, the operator said, because the bridge stays shut. ".repeat(8).strip();

    @TempDir
    Path folder;

    private HttpServer server;
    private Galley galley;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isFeed = exchange.getRequestURI().getPath().equals("/feed");
            var gone = exchange.getRequestURI().getPath().equals("/gone");
            var words = isFeed ? "<rss version='2.0'><channel><title>Harbour Wire</title>" + item("ferry") + item("gone") + "</channel></rss>"
                    : "<html lang=en><head><title>Ferry every twenty minutes</title></head><body><article><p>" + ARTICLE + "</p></article></body></html>";
            var bytes = words.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", isFeed ? "application/rss+xml" : "text/html");
            exchange.sendResponseHeaders(gone ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        galley = new Galley(folder.resolve("newsroom"));
        galley.run("init", "--name", "Quay Post");
        galley.run("feed", "add", url("/feed"));
        galley.run("pull");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void theArticleIsFetchedAtAWordAndTaken() {
        var answer = galley.run("story", "fulltext", id("ferry"), "--json");

        assertEquals(Exit.DONE, answer.exit());
        assertThat(answer.json().get("title").asString()).isEqualTo("Ferry every twenty minutes");
        assertThat(answer.json().get("html").asString()).contains(ARTICLE);
        assertThat(answer.json().get("pageHash").asString()).hasSize(64);
    }

    @Test
    void aPageThatIsMissingIsSaidAndTheFeedsWordsStay() {
        var answer = galley.run("story", "fulltext", id("gone"), "--json");

        assertEquals(Exit.REFUSED, answer.exit());
        assertThat(answer.json().get("problem").asString()).contains("404").endsWith("The feed's words stay.");
        assertThat(answer.err()).startsWith("galley: ");
        assertEquals(Exit.REFUSED, galley.run("story", "fulltext", "nothing-of-the-kind").exit());
    }

    private String id(String name) {
        for (var item : galley.run("story", "list", "--status", "wire", "--json").json().get("stories")) {
            if (item.get("headline").asString().equals("About the " + name)) {
                return item.get("id").asString();
            }
        }
        throw new AssertionError("no item about the " + name);
    }

    private String item(String name) {
        return "<item><title>About the " + name + "</title><link>" + url("/" + name) + "</link><description>Short.</description></item>";
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
