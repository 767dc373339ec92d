package galley.bench;

import com.sun.management.OperatingSystemMXBean;
import galley.ingest.Feed;
import galley.ingest.Fetcher;
import galley.ingest.Puller;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Pulls of the feeds named in a file: into an empty newsroom, again with nothing changed, and once more when a tenth of the feeds has
/// something new. In turn: the floor (`floor.c` compiled), Galley as a new program each time, and Galley inside a program that runs.
/// The feeds are served by the load makers' own server, which is told how late to answer.
///
///     PullBench --urls FILE [--floor PROGRAM] [--galley PROGRAM] [--rounds N] [--latency MILLIS] [--server http://127.0.0.1:18100]
///
/// Counted are the seconds on the clock and those of the processor, of all threads and of the programs that were started.
final class PullBench {

    private static final double TICKS_IN_A_SECOND = 100;

    /// Empties its store, or pulls into it.
    private interface Contender {
        void prepare() throws Exception;

        void pull() throws Exception;
    }

    private record Cost(double wall, double cpu) {}

    private final Path urls;
    private final Path folder;
    private final URI server;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

    private PullBench(Path urls, Path folder, String server) {
        this.urls = urls;
        this.folder = folder;
        this.server = URI.create(server);
    }

    public static void main(String[] args) throws Exception {
        var named = Arguments.of(args);
        var folder = Files.createTempDirectory("pull");
        try (var fetcher = new Fetcher("")) {
            var bench = new PullBench(Path.of(named.text("urls", "urls.txt")), folder, named.text("server", "http://127.0.0.1:18100"));
            var contenders = new LinkedHashMap<String, Contender>();
            if (!named.text("floor", "").isEmpty()) {
                contenders.put("floor", bench.floor(named.text("floor", "")));
            }
            if (!named.text("galley", "").isEmpty()) {
                contenders.put("galley, new program", bench.program(named.text("galley", "")));
            }
            contenders.put("galley, running", bench.running(fetcher));
            bench.tell("/_latency?ms=" + named.number("latency", 0));
            bench.run(contenders, named.number("rounds", 3));
        } finally {
            empty(folder);
        }
    }

    private void run(Map<String, Contender> contenders, int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (var contender : contenders.entrySet()) {
                tell("/_rev?v=v1");
                contender.getValue().prepare();
                measure("cold", contender);
                measure("unchanged", contender);
                tell("/_rev?v=v2");
                measure("a tenth changed", contender);
            }
        }
        for (var job : List.of("cold", "unchanged", "a tenth changed")) {
            print(job, contenders.keySet());
        }
    }

    private void measure(String job, Map.Entry<String, Contender> contender) throws Exception {
        long began = System.nanoTime();
        double cpu = cpu();
        contender.getValue().pull();
        var cost = new Cost((System.nanoTime() - began) / 1e9, cpu() - cpu);
        costs.computeIfAbsent(job + contender.getKey(), _ -> new ArrayList<>()).add(cost);
        System.out.printf(Locale.ROOT, "%s, %s: %.2f s, processor %.2f s%n", job, contender.getKey(), cost.wall(), cost.cpu());
    }

    private void print(String job, Iterable<String> names) {
        System.out.println(job);
        Cost floor = null;
        for (var name : names) {
            var all = costs.get(job + name);
            var median = new Cost(Rounds.median(all.stream().map(Cost::wall).toList()), Rounds.median(all.stream().map(Cost::cpu).toList()));
            floor = floor == null ? median : floor;
            System.out.printf(Locale.ROOT, "  %-22s clock %8.2f s %6.2fx   processor %8.2f s %6.2fx%n", name, median.wall(), median.wall() / floor.wall(), median.cpu(),
                    median.cpu() / Math.max(0.01, floor.cpu()));
        }
    }

    /// Of this program, and of those that it started and that have ended.
    private static double cpu() throws IOException {
        var own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var line = Files.readString(Path.of("/proc/self/stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return own.getProcessCpuTime() / 1e9 + (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_IN_A_SECOND;
    }

    /// Tells the server what to serve, or how late.
    private void tell(String wish) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(server.resolve(wish)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }

    private Contender floor(String program) {
        var file = folder.resolve("floor.db");
        return new Contender() {
            @Override
            public void prepare() throws IOException {
                for (var ending : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(Path.of(file + ending));
                }
            }

            @Override
            public void pull() throws IOException, InterruptedException {
                start("", program, "fts", urls.toString(), file.toString(), "64");
            }
        };
    }

    private Contender program(String galley) {
        var home = folder.resolve("program").toString();
        return new Contender() {
            @Override
            public void prepare() throws IOException, InterruptedException {
                empty(Path.of(home));
                var list = new StringBuilder("<opml version=\"2.0\"><body>");
                Files.readAllLines(urls).forEach(url -> list.append("<outline type=\"rss\" text=\"").append(url).append("\" xmlUrl=\"").append(url).append("\"/>"));
                var opml = Files.writeString(folder.resolve("feeds.opml"), list.append("</body></opml>"));
                start("a passphrase for the bench\n", galley, "init", "--newsroom", home, "--name", "Bench", "--person", "Rosa Lind", "--passphrase-stdin");
                start("", galley, "feed", "import", "--newsroom", home, opml.toString());
            }

            @Override
            public void pull() throws IOException, InterruptedException {
                start("", galley, "pull", "--newsroom", home, "--json");
            }
        };
    }

    private Contender running(Fetcher fetcher) {
        var home = folder.resolve("running");
        return new Contender() {
            @Override
            public void prepare() throws IOException {
                empty(home);
                var feeds = Files.readAllLines(urls);
                try (var store = Store.open(home)) {
                    store.inOneGo().together(() -> feeds.stream().filter(url -> store.feeds().add(Feed.at(Store.newId(), url, Clock.systemUTC().instant()))).count());
                }
            }

            @Override
            public void pull() {
                try (var store = Store.open(home)) {
                    var report = new Puller(store.forPulling(), fetcher, Clock.systemUTC()).pullAll(Progress.Watcher.NONE, new Cancel());
                    if (!report.failed().isEmpty()) {
                        throw new IllegalStateException("Not all feeds came: " + report.failed().getFirst());
                    }
                }
            }
        };
    }

    private static void start(String input, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
