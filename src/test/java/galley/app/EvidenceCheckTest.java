package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.ingest.Fetcher;
import galley.store.NewsroomInATest;
import galley.story.Evidence;
import galley.story.EvidenceChecks.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCheckTest {

    private volatile String page = "<title>Log</title><p>41 ships lay outside the&nbsp;mole.</p>";

    @Test
    void aSourceThatChangesLaterIsSaidForWhatItIs(@TempDir Path folder) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/log") ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try (var room = new NewsroomInATest(folder); var fetcher = new Fetcher("")) {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
            var checks = new EvidenceCheck(fetcher::fetch);
            var kept = room.store.assets().keep("text/html", page.getBytes(StandardCharsets.UTF_8));
            var evidence = new Evidence(url, "Log", Evidence.Kind.PRIMARY, NewsroomInATest.MORNING, kept, "41 ships lay outside the mole", "The harbour stayed closed on Tuesday.");
            assertThat(checks.today(evidence, room.store.assets()::asset).today()).isEqualTo(State.SAME);
            page = page.replace("</title>", "</title><script>count(7)</script>");
            assertThat(checks.today(evidence, room.store.assets()::asset).today()).as("another counter in the file is no news").isEqualTo(State.SAME);
            page += "<p>Read by many.</p>";
            assertThat(checks.today(evidence, room.store.assets()::asset).today()).isEqualTo(State.CHANGED);
            page = page.replace("41", "14");
            assertThat(checks.today(evidence, room.store.assets()::asset).today()).isEqualTo(State.PASSAGE_GONE);
            assertThat(checks.today(new Evidence(url + "x", "", Evidence.Kind.PRIMARY, null, kept, "p", "s"), room.store.assets()::asset).today()).isEqualTo(State.UNREACHABLE);
            assertThat(checks.today(new Evidence(url, "", Evidence.Kind.PRIMARY, null, null, "p", "s"), room.store.assets()::asset).today()).isEqualTo(State.NO_COPY);
        } finally {
            server.stop(0);
        }
    }
}
