package galley.store;

import galley.ingest.Fetches;
import galley.ingest.Proof;
import galley.story.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Fetches in SQLite; the documents themselves as packed files beside it, named by their hash, so that backups stay small.
final class SqliteFetches implements Fetches {

    private static final Duration HOURS_KEPT = Duration.ofDays(45);
    private static final TypeReference<Map<String, List<String>>> HEADERS = new TypeReference<>() {};

    private final Database database;
    private final Path folder;

    SqliteFetches(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    private record Last(long row, int status, int fresh, int changed, @Nullable String problem, @Nullable String rawHash) {}

    @Override
    public void keep(Fetch f, byte @Nullable [] raw) {
        database.writeMany(sql -> {
            var last = sql.first("SELECT row, status, fresh, changed, problem, raw_hash FROM feed_fetch WHERE feed = ? ORDER BY row DESC LIMIT 1",
                    row -> new Last(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getString(5), row.getString(6)), f.feed());
            if (last != null && f.rawHash() == null && last.rawHash() == null && f.status() == last.status() && java.util.Objects.equals(f.problem(), last.problem())) {
                sql.run("UPDATE feed_fetch SET times = times + 1, at = ?, took = ?, bytes = ?, headers = ? WHERE row = ?", f.at(), f.took().toMillis(), f.bytes(),
                        Json.write(f.headers()), last.row());
            } else {
                boolean kept = raw != null && f.rawHash() != null;
                if (kept) {
                    write(file(f.feed(), f.rawHash()), raw);
                }
                sql.run("""
                        INSERT INTO feed_fetch (feed, since, at, times, status, took, bytes, fresh, changed, problem, headers, raw_hash, raw_kept)
                        VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", f.feed(), f.at(), f.at(), f.status(), f.took().toMillis(), f.bytes(), f.fresh(),
                        f.changed(), f.problem(), Json.write(f.headers()), f.rawHash(), kept);
                if (last != null) {
                    forgetOld(sql, f.feed(), f.at());
                }
            }
            if (f.fresh() > 0 || f.problem() != null) {
                sql.run("""
                        INSERT INTO feed_hour (feed, hour, fresh, failed) VALUES (?, ?, ?, ?)
                        ON CONFLICT (feed, hour) DO UPDATE SET fresh = fresh + excluded.fresh, failed = failed + excluded.failed""", f.feed(),
                        f.at().truncatedTo(ChronoUnit.HOURS), f.fresh(), f.problem() == null ? 0 : 1);
            }
            return true;
        });
    }

    private void forgetOld(Compiled sql, UUID feed, Instant now) {
        for (var old = oldRaw(sql, feed); old != null; old = oldRaw(sql, feed)) {
            delete(file(feed, old.rawHash()));
            sql.run("UPDATE feed_fetch SET raw_kept = 0 WHERE row = ?", old.row());
        }
        sql.run("DELETE FROM feed_fetch WHERE feed = ? AND row <= (SELECT row FROM feed_fetch WHERE feed = ? ORDER BY row DESC LIMIT 1 OFFSET ?)", feed, feed, KEPT);
        sql.run("DELETE FROM feed_hour WHERE feed = ? AND hour < ?", feed, now.minus(HOURS_KEPT).truncatedTo(ChronoUnit.HOURS));
    }

    private static @Nullable Last oldRaw(Compiled sql, UUID feed) {
        return sql.first("SELECT row, raw_hash FROM feed_fetch WHERE feed = ? AND raw_kept = 1 ORDER BY row DESC LIMIT 1 OFFSET ?",
                row -> new Last(row.getLong(1), 0, 0, 0, null, row.getString(2)), feed, RAW_KEPT);
    }

    private Path file(UUID feed, String rawHash) {
        return folder.resolve(feed + "-" + rawHash.substring(0, 32) + ".z");
    }

    private void write(Path file, byte[] bytes) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            delete(file); // half of it would pass for the whole
            throw Database.trouble("The document of a feed could not be kept in " + folder + ".", "Everything saved before is safe.",
                    "See that the disk has room and that you may write the folder.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Row> of(UUID feed) {
        return database.read(h -> h.createQuery("SELECT * FROM feed_fetch WHERE feed = ? ORDER BY row DESC").bind(0, feed.toString())
                .map((row, _) -> row(feed, row)).list());
    }

    private static Row row(UUID feed, ResultSet row) throws SQLException {
        return new Row(Column.time(row, "since"), row.getInt("times"), new Fetch(feed, Column.time(row, "at"), row.getInt("status"), Duration.ofMillis(row.getLong("took")),
                row.getLong("bytes"), row.getInt("fresh"), row.getInt("changed"), row.getString("problem"), Json.MAPPER.readValue(row.getString("headers"), HEADERS),
                row.getString("raw_hash")), row.getBoolean("raw_kept"));
    }

    @Override
    public Optional<byte[]> raw(UUID feed, String rawHash) {
        var file = file(feed, rawHash);
        try {
            return Files.exists(file) ? Optional.of(Proof.unpack(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw Database.trouble("The document " + file + " could not be read.", "Its hash is still on record.", "See that you may read the folder.", e);
        }
    }

    @Override
    public Map<UUID, List<Hour>> hours(Instant since) {
        Map<UUID, List<Hour>> hours = new HashMap<>();
        database.read(h -> h.createQuery("SELECT * FROM feed_hour WHERE hour >= ? ORDER BY feed, hour").bind(0, since.truncatedTo(ChronoUnit.HOURS).toString())
                .map((row, _) -> hours.computeIfAbsent(Column.id(row, "feed"), _ -> new ArrayList<>())
                        .add(new Hour(Column.time(row, "hour"), row.getInt("fresh"), row.getInt("failed")))).list());
        return hours;
    }
}
