package galley.store;

import galley.signoff.SentBack;
import galley.signoff.SignOff;
import galley.signoff.Standing;
import galley.signoff.StoryLine;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The list of stories, read in three sweeps and never through their texts.
final class SqliteStoryLines implements StoryLine.Lines {

    private final Database database;

    SqliteStoryLines(Database database) {
        this.database = database;
    }

    @Override
    public List<StoryLine> all() {
        return database.read(h -> {
            Map<UUID, List<SignOff>> signOffs = h.createQuery("""
                    SELECT row, id, story, revision, digest, meaning, person, printed_as, at, previous, '' AS payload, '' AS header,
                      '' AS signature, kid FROM sign_off ORDER BY row""").map((row, c) -> SqliteSignOffs.signOff(row)).stream()
                    .collect(Collectors.groupingBy(SignOff::story));
            Map<UUID, List<SentBack>> sentBack = h.createQuery(SqliteSignOffs.SENT_BACK + "ORDER BY s.row")
                    .map((row, c) -> SqliteSignOffs.sentBack(row)).stream().collect(Collectors.groupingBy(SentBack::story));
            return h.createQuery("""
                    SELECT s.*, k.person AS killed_by, k.at AS killed_at, k.reason AS killed_reason, r.source, r.language,
                      coalesce(d.headline, r.headline) AS headline, coalesce(d.slugline, r.slugline) AS slugline,
                      coalesce(d.category, r.category) AS category, coalesce(d.words, r.words) AS words,
                      coalesce(d.at, r.at) AS changed, coalesce(d.author, r.author) AS author, coalesce(d.digest, r.digest) AS digest,
                      p.digest AS published, p.emergency IS NOT NULL AS before_review
                    FROM story s JOIN revision r ON r.id = s.head LEFT JOIN draft d ON d.story = s.id
                      LEFT JOIN publication p ON p.row = (SELECT max(q.row) FROM publication q WHERE q.story = s.id)
                      LEFT JOIN killed k ON k.story = s.id
                    ORDER BY s.row DESC""").map((row, c) -> {
                        var story = SqliteStories.story(row);
                        return new StoryLine(story.id(), row.getString("headline"), row.getString("slugline"), row.getString("source"),
                                row.getString("category"), row.getString("language"), row.getInt("words"), Column.time(row, "changed"),
                                Column.id(row, "author"), new Standing(story, row.getString("digest"), row.getString("published"), row.getBoolean("before_review"),
                                signOffs.getOrDefault(story.id(), List.of()), sentBack.getOrDefault(story.id(), List.of())));
                    }).list();
        });
    }
}
