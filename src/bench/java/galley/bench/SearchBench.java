package galley.bench;

import galley.store.Store;
import galley.story.WireLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/// Search in a newsroom of many wire items, against the bare full-text index in the same file.
///
///     --stories 1000000   how many
///     --in FOLDER         where the newsroom lies; made when it is not there
///     --rounds 5
final class SearchBench {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WORDS = 150;

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        var asked = Arguments.of(args);
        int stories = asked.number("stories", 1_000_000);
        int rounds = asked.number("rounds", 5);
        var folder = Path.of(asked.text("in", System.getProperty("java.io.tmpdir") + "/galley-search-" + stories));
        var text = new Text(new Random(7));
        boolean isThere = Store.exists(folder);
        try (var store = Store.open(folder)) {
            if (!isThere) {
                fill(store, text, stories);
            }
            measure(store, text, rounds);
        }
    }

    /// Straight into the tables: storing is measured elsewhere.
    private static void fill(Store store, Text text, int stories) throws SQLException {
        long start = System.nanoTime();
        var feed = UUID.nameUUIDFromBytes("feed".getBytes()).toString();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store.file())) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous = OFF");
                statement.execute("PRAGMA cache_size = -131072");
            }
            connection.setAutoCommit(false);
            try (var entry = connection.prepareStatement("INSERT INTO wire_entry (row, id, feed, item_key, source, latest, first_seen) VALUES (?, ?, ?, ?, 'Northwire', ?, ?)");
                 var item = connection.prepareStatement("""
                         INSERT INTO wire_item (row, id, entry, version, title, summary, body, authors, categories, language, published, fetched, raw_hash, content_hash)
                         VALUES (?, ?, ?, 1, ?, '', ?, '[]', '["News"]', 'en', ?, ?, ?, ?)""");
                 var words = connection.prepareStatement("INSERT INTO wire_words (rowid, title, body, source) VALUES (?, ?, ?, 'Northwire')")) {
                for (int i = 1; i <= stories; i++) {
                    var id = Store.newId().toString();
                    var version = Store.newId().toString();
                    var time = START.plusSeconds(i * 30L).toString();
                    var title = text.words(8);
                    var body = text.words(WORDS) + (i == stories / 2 ? " qzrareone" : "") + (i % (stories / 20) == 7 ? " qzraretwenty" : "")
                            + (i % (stories / 1000) == 3 ? " qzmid" : "");
                    put(entry, i, id, feed, "g" + i, version, time);
                    put(item, i, version, id, title, "<p>" + body + "</p>", time, time, "0".repeat(64), "0".repeat(64));
                    put(words, i, title, body);
                    if (i % 20_000 == 0) {
                        connection.commit();
                    }
                }
            }
            connection.commit();
        }
        System.out.printf(Locale.ROOT, "%d stories stored and searchable in %.0f s%n", stories, (System.nanoTime() - start) / 1e9);
    }

    private static void put(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    private static void measure(Store store, Text text, int rounds) throws Exception {
        var ours = new LinkedHashMap<String, Function<String, Integer>>();
        ours.put("newest 100, whole", words -> store.wire().search(words, Long.MAX_VALUE, 100).size());
        ours.put("newest 100, lines", words -> store.wireLines().newest(words, 100).size());
        ours.put("the window's list", words -> {
            var rows = store.wireLines().rows(new WireLine.Question(words, "", "", false, WireLine.Order.ARRIVAL, false));
            return store.wireLines().lines(Arrays.stream(rows).limit(100).boxed().toList()).size();
        });
        var medians = new LinkedHashMap<String, List<Double>>();
        try (var bare = DriverManager.getConnection("jdbc:sqlite:file:" + store.file() + "?mode=ro")) {
            try (var statement = bare.createStatement()) {
                statement.execute("PRAGMA cache_size=-16384");
            }
            for (var query : text.queries().entrySet()) {
                var turns = new Rounds().contender("bare FTS5", () -> bare(bare, query.getValue()));
                ours.forEach((name, search) -> turns.contender(name, () -> search.apply(query.getKey())));
                turns.run(rounds, 2);
                turns.print(query.getKey() + "  (" + bare(bare, query.getValue()) + " found)");
                turns.names().forEach(name -> medians.computeIfAbsent(name, _ -> new ArrayList<>()).add(turns.median(name)));
            }
        }
        double floor = Rounds.median(medians.firstEntry().getValue());
        System.out.println("all queries");
        medians.forEach((name, times) -> System.out.printf(Locale.ROOT, "  %-24s median %9.3f ms   most %9.3f   %5.2fx%n", name, Rounds.median(times),
                times.stream().max(Double::compare).orElseThrow(), Rounds.median(times) / floor));
    }

    /// The same question with nothing around it: SQL in, 100 ids, times and titles out.
    private static int bare(Connection connection, String match) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT e.id, i.published, i.title FROM wire_words w JOIN wire_entry e ON e.row = w.rowid JOIN wire_item i ON i.id = e.latest
                WHERE wire_words MATCH ? ORDER BY w.rowid DESC LIMIT 100""")) {
            statement.setString(1, match);
            int found = 0;
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                    rows.getString(2);
                    rows.getString(3);
                    found++;
                }
            }
            return found;
        }
    }

    /// Words as they come in news: few very often, most seldom.
    private static final class Text {

        private static final int VOCABULARY = 40_000;
        private final Random random;
        private final String[] vocabulary = new String[VOCABULARY];
        private final double[] share = new double[VOCABULARY];

        Text(Random random) {
            this.random = random;
            var syllables = "ba be bi bo bu da de di do du fa fe fi ga ge go ha he hi ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi za".split(" ");
            double sum = 0;
            for (int i = 0; i < VOCABULARY; i++) {
                var word = new StringBuilder();
                for (int n = 1 + i * 4 / VOCABULARY + random.nextInt(3); n >= 0; n--) {
                    word.append(syllables[random.nextInt(syllables.length)]);
                }
                vocabulary[i] = word.toString();
                sum += 1.0 / (i + 2.7);
                share[i] = sum;
            }
            for (int i = 0; i < VOCABULARY; i++) {
                share[i] /= sum;
            }
        }

        String words(int count) {
            var text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                int at = Arrays.binarySearch(share, random.nextDouble());
                text.append(i == 0 ? "" : " ").append(vocabulary[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)]);
            }
            return text.toString();
        }

        /// What is typed, and the same as a question to the bare index. Four each: rare, common, two words, beginning, phrase.
        Map<String, String> queries() {
            var queries = new LinkedHashMap<String, String>();
            for (var word : List.of("qzrareone", "qzraretwenty", vocabulary[30_000], vocabulary[35_000], vocabulary[0], vocabulary[1], vocabulary[2], vocabulary[3])) {
                queries.put(word, '"' + word + "\"*");
            }
            for (int i = 0; i < 3; i++) {
                queries.put(vocabulary[60 + i] + " " + vocabulary[70 + i], '"' + vocabulary[60 + i] + "\"* \"" + vocabulary[70 + i] + "\"*");
            }
            queries.put(vocabulary[0] + " " + vocabulary[1], '"' + vocabulary[0] + "\"* \"" + vocabulary[1] + "\"*");
            for (int i = 0; i < 4; i++) {
                var begun = vocabulary[100 + i * 7].substring(0, 3);
                queries.put(begun, '"' + begun + "\"*");
            }
            for (int i = 0; i < 4; i++) {
                var phrase = vocabulary[5 + i] + " " + vocabulary[9 + i];
                queries.put('"' + phrase + '"', '"' + phrase + '"');
            }
            return queries;
        }
    }
}
