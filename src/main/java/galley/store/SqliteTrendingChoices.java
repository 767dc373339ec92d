package galley.store;

import galley.publish.TrendingDesk;
import galley.publish.TrendingDesk.Choice;
import galley.publish.TrendingDesk.Said;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What editors said of the trending list, in SQLite.
final class SqliteTrendingChoices implements TrendingDesk.Choices {

    private final Database database;

    SqliteTrendingChoices(Database database) {
        this.database = database;
    }

    @Override
    public void say(Said said) {
        database.writing(h -> h.execute("INSERT INTO trending_choice (story, choice, person, at) VALUES (?, ?, ?, ?)",
                said.story().toString(), said.choice().name(), said.by().toString(), said.at().toString()));
    }

    private record Last(UUID story, Choice choice) {}

    @Override
    public Map<UUID, Choice> standing() {
        return database.read(h -> h.createQuery("""
                SELECT story, choice FROM trending_choice c WHERE row = (SELECT max(row) FROM trending_choice l WHERE l.story = c.story)""")
                .map((row, c) -> new Last(Column.id(row, "story"), Choice.valueOf(row.getString("choice")))).list()).stream()
                .collect(Collectors.toMap(Last::story, Last::choice));
    }
}
