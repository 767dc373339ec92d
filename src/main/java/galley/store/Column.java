package galley.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How values stand in columns: times and ids as text, lists as JSON.
final class Column {

    private Column() {}

    static @Nullable String of(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : Instant.parse(text);
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        var json = row.getString(column);
        if (json.equals("[]")) {
            return List.of();
        }
        // Nearly every list is plain strings; reading a hundred lines must not cost a hundred parsers.
        return json.indexOf('\\') < 0 && json.startsWith("[\"") ? List.of(json.substring(2, json.length() - 2).split("\",\"", -1))
                : List.of(galley.story.Json.read(json, String[].class));
    }

    static String list(Iterable<String> values) {
        if (!values.iterator().hasNext()) {
            return "[]";
        }
        return galley.story.Json.write(values);
    }
}
