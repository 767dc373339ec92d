package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import galley.ingest.Feed;
import galley.store.NewsroomInATest;
import galley.store.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, killed in the middle of things with no chance to say anything.
class KilledTest {

    @TempDir
    Path folder;
    private Path newsroom;

    @BeforeEach
    void aNewsroom() {
        newsroom = folder.resolve("newsroom");
        try (var room = new NewsroomInATest(newsroom)) {
            room.taken(room.rosa);
        }
    }

    @Test
    void whoeverWasTypingLosesNothingButTheLetterUnderTheFinger() throws Exception {
        var hand = start("galley.app.KilledHand", "type", newsroom.toString());
        int typed = heard(hand, 120);
        hand.destroyForcibly().waitFor();

        try (var room = new NewsroomInATest(newsroom)) {
            var body = room.store.stories().draft(room.store.stories().all().getFirst().id()).orElseThrow().text().body();
            assertThat(body).matches("<p>[a-z]+</p>");
            assertThat(body.length() - "<p></p>".length()).isGreaterThanOrEqualTo(typed - 1);
            IntStream.range(1, typed - 1).forEach(i -> assertThat(body.charAt(i + 2)).isEqualTo((char) ('a' + i % 26)));
        }
        assertSound();
    }

    @Test
    void whoeverWasSigningHasSignedOrNot() throws Exception {
        var random = new Random(5);
        for (int kill = 0; kill < 2; kill++) {
            var hands = start("galley.app.KilledHand", "sign", newsroom.toString());
            heard(hands, 2);
            Thread.sleep(random.nextInt(60));
            hands.destroyForcibly().waitFor();
            assertSound();
        }
        try (var room = new NewsroomInATest(newsroom)) {
            for (var story : room.store.stories().all()) {
                var acts = new ArrayList<String>();
                room.store.audit().of(story.id()).forEach(entry -> acts.add(entry.action()));
                assertThat(acts.stream().filter(act -> act.startsWith("sign"))).as("what is signed is in the audit log, and nothing else")
                        .hasSameSizeAs(room.store.signOffs().of(story.id()));
            }
        }
    }

    @Test
    void aPullThatWasKilledIsTakenUpAgainAndNothingIsTakenTwice() throws Exception {
        int feeds = 30;
        int items = 15;
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                var bytes = rss(exchange.getRequestURI().getPath(), items).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                try (exchange) {
                    exchange.getResponseBody().write(bytes);
                }
            });
            server.start();
            try (var store = Store.open(newsroom)) {
                for (int i = 0; i < feeds; i++) {
                    store.feeds().add(Feed.at(Store.newId(), "http://127.0.0.1:" + server.getAddress().getPort() + "/" + i, NewsroomInATest.MORNING));
                }
            }
            var pull = start("galley.app.command.Main", "pull", "--newsroom", newsroom.toString());
            for (int waited = 0; asked.get() < 8 && waited < 2000; waited++) {
                Thread.sleep(5);
            }
            pull.destroyForcibly().waitFor();
            assertSound();
            try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
                for (var feed : room.store().feeds().all()) {
                    assertThat(room.store().wire().countOf(feed.id())).as("a feed's delivery is kept whole or not at all").isIn(0L, (long) items);
                }
                room.puller().pullAll(galley.work.Progress.Watcher.NONE, new galley.work.Cancel());
                assertThat(room.store().wire().countUntaken()).isEqualTo((long) feeds * items);
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCopyThatWasKilledIsMadeAnew() throws Exception {
        try (var store = Store.open(newsroom)) {
            var bytes = new byte[2_000_000];
            for (int i = 0; i < 12; i++) {
                new Random(i).nextBytes(bytes);
                store.assets().keep("image/png", bytes);
            }
        }
        var making = start("galley.app.command.Main", "backup", "make", "--newsroom", newsroom.toString());
        var copies = newsroom.resolve("backups");
        for (int waited = 0; !hasUnfinished(copies) && making.isAlive() && waited < 3000; waited++) {
            Thread.sleep(2);
        }
        making.destroyForcibly().waitFor();

        try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
            room.backups().makeTodays(room.store());
            assertThat(room.backups().all()).singleElement().satisfies(copy -> assertThat(Store.unsound(copy.file())).isEmpty());
            assertThat(hasUnfinished(copies)).isFalse();
        }
        assertSound();
    }

    private static boolean hasUnfinished(Path copies) throws IOException {
        if (!Files.isDirectory(copies)) {
            return false;
        }
        try (var files = Files.list(copies)) {
            return files.anyMatch(file -> file.toString().contains(".making"));
        }
    }

    private void assertSound() {
        try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
            assertThat(new Doctor(room).examine()).filteredOn(finding -> !List.of("disk", "backups").contains(finding.about())).allMatch(Doctor.Finding::sound);
        }
    }

    private static String rss(String path, int items) {
        return IntStream.range(0, items).mapToObj(i -> "<item><guid>" + path + "-" + i + "</guid><title>Item " + path + " " + i + "</title><description>Words.</description></item>")
                .collect(Collectors.joining("", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed " + path + "</title><link>https://x.example/</link>", "</channel></rss>"));
    }

    /// Reads what the process counts until it has counted so far.
    private static int heard(Process process, int count) throws IOException {
        BufferedReader out = process.inputReader();
        int last = 0;
        while (last < count) {
            var line = out.readLine();
            assertThat(line).as("the process ended by itself").isNotNull();
            last = Integer.parseInt(line);
        }
        return last;
    }

    private static Process start(String main, String... args) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).exceptionally(_ -> process.destroyForcibly());
        return process;
    }
}
