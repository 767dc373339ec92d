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
import galley.story.PublishedLine;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// A whole site against the floor of writing the same files (as many, with the same names and sizes), and against Hugo where it is
/// installed; and one changed story in a large site against one in a small site. Everything lies in memory (/dev/shm).
///
/// Told are the clock and the processor time of the whole program, and the files and bytes that lie in the folder, not what the exporter
/// says of itself.
///
/// Arguments, all optional: `--stories` (10000) and `--small` (1000); `--keep`, a folder where the newsrooms stay for another run, since
/// signing ten thousand stories twice takes minutes; `--rounds` (3) of the full export, none for the changed story alone; `--hugo`, a site for Hugo (siteload/makesite.py).
public final class ExportBench {

    private static final String[] CATEGORIES = {"Business", "Culture", "Economy", "Education", "Health", "Law", "Politics", "Science", "Society", "Sport", "Transport", "Weather"};
    private static final int CHANGES = 15;
    private static final int WARM_UPS = 5;

    private final Path place;
    private final Path kept;
    private final int rounds;

    private ExportBench(Path place, Path kept, int rounds) {
        this.place = place;
        this.kept = kept;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        var arguments = Arguments.of(args);
        int large = arguments.number("stories", 10_000);
        int small = Math.min(arguments.number("small", 1_000), large);
        var hugo = arguments.text("hugo", "");
        var place = Files.createTempDirectory(Path.of("/dev/shm"), "galley-export-bench");
        try {
            var keep = arguments.text("keep", "");
            var bench = new ExportBench(place, keep.isEmpty() ? place : Path.of(keep), arguments.number("rounds", 3));
            System.out.printf(Locale.ROOT, "%d processors, %d MB of heap at most%n", Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
            var few = bench.run(small, "");
            var many = large == small ? few : bench.run(large, hugo);
            System.out.printf(Locale.ROOT, "one changed story among %d: %s; among %d: %s; %.2fx by the clock, %.2fx processor%n", small, few, large, many,
                    many.clock() / few.clock(), many.processor() / few.processor());
        } finally {
            delete(place);
        }
    }

    /// Milliseconds.
    private record Took(double clock, double processor) {

        static Took by(Rounds.Job job) throws Exception {
            long clock = System.nanoTime();
            long processor = spent();
            job.run();
            return new Took((System.nanoTime() - clock) / 1e6, (spent() - processor) / 1e6);
        }

        static Took median(List<Took> all) {
            return new Took(Rounds.median(all.stream().map(Took::clock).toList()), Rounds.median(all.stream().map(Took::processor).toList()));
        }

        private static long spent() {
            return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f ms (processor %.1f ms)", clock, processor);
        }
    }

    /// A regular file as it lies there: a file that was put in place again is another one.
    private record Lying(Object file, long modified, long size) {}

    private static Map<String, Lying> lying(Path site) throws IOException {
        var found = new TreeMap<String, Lying>();
        try (var all = Files.walk(site)) {
            for (var file : all.toList()) {
                var is = Files.readAttributes(file, BasicFileAttributes.class);
                if (is.isRegularFile()) {
                    found.put(site.relativize(file).toString(), new Lying(String.valueOf(is.fileKey()), is.lastModifiedTime().toMillis(), is.size()));
                }
            }
        }
        return found;
    }

    private Took run(int many, String hugo) throws Exception {
        try (var room = new NewsroomInATest(kept.resolve("newsroom-" + many))) {
            var newsroom = Newsroom.named("Quay Post");
            var enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), room.keyFiles,
                    room.folder.resolve("keys"), room.clock, Store::newId);
            var exporter = new Exporter(room.flow, room.store.stories(), room.store.audit(), new ClaimLedger(room.store.wire(), room.store.assets()),
                    new SiteWriter(new SiteWriter.Shelves(room.store.stories(), room.store.signOffs(), room.store.wire(), room.store.assets(),
                            room.store.people(), room.store.keys(), room.store.publishedLines(), room.store.settings()::board)),
                    enrolment::newsroomKey, room.clock, Store::newId);
            var ids = new ArrayList<UUID>();
            System.out.println(many + " stories made and signed twice: " + Took.by(() -> ids.addAll(newsroomOf(many, room))));
            var site = place.resolve("site-" + many);
            System.out.println(many + " stories published and written: "
                    + Took.by(() -> exporter.export(List.of(), site, room.rosa, false, newsroom, Progress.Watcher.NONE, new Cancel())));
            if (rounds > 0) {
                full(exporter, newsroom, site, hugo);
            }
            return oneChanged(room, exporter, newsroom, site, ids);
        }
    }

    private static Took oneChanged(NewsroomInATest room, Exporter exporter, Newsroom newsroom, Path site, List<UUID> ids) throws Exception {
        var times = new ArrayList<Took>();
        var random = new Random(room.clock.instant().toEpochMilli());
        for (int i = 0; i < CHANGES; i++) {
            var id = ids.get(random.nextInt(ids.size()));
            change(room, id);
            var before = lying(site);
            var told = new Exporter.Report[1];
            var took = Took.by(() -> told[0] = exporter.export(List.of(id), site, room.rosa, false, newsroom, Progress.Watcher.NONE, new Cancel()));
            if (told[0].pages().size() != 1) {
                throw new IllegalStateException("Not published: " + told[0].refused());
            }
            if (i >= WARM_UPS) {
                times.add(took);
            }
            if (i == CHANGES - 1) {
                var written = new TreeMap<>(lying(site));
                written.entrySet().removeAll(before.entrySet());
                System.out.printf(Locale.ROOT, "  one changed story put %d files in place, %d KB: %s%n", written.size(),
                        written.values().stream().mapToLong(Lying::size).sum() >> 10, String.join(" ", written.keySet()));
            }
        }
        return Took.median(times);
    }

    private void full(Exporter exporter, Newsroom newsroom, Path site, String hugo) throws Exception {
        var files = lying(site);
        System.out.printf(Locale.ROOT, "the site: %d files, %d KB%n", files.size(), files.values().stream().mapToLong(Lying::size).sum() >> 10);
        var floor = new ArrayList<Took>();
        var ours = new ArrayList<Took>();
        var theirs = new ArrayList<Took>();
        for (int round = -1; round < rounds; round++) {
            var floorFolder = fresh("floor");
            var a = Took.by(() -> floor(files, floorFolder));
            same(files, lying(floorFolder));
            var folder = fresh("full");
            var b = Took.by(() -> exporter.refresh(folder, newsroom, Progress.Watcher.NONE, new Cancel()));
            same(files, lying(folder));
            if (round >= 0) {
                floor.add(a);
                ours.add(b);
            }
            if (!hugo.isEmpty()) {
                var c = Took.by(() -> run("hugo", "--quiet", "-s", hugo, "-d", fresh("hugo").toString()));
                if (round >= 0) {
                    theirs.add(c);
                }
            }
        }
        var least = Took.median(floor);
        var took = Took.median(ours);
        System.out.printf(Locale.ROOT, "full export: floor %s, Galley %s: %.1fx by the clock, %.1fx processor%n", least, took, took.clock() / least.clock(), took.processor() / least.processor());
        if (!theirs.isEmpty()) {
            System.out.printf(Locale.ROOT, "full export by Hugo: %.1f ms by the clock%n", Took.median(theirs).clock());
        }
        System.gc();
        System.out.printf(Locale.ROOT, "heap in use after a collection: %d MB%n", Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
        for (var folder : List.of("floor", "full", "hugo")) {
            delete(place.resolve(folder));
        }
    }

    /// Writes as many files with the same names and sizes, and does nothing else.
    private static boolean floor(Map<String, Lying> files, Path folder) throws IOException {
        var bytes = new byte[(int) files.values().stream().mapToLong(Lying::size).max().orElse(0)];
        var made = new HashSet<Path>();
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            if (made.add(path.getParent())) {
                Files.createDirectories(path.getParent());
            }
            try (var out = Files.newOutputStream(path)) {
                out.write(bytes, 0, (int) file.getValue().size());
            }
        }
        return true;
    }

    /// @throws IllegalStateException when the two wrote different files, so that their times say nothing
    private static void same(Map<String, Lying> some, Map<String, Lying> others) {
        if (!some.keySet().equals(others.keySet()) || some.keySet().stream().anyMatch(path -> some.get(path).size() != others.get(path).size())) {
            throw new IllegalStateException("Different files: " + some.size() + " and " + others.size());
        }
    }

    private Path fresh(String name) throws IOException {
        var folder = place.resolve(name);
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
        room.store.stories().all().forEach(story -> ids.add(story.id()));
        // A newsroom that was kept goes on after its last day.
        room.store.publishedLines().all().stream().map(PublishedLine::at).max(Comparator.naturalOrder())
                .ifPresentOrElse(last -> room.clock.pass(Duration.between(room.clock.instant(), last).plusDays(1)), () -> room.clock.pass(Duration.ofMinutes(20L * ids.size())));
        var rosa = room.key(room.rosa);
        var idris = room.key(room.idris);
        for (int from = ids.size(); from < many; from += 200) {
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
        done(room.flow.write(id, room.rosa, file.text().withBody(file.text().body() + "<p>One more sentence, number " + file.publications().size() + ".</p>"), file.seen()));
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
