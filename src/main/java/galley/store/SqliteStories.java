package galley.store;

import galley.story.Draft;
import galley.story.Json;
import galley.story.Kill;
import galley.story.Publication;
import galley.story.Revision;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stories, revisions, drafts and publications in SQLite.
final class SqliteStories implements Stories {

    private final Database database;

    SqliteStories(Database database) {
        this.database = database;
    }

    static final String KILL = "k.person AS killed_by, k.at AS killed_at, k.reason AS killed_reason";
    private static final String STORY = "SELECT s.*, " + KILL + " FROM story s LEFT JOIN killed k ON k.story = s.id";

    @Override
    public Optional<Story> story(UUID id) {
        return database.read(h -> h.createQuery(STORY + " WHERE s.id = ?").bind(0, id.toString()).map((row, c) -> story(row)).findOne());
    }

    @Override
    public List<Story> all() {
        return database.read(h -> h.createQuery(STORY + " ORDER BY s.row DESC").map((row, c) -> story(row)).list());
    }

    @Override
    public void add(Story s, Revision first) {
        database.writing(h -> {
            h.execute("INSERT INTO story (id, entry, head, taken_by, taken_at, spike, hold, legal_hold, embargo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    s.id().toString(), Column.of(s.entry()), s.head().toString(), s.takenBy().toString(), s.takenAt().toString(),
                    stop(s.spike()), stop(s.hold()), stop(s.legalHold()), Column.of(s.embargo()));
            insert(h, first);
            WordIndex.story(h, s.id(), first.text());
        });
    }

    @Override
    public boolean append(Revision revision) {
        return database.write(h -> {
            var head = h.createQuery("SELECT head FROM story WHERE id = ?").bind(0, revision.story().toString()).mapTo(String.class).findOne();
            if (revision.parent() == null || !head.equals(Optional.of(revision.parent().toString()))) {
                return false;
            }
            insert(h, revision);
            h.execute("UPDATE story SET head = ? WHERE id = ?", revision.id().toString(), revision.story().toString());
            WordIndex.story(h, revision.story(), revision.text());
            return true;
        });
    }

    @Override
    public Optional<Revision> revision(UUID id) {
        return database.read(h -> h.createQuery("SELECT * FROM revision WHERE id = ?").bind(0, id.toString()).map((row, c) -> revision(row)).findOne());
    }

    @Override
    public List<Revision> revisions(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM revision WHERE story = ? ORDER BY row").bind(0, story.toString())
                .map((row, c) -> revision(row)).list());
    }

    @Override
    public Optional<Draft> draft(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM draft WHERE story = ?").bind(0, story.toString()).map((row, c) -> draft(row)).findOne());
    }

    @Override
    public boolean keep(Draft d) {
        return database.write(h -> {
            var text = d.text();
            int kept = d.sequence() == 1
                    ? h.execute("""
                            INSERT INTO draft (story, author, parent, sequence, headline, slugline, category, words, text, digest, at)
                            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (story) DO NOTHING""",
                            d.story().toString(), d.author().toString(), d.parent().toString(), text.headline(), text.slugline(), text.category(),
                            text.wordCount(), Json.write(text), d.digest(), d.at().toString())
                    : h.execute("""
                            UPDATE draft SET sequence = ?, headline = ?, slugline = ?, category = ?, words = ?, text = ?, digest = ?, at = ?
                            WHERE story = ? AND author = ? AND parent = ? AND sequence = ?""",
                            d.sequence(), text.headline(), text.slugline(), text.category(), text.wordCount(), Json.write(text), d.digest(),
                            d.at().toString(), d.story().toString(), d.author().toString(), d.parent().toString(), d.sequence() - 1);
            if (kept == 1) {
                WordIndex.story(h, d.story(), text);
            }
            return kept == 1;
        });
    }

    @Override
    public void dropDraft(UUID story) {
        database.writing(h -> h.execute("DELETE FROM draft WHERE story = ?", story.toString()));
    }

    @Override
    public void keepAside(Draft d, String why) {
        database.writing(h -> h.execute("INSERT INTO aside (story, author, parent, sequence, text, digest, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                d.story().toString(), d.author().toString(), d.parent().toString(), d.sequence(), Json.write(d.text()), d.digest(),
                d.at().toString(), why));
    }

    @Override
    public List<Draft> aside(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM aside WHERE story = ? ORDER BY row DESC").bind(0, story.toString())
                .map((row, c) -> draft(row)).list());
    }

    @Override
    public void update(Story s) {
        database.writing(h -> h.execute("UPDATE story SET spike = ?, hold = ?, legal_hold = ?, embargo = ? WHERE id = ?",
                stop(s.spike()), stop(s.hold()), stop(s.legalHold()), Column.of(s.embargo()), s.id().toString()));
    }

    @Override
    public void publish(Publication p) {
        database.writing(h -> h.execute("""
                INSERT INTO publication (id, story, revision, digest, person, first_at, at, url, path, claims, signoff, emergency)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                p.id().toString(), p.story().toString(), p.revision().toString(), p.digest(), p.by().toString(), p.firstAt().toString(),
                p.at().toString(), p.url(), p.path(), p.claims(), p.signoff(), p.emergency()));
    }

    @Override
    public List<Publication> publications(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM publication WHERE story = ? ORDER BY row").bind(0, story.toString())
                .map((row, c) -> publication(row)).list());
    }

    @Override
    public boolean isAddressTaken(String path) {
        return database.read(h -> h.createQuery("SELECT count(*) FROM publication WHERE path = ?").bind(0, path).mapTo(int.class).one() > 0);
    }

    @Override
    public List<UUID> reviewedSincePublished() {
        return database.read(h -> h.createQuery("""
                SELECT s.id FROM story s JOIN revision r ON r.id = s.head
                WHERE s.spike IS NULL AND NOT EXISTS (SELECT 1 FROM killed k WHERE k.story = s.id)
                  AND EXISTS (SELECT 1 FROM sign_off o WHERE o.story = s.id AND o.digest = r.digest AND o.meaning IN ('reviewed', 'board')
                    AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.story = s.id AND p.digest = r.digest
                        AND substr(p.at, 1, 19) > substr(o.at, 1, 19)
                      AND p.row = (SELECT max(q.row) FROM publication q WHERE q.story = s.id)))
                ORDER BY s.row""").map((row, c) -> Column.id(row, "id")).list());
    }

    @Override
    public void kill(Kill k) {
        database.writing(h -> h.execute("INSERT INTO killed (story, person, at, reason) VALUES (?, ?, ?, ?)",
                k.story().toString(), k.by().toString(), k.at().toString(), k.reason()));
    }

    @Override
    public List<UUID> search(String query, int limit) {
        return database.read(h -> WordIndex.question(h, query).map(question -> h.createQuery("""
                SELECT s.id FROM story_words w JOIN story s ON s.row = w.rowid
                WHERE story_words MATCH ? ORDER BY w.rowid DESC LIMIT ?""").bind(0, question).bind(1, limit)
                .map((row, c) -> Column.id(row, "id")).list()).orElse(List.of()));
    }

    private static void insert(Handle h, Revision r) {
        var text = r.text();
        h.execute("""
                INSERT INTO revision (id, story, parent, author, at, why, headline, slugline, category, source, language, words, text, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                r.id().toString(), r.story().toString(), Column.of(r.parent()), r.author().toString(), r.at().toString(), r.why().name(),
                text.headline(), text.slugline(), text.category(), text.source() == null ? "" : text.source().name(), text.language(),
                text.wordCount(), Json.write(text), r.digest());
    }

    private static @Nullable String stop(Story.@Nullable Stop stop) {
        return stop == null ? null : Json.write(stop);
    }

    private static Story.@Nullable Stop stop(ResultSet row, String column) throws SQLException {
        var json = row.getString(column);
        return json == null ? null : Json.read(json, Story.Stop.class);
    }

    private static @Nullable Kill kill(ResultSet row) throws SQLException {
        var by = Column.idOrNull(row, "killed_by");
        return by == null ? null : new Kill(Column.id(row, "id"), by, Column.time(row, "killed_at"), row.getString("killed_reason"));
    }

    static Story story(ResultSet row) throws SQLException {
        return new Story(row.getLong("row"), Column.id(row, "id"), Column.idOrNull(row, "entry"), Column.id(row, "head"), Column.id(row, "taken_by"),
                Column.time(row, "taken_at"), stop(row, "spike"), stop(row, "hold"), stop(row, "legal_hold"), Column.timeOrNull(row, "embargo"), kill(row));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.idOrNull(row, "parent"),
                Column.id(row, "author"), Column.time(row, "at"), Revision.Why.valueOf(row.getString("why")),
                Json.read(row.getString("text"), StoryText.class), row.getString("digest"));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(Column.id(row, "story"), Column.id(row, "author"), Column.id(row, "parent"), row.getLong("sequence"),
                Json.read(row.getString("text"), StoryText.class), row.getString("digest"), Column.time(row, "at"));
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "revision"),
                row.getString("digest"), Column.id(row, "person"), Column.time(row, "first_at"), Column.time(row, "at"), row.getString("url"),
                row.getString("path"), row.getString("claims"), row.getString("signoff"), row.getString("emergency"));
    }
}
