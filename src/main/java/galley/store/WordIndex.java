package galley.store;

import galley.story.Json;
import galley.story.StoryText;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/// The full-text index: the words of the wire's newest versions under the entry's row, those of stories as they stand under the
/// story's row.
final class WordIndex {

    /// In a store that holds more than this, a word of one or two letters is looked for as it stands: as a beginning it would match
    /// nearly everything, and gathering that takes seconds.
    private static final long FEW = 50_000;

    private WordIndex() {}

    private static final String WIRE = "INSERT INTO wire_words (rowid, title, body, source) VALUES (?, ?, ?, ?)";

    /// The searchable forms of an item's texts.
    record Searchable(String title, String body, String source) {}

    /// Made beside whoever writes, who has enough to do.
    static CompletableFuture<Searchable> prepared(String title, String html, String source) {
        return CompletableFuture.supplyAsync(() -> new Searchable(Words.of(title), Words.ofHtml(html), Words.of(source)));
    }

    static void wire(Compiled sql, long row, Searchable words) {
        sql.run(WIRE, row, words.title(), words.body(), words.source());
    }

    static void changed(Compiled sql, long row, Searchable words) {
        sql.run("DELETE FROM wire_words WHERE rowid = ?", row);
        wire(sql, row, words);
    }

    static void story(Handle h, UUID story, StoryText text) {
        long row = h.createQuery("SELECT row FROM story WHERE id = ?").bind(0, story.toString()).mapTo(long.class).one();
        h.execute("DELETE FROM story_words WHERE rowid = ?", row);
        story(h, row, text);
    }

    private static void story(Handle h, long row, StoryText text) {
        h.execute("INSERT INTO story_words (rowid, title, body, source) VALUES (?, ?, ?, ?)", row,
                Words.of(text.headline() + " " + text.slugline() + " " + text.standfirst()), Words.ofHtml(text.body() + " " + text.context()),
                text.source() == null ? "" : Words.of(text.source().name()));
    }

    /// What was typed, as a question to the index; empty when nothing searchable was typed.
    static Optional<String> question(Handle h, String typed) {
        boolean isSmall = h.createQuery("SELECT coalesce(max(row), 0) FROM wire_entry").mapTo(long.class).one() <= FEW;
        return Optional.of(Words.question(typed, isSmall ? 1 : 3)).filter(question -> !question.isEmpty());
    }

    /// Fills an empty index from what is stored.
    static void fill(Handle h) {
        h.createQuery("""
                SELECT e.row, e.source, i.title, CASE WHEN length(i.body) >= length(i.summary) THEN i.body ELSE i.summary END AS fullest
                FROM wire_entry e JOIN wire_item i ON i.id = e.latest ORDER BY e.row""").map((row, c) -> {
                    h.execute(WIRE, row.getLong("row"), Words.of(row.getString("title")), Words.ofHtml(row.getString("fullest")), Words.of(row.getString("source")));
                    return true;
                }).forEach(_ -> { });
        h.createQuery("""
                SELECT s.row, coalesce(d.text, r.text) AS text FROM story s JOIN revision r ON r.id = s.head LEFT JOIN draft d ON d.story = s.id
                ORDER BY s.row""").map((row, c) -> {
                    story(h, row.getLong("row"), Json.read(row.getString("text"), StoryText.class));
                    return true;
                }).forEach(_ -> { });
    }
}
