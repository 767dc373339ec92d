package galley.bench;

import galley.desk.Newsroom;
import galley.desk.Person;
import galley.desk.Role;
import galley.ingest.Feed;
import galley.store.Store;
import galley.story.Hash;
import galley.story.Json;
import galley.story.Wire;
import galley.story.WireItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// From the start of the program to its first window and to idle, and the memory it holds then, with a newsroom of many feeds and items.
/// In turn: the floor (the smallest JavaFX window over the same headlines, `Window.java`) and Galley, each with its start-up cache.
/// Needs a display with a window manager, and the load makers' `firstwindow.py`, which looks from outside:
///
///     xvfb-run -a -s "-screen 0 1400x900x24" sh -c 'openbox & mvn -q -Pbench test-compile exec:exec@bench -Dbench=Start
///         -Dbench.args="--shared ../shared/bench --galley target/galley --rounds 5"'
///
///     [--feeds 1000] [--items 50000] [--python /usr/bin/python3] [--shot FILE.png] [--keep FOLDER]
final class StartBench {

    private static final int AT_ONCE = 500;
    private static final UUID UNSET = new UUID(0, 0);

    private final Path folder;
    private final Path shared;
    private final Path galley;
    private final String python;
    private final Map<String, List<JsonNode>> seen = new LinkedHashMap<>();

    private StartBench(Path folder, Path shared, Path galley, String python) {
        this.folder = folder;
        this.shared = shared;
        this.galley = galley.toAbsolutePath();
        this.python = python;
    }

    public static void main(String[] args) throws Exception {
        var named = Arguments.of(args);
        var kept = named.text("keep", "");
        var folder = kept.isEmpty() ? Files.createTempDirectory("start") : Files.createDirectories(Path.of(kept));
        var bench = new StartBench(folder, Path.of(named.text("shared", "../shared/bench")), Path.of(named.text("galley", "target/galley")), named.text("python", "/usr/bin/python3"));
        if (!Store.exists(folder.resolve("newsroom"))) {
            bench.fill(named.number("feeds", 1000), named.number("items", 50_000));
        }
        bench.floor();
        bench.measure(named.number("rounds", 5), named.text("shot", ""));
        bench.tell();
    }

    /// The same headlines in a newsroom and in the floor's table.
    private void fill(int feeds, int items) throws SQLException {
        var random = new Random(7);
        try (var store = Store.open(folder.resolve("newsroom")); var floor = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("floor.db"))) {
            store.settings().save(Newsroom.named("Quay Post"));
            store.people().add(new Person(Store.newId(), "Rosa Lind", EnumSet.of(Role.EDITOR), List.of(), Instant.now(), null));
            floor.createStatement().execute("CREATE TABLE story (id INTEGER PRIMARY KEY, title TEXT, date TEXT, body TEXT)");
            floor.setAutoCommit(false);
            try (var insert = floor.prepareStatement("INSERT INTO story (title, date, body) VALUES (?, ?, ?)")) {
                var start = Instant.now().minusSeconds(60L * items);
                for (int feed = 0; feed < feeds; feed++) {
                    // Paused, so that nothing is pulled while it is measured.
                    store.feeds().add(Feed.at(Store.newId(), "https://outlet" + feed + ".example/feed.xml", start).namedBy("Outlet " + feed, null));
                }
                var all = store.feeds().all();
                all.forEach(feed -> store.feeds().update(feed.paused(true)));
                for (int from = 0; from < items; from += AT_ONCE) {
                    var deliveries = new ArrayList<Wire.Delivery>();
                    for (int i = from; i < Math.min(items, from + AT_ONCE); i++) {
                        var title = words(random, 9);
                        var body = "<p>" + words(random, 120) + "</p><p>" + words(random, 120) + "</p>";
                        var at = start.plusSeconds(60L * i);
                        deliveries.add(new Wire.Delivery("k" + i, new WireItem(UNSET, UNSET, 0, null, "https://outlet.example/" + i, title, words(random, 25), body, List.of(),
                                List.of("Weather"), "en", null, at, null, at, null, Hash.hex("raw" + i), Hash.hex(title + i))));
                        insert.setString(1, title);
                        insert.setString(2, at.toString());
                        insert.setString(3, body);
                        insert.addBatch();
                    }
                    var feed = all.get(from / AT_ONCE % all.size());
                    store.wire().deliver(feed.id(), feed.title(), deliveries);
                    insert.executeBatch();
                }
            }
            floor.commit();
        }
    }

    private static String words(Random random, int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(60_000, random.nextDouble());
            words.append(i == 0 ? "" : " ").append(Integer.toString(rank * 7919 % 60_013 + 2_000_000, 36).replaceAll("\\d", "x"));
        }
        return words.toString();
    }

    /// Compiles the floor, and trains its start-up cache in a run of its own.
    private void floor() throws Exception {
        var classes = Files.createDirectories(folder.resolve("floor"));
        run(jdk("javac"), "-nowarn", "-cp", jars(), "-d", classes.toString(), shared.resolve("jvmfloor/src/main/java/Window.java").toString());
        run(jdk("jar"), "--create", "--file", folder.resolve("floor.jar").toString(), "-C", classes.toString(), ".");
        look(Map.of(), "", floorCommand("-XX:AOTCacheOutput=" + folder.resolve("floor.aot")));
    }

    private List<String> floorCommand(String cache) {
        return List.of(jdk("java"), cache, "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders", "-cp",
                folder.resolve("floor.jar") + ":" + jars(), "Window$Main", folder.resolve("floor.db").toString());
    }

    private void measure(int rounds, String shot) throws Exception {
        for (int round = 0; round < rounds; round++) {
            note("floor", look(Map.of(), "", floorCommand("-XX:AOTCache=" + folder.resolve("floor.aot"))));
            note("galley", look(Map.of("GALLEY_NEWSROOM", folder.resolve("newsroom").toString()), shot, List.of(galley.resolve("bin/galley").toString())));
        }
    }

    private void note(String who, JsonNode what) {
        System.out.println(who + "\t" + what);
        seen.computeIfAbsent(who, _ -> new ArrayList<>()).add(what);
    }

    private JsonNode look(Map<String, String> environment, String shot, List<String> command) throws Exception {
        var whole = new ArrayList<>(List.of(python, shared.resolve("peers/firstwindow.py").toString(), "--limit", "60"));
        if (!shot.isEmpty()) {
            whole.addAll(List.of("--shot", shot));
        }
        whole.add("--");
        whole.addAll(command);
        var builder = new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(2, TimeUnit.MINUTES);
        return Json.MAPPER.readTree(said);
    }

    private void tell() {
        for (var measure : List.of("first_window_s", "idle_s", "cpu_s", "pss_mb")) {
            double floor = median("floor", measure);
            double ours = median("galley", measure);
            System.out.printf(Locale.ROOT, "%-15s floor %7.2f   galley %7.2f   %.2fx%n", measure, floor, ours, ours / floor);
        }
    }

    private double median(String who, String measure) {
        var all = seen.get(who).stream().mapToDouble(one -> one.path(measure).asDouble(Double.NaN)).sorted().toArray();
        return all[all.length / 2];
    }

    private String jars() {
        try (Stream<Path> lib = Files.list(galley.resolve("lib"))) {
            return String.join(":", lib.map(Path::toString).filter(name -> name.matches(".*/(javafx|sqlite-jdbc|slf4j|logback).*\\.jar")).sorted().toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static void run(String... command) throws Exception {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("Failed: " + String.join(" ", command));
        }
    }
}
