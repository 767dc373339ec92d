package galley.store;

import galley.ingest.rule.Action;
import galley.ingest.rule.Condition;
import galley.ingest.rule.Route;
import galley.ingest.rule.Rule;
import galley.ingest.rule.RuleBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Rules in SQLite, their conditions and actions as they are written.
final class SqliteRuleBook implements RuleBook {

    private final Database database;

    SqliteRuleBook(Database database) {
        this.database = database;
    }

    @Override
    public List<Rule> all() {
        return database.read(h -> h.createQuery("SELECT * FROM rule ORDER BY place, row").map((row, c) -> rule(row)).list());
    }

    @Override
    public void keep(Rule r) {
        database.writing(h -> h.execute("""
                INSERT INTO rule (id, place, name, feed, switched_on, conditions, actions, last)
                VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM rule), ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, feed = excluded.feed, switched_on = excluded.switched_on,
                  conditions = excluded.conditions, actions = excluded.actions, last = excluded.last""",
                r.id().toString(), r.name(), Column.of(r.feed()), r.on() ? 1 : 0, Column.list(r.when().stream().map(Condition::sentence).toList()),
                Column.list(r.then().stream().map(Action::sentence).toList()), r.last() ? 1 : 0));
    }

    @Override
    public void remove(UUID rule) {
        database.writing(h -> h.execute("DELETE FROM rule WHERE id = ?", rule.toString()));
    }

    @Override
    public void move(UUID rule, int place) {
        database.writing(h -> {
            var order = new ArrayList<>(h.createQuery("SELECT id FROM rule ORDER BY place, row").mapTo(String.class).list());
            if (order.remove(rule.toString())) {
                order.add(Math.clamp(place - 1L, 0, order.size()), rule.toString());
            }
            for (int i = 0; i < order.size(); i++) {
                h.execute("UPDATE rule SET place = ? WHERE id = ?", i + 1, order.get(i));
            }
        });
    }

    @Override
    public void send(UUID feed, String key, Route route, Instant at) {
        database.writing(h -> {
            h.execute("UPDATE wire_entry SET routed_category = ?, desk = ?, tags = ?, priority = ?, wants_full_text = ? WHERE feed = ? AND item_key = ?",
                    route.category(), route.desk(), Column.list(route.tags()), route.priority(), route.fullText() ? 1 : 0, feed.toString(), key);
            if (route.spike()) {
                h.execute("UPDATE wire_entry SET spiked = ? WHERE feed = ? AND item_key = ? AND spiked IS NULL AND story IS NULL", at.toString(), feed.toString(), key);
            }
            route.hits().forEach(rule -> note(h, rule, feed, key, at));
        });
    }

    private static void note(Handle h, Rule rule, UUID feed, String key, Instant at) {
        h.execute("INSERT INTO rule_hit (rule, name, did, feed, item_key, at) VALUES (?, ?, ?, ?, ?, ?)", rule.id().toString(), rule.name(),
                rule.then().stream().map(Action::sentence).collect(Collectors.joining(", ")), feed.toString(), key, at.toString());
    }

    @Override
    public Optional<Sent> sent(UUID entry) {
        return database.read(h -> h.createQuery("SELECT routed_category, desk, tags, priority, wants_full_text FROM wire_entry WHERE id = ?").bind(0, entry.toString())
                .map((row, c) -> new Sent(Optional.ofNullable(row.getString("routed_category")), Optional.ofNullable(row.getString("desk")), Column.list(row, "tags"),
                        Optional.ofNullable((Integer) row.getObject("priority")), row.getBoolean("wants_full_text"))).findOne());
    }

    @Override
    public List<Tally> tallies() {
        return database.read(h -> h.createQuery("SELECT rule, count(*) AS hits, max(at) AS latest FROM rule_hit GROUP BY rule")
                .map((row, c) -> new Tally(Column.id(row, "rule"), row.getLong("hits"), Column.time(row, "latest"))).list());
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(Column.id(row, "id"), row.getString("name"), Column.idOrNull(row, "feed"), row.getBoolean("switched_on"),
                Column.list(row, "conditions").stream().map(Condition::read).toList(), Column.list(row, "actions").stream().map(Action::read).toList(),
                row.getBoolean("last"));
    }
}
