package galley.store;

import galley.desk.Newsroom;
import galley.desk.Settings;
import galley.story.Json;
import java.util.Optional;

/// Settings in SQLite.
final class SqliteSettings implements Settings {

    private static final String NEWSROOM = "newsroom";
    private final Database database;

    SqliteSettings(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Newsroom> newsroom() {
        return choice(NEWSROOM).map(json -> Json.read(json, Newsroom.class));
    }

    @Override
    public void save(Newsroom newsroom) {
        choose(NEWSROOM, Json.write(newsroom));
    }

    @Override
    public Optional<String> choice(String name) {
        return database.read(h -> h.createQuery("SELECT value FROM setting WHERE name = ?").bind(0, name).mapTo(String.class).findOne());
    }

    @Override
    public void choose(String name, String value) {
        database.writing(h -> h.execute("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name, value));
    }
}
