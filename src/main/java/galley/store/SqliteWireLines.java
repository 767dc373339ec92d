package galley.store;

import galley.story.WireLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/// The wire as lines of a list.
final class SqliteWireLines implements WireLine.Lines {

    /// What a rule said goes before what the source says.
    private static final String CATEGORIES = "CASE WHEN e.routed_category IS NULL THEN i.categories ELSE json_array(e.routed_category) END";

    /// Who has more finds than this looks for more words, or another one.
    private static final int ENOUGH = 10_000;

    private static final String LINE = """
            SELECT e.row, e.id, e.source, e.first_seen, e.seen, e.spiked, i.title, %s AS categories, i.language, i.version, i.published
            FROM wire_entry e JOIN wire_item i ON i.id = e.latest
            """.formatted(CATEGORIES);

    private final Database database;

    SqliteWireLines(Database database) {
        this.database = database;
    }

    @Override
    public long[] rows(WireLine.Question q) {
        database.settle();
        return database.read(h -> {
            var words = WordIndex.question(h, q.words()).orElse("");
            return words.isEmpty() && !q.words().isBlank() ? new long[0] : rows(h, q, words);
        });
    }

    private static long[] rows(Handle h, WireLine.Question q, String words) {
        boolean needsItem = q.order() == WireLine.Order.TITLE || q.order() == WireLine.Order.CATEGORY || !q.category().isEmpty();
        var sql = new StringBuilder("SELECT e.row FROM wire_entry e");
        sql.append(needsItem ? " JOIN wire_item i ON i.id = e.latest" : "");
        sql.append(" WHERE e.story IS NULL AND e.spiked IS ").append(q.spiked() ? "NOT NULL" : "NULL");
        sql.append(words.isEmpty() ? "" : " AND e.row IN (SELECT rowid FROM wire_words WHERE wire_words MATCH :words ORDER BY rowid DESC LIMIT " + ENOUGH + ")");
        sql.append(q.source().isEmpty() ? "" : " AND e.source = :source");
        sql.append(q.category().isEmpty() ? "" : " AND lower(" + CATEGORIES + ") LIKE :category ESCAPE '!'");
        var way = q.ascending() ? " ASC" : " DESC";
        sql.append(" ORDER BY ").append(switch (q.order()) {
            case ARRIVAL -> "";
            case TITLE -> "lower(i.title)" + way + ", ";
            case SOURCE -> "lower(e.source)" + way + ", ";
            case CATEGORY -> "lower(" + CATEGORIES + ")" + way + ", ";
        }).append("e.row").append(q.order() == WireLine.Order.ARRIVAL ? way : " DESC");
        var asked = h.createQuery(sql.toString());
        if (!words.isEmpty()) {
            asked.bind("words", words);
        }
        if (!q.source().isEmpty()) {
            asked.bind("source", q.source());
        }
        if (!q.category().isEmpty()) {
            asked.bind("category", "[\"" + escaped(q.category().toLowerCase(Locale.ROOT)) + "\"%");
        }
        return asked.scanResultSet((rows, context) -> {
            var found = LongStream.builder();
            var set = rows.get();
            while (set.next()) {
                found.add(set.getLong(1));
            }
            return found.build().toArray();
        });
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @Override
    public List<WireLine> newest(String words, int limit) {
        return database.read(h -> WordIndex.question(h, words).map(question -> h.createQuery(LINE + """
                JOIN wire_words w ON w.rowid = e.row WHERE wire_words MATCH ? ORDER BY w.rowid DESC LIMIT ?""")
                .bind(0, question).bind(1, limit).map((row, c) -> line(row)).list()).orElse(List.of()));
    }

    @Override
    public List<WireLine> lines(List<Long> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var wanted = rows.stream().map(String::valueOf).collect(Collectors.joining(","));
        Map<Long, WireLine> found = new HashMap<>();
        database.read(h -> h.createQuery(LINE + "WHERE e.row IN (%s)".formatted(wanted)).map((row, c) -> line(row)).list())
                .forEach(line -> found.put(line.row(), line));
        return rows.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static WireLine line(ResultSet row) throws SQLException {
        var categories = Column.list(row, "categories");
        Instant published = Column.timeOrNull(row, "published");
        return new WireLine(row.getLong("row"), Column.id(row, "id"), row.getString("source"), row.getString("title"),
                categories.isEmpty() ? "" : categories.getFirst(), row.getString("language"), row.getInt("version"),
                published != null ? published : Column.time(row, "first_seen"), row.getBoolean("seen"), Column.timeOrNull(row, "spiked"));
    }

    @Override
    public SequencedMap<String, Long> openBySource() {
        return database.read(h -> h.createQuery("""
                SELECT source, count(*) AS n FROM wire_entry WHERE story IS NULL AND spiked IS NULL GROUP BY source ORDER BY n DESC, source""")
                .reduceRows(new LinkedHashMap<String, Long>(), (counts, row) -> {
                    counts.put(row.getColumn("source", String.class), row.getColumn("n", Long.class));
                    return counts;
                }));
    }

    @Override
    public long newest() {
        return database.read(h -> h.createQuery("SELECT coalesce(max(row), 0) FROM wire_entry").mapTo(long.class).one());
    }

    @Override
    public long openAfter(long row) {
        return database.read(h -> h.createQuery("SELECT count(*) FROM wire_entry WHERE story IS NULL AND spiked IS NULL AND row > ?")
                .bind(0, row).mapTo(long.class).one());
    }
}
