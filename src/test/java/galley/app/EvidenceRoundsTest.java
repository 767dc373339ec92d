package galley.app;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.desk.Newsroom;
import galley.desk.Role;
import galley.ingest.Fetcher;
import galley.publish.SourceDesk;
import galley.store.NewsroomInATest;
import galley.store.NewsroomInATest.HandClock;
import galley.story.Evidence;
import galley.story.WordDiff;
import galley.work.Cancel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceRoundsTest {

    private volatile String page = "<title>Log</title><p>Kept since 1904.</p><p>41 ships lay outside the mole.</p>";

    @Test
    void aSourceThatChangesIsFoundOnTheRoundShownWithWhatChangedAndNotedUntilItChangesAgain(@TempDir Path folder) throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var clock = new HandClock();
        try (var room = OpenNewsroom.atOrNew(folder, clock); var fetcher = new Fetcher("")) {
            room.settings().save(Newsroom.named("Quay Post"));
            var rosa = room.enrolment().add("Rosa Lind", Set.of(Role.EDITOR), List.of(), "four plain words here".toCharArray(), null);
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";
            var kept = room.store().assets().keep("text/html", page.getBytes(StandardCharsets.UTF_8));
            var text = NewsroomInATest.harbour().withEvidence(List.of(new Evidence(url, "The mole's log", Evidence.Kind.PRIMARY, clock.instant(), kept,
                    "41 ships lay outside the mole", "The harbour stayed closed on Tuesday.")));
            var story = done(room.flow().begin(rosa, text)).id();
            var rounds = new EvidenceRounds(room, (there, _) -> fetcher.fetch(there));

            assertThat(rounds.round(new Cancel())).isEmpty();
            page = page.replace("41", "14");
            assertThat(rounds.round(new Cancel())).as("a fresh look is not taken again").isEmpty();
            assertThat(asked).hasValue(1);
            clock.pass(Duration.ofHours(13));
            assertThat(rounds.round(new Cancel())).containsExactly(story);

            assertThat(room.sources().open()).containsExactly(story);
            var news = room.sources().of(room.flow().file(story).orElseThrow());
            assertThat(news).singleElement().satisfies(one -> {
                assertThat(one.words()).isEqualTo("The passage no longer stands in “The mole's log”");
                assertThat(one.alarm()).isTrue();
                assertThat(one.difference()).extracting(WordDiff.Block::change).containsExactly(WordDiff.Change.SAME, WordDiff.Change.CHANGED);
            });

            room.sources().note(story, rosa);
            assertThat(room.sources().open()).isEmpty();
            clock.pass(Duration.ofHours(13));
            assertThat(rounds.round(new Cancel())).as("what was noted stays noted while the source says the same").isEmpty();
            page += "<p>Closed.</p>";
            clock.pass(Duration.ofHours(13));
            assertThat(rounds.round(new Cancel())).containsExactly(story);
            assertThat(room.store().audit().of(story)).extracting(entry -> entry.action()).contains("note source");

            // A new copy of the source as it is today settles it.
            var now = room.store().assets().keep("text/html", page.getBytes(StandardCharsets.UTF_8));
            var file = room.flow().file(story).orElseThrow();
            var old = text.evidence().getFirst();
            done(room.flow().write(story, rosa, text.withEvidence(List.of(new Evidence(url, old.title(), old.kind(), clock.instant(), now, "14 ships", old.supports()))), file.seen()));
            assertThat(room.sources().open()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void noSourceIsAskedForASpikedStory(@TempDir Path folder) {
        var clock = new HandClock();
        try (var room = OpenNewsroom.atOrNew(folder, clock)) {
            room.settings().save(Newsroom.named("Quay Post"));
            var rosa = room.enrolment().add("Rosa Lind", Set.of(Role.EDITOR), List.of(), "four plain words here".toCharArray(), null);
            var kept = room.store().assets().keep("text/plain", "41 ships".getBytes(StandardCharsets.UTF_8));
            var story = done(room.flow().begin(rosa, NewsroomInATest.harbour().withEvidence(List.of(new Evidence("https://log.example/", "Log", Evidence.Kind.PRIMARY,
                    clock.instant(), kept, "41 ships", "No one was hurt."))))).id();
            done(room.flow().spike(story, rosa, "Old."));
            assertThat(new EvidenceRounds(room, (there, _) -> {
                throw new AssertionError("asked " + there);
            }).round(new Cancel())).isEmpty();
            assertThat(room.sources().of(room.flow().file(story).orElseThrow())).isEqualTo(List.<SourceDesk.News>of());
        }
    }
}
