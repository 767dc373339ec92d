package galley.store;

import galley.story.FullText;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.story.WireItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// The wire in SQLite.
final class SqliteWire implements Wire {

    private static final String ENTRY = """
            SELECT e.row AS e_row, e.id AS e_id, e.feed, e.item_key, e.source, e.first_seen, e.story, e.spiked, e.seen, i.*
            FROM wire_entry e JOIN wire_item i ON i.id = e.latest
            """;

    private final Database database;
    private final Supplier<UUID> newId;

    SqliteWire(Database database, Supplier<UUID> newId) {
        this.database = database;
        this.newId = newId;
    }

    @Override
    public List<Arrival> deliver(UUID feed, String source, List<Delivery> deliveries) {
        return database.writeMany(sql -> deliveries.stream().map(delivery -> deliver(sql, feed.toString(), source, delivery)).toList());
    }

    /// An entry as far as deciding on a delivery needs it.
    private record Known(long row, String entry, int version, String contentHash) {}

    private Arrival deliver(Compiled sql, String feed, String source, Delivery delivery) {
        var item = delivery.item();
        var known = sql.first("""
                SELECT e.row, e.id, i.version, i.content_hash FROM wire_entry e JOIN wire_item i ON i.id = e.latest
                WHERE e.feed = ? AND e.item_key = ?""", row -> new Known(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)), feed, delivery.key());
        if (known != null && known.contentHash().equals(item.contentHash())) {
            return Arrival.KNOWN;
        }
        var id = newId.get().toString();
        if (known == null) {
            var entry = newId.get().toString();
            sql.run("INSERT INTO wire_entry (id, feed, item_key, source, latest, first_seen) VALUES (?, ?, ?, ?, ?, ?)",
                    entry, feed, delivery.key(), source, id, item.fetched());
            long row = sql.number("SELECT last_insert_rowid()");
            insert(sql, id, entry, 1, item);
            var words = WordIndex.prepared(item.title(), item.fullestText(), source);
            database.atTheEnd(index -> WordIndex.wire(index, row, words.join()));
            return Arrival.NEW;
        }
        insert(sql, id, known.entry(), known.version() + 1, item);
        sql.run("UPDATE wire_entry SET latest = ?, seen = 0 WHERE id = ?", id, known.entry());
        var words = WordIndex.prepared(item.title(), item.fullestText(), source);
        database.atTheEnd(index -> WordIndex.changed(index, known.row(), words.join()));
        return Arrival.CHANGED;
    }

    @Override
    public List<Sighting> sightings(UUID feed, Set<String> keys, Set<String> links) {
        // a feed that is pulled for the first time has nothing to be known by
        return database.writeMany(sql -> sql.number("SELECT EXISTS (SELECT 1 FROM wire_entry WHERE feed = ?)", feed) == 0 ? List.of() : sql.all("""
                SELECT e.item_key, coalesce(i.link, '') AS link, i.title, i.published FROM wire_entry e JOIN wire_item i ON i.id = e.latest
                WHERE e.feed = ?1 AND e.item_key IN (SELECT value FROM json_each(?2))
                UNION
                SELECT e.item_key, i.link, i.title, i.published FROM wire_item i JOIN wire_entry e ON e.latest = i.id
                WHERE i.link IN (SELECT value FROM json_each(?3)) AND e.id = i.entry AND e.feed = ?1""",
                row -> new Sighting(row.getString(1), row.getString(2), row.getString(3), Column.timeOrNull(row, "published")), feed, Column.list(keys), Column.list(links)));
    }

    private static void insert(Compiled sql, String id, String entry, int version, WireItem i) {
        sql.run("""
                INSERT INTO wire_item (id, entry, version, guid, link, title, summary, body, authors, categories, language, rights, published,
                  updated, fetched, image_url, raw_hash, content_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id, entry, version, i.guid(), i.link(), i.title(), i.summary(), i.body(), Column.list(i.authors()), Column.list(i.categories()),
                i.language(), i.rights(), i.published(), i.updated(), i.fetched(), i.imageUrl(), i.rawHash(), i.contentHash());
    }

    @Override
    public Optional<WireEntry> entry(UUID id) {
        return database.read(h -> h.createQuery(ENTRY + "WHERE e.id = ?").bind(0, id.toString()).map((row, c) -> entry(row)).findOne());
    }

    @Override
    public boolean withdraw(UUID feed, String key, Withdrawal w) {
        return database.writeMany(sql -> sql.run("""
                INSERT INTO wire_withdrawal (entry, at, how, words) SELECT e.id, ?, ?, ? FROM wire_entry e WHERE e.feed = ? AND e.item_key = ?
                ON CONFLICT (entry, how, words) DO NOTHING""", w.at(), w.how(), w.words(), feed, key)) == 1;
    }

    @Override
    public List<Withdrawal> withdrawals(UUID entry) {
        return database.read(h -> h.createQuery("SELECT at, how, words FROM wire_withdrawal WHERE entry = ? ORDER BY row").bind(0, entry.toString())
                .map((row, c) -> new Withdrawal(Column.time(row, "at"), row.getString("how"), row.getString("words"))).list());
    }

    @Override
    public List<String> keysByTitle(UUID feed, String title) {
        return database.read(h -> h.createQuery("""
                SELECT DISTINCT e.item_key FROM wire_entry e JOIN wire_item i ON i.entry = e.id
                WHERE e.feed = ? AND lower(i.title) = lower(?)""").bind(0, feed.toString()).bind(1, title).mapTo(String.class).list());
    }

    @Override
    public List<WireItem> versions(UUID entry) {
        return database.read(h -> h.createQuery("SELECT * FROM wire_item WHERE entry = ? ORDER BY version").bind(0, entry.toString())
                .map((row, c) -> item(row)).list());
    }

    @Override
    public void keepFullText(FullText t) {
        database.writing(h -> h.execute("""
                INSERT INTO full_text (id, entry, version, url, fetched, title, byline, published, language, site_name, body, page_hash, text_hash, problem)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", t.id().toString(), t.entry().toString(), t.version(), t.url(), t.fetched().toString(),
                t.title(), t.byline(), Column.of(t.published()), t.language(), t.siteName(), t.body(), t.pageHash(), t.textHash(), t.problem()));
    }

    @Override
    public List<FullText> fullTexts(UUID entry) {
        return database.read(h -> h.createQuery("SELECT * FROM full_text WHERE entry = ? ORDER BY row").bind(0, entry.toString())
                .map((row, c) -> new FullText(Column.id(row, "id"), Column.id(row, "entry"), row.getInt("version"), row.getString("url"), Column.time(row, "fetched"),
                        row.getString("title"), row.getString("byline"), Column.timeOrNull(row, "published"), row.getString("language"), row.getString("site_name"),
                        row.getString("body"), row.getString("page_hash"), row.getString("text_hash"), row.getString("problem"))).list());
    }

    @Override
    public List<WireEntry> untaken(long beforeRow, int limit) {
        return database.read(h -> h.createQuery(ENTRY + "WHERE e.story IS NULL AND e.spiked IS NULL AND e.row < ? ORDER BY e.row DESC LIMIT ?")
                .bind(0, beforeRow).bind(1, limit).map((row, c) -> entry(row)).list());
    }

    @Override
    public List<WireEntry> search(String query, long beforeRow, int limit) {
        database.settle();
        return database.read(h -> WordIndex.question(h, query).map(question -> h.createQuery(ENTRY + """
                WHERE e.row IN (SELECT rowid FROM wire_words WHERE wire_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?)
                ORDER BY e.row DESC""").bind(0, question).bind(1, beforeRow).bind(2, limit).map((row, c) -> entry(row)).list())
                .orElse(List.of()));
    }

    @Override
    public long countUntaken() {
        return database.read(h -> h.createQuery("SELECT count(*) FROM wire_entry WHERE story IS NULL AND spiked IS NULL").mapTo(long.class).one());
    }

    @Override
    public long countOf(UUID feed) {
        return database.read(h -> h.createQuery("SELECT count(*) FROM wire_entry WHERE feed = ?").bind(0, feed.toString()).mapTo(long.class).one());
    }

    @Override
    public List<Heard> heardSince(Instant since, int limit) {
        return database.read(h -> h.createQuery("""
                SELECT i.title, e.source, coalesce(i.published, e.first_seen) AS time FROM wire_entry e JOIN wire_item i ON i.id = e.latest
                WHERE e.spiked IS NULL AND coalesce(i.published, e.first_seen) >= ? ORDER BY e.row DESC LIMIT ?""")
                .bind(0, since.toString()).bind(1, limit)
                .map((row, c) -> new Heard(row.getString("title"), row.getString("source"), Column.time(row, "time"))).list());
    }

    @Override
    public void markTaken(UUID entry, UUID story) {
        database.writing(h -> h.execute("UPDATE wire_entry SET story = ?, seen = 1 WHERE id = ?", story.toString(), entry.toString()));
    }

    @Override
    public void markSeen(UUID entry) {
        database.writing(h -> h.execute("UPDATE wire_entry SET seen = 1 WHERE id = ? AND seen = 0", entry.toString()));
    }

    @Override
    public void spike(UUID entry, Instant at) {
        database.writing(h -> h.execute("UPDATE wire_entry SET spiked = ? WHERE id = ?", at.toString(), entry.toString()));
    }

    @Override
    public void unspike(UUID entry) {
        database.writing(h -> h.execute("UPDATE wire_entry SET spiked = NULL WHERE id = ?", entry.toString()));
    }

    private static WireEntry entry(ResultSet row) throws SQLException {
        return new WireEntry(row.getLong("e_row"), Column.id(row, "e_id"), Column.id(row, "feed"), row.getString("item_key"), row.getString("source"),
                item(row), Column.time(row, "first_seen"), Column.idOrNull(row, "story"), Column.timeOrNull(row, "spiked"), row.getBoolean("seen"));
    }

    private static WireItem item(ResultSet row) throws SQLException {
        return new WireItem(Column.id(row, "id"), Column.id(row, "entry"), row.getInt("version"), row.getString("guid"), row.getString("link"),
                row.getString("title"), row.getString("summary"), row.getString("body"), Column.list(row, "authors"), Column.list(row, "categories"),
                row.getString("language"), row.getString("rights"), Column.timeOrNull(row, "published"), Column.timeOrNull(row, "updated"),
                Column.time(row, "fetched"), row.getString("image_url"), row.getString("raw_hash"), row.getString("content_hash"));
    }
}
