package galley.publish.send;

import galley.publish.Exporter;
import galley.story.Hash;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small finished site on a disk, as an export leaves it, and one machine that sends it.
final class SiteInATest {

    static final String NEWSROOM = "thumbprint-of-the-quay-post";

    final Path machine;
    final Map<String, String> files = new TreeMap<>();
    private final Map<String, String> environment;
    private String newsroom = NEWSROOM;

    SiteInATest(Path machine, Map<String, String> environment) {
        this.machine = machine;
        this.environment = environment;
        for (int i = 1; i <= 12; i++) {
            files.put("2026/11/17/story-" + i + ".html", "<!doctype html><title>Story " + i + "</title>" + "words ".repeat(400));
        }
        files.put("pictures/ab12.jpg", "\u0001picture".repeat(3000));
        files.put("section/weather.html", "<!doctype html><title>Weather</title>");
        files.put("index.html", "<!doctype html><title>Home</title>");
        files.put("feed.xml", "<rss/>");
        files.put(".well-known/newsroom-keys.json", "{}");
        files.put("robots.txt", "User-agent: *\n");
    }

    SiteInATest ofAnotherNewsroom() {
        newsroom = "somebody-else";
        return this;
    }

    Delivery delivery() {
        return new Delivery(machine, environment, Clock.systemUTC(), (time, cancel) -> { });
    }

    Sent send(String address) {
        return send(Destination.read(address), new Cancel());
    }

    Sent send(Destination.Given to, Cancel cancel) {
        return delivery().deliver(to, (folder, watcher) -> made(folder), false, Progress.Watcher.NONE, cancel).sent();
    }

    Sent lookAt(String address) {
        var trial = new Exporter.Trial(List.of(), List.of(), List.copyOf(files.keySet()), 0, List.of(), List.of(), newsroom);
        return delivery().trial(Destination.read(address), folder -> trial, Progress.Watcher.NONE, new Cancel()).sent();
    }

    private Exporter.Report made(Path folder) {
        try {
            var sums = new TreeMap<String, String>();
            for (var file : files.entrySet()) {
                var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                Files.createDirectories(folder.resolve(file.getKey()).getParent());
                Files.write(folder.resolve(file.getKey()), bytes);
                sums.put(file.getKey(), Hash.hex(bytes));
            }
            Files.write(folder.resolve(SiteFiles.MANIFEST), new SiteFiles.Manifest(newsroom, sums).bytes());
            return new Exporter.Report(files.size(), 0, 0, List.of(), List.of(), List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
