package galley.store;

import galley.ingest.Feed;
import galley.ingest.Feeds;
import galley.ingest.Login;
import galley.ingest.Logins;
import galley.story.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Feeds in SQLite.
final class SqliteFeeds implements Feeds {

    private final Database database;
    private final Logins logins;

    /// @param logins where a name and password go that stood in an address
    SqliteFeeds(Database database, Logins logins) {
        this.database = database;
        this.logins = logins;
    }

    @Override
    public List<Feed> all() {
        return database.read(h -> h.createQuery("SELECT * FROM feed WHERE removed = 0 ORDER BY row").map((row, c) -> feed(row)).list());
    }

    @Override
    public Optional<Feed> byId(UUID id) {
        return database.oneOf("SELECT * FROM feed WHERE id = ?", SqliteFeeds::feed, id.toString());
    }

    @Override
    public Optional<Feed> byUrl(String url) {
        return database.oneOf("SELECT * FROM feed WHERE url = ? AND removed = 0", SqliteFeeds::feed, Login.shown(url));
    }

    @Override
    public boolean add(Feed f) {
        var split = Login.split(f.url());
        boolean added = database.write(h -> h.execute("""
                INSERT INTO feed (id, url, title, source, site, category, folder, rights, added, paused, every, idle_after, full_text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (url) DO UPDATE SET removed = 0, paused = 0, next_check = NULL WHERE removed = 1""",
                f.id().toString(), split.url(), f.title().equals(f.url()) ? split.url() : f.title(), f.source(), f.site(), f.category(), f.folder(),
                f.rights().name(), f.added().toString(), f.paused() ? 1 : 0, seconds(f.wishes().every()), seconds(f.wishes().idleAfter()),
                f.wishes().fullText().name())) == 1;
        if (split.login() != null) {
            byUrl(split.url()).ifPresent(feed -> logins.keep(feed.id(), split.login()));
        }
        return added;
    }

    /// A removed feed that holds the wanted address gives it up.
    @Override
    public void update(Feed f) {
        database.writeMany(sql -> {
            sql.run("UPDATE feed SET url = url || ' ' || id WHERE url = ? AND id <> ? AND removed = 1", Login.shown(f.url()), f.id());
            sql.run("""
                    UPDATE feed SET url = ?, title = ?, source = ?, site = ?, category = ?, folder = ?, rights = ?, paused = ?, every = ?, idle_after = ?,
                      full_text = ? WHERE id = ?""",
                    Login.shown(f.url()), f.title(), f.source(), f.site(), f.category(), f.folder(), f.rights().name(), f.paused(),
                    seconds(f.wishes().every()), seconds(f.wishes().idleAfter()), f.wishes().fullText().name(), f.id());
            return true;
        });
    }

    @Override
    public void remember(UUID id, Feed.Health h) {
        var r = h.rhythm();
        database.writeMany(sql -> sql.run("""
                UPDATE feed SET etag = ?, last_modified = ?, validators_since = ?, body_hash = ?, repeats_guids = ?, checked = ?, succeeded = ?,
                  problem = ?, failures = ?, next_check = ?, ttl = ?, skip_hours = ?, skip_days = ?, pace = ?, moved_to = ?, last_new = ?, took = ?,
                  usually_took = ? WHERE id = ?""",
                h.etag(), h.lastModified(), h.validatorsSince(), h.bodyHash(), h.repeatsGuids(), h.checked(), h.succeeded(), h.problem(), h.failures(),
                h.nextCheck(), r.ttl(), r.skipHours(), r.skipDays(), seconds(r.pace()), r.movedTo(), r.lastNew(), millis(r.took()), millis(r.usuallyTook()), id));
    }

    @Override
    public void remove(UUID id) {
        database.writing(h -> h.execute("UPDATE feed SET removed = 1 WHERE id = ?", id.toString()));
    }

    private static Feed feed(ResultSet row) throws SQLException {
        var health = new Feed.Health(row.getString("etag"), row.getString("last_modified"), Column.timeOrNull(row, "validators_since"),
                row.getString("body_hash"), row.getBoolean("repeats_guids"), Column.timeOrNull(row, "checked"), Column.timeOrNull(row, "succeeded"),
                row.getString("problem"), row.getInt("failures"), Column.timeOrNull(row, "next_check"), rhythm(row));
        var wishes = new Feed.Wishes(duration(row, "every", ChronoUnit.SECONDS), duration(row, "idle_after", ChronoUnit.SECONDS),
                Feed.FullText.valueOf(row.getString("full_text")));
        return new Feed(Column.id(row, "id"), row.getString("url"), row.getString("title"), row.getString("source"), row.getString("site"),
                row.getString("category"), row.getString("folder"), Rights.valueOf(row.getString("rights")), Column.time(row, "added"),
                row.getBoolean("paused"), health, wishes);
    }

    private static Feed.Rhythm rhythm(ResultSet row) throws SQLException {
        int ttl = row.getInt("ttl");
        return new Feed.Rhythm(row.wasNull() ? null : ttl, row.getInt("skip_hours"), row.getInt("skip_days"), duration(row, "pace", ChronoUnit.SECONDS),
                row.getString("moved_to"), Column.timeOrNull(row, "last_new"), duration(row, "took", ChronoUnit.MILLIS), duration(row, "usually_took", ChronoUnit.MILLIS));
    }

    private static @Nullable Duration duration(ResultSet row, String column, ChronoUnit unit) throws SQLException {
        long amount = row.getLong(column);
        return row.wasNull() ? null : Duration.of(amount, unit);
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }
}
