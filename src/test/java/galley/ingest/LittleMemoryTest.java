package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is too large or too deep ends in a sentence, in a program that may use 256 MB, and the good feed beside it is pulled.
class LittleMemoryTest {

    @Test
    void hugeDeepAndExplodingFeedsStopNobody(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("good.xml"), "<rss version=\"2.0\"><channel><title>Good</title><item><title>One</title></item></channel></rss>");
        write(folder.resolve("100mb.xml"), "<rss version=\"2.0\"><channel><item><title>x</title></item><!--", "x".repeat(1000), 100_000, "--></channel></rss>");
        write(folder.resolve("million.xml"), "<rss version=\"2.0\"><channel>", "<item><title/></item>", 1_000_000, "</channel></rss>");
        write(folder.resolve("deep.xml"), "<rss version=\"2.0\"><channel><item><description>", "<a>", 1_000_000, "");
        write(folder.resolve("attribute.xml"), "<rss version=\"2.0\" x=\"", "y".repeat(1000), 20_000, "\"><channel><item><title>x</title></item></channel></rss>");
        write(folder.resolve("nul.xml"), "<rss version=\"2.0\"><channel><title>n</title><item><title>a\0b</title></item>", "\0\0\0\0", 100_000, "</channel></rss>");
        Files.writeString(folder.resolve("laughs.xml"), laughs());
        var java = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), Pulling.class.getName(), folder.toString()).redirectErrorStream(true).start();
        var said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).contains("{\"feeds\":7,").contains("100mb.xml sends more than 24 MB").as(said);
        assertThat(said).doesNotContain("OutOfMemoryError").doesNotContain("StackOverflowError").doesNotContain("good.xml\",\"problem");
        assertThat(java.exitValue()).isZero();
    }

    private static void write(Path file, String head, String piece, int times, String tail) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            var bytes = piece.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
            out.write(tail.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String laughs() {
        var words = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            words.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return words + "]><rss version=\"2.0\"><channel><item><title>&a11;</title></item></channel></rss>";
    }

    /// The program with little memory.
    public static final class Pulling {

        public static void main(String[] args) throws IOException {
            var folder = Path.of(args[0]);
            try (var store = Store.open(folder.resolve("newsroom")); var fetcher = new Fetcher("", Clock.systemUTC(), Duration.ofSeconds(30)); Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".xml")).sorted().forEach(file -> store.feeds().add(Feed.at(Store.newId(), file.toUri().toString(), Clock.systemUTC().instant())));
                long began = System.nanoTime();
                var report = new Puller(store.forPulling(), fetcher, Clock.systemUTC()).pullAll(Progress.Watcher.NONE, new Cancel());
                System.out.println(report.json());
                System.out.println((System.nanoTime() - began) / 1_000_000 + " ms");
            }
        }
    }
}
