package galley.store;

import galley.signoff.PublicKeyRecord;
import java.time.Instant;
import java.util.List;

/// Public keys in SQLite.
final class SqliteKeys implements PublicKeyRecord.Keys {

    private final Database database;

    SqliteKeys(Database database) {
        this.database = database;
    }

    @Override
    public List<PublicKeyRecord> all() {
        return database.read(h -> h.createQuery("SELECT * FROM person_key ORDER BY row").map((row, c) -> new PublicKeyRecord(
                row.getString("kid"), row.getString("x"), Column.idOrNull(row, "person"), Column.time(row, "valid_from"),
                Column.timeOrNull(row, "valid_until"), Column.idOrNull(row, "enrolled_by"))).list());
    }

    @Override
    public void add(PublicKeyRecord key) {
        database.writing(h -> h.execute("INSERT INTO person_key (kid, x, person, valid_from, valid_until, enrolled_by) VALUES (?, ?, ?, ?, ?, ?)",
                key.kid(), key.x(), Column.of(key.person()), key.from().toString(), Column.of(key.until()), Column.of(key.enrolledBy())));
    }

    @Override
    public void end(String kid, Instant at) {
        database.writing(h -> h.execute("UPDATE person_key SET valid_until = ? WHERE kid = ? AND (valid_until IS NULL OR julianday(valid_until) > julianday(?))",
                at.toString(), kid, at.toString()));
    }
}
