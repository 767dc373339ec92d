package galley.store;

import galley.story.BlockText;
import galley.story.Correction;
import galley.story.Json;
import galley.story.Kill;
import galley.story.Picture;
import galley.story.PublishedLine;
import galley.story.StoryText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// What is published, read in two sweeps; of each text only the few fields that lists show leave the database.
final class SqlitePublishedLines implements PublishedLine.Lines {

    /// How much of a body a search on the site looks through.
    private static final int BEGINS = 400;

    /// `json_extract` and `json_each` are SQLite's; another database has its own names for them.
    private static final String LINES = """
            SELECT s.row AS story_row, p.row, p.id, p.story, p.revision, p.first_at, p.at, p.path,
              (SELECT count(DISTINCT q.digest) FROM publication q WHERE q.story = p.story) AS version,
              r.headline, r.slugline, r.category, r.source, r.language,
              json_extract(r.text, '$.standfirst') AS standfirst, substr(json_extract(r.text, '$.body'), 1, 1200) AS begins,
              json_extract(r.text, '$.tags') AS tags, json_extract(r.text, '$.pictures') AS pictures,
              json_extract(r.text, '$.corrections') AS corrections,
              k.person AS killed_by, k.at AS killed_at, k.reason AS killed_reason
            FROM publication p JOIN story s ON s.id = p.story JOIN revision r ON r.id = p.revision LEFT JOIN killed k ON k.story = p.story
            WHERE p.row = (SELECT max(q.row) FROM publication q WHERE q.story = p.story)""";

    private static final String SIGNED = """
            SELECT DISTINCT o.story, o.person, o.meaning FROM sign_off o
              JOIN person n ON n.id = o.person AND n.name = o.printed_as JOIN publication p ON p.story = o.story AND p.digest = o.digest
            WHERE p.row = (SELECT max(q.row) FROM publication q WHERE q.story = p.story)""";

    private final Database database;

    SqlitePublishedLines(Database database) {
        this.database = database;
    }

    @Override
    public List<PublishedLine> all() {
        return read("");
    }

    @Override
    public List<PublishedLine> since(PublishedLine.Mark mark) {
        return read(" AND p.story IN (SELECT story FROM publication WHERE row > " + mark.publication() + " UNION SELECT story FROM killed WHERE row > "
                + mark.kill() + ")");
    }

    private List<PublishedLine> read(String which) {
        return database.read(h -> {
            Map<UUID, List<PublishedLine.Signed>> signed = new HashMap<>();
            h.createQuery(SIGNED + which + " ORDER BY o.row").map((row, c) -> {
                signed.computeIfAbsent(Column.id(row, "story"), s -> new java.util.ArrayList<>(2))
                        .add(new PublishedLine.Signed(Column.id(row, "person"), row.getString("meaning").intern()));
                return true;
            }).forEach(counted -> {});
            return h.createQuery(LINES + which + " ORDER BY p.first_at DESC, s.row DESC").map((row, c) -> line(row, signed)).list();
        });
    }

    @Override
    public PublishedLine.Mark mark() {
        return database.read(h -> new PublishedLine.Mark(last(h, "publication"), last(h, "killed")));
    }

    private static long last(Handle h, String table) {
        return h.createQuery("SELECT coalesce(max(row), 0) FROM " + table).mapTo(long.class).one();
    }

    @Override
    public List<PublishedLine.Copy> copies(Collection<PublishedLine> lines) {
        var byRow = lines.stream().collect(Collectors.toMap(PublishedLine::row, l -> l));
        return database.read(h -> h.createQuery("""
                SELECT p.row, p.claims, p.signoff, r.text, w.title, w.published
                FROM publication p JOIN revision r ON r.id = p.revision JOIN story s ON s.id = p.story
                  LEFT JOIN wire_item w ON w.entry = s.entry AND w.version = 1
                WHERE p.row IN (SELECT value FROM json_each(?))""").bind(0, Json.write(byRow.keySet()))
                .map((row, c) -> new PublishedLine.Copy(byRow.get(row.getLong("row")), Json.read(row.getString("text"), StoryText.class),
                        row.getString("claims"), row.getString("signoff"), row.getString("title"), Column.timeOrNull(row, "published"))).list());
    }

    private static PublishedLine line(ResultSet row, Map<UUID, List<PublishedLine.Signed>> signed) throws SQLException {
        var story = Column.id(row, "story");
        var killer = row.getString("killed_by");
        return new PublishedLine(story, row.getLong("story_row"), row.getLong("row"), Column.id(row, "id"), Column.id(row, "revision"),
                Column.time(row, "first_at"), Column.time(row, "at"), row.getString("path"), row.getInt("version"), row.getString("headline"),
                row.getString("slugline"), orEmpty(row.getString("standfirst")), begins(orEmpty(row.getString("begins"))), row.getString("category").intern(),
                many(row, "tags", String[].class), row.getString("source").intern(), row.getString("language").intern(),
                many(row, "pictures", Picture[].class), many(row, "corrections", Correction[].class), signed.getOrDefault(story, List.of()),
                killer == null ? null : new Kill(story, UUID.fromString(killer), Column.time(row, "killed_at"), row.getString("killed_reason")));
    }

    private static String begins(String html) {
        var plain = BlockText.of(html.replaceAll("<[^>]*>?", " "));
        return plain.length() <= BEGINS ? plain : plain.substring(0, Character.isHighSurrogate(plain.charAt(BEGINS - 1)) ? BEGINS - 1 : BEGINS);
    }

    private static <T> List<T> many(ResultSet row, String column, Class<T[]> type) throws SQLException {
        var json = row.getString(column);
        return json == null || json.equals("[]") ? List.of() : List.of(Json.read(json, type));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
