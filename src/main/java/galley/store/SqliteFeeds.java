package galley.store;

import galley.ingest.Feed;
import galley.ingest.Feeds;
import galley.story.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Feeds in SQLite.
final class SqliteFeeds implements Feeds {

    private final Database database;

    SqliteFeeds(Database database) {
        this.database = database;
    }

    @Override
    public List<Feed> all() {
        return database.read(h -> h.createQuery("SELECT * FROM feed WHERE removed = 0 ORDER BY row").map((row, c) -> feed(row)).list());
    }

    @Override
    public Optional<Feed> byId(UUID id) {
        return database.read(h -> h.createQuery("SELECT * FROM feed WHERE id = ?").bind(0, id.toString()).map((row, c) -> feed(row)).findOne());
    }

    @Override
    public Optional<Feed> byUrl(String url) {
        return database.read(h -> h.createQuery("SELECT * FROM feed WHERE url = ? AND removed = 0").bind(0, url).map((row, c) -> feed(row)).findOne());
    }

    @Override
    public boolean add(Feed f) {
        return database.write(h -> h.execute("""
                INSERT INTO feed (id, url, title, source, site, category, folder, rights, added, paused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET removed = 0, paused = 0, next_check = NULL WHERE removed = 1""",
                f.id().toString(), f.url(), f.title(), f.source(), f.site(), f.category(), f.folder(), f.rights().name(), f.added().toString(),
                f.paused() ? 1 : 0)) == 1;
    }

    /// A removed feed that holds the wanted address gives it up.
    @Override
    public void update(Feed f) {
        database.writing(h -> {
            h.execute("UPDATE feed SET url = url || ' ' || id WHERE url = ? AND id <> ? AND removed = 1", f.url(), f.id().toString());
            h.execute("UPDATE feed SET url = ?, title = ?, source = ?, site = ?, category = ?, folder = ?, rights = ?, paused = ? WHERE id = ?",
                    f.url(), f.title(), f.source(), f.site(), f.category(), f.folder(), f.rights().name(), f.paused() ? 1 : 0, f.id().toString());
        });
    }

    @Override
    public void remember(UUID id, Feed.Health h) {
        database.writing(handle -> handle.execute("""
                UPDATE feed SET etag = ?, last_modified = ?, validators_since = ?, body_hash = ?, repeats_guids = ?, checked = ?, succeeded = ?,
                  problem = ?, failures = ?, next_check = ? WHERE id = ?""",
                h.etag(), h.lastModified(), Column.of(h.validatorsSince()), h.bodyHash(), h.repeatsGuids() ? 1 : 0, Column.of(h.checked()),
                Column.of(h.succeeded()), h.problem(), h.failures(), Column.of(h.nextCheck()), id.toString()));
    }

    @Override
    public void remove(UUID id) {
        database.writing(h -> h.execute("UPDATE feed SET removed = 1 WHERE id = ?", id.toString()));
    }

    private static Feed feed(ResultSet row) throws SQLException {
        var health = new Feed.Health(row.getString("etag"), row.getString("last_modified"), Column.timeOrNull(row, "validators_since"),
                row.getString("body_hash"), row.getBoolean("repeats_guids"), Column.timeOrNull(row, "checked"), Column.timeOrNull(row, "succeeded"),
                row.getString("problem"), row.getInt("failures"), Column.timeOrNull(row, "next_check"));
        return new Feed(Column.id(row, "id"), row.getString("url"), row.getString("title"), row.getString("source"), row.getString("site"),
                row.getString("category"), row.getString("folder"), Rights.valueOf(row.getString("rights")), Column.time(row, "added"),
                row.getBoolean("paused"), health);
    }
}
