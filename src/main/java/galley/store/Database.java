package galley.store;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.InOneGo;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// One SQLite file: one connection writes, writers queue one behind another; a few connections read beside it (WAL).
final class Database implements InOneGo, AutoCloseable {

    private static final int READERS = 4;

    private static final int PATIENCE_IN_MILLIS = 10_000;

    private final Path file;
    private final int patience;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Handle writer;
    private final Compiled compiled;
    private final ThreadLocal<Handle> together = new ThreadLocal<>();
    private final ArrayBlockingQueue<Handle> idle = new ArrayBlockingQueue<>(READERS);
    /// Only whoever writes may touch it.
    private final List<Consumer<Compiled>> ending = new ArrayList<>();
    private volatile boolean closed;

    Database(Path file) {
        this(file, PATIENCE_IN_MILLIS);
    }

    /// @param patience how long to wait, in milliseconds, while another program writes
    Database(Path file, int patience) {
        this.file = file;
        this.patience = patience;
        this.writer = open(false);
        this.compiled = new Compiled(writer.getConnection());
    }

    /// Leaves a write to the full-text index for the end of the transaction. Whenever a statement that may undo itself half-way
    /// begins, the index writes out what it has gathered; a pull that wrote both by turns would spend its time on that.
    void atTheEnd(Consumer<Compiled> index) {
        ending.add(index);
    }

    /// Does at once what was left for the end, for whoever is about to search.
    void settle() {
        if (together.get() != null) {
            ending.forEach(index -> index.accept(compiled));
            ending.clear();
        }
    }

    /// Runs a write of many statements that are alike.
    <T> T writeMany(Function<Compiled, T> sql) {
        return together(() -> sql.apply(compiled));
    }

    /// Runs a write; inside [#together] it is part of that one.
    <T> T write(Function<Handle, T> sql) {
        return together(() -> sql.apply(together.get()));
    }

    void writing(Consumer<Handle> sql) {
        write(handle -> {
            sql.accept(handle);
            return true;
        });
    }

    @Override
    public <T> T together(Supplier<T> writes) {
        if (together.get() != null) {
            return writes.get();
        }
        writing.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The newsroom is closed.");
            }
            together.set(writer);
            writer.execute("BEGIN IMMEDIATE");
            boolean kept = false;
            try {
                var answer = writes.get();
                settle();
                writer.execute("COMMIT");
                kept = true;
                return answer;
            } finally {
                ending.clear();
                if (!kept) {
                    rollBack();
                }
            }
        } catch (RuntimeException fault) {
            throw SqliteTrouble.told(fault, file);
        } finally {
            together.remove();
            writing.unlock();
        }
    }

    /// Runs a long statement on a connection of its own, so that nobody waits for it.
    void apart(Consumer<Handle> sql) {
        try (var own = open(false)) {
            sql.accept(own);
        } catch (RuntimeException fault) {
            throw SqliteTrouble.told(fault, file);
        }
    }

    /// A file that is only looked at, and left as it is.
    static Handle toLookAt(Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            var connection = config.createConnection("jdbc:sqlite:" + file);
            return Jdbi.create(() -> connection).open();
        } catch (SQLException e) {
            throw SqliteTrouble.told(new RuntimeException(e), file);
        }
    }

    private void rollBack() {
        try {
            writer.execute("ROLLBACK");
        } catch (RuntimeException alreadyRolledBack) {
            // SQLite rolls back by itself when the disk is full or the file is damaged; the fault under way says so.
        }
    }

    /// Runs a read; inside [#together] it sees what that one wrote.
    <T> T read(Function<Handle, T> sql) {
        var own = together.get();
        if (own != null) {
            return sql.apply(own);
        }
        try {
            var reader = idle.poll();
            if (reader == null) {
                reader = open(true);
            }
            try {
                return sql.apply(reader);
            } finally {
                if (closed || !idle.offer(reader)) {
                    reader.close();
                }
            }
        } catch (RuntimeException fault) {
            throw SqliteTrouble.told(fault, file);
        }
    }

    /// One row; inside [#together] by a statement that stays compiled, since a pull asks the same of every feed.
    <T> Optional<T> oneOf(String sql, Compiled.Reading<T> reading, String value) {
        return together.get() != null ? Optional.ofNullable(compiled.first(sql, reading, value))
                : read(h -> h.createQuery(sql).bind(0, value).map((row, _) -> reading.of(row)).findOne());
    }

    private Handle open(boolean toRead) {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(patience);
        config.enforceForeignKeys(true);
        config.enableRecursiveTriggers(true);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalMode(JournalMode.WAL);
        config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, toRead ? "-16384" : "-65536");
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                if (toRead) {
                    statement.execute("PRAGMA query_only = ON");
                }
            }
            // As a factory, so that closing the handle closes the connection and its file.
            return Jdbi.create(() -> connection).open();
        } catch (SQLException e) {
            throw SqliteTrouble.told(new RuntimeException(e), file);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            for (var reader = idle.poll(); reader != null; reader = idle.poll()) {
                reader.close();
            }
            compiled.close();
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    static Trouble trouble(String happened, String safe, String todo, Throwable cause) {
        return new Trouble(Notice.of(happened, safe, todo), cause);
    }
}
