package galley.store;

import galley.publish.send.PlannedExport;
import galley.publish.send.PlannedExport.Event;
import galley.publish.send.PlannedExport.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Exports set for a time, in SQLite.
final class SqlitePlans implements PlannedExport.Plans {

    private final Database database;

    SqlitePlans(Database database) {
        this.database = database;
    }

    private record Line(long planned, Event event) {}

    @Override
    public List<PlannedExport> all() {
        return database.read(h -> {
            var events = h.createQuery("SELECT planned, at, kind, words FROM planned_export_event ORDER BY row")
                    .map((row, c) -> new Line(row.getLong("planned"), new Event(Column.time(row, "at"), Kind.valueOf(row.getString("kind")), row.getString("words")))).list().stream()
                    .collect(Collectors.groupingBy(Line::planned, Collectors.mapping(Line::event, Collectors.toList())));
            return h.createQuery("SELECT row, story, destination, first_at, every_minutes, person, at FROM planned_export ORDER BY row")
                    .map((row, c) -> {
                        int minutes = row.getInt("every_minutes");
                        boolean once = row.wasNull();
                        return new PlannedExport(row.getLong("row"), Column.idOrNull(row, "story"), row.getString("destination"), Column.time(row, "first_at"),
                                once ? null : Duration.ofMinutes(minutes), Column.id(row, "person"), Column.time(row, "at"), events.getOrDefault(row.getLong("row"), List.of()));
                    }).list();
        });
    }

    @Override
    public long add(@Nullable UUID story, String destination, Instant first, @Nullable Duration every, UUID by, Instant madeAt) {
        var number = new long[1];
        database.writing(h -> number[0] = h.createQuery("""
                INSERT INTO planned_export (story, destination, first_at, every_minutes, person, at) VALUES (:story, :to, :first, :every, :by, :at) RETURNING row""")
                .bind("story", Column.of(story)).bind("to", destination).bind("first", first.toString()).bind("every", every == null ? null : every.toMinutes())
                .bind("by", by.toString()).bind("at", madeAt.toString()).mapTo(long.class).one());
        return number[0];
    }

    @Override
    public void note(long number, Event event) {
        database.writing(h -> h.execute("INSERT INTO planned_export_event (planned, at, kind, words) VALUES (?, ?, ?, ?)",
                number, event.at().toString(), event.kind().name(), event.words()));
    }
}
