package galley.store;

import galley.story.SourceChanges;
import galley.story.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What sources did to stories, in SQLite. Worked out from what is kept anyway; only that somebody has noted it is a record of its own.
final class SqliteSourceChanges implements SourceChanges {

    /// The versions are counted, and so are the withdrawals; what is beyond the last note is open.
    private static final String CHANGE = """
            WITH known AS (
              SELECT s.id, s.entry, s.head, s.row, i.version AS latest,
                max(coalesce((SELECT max(v.version) FROM wire_item v WHERE v.entry = s.entry AND julianday(v.fetched) <= julianday(s.taken_at)), 1),
                    coalesce((SELECT max(n.version) FROM source_noted n WHERE n.story = s.id), 1)) AS taken,
                (SELECT count(*) FROM wire_withdrawal w WHERE w.entry = s.entry)
                  - coalesce((SELECT max(n.withdrawals) FROM source_noted n WHERE n.story = s.id), 0) AS withdrawn,
                i.fetched
              FROM story s JOIN wire_entry e ON e.id = s.entry JOIN wire_item i ON i.id = e.latest
              WHERE s.spike IS NULL %s
            )
            SELECT k.*, coalesce(d.headline, r.headline) AS headline,
              (SELECT w.row FROM wire_withdrawal w WHERE w.entry = k.entry ORDER BY w.row DESC LIMIT 1) AS withdrawal,
              EXISTS (SELECT 1 FROM sign_off o WHERE o.story = k.id) AS signed, EXISTS (SELECT 1 FROM publication p WHERE p.story = k.id) AS published
            FROM known k JOIN revision r ON r.id = k.head LEFT JOIN draft d ON d.story = k.id
            WHERE k.latest > k.taken OR k.withdrawn > 0
            ORDER BY published DESC, signed DESC, k.fetched DESC, k.row DESC""";

    private final Database database;
    private final Clock clock;

    SqliteSourceChanges(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Change> open() {
        return database.read(h -> h.createQuery(CHANGE.formatted("AND (i.version > 1 OR e.id IN (SELECT entry FROM wire_withdrawal))"))
                .map((row, _) -> change(row)).list());
    }

    @Override
    public Optional<Change> of(UUID story) {
        return database.read(h -> h.createQuery(CHANGE.formatted("AND s.id = ?")).bind(0, story.toString()).map((row, _) -> change(row)).findOne());
    }

    @Override
    public void note(UUID story, UUID person) {
        database.writing(h -> h.execute("""
                INSERT INTO source_noted (story, version, withdrawals, person, at)
                SELECT s.id, i.version, (SELECT count(*) FROM wire_withdrawal w WHERE w.entry = s.entry), ?, ?
                FROM story s JOIN wire_entry e ON e.id = s.entry JOIN wire_item i ON i.id = e.latest WHERE s.id = ?""",
                person.toString(), clock.instant().toString(), story.toString()));
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(Column.id(row, "id"), Column.id(row, "entry"), row.getString("headline"), row.getInt("taken"), row.getInt("latest"),
                row.getInt("withdrawn") > 0 ? withdrawal(row.getLong("withdrawal")) : null, row.getBoolean("signed"), row.getBoolean("published"));
    }

    private Wire.@Nullable Withdrawal withdrawal(long row) {
        return database.read(h -> h.createQuery("SELECT at, how, words FROM wire_withdrawal WHERE row = ?").bind(0, row)
                .map((set, _) -> new Wire.Withdrawal(Column.time(set, "at"), set.getString("how"), set.getString("words"))).findOne().orElse(null));
    }
}
