package galley.store;

import galley.notice.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Brings a newsroom file to the newest form, one numbered step after another, each kept whole or not at all.
/// The number stands in the file as `user_version`. A merged step is never edited.
final class Migrations {

    /// "Gall", so that `file` and we know a newsroom when we see one.
    static final int APPLICATION_ID = 0x47616c6c;

    private static final List<String> STEPS = List.of("001-newsroom.sql", "002-words-of-every-writing.sql", "003-kept-against-replace.sql", "004-how-feeds-are.sql",
            "005-kills.sql", "006-margins.sql", "007-rules.sql", "008-feed-terms.sql", "009-full-text.sql", "010-same-events.sql", "011-trending-choices.sql", "012-evidence-looks.sql",
            "013-planned-exports.sql");

    /// What SQL alone cannot do follows a step, inside its transaction.
    private static final Map<String, Consumer<Handle>> AFTER = Map.of("002-words-of-every-writing.sql", WordIndex::fill);

    private Migrations() {}

    static int newest() {
        return STEPS.size();
    }

    static void run(Database database, Path file) {
        int version = database.read(Migrations::version);
        if (version > newest()) {
            throw Trouble.of("The newsroom " + file + " was written by a newer Galley (form " + version + ", this one knows " + newest() + ").",
                    "It was not touched.", "Open it with the newer Galley.");
        }
        int application = database.read(handle -> handle.createQuery("PRAGMA application_id").mapTo(int.class).one());
        boolean empty = database.read(handle -> handle.createQuery("SELECT count(*) FROM sqlite_schema").mapTo(int.class).one()) == 0;
        if (application != APPLICATION_ID && !empty) {
            throw Trouble.of("The file " + file + " is a database, but not a newsroom.", "It was not touched.", "Name another folder.");
        }
        for (int step = version; step < newest(); step++) {
            int number = step + 1;
            var name = STEPS.get(step);
            var sql = text(name);
            database.writing(handle -> {
                // Two programs may have met here; the second finds the work done.
                if (version(handle) < number) {
                    script(handle, sql);
                    AFTER.getOrDefault(name, _ -> { }).accept(handle);
                    script(handle, "PRAGMA user_version = " + number + "; PRAGMA application_id = " + APPLICATION_ID);
                }
            });
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
    }

    private static void script(Handle handle, String sql) {
        try (var statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("A step of the newsroom file's form failed.", e);
        }
    }

    private static String text(String name) {
        try (var in = Migrations.class.getResourceAsStream("/galley/store/sqlite/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
