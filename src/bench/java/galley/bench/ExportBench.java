package galley.bench;

import static galley.store.NewsroomInATest.done;

import galley.desk.Newsroom;
import galley.publish.ClaimLedger;
import galley.publish.Exporter;
import galley.publish.SiteWriter;
import galley.signoff.Enrolment;
import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Correction;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// A whole site against the floor of writing as many files of the same size (siteload/writefiles.c), and against Hugo where it is
/// installed; and one changed story in a large site against one in a small site. Everything lies in memory (/dev/shm).
///
/// Arguments: how many stories (10000), and a folder with the compiled floor (`writefiles`) and a site for Hugo (`hugo`); both optional.
public final class ExportBench {

    private static final int SMALL = 1_000;
    private static final String[] CATEGORIES = {"Business", "Culture", "Economy", "Education", "Health", "Law", "Politics", "Science", "Society", "Sport", "Transport", "Weather"};
    private static final Path PLACE = Path.of("/dev/shm/galley-export-bench");

    private ExportBench() {}

    public static void main(String[] args) throws Exception {
        int stories = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        delete(PLACE);
        try {
            System.out.printf(Locale.ROOT, "%d processors, %d MB of heap at most%n", Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
            double small = oneChanged(Math.min(SMALL, stories / 2), null);
            double large = oneChanged(stories, args.length > 1 ? Path.of(args[1]) : null);
            System.out.printf(Locale.ROOT, "one changed story: %.1f ms among %d, %.1f ms among %d: %.2fx%n", small, Math.min(SMALL, stories / 2), large, stories, large / small);
        } finally {
            delete(PLACE);
        }
    }

    private static double oneChanged(int many, Path floor) throws Exception {
        var folder = PLACE.resolve("newsroom-" + many);
        try (var room = new NewsroomInATest(folder)) {
            var newsroom = Newsroom.named("Quay Post");
            var enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles,
                    room.folder.resolve("keys"), room.clock, Store::newId);
            var exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), new ClaimLedger(room.store.wire(), room.store.assets()),
                    new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                            room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board)),
                    enrolment::newsroomKey, room.clock, Store::newId);
            long start = System.nanoTime();
            var ids = newsroomOf(many, room);
            var site = PLACE.resolve("site-" + many);
            var first = exporter.export(List.of(), site, room.rosa, false, newsroom, Progress.Watcher.NONE, new Cancel());
            System.out.printf(Locale.ROOT, "%d stories made, signed twice, published and written in %.1f s: %d files%n", many, (System.nanoTime() - start) / 1e9, first.written());
            if (floor != null) {
                full(exporter, newsroom, site, floor, first.written());
            }
            var times = new ArrayList<Double>();
            var random = new Random(3);
            for (int i = 0; i < 15; i++) {
                var id = ids.get(random.nextInt(ids.size()));
                change(room, id);
                long began = System.nanoTime();
                var report = exporter.export(List.of(id), site, room.rosa, false, newsroom, Progress.Watcher.NONE, new Cancel());
                double took = (System.nanoTime() - began) / 1e6;
                if (i >= 5) {
                    times.add(took);
                }
                if (i == 14) {
                    System.out.println("  one changed story wrote " + report.written() + " files");
                }
            }
            return Rounds.median(times);
        }
    }

    private static void full(Exporter exporter, Newsroom newsroom, Path site, Path floor, int files) throws Exception {
        long bytes;
        try (var all = Files.walk(site)) {
            bytes = all.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
        System.out.printf(Locale.ROOT, "the site: %d files, %d MB, %d bytes each on average%n", files, bytes >> 20, bytes / files);
        var rounds = new Rounds().contender("floor, the same bytes", () -> run(floor.resolve("writefiles").toString(), fresh("floor").toString(), "" + files, "" + bytes / files, "plain", "flat"))
                .contender("galley", () -> exporter.refresh(fresh("full"), newsroom, Progress.Watcher.NONE, new Cancel()));
        if (Files.isDirectory(floor.resolve("hugo"))) {
            rounds.contender("hugo", () -> run("hugo", "--quiet", "-s", floor.resolve("hugo").toString(), "-d", fresh("hugo").toString()));
        }
        rounds.run(3, 1).print("full export");
        System.out.printf(Locale.ROOT, "heap in use after a collection: %d MB%n", used());
        delete(PLACE.resolve("floor"));
        delete(PLACE.resolve("full"));
        delete(PLACE.resolve("hugo"));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    private static Path fresh(String name) throws IOException {
        var folder = PLACE.resolve(name);
        delete(folder);
        return folder;
    }

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        return code;
    }

    private static List<UUID> newsroomOf(int many, NewsroomInATest room) {
        var random = new Random(7);
        var ids = new ArrayList<UUID>();
        var rosa = room.key(room.rosa);
        var idris = room.key(room.idris);
        for (int from = 0; from < many; from += 200) {
            int first = from;
            room.store.inOneGo().together(() -> {
                for (int i = first; i < Math.min(many, first + 200); i++) {
                    room.clock.pass(Duration.ofMinutes(1));
                    var story = done(room.flow.begin(room.rosa, text(i, random)));
                    var seen = room.flow.file(story.id()).orElseThrow().seen();
                    done(room.flow.sign(story.id(), Meaning.EDITED, room.rosa, rosa, seen, room.rosa.name()));
                    done(room.flow.sign(story.id(), Meaning.REVIEWED, room.idris, idris, room.flow.file(story.id()).orElseThrow().seen(), room.idris.name()));
                    ids.add(story.id());
                }
                return true;
            });
        }
        return ids;
    }

    private static void change(NewsroomInATest room, UUID id) {
        var file = room.flow.file(id).orElseThrow();
        room.clock.pass(Duration.ofMinutes(1));
        done(room.flow.write(id, room.rosa, file.text().withBody(file.text().body() + "<p>One more sentence.</p>"), file.seen()));
        done(room.flow.correct(id, room.rosa, Correction.Kind.UPDATE, room.flow.file(id).orElseThrow().seen(), "There is more to say."));
        done(room.flow.sign(id, Meaning.EDITED, room.rosa, room.key(room.rosa), room.flow.file(id).orElseThrow().seen(), room.rosa.name()));
        done(room.flow.sign(id, Meaning.REVIEWED, room.idris, room.key(room.idris), room.flow.file(id).orElseThrow().seen(), room.idris.name()));
    }

    private static StoryText text(int number, Random random) {
        var body = new StringBuilder();
        int length = 500 + random.nextInt(5_500);
        while (body.length() < length) {
            body.append("<p>");
            for (int i = 0; i < 40 + random.nextInt(40); i++) {
                body.append(word(random)).append(' ');
            }
            body.append("end.</p>");
        }
        var tags = new ArrayList<String>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            tags.add("topic " + random.nextInt(200));
        }
        return StoryText.of("Story " + number + ": " + word(random) + " " + word(random) + " " + word(random) + " at the quay", body.toString())
                .withFurniture("S-" + number, CATEGORIES[number % CATEGORIES.length], tags.stream().distinct().toList(), "en-GB", "");
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            word.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
