package galley.store;

import galley.signoff.Acknowledgement;
import galley.signoff.Comment;
import galley.signoff.Margin;
import galley.signoff.Margins;
import galley.signoff.Settling;
import galley.signoff.Suggestion;
import galley.story.Anchor;
import galley.story.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Comments, suggestions and what became of them in SQLite.
final class SqliteMargins implements Margins {

    private final Database database;

    SqliteMargins(Database database) {
        this.database = database;
    }

    @Override
    public void add(Comment c) {
        database.writing(h -> h.execute("INSERT INTO remark (id, story, revision, answers, person, at, anchor, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                c.id().toString(), c.story().toString(), c.revision().toString(), Column.of(c.answers()), c.by().toString(), c.at().toString(),
                c.anchor() == null ? null : Json.write(c.anchor()), c.words()));
    }

    @Override
    public void add(Suggestion s) {
        database.writing(h -> h.execute("INSERT INTO suggestion (id, story, revision, person, at, anchor, becomes, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                s.id().toString(), s.story().toString(), s.revision().toString(), s.by().toString(), s.at().toString(), Json.write(s.anchor()),
                s.becomes(), s.reason()));
    }

    @Override
    public void add(Settling s) {
        database.writing(h -> h.execute("INSERT INTO settling (id, story, remark, person, at, how) VALUES (?, ?, ?, ?, ?, ?)",
                s.id().toString(), s.story().toString(), s.remark().toString(), s.by().toString(), s.at().toString(), s.how().code()));
    }

    @Override
    public void add(Acknowledgement a) {
        database.writing(h -> h.execute("INSERT INTO acknowledgement (id, story, person, at, name, record) VALUES (?, ?, ?, ?, ?, ?)",
                a.id().toString(), a.story().toString(), a.by().toString(), a.at().toString(), a.name(), a.record()));
    }

    @Override
    public Margin of(UUID story) {
        return database.read(h -> margin(h, story));
    }

    @Override
    public Map<UUID, Margin> open() {
        return database.read(h -> {
            // Ours are few: a story with nothing open is left out by SQL, the rest is read whole.
            var stories = h.createQuery("""
                    SELECT DISTINCT r.story FROM (SELECT id, story FROM remark WHERE answers IS NULL UNION ALL SELECT id, story FROM suggestion) r
                    WHERE coalesce((SELECT s.how FROM settling s WHERE s.story = r.story AND s.remark = r.id ORDER BY s.row DESC LIMIT 1), 'opened-again')
                      = 'opened-again'
                    ORDER BY r.story""").mapTo(String.class).list();
            var open = new LinkedHashMap<UUID, Margin>();
            stories.forEach(story -> open.put(UUID.fromString(story), margin(h, UUID.fromString(story))));
            return open;
        });
    }

    private static Margin margin(Handle h, UUID story) {
        var settled = new HashMap<UUID, Settling>();
        h.createQuery("SELECT * FROM settling WHERE story = ? ORDER BY row").bind(0, story.toString()).map((row, c) -> settling(row))
                .forEach(s -> settled.put(s.remark(), s));
        var firsts = new ArrayList<Comment>();
        var answers = new HashMap<UUID, List<Comment>>();
        h.createQuery("SELECT * FROM remark WHERE story = ? ORDER BY row").bind(0, story.toString()).map((row, c) -> comment(row)).forEach(comment -> {
            if (comment.answers() == null) {
                firsts.add(comment);
            } else {
                answers.computeIfAbsent(comment.answers(), id -> new ArrayList<>()).add(comment);
            }
        });
        var threads = new ArrayList<Margin.Thread>();
        for (var first : firsts) {
            threads.add(new Margin.Thread(threads.size() + 1, first, answers.getOrDefault(first.id(), List.of()), settled.get(first.id())));
        }
        var suggestions = new ArrayList<Margin.Suggested>();
        h.createQuery("SELECT * FROM suggestion WHERE story = ? ORDER BY row").bind(0, story.toString()).map((row, c) -> suggestion(row))
                .forEach(s -> suggestions.add(new Margin.Suggested(suggestions.size() + 1, s, settled.get(s.id()))));
        return new Margin(threads, suggestions, h.createQuery("SELECT * FROM acknowledgement WHERE story = ? ORDER BY row").bind(0, story.toString())
                .map((row, c) -> new Acknowledgement(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "person"),
                        Column.time(row, "at"), row.getString("name"), row.getString("record"))).list());
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "revision"), Column.idOrNull(row, "answers"),
                Column.id(row, "person"), Column.time(row, "at"), anchor(row.getString("anchor")), row.getString("words"));
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "revision"), Column.id(row, "person"),
                Column.time(row, "at"), Json.read(row.getString("anchor"), Anchor.class), row.getString("becomes"), row.getString("reason"));
    }

    private static Settling settling(ResultSet row) throws SQLException {
        return new Settling(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "remark"), Column.id(row, "person"),
                Column.time(row, "at"), Settling.How.of(row.getString("how")));
    }

    private static @Nullable Anchor anchor(@Nullable String json) {
        return json == null ? null : Json.read(json, Anchor.class);
    }
}
