package galley.bench;

import galley.ingest.Feed;
import galley.ingest.Fetcher;
import galley.ingest.Puller;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/// A pull of the feeds named in a file, inside a program that runs already: into an empty newsroom, and again with nothing changed.
/// Beside it, in turn, the floor (`floor.c` compiled), when its program is named.
///
///     PullBench URLS [FLOOR]
final class PullBench {

    private PullBench() {}

    public static void main(String[] args) throws Exception {
        var urls = Files.readAllLines(Path.of(args[0]));
        var folder = Files.createTempDirectory("pull");
        try (var fetcher = new Fetcher("")) {
            var cold = new Rounds();
            var same = new Rounds();
            if (args.length > 1) {
                cold.contender("floor", () -> floor(args, folder, true));
                same.contender("floor", () -> floor(args, folder, false));
            }
            cold.contender("galley", () -> pull(urls, folder, fetcher, true)).run(3, 1).print("cold");
            same.contender("galley", () -> pull(urls, folder, fetcher, false)).run(5, 1).print("unchanged");
        } finally {
            empty(folder);
        }
    }

    private static Object floor(String[] args, Path folder, boolean cold) throws IOException, InterruptedException {
        var file = folder.resolve("floor.db");
        if (cold) {
            for (var ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + ending));
            }
        }
        return new ProcessBuilder(args[1], "fts", args[0], file.toString(), "64").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    private static Object pull(List<String> urls, Path folder, Fetcher fetcher, boolean cold) throws IOException {
        var home = folder.resolve("newsroom");
        if (cold) {
            empty(home);
        }
        try (var store = Store.open(home)) {
            if (cold) {
                store.inOneGo().together(() -> urls.stream().filter(url -> store.feeds().add(Feed.at(Store.newId(), url, Clock.systemUTC().instant()))).count());
            }
            return new Puller(store.forPulling(), fetcher, Clock.systemUTC()).pullAll(Progress.Watcher.NONE, new Cancel());
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
