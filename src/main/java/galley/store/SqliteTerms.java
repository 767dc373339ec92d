package galley.store;

import galley.ingest.Terms;
import java.util.UUID;

/// Terms of feeds in SQLite.
final class SqliteTerms implements Terms.Book {

    private final Database database;

    SqliteTerms(Database database) {
        this.database = database;
    }

    @Override
    public Terms of(UUID feed) {
        return database.read(h -> h.createQuery("SELECT excerpt, licence, credit FROM feed_terms WHERE feed = ?").bind(0, feed.toString())
                .map((row, c) -> new Terms(row.getInt("excerpt"), row.getString("licence"), row.getString("credit"))).findOne()).orElse(Terms.NONE);
    }

    @Override
    public void keep(UUID feed, Terms terms) {
        database.writing(h -> h.execute("""
                INSERT INTO feed_terms (feed, excerpt, licence, credit) VALUES (?, ?, ?, ?)
                ON CONFLICT (feed) DO UPDATE SET excerpt = excluded.excerpt, licence = excluded.licence, credit = excluded.credit""",
                feed.toString(), terms.excerpt(), terms.licence(), terms.credit()));
    }
}
