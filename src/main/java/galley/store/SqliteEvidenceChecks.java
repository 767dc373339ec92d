package galley.store;

import galley.story.EvidenceChecks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The last looks at sources in SQLite. An empty copy stands for none.
final class SqliteEvidenceChecks implements EvidenceChecks {

    private final Database database;

    SqliteEvidenceChecks(Database database) {
        this.database = database;
    }

    @Override
    public void keep(UUID story, List<Look> looks) {
        database.writing(h -> {
            for (var look : looks) {
                h.execute("""
                        INSERT INTO evidence_look (story, url, copy, at, state, now, words) VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (story, url, copy) DO UPDATE SET at = excluded.at, words = excluded.words,
                          noted_by = CASE WHEN state = excluded.state AND now IS excluded.now THEN noted_by END,
                          noted_at = CASE WHEN state = excluded.state AND now IS excluded.now THEN noted_at END,
                          state = excluded.state, now = excluded.now""",
                        story.toString(), look.url(), look.copy() == null ? "" : look.copy(), look.at().toString(), look.state().name(), look.now(), look.words());
            }
            h.createUpdate("DELETE FROM evidence_look WHERE story = :story AND url || char(10) || copy NOT IN (SELECT value FROM json_each(:kept))")
                    .bind("story", story.toString())
                    .bind("kept", Column.list(looks.stream().map(look -> look.url() + "\n" + (look.copy() == null ? "" : look.copy())).toList())).execute();
        });
    }

    @Override
    public List<Look> of(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM evidence_look WHERE story = ? ORDER BY rowid").bind(0, story.toString())
                .map((row, _) -> new Look(row.getString("url"), row.getString("copy").isEmpty() ? null : row.getString("copy"), Column.time(row, "at"),
                        State.valueOf(row.getString("state")), row.getString("now"), row.getString("words"), row.getString("noted_by") != null)).list());
    }

    @Override
    public Set<UUID> open() {
        return database.read(h -> h.createQuery("SELECT DISTINCT story FROM evidence_look WHERE noted_by IS NULL AND state IN ('CHANGED', 'PASSAGE_GONE')")
                .mapTo(String.class).list()).stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Instant lastLook(UUID story) {
        return database.read(h -> h.createQuery("SELECT max(at) FROM evidence_look WHERE story = ?").bind(0, story.toString()).mapTo(String.class).findOne())
                .map(Instant::parse).orElse(null);
    }

    @Override
    public void note(UUID story, UUID person, Instant at) {
        database.writing(h -> h.execute("UPDATE evidence_look SET noted_by = ?, noted_at = ? WHERE story = ? AND noted_by IS NULL AND state IN ('CHANGED', 'PASSAGE_GONE')",
                person.toString(), at.toString(), story.toString()));
    }
}
