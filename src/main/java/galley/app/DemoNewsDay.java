package galley.app;

import galley.app.demo.NewsDay;
import galley.notice.Trouble;
import galley.signoff.Status;
import galley.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sample newsroom: makes a newsroom and lets four people work through one invented news day in it, from the wire to pages that
/// are checked. It needs no network, and its records carry the day's times, so that it comes out the same whenever it is played.
public final class DemoNewsDay {

    private static final Duration BEFORE_THE_FIRST_STEP = Duration.ofMinutes(10);

    private DemoNewsDay() {}

    /// One thing that was done, in plain words.
    public record Line(Instant at, String words) {}

    /// An exported page, checked.
    public record Page(String path, String headline, @Nullable String editedBy, @Nullable String reviewedBy, String verdict,
                       List<String> differences) {

        public boolean isOurs() {
            return verdict.startsWith("ours-");
        }
    }

    /// What the day came to.
    ///
    /// @param queues how many lie in each queue at the end: `wire` and each [Status#code()]
    public record Report(String newsroom, String site, List<Line> did, Map<String, Long> queues, List<Page> pages) {}

    /// Plays the day into `folder/newsroom` and `folder/site`.
    ///
    /// @throws Trouble when there is something already
    public static Report play(Path folder, Consumer<Line> tell) {
        return play(folder.resolve("newsroom"), folder.resolve("site"), tell);
    }

    /// Makes the newsroom that the desktop opens as "the sample newsroom", with its site inside.
    ///
    /// @throws Trouble when there is something already
    public static Report sampleNewsroom(Path newsroom, Consumer<Line> tell) {
        return play(newsroom, newsroom.resolve("site"), tell);
    }

    private static Report play(Path newsroom, Path site, Consumer<Line> tell) {
        needsRoom(newsroom);
        needsRoom(site);
        try {
            return playInto(newsroom, site, tell);
        } catch (RuntimeException e) {
            // Both folders were empty or missing: a half-played day is of no use to anybody.
            remove(site, e);
            remove(newsroom, e);
            throw e;
        }
    }

    private static Report playInto(Path newsroom, Path site, Consumer<Line> tell) {
        var day = NewsDay.read();
        var clock = new DayClock(day.day().getFirst().at().minus(BEFORE_THE_FIRST_STEP));
        var did = new ArrayList<Line>();
        try (var room = OpenNewsroom.atOrNew(newsroom, clock)) {
            var pages = new DayPlayer(day, room, clock, new SampleFeeds(newsroom.resolve("feeds")), site, line -> {
                did.add(line);
                tell.accept(line);
            }).play();
            // The desktop finds the site where the day left it, and tells whoever opens it the invented passphrases.
            room.settings().choose(DesktopNewsroom.EXPORTED_TO, site.toAbsolutePath().toString());
            var secrets = day.people().stream().map(p -> p.name() + ": “" + p.passphrase() + "”").toList();
            room.settings().choose(DesktopNewsroom.SAMPLE, "Passphrases: " + String.join(", ", secrets) + ".");
            return new Report(newsroom.toAbsolutePath().toString(), site.toAbsolutePath().toString(), List.copyOf(did), queues(room), pages);
        }
    }

    private static Map<String, Long> queues(OpenNewsroom room) {
        var queues = new LinkedHashMap<String, Long>();
        queues.put("wire", room.store().wire().countUntaken());
        var lines = room.store().lines().all();
        for (var status : Status.values()) {
            long count = lines.stream().filter(line -> line.status() == status).count();
            // A day on which nothing had to be withdrawn need not speak of it.
            if (count > 0 || status != Status.KILLED) {
                queues.put(status.code(), count);
            }
        }
        return queues;
    }

    private static void needsRoom(Path folder) {
        if (Store.exists(folder)) {
            throw Trouble.of("There is already a newsroom at " + folder + ".", "It was not touched.", "Name another folder, or move that one away.");
        }
        try (var all = inside(folder)) {
            if (Files.isRegularFile(folder) || all.anyMatch(path -> !path.equals(folder))) {
                throw Trouble.of(folder + " is not empty.", "It was not touched.", "Name another folder, or move that one away.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder, RuntimeException cause) {
        try (var all = inside(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// The folder and everything in it; nothing when it is not there.
    private static Stream<Path> inside(Path folder) throws IOException {
        return Files.exists(folder) ? Files.walk(folder) : Stream.empty();
    }
}
