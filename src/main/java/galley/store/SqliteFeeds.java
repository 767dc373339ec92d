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
                INSERT INTO feed (id, url, title, source, site, category, rights, added, etag, last_modified, body_hash, checked, succeeded, problem,
                  failures, paused)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET removed = 0, paused = 0 WHERE removed = 1""",
                f.id().toString(), f.url(), f.title(), f.source(), f.site(), f.category(), f.rights().name(), f.added().toString(), f.etag(),
                f.lastModified(), f.bodyHash(), Column.of(f.checked()), Column.of(f.succeeded()), f.problem(), f.failures(), f.paused() ? 1 : 0)) == 1;
    }

    @Override
    public void update(Feed f) {
        database.writing(h -> h.execute("""
                UPDATE feed SET url = ?, title = ?, source = ?, site = ?, category = ?, rights = ?, etag = ?, last_modified = ?, body_hash = ?,
                  checked = ?, succeeded = ?, problem = ?, failures = ?, paused = ? WHERE id = ?""",
                f.url(), f.title(), f.source(), f.site(), f.category(), f.rights().name(), f.etag(), f.lastModified(), f.bodyHash(),
                Column.of(f.checked()), Column.of(f.succeeded()), f.problem(), f.failures(), f.paused() ? 1 : 0, f.id().toString()));
    }

    @Override
    public void remove(UUID id) {
        database.writing(h -> h.execute("UPDATE feed SET removed = 1 WHERE id = ?", id.toString()));
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(Column.id(row, "id"), row.getString("url"), row.getString("title"), row.getString("source"), row.getString("site"),
                row.getString("category"), Rights.valueOf(row.getString("rights")), Column.time(row, "added"), row.getString("etag"),
                row.getString("last_modified"), row.getString("body_hash"), Column.timeOrNull(row, "checked"), Column.timeOrNull(row, "succeeded"),
                row.getString("problem"), row.getInt("failures"), row.getBoolean("paused"));
    }
}
