package galley.store;

import galley.signoff.AuditEntry;
import galley.signoff.AuditLog;
import galley.story.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The audit log in SQLite. The one writer makes reading the last line and appending the next one step.
final class SqliteAuditLog implements AuditLog {

    private final Database database;

    SqliteAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public AuditEntry append(Instant at, @Nullable UUID person, String action, @Nullable UUID story, String detail) {
        return database.write(h -> {
            var entry = AuditEntry.after(last(h).orElse(null), at, person, action, story, detail);
            h.execute("INSERT INTO audit (sequence, at, person, action, story, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.sequence(), entry.at().toString(), Column.of(person), action, Column.of(story), detail, entry.previous(), entry.hash());
            return entry;
        });
    }

    @Override
    public Optional<AuditEntry> last() {
        return database.read(SqliteAuditLog::last);
    }

    @Override
    public List<AuditEntry> of(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM audit WHERE story = ? ORDER BY sequence").bind(0, story.toString())
                .map((row, c) -> entry(row)).list());
    }

    @Override
    public List<AuditEntry> find(Question question) {
        return database.read(h -> h.createQuery("""
                SELECT * FROM audit WHERE sequence < :before AND (:person IS NULL OR person = :person) AND (:story IS NULL OR story = :story)
                  AND (:all OR action IN (SELECT value FROM json_each(:actions)))
                  AND (:since IS NULL OR julianday(at) >= julianday(:since)) AND (:until IS NULL OR julianday(at) < julianday(:until))
                ORDER BY sequence DESC LIMIT :most""")
                .bind("before", question.before()).bind("person", Column.of(question.person())).bind("story", Column.of(question.story()))
                .bind("all", question.actions().isEmpty()).bind("actions", Json.write(question.actions()))
                .bind("since", Column.of(question.from())).bind("until", Column.of(question.until())).bind("most", question.most())
                .map((row, c) -> entry(row)).list());
    }

    @Override
    public List<String> actions() {
        return database.read(h -> h.createQuery("SELECT DISTINCT action FROM audit ORDER BY action").mapTo(String.class).list());
    }

    @Override
    public void each(Consumer<AuditEntry> reader) {
        database.read(h -> {
            try (var rows = h.createQuery("SELECT * FROM audit ORDER BY sequence").map((row, c) -> entry(row)).stream()) {
                rows.forEach(reader);
            }
            return true;
        });
    }

    private static Optional<AuditEntry> last(Handle handle) {
        return handle.createQuery("SELECT * FROM audit ORDER BY sequence DESC LIMIT 1").map((row, c) -> entry(row)).findOne();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getLong("sequence"), Column.time(row, "at"), Column.idOrNull(row, "person"), row.getString("action"),
                Column.idOrNull(row, "story"), row.getString("detail"), row.getString("previous"), row.getString("hash"));
    }
}
