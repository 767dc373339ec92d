package galley.store;

import galley.story.SameEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Events in SQLite.
final class SqliteSameEvents implements SameEvents {

    private static final String COMPARED = "compared-reports";

    private final Database database;

    SqliteSameEvents(Database database) {
        this.database = database;
    }

    @Override
    public long rowBefore(Instant since) {
        // arrivals are dated in the order of their rows, but for a clock that was put back
        return database.read(h -> {
            long low = 0;
            long high = h.createQuery("SELECT coalesce(max(row), 0) FROM wire_entry").mapTo(long.class).one();
            while (low < high) {
                long middle = (low + high + 1) / 2;
                var seen = h.createQuery("SELECT first_seen FROM wire_entry WHERE row >= ? ORDER BY row LIMIT 1").bind(0, middle).mapTo(String.class).findOne();
                if (seen.isPresent() && Instant.parse(seen.get()).isBefore(since)) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        });
    }

    @Override
    public List<Report> after(long row, int limit) {
        return database.read(h -> h.createQuery("""
                SELECT e.row, e.id, e.first_seen, i.language, i.title, substr(CASE WHEN i.summary = '' THEN i.body ELSE i.summary END, 1, 600) AS lead, g.event
                FROM wire_entry e JOIN wire_item i ON i.id = e.latest LEFT JOIN wire_event g ON g.entry = e.id
                WHERE e.row > ? ORDER BY e.row LIMIT ?""").bind(0, row).bind(1, limit)
                .map((r, c) -> new Report(r.getLong("row"), Column.id(r, "id"), r.getString("language"), r.getString("title"), r.getString("lead"),
                        Column.time(r, "first_seen"), Column.idOrNull(r, "event"))).list());
    }

    @Override
    public long compared() {
        return database.read(h -> h.createQuery("SELECT value FROM setting WHERE name = ?").bind(0, COMPARED).mapTo(long.class).findOne().orElse(0L));
    }

    @Override
    public void join(Map<UUID, UUID> eventOfEntry, long compared) {
        database.writeMany(sql -> {
            sql.run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))", COMPARED, String.valueOf(compared));
            eventOfEntry.forEach((entry, event) -> {
                for (var one : List.of(event, entry)) {
                    sql.run("INSERT INTO wire_event (entry, event) VALUES (?, ?) ON CONFLICT (entry) DO NOTHING", one.toString(), event.toString());
                }
            });
            return eventOfEntry.size();
        });
    }

    @Override
    public Map<UUID, Group> groups(Collection<UUID> entries) {
        return database.read(h -> {
            var members = new LinkedHashMap<UUID, List<UUID>>();
            var sources = new HashMap<UUID, java.util.Set<String>>();
            h.createQuery("""
                    SELECT g.event, g.entry, e.source FROM wire_event g JOIN wire_entry e ON e.id = g.entry
                    WHERE g.event IN (SELECT event FROM wire_event WHERE entry IN (SELECT value FROM json_each(:entries))) ORDER BY e.row""")
                    .bind("entries", Column.list(entries.stream().map(UUID::toString).toList())).map((row, c) -> {
                        var event = Column.id(row, "event");
                        members.computeIfAbsent(event, _ -> new java.util.ArrayList<>()).add(Column.id(row, "entry"));
                        return sources.computeIfAbsent(event, _ -> new java.util.HashSet<>()).add(row.getString("source"));
                    }).list();
            var groups = new HashMap<UUID, Group>();
            members.forEach((event, all) -> {
                var group = new Group(event, sources.get(event).size(), List.copyOf(all));
                all.stream().filter(entries::contains).forEach(entry -> groups.put(entry, group));
            });
            return groups;
        });
    }
}
