package galley.store;

import galley.ingest.Hosts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who asked to be left alone, in SQLite.
final class SqliteHosts implements Hosts {

    private final Database database;

    SqliteHosts(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Instant> leftAlone(Instant now) {
        Map<String, Instant> alone = new HashMap<>();
        database.read(h -> h.createQuery("SELECT name, not_before FROM host").map((row, _) -> Map.entry(row.getString("name"), Column.time(row, "not_before"))).list())
                .stream().filter(host -> host.getValue().isAfter(now)).forEach(host -> alone.put(host.getKey(), host.getValue()));
        return alone;
    }

    @Override
    public void leaveAlone(String host, Instant until) {
        database.writing(h -> h.execute("INSERT INTO host (name, not_before) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET not_before = excluded.not_before",
                host, until.toString()));
    }
}
