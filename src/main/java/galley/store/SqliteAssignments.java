package galley.store;

import galley.signoff.Assignment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Assignments in SQLite.
final class SqliteAssignments implements Assignment.Assignments {

    private final Database database;

    SqliteAssignments(Database database) {
        this.database = database;
    }

    @Override
    public void add(Assignment a) {
        database.writing(h -> h.execute("INSERT INTO assignment (id, story, person, at, assignee, priority, due) VALUES (?, ?, ?, ?, ?, ?, ?)",
                a.id().toString(), a.story().toString(), a.by().toString(), a.at().toString(), Column.of(a.to()), a.priority().code(), Column.of(a.due())));
    }

    @Override
    public Optional<Assignment> of(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM assignment WHERE story = ? ORDER BY row DESC LIMIT 1").bind(0, story.toString())
                .map((row, c) -> assignment(row)).findOne());
    }

    @Override
    public Map<UUID, Assignment> all() {
        return database.read(h -> h.createQuery("SELECT * FROM assignment WHERE row IN (SELECT max(row) FROM assignment GROUP BY story)")
                .map((row, c) -> assignment(row)).stream().collect(Collectors.toMap(Assignment::story, Function.identity())));
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "person"), Column.time(row, "at"),
                Column.idOrNull(row, "assignee"), Assignment.Priority.of(row.getString("priority")).orElseThrow(), Column.timeOrNull(row, "due"));
    }
}
