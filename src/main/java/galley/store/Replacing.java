package galley.store;

import galley.notice.Notice;
import galley.notice.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Puts another newsroom file in the place of one that nobody has open, and keeps the former.
final class Replacing {

    private static final int PATIENCE_IN_MILLIS = 1000;

    private Replacing() {}

    static void replace(Path file, Path other, Path aside) {
        var coming = file.resolveSibling(file.getFileName() + ".coming");
        try {
            Files.copy(other, coming, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(coming, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            boolean whole = !Files.exists(file) || folded(file);
            keep(file, aside, whole);
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Trouble(Notice.of("The copy could not be put back: " + file.getParent() + " cannot be written, or its disk is full.", "Nothing was changed.",
                    "Make room on it, or give yourself the right to write it."), e);
        } finally {
            coming.toFile().delete();
        }
    }

    /// Brings everything that was written into the one file, which only works while nobody else has it open. False when the file
    /// is so damaged that its parts are best kept as they are.
    private static boolean folded(Path file) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_IN_MILLIS);
        try (var connection = config.createConnection("jdbc:sqlite:" + file); var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            return true;
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_BUSY || e.getResultCode() == SQLiteErrorCode.SQLITE_LOCKED) {
                throw new Trouble(Notice.of("Another program has this newsroom open.", "Nothing was changed.", "Close it, then put the copy back."), e);
            }
            return false;
        } catch (SQLException e) {
            return false;
        }
    }

    /// Under a second name first, so that the newsroom never is without a file.
    private static void keep(Path file, Path aside, boolean whole) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            Files.createLink(aside, file);
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!whole) {
            for (var part : List.of("-wal", "-shm")) {
                var beside = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(beside)) {
                    Files.move(beside, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
