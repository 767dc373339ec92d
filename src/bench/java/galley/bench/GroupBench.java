package galley.bench;

import galley.store.Store;
import galley.story.Grouping;
import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// What finding the event of an arriving item costs in a newsroom with many stored items: `-Dbench=Group -Dbench.args="1000000"`. Items
/// arrive evenly over thirty days, in invented words as frequent as words are, a third of them rewrites of another.
public final class GroupBench {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");
    private static final int ARRIVING = 2000;
    private final Random random = new Random(7);
    private final List<String> before = new ArrayList<>();

    private GroupBench() {}

    public static void main(String[] args) throws Exception {
        new GroupBench().run(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]));
    }

    private void run(int stored) throws Exception {
        var folder = Files.createTempDirectory("group-bench");
        try (var store = Store.open(folder)) {
            var feed = UUID.randomUUID();
            for (int from = 0; from < stored; from += 10_000) {
                deliver(store, feed, from, Math.min(stored, from + 10_000), i -> NOW.minus(Duration.ofSeconds((long) (30.0 * 86_400 * (stored - i) / stored))));
            }
            var grouping = new Grouping(store.sameEvents(), words -> words, Clock.fixed(NOW, ZoneOffset.UTC));
            long start = System.nanoTime();
            int joined = grouping.catchUp();
            System.out.printf(Locale.ROOT, "stored %d; first reading of the last 72 hours %.2f s, %d joined%n", stored, (System.nanoTime() - start) / 1e9, joined);
            for (int round = 0; round < 5; round++) {
                deliver(store, feed, stored + round * ARRIVING, stored + (round + 1) * ARRIVING, _ -> NOW);
                start = System.nanoTime();
                joined = grouping.catchUp();
                System.out.printf(Locale.ROOT, "%d more arrive: %.0f microseconds each, reading and keeping included; %d joined%n", ARRIVING, (System.nanoTime() - start) / 1e3 / ARRIVING, joined);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
    }

    private void deliver(Store store, UUID feed, int from, int to, java.util.function.IntFunction<Instant> at) {
        var nothing = new UUID(0, 0);
        var deliveries = new ArrayList<Wire.Delivery>();
        for (int i = from; i < to; i++) {
            var title = before.size() > 200 && random.nextInt(3) == 0 ? rewritten(before.get(before.size() - 1 - random.nextInt(200))) : words(9);
            before.add(title);
            deliveries.add(new Wire.Delivery("k" + i, new WireItem(nothing, nothing, 0, null, null, title, words(25), "", List.of(), List.of(), "en", null, null, null, at.apply(i), null, Hash.hex("raw"),
                    Hash.hex(title + i))));
        }
        store.wire().deliver(feed, "Outlet " + from % 300, deliveries);
    }

    private String rewritten(String title) {
        var words = title.split(" ");
        words[random.nextInt(words.length)] = words(1);
        words[random.nextInt(words.length)] = words(1);
        return String.join(" ", words);
    }

    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(60_000, random.nextDouble());
            words.append(i == 0 ? "" : " ").append(Integer.toString(rank * 7919 % 60_013 + 2_000_000, 36).replaceAll("\\d", "x")).append((char) ('a' + rank % 26));
        }
        return words.toString();
    }
}
