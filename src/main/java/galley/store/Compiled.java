package galley.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The writer's statements that run thousands of times: each is compiled once and kept. Only whoever writes may use it.
final class Compiled implements AutoCloseable {

    /// Reads one row.
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Compiled(Connection connection) {
        this.connection = connection;
    }

    /// Answers how many rows it changed.
    int run(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw spoilt(sql, e);
        }
    }

    /// The first row; null when there is none.
    <T> @Nullable T first(String sql, Reading<T> reading, @Nullable Object... values) {
        try (var rows = bound(sql, values).executeQuery()) {
            return rows.next() ? reading.of(rows) : null;
        } catch (SQLException e) {
            throw spoilt(sql, e);
        }
    }

    /// Every row.
    <T> List<T> all(String sql, Reading<T> reading, @Nullable Object... values) {
        try (var rows = bound(sql, values).executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw spoilt(sql, e);
        }
    }

    /// The one number that is asked for.
    long number(String sql, @Nullable Object... values) {
        var number = first(sql, row -> row.getLong(1), values);
        return number == null ? 0 : number;
    }

    /// A statement that failed is closed by the driver, and would fail for ever after.
    private IllegalStateException spoilt(String sql, SQLException fault) {
        try (var _ = statements.remove(sql)) {
            return new IllegalStateException(sql, fault);
        } catch (SQLException closing) {
            fault.addSuppressed(closing);
            return new IllegalStateException(sql, fault);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                case Boolean is -> statement.setInt(i + 1, is ? 1 : 0);
                case Object other -> statement.setString(i + 1, other.toString());
            }
        }
        return statement;
    }

    @Override
    public void close() {
        for (var statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new IllegalStateException("A statement did not close.", e);
            }
        }
        statements.clear();
    }
}
