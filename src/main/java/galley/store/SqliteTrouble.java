package galley.store;

import galley.notice.Trouble;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Puts SQLite's failures into words for a person.
final class SqliteTrouble {

    private SqliteTrouble() {}

    /// A [Trouble] for what is expected to go wrong with a file; the fault itself for anything else.
    static RuntimeException told(RuntimeException fault, Path file) {
        if (fault instanceof Trouble) {
            return fault;
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return told(sqlite.getResultCode(), fault, file);
            }
            if (cause instanceof SQLException sql && sql.getMessage() != null && sql.getMessage().contains("does not exist")) {
                return Database.trouble("The newsroom " + file + " could not be opened.", "Nothing was changed.",
                        "See that the folder exists and may be read.", fault);
            }
        }
        return fault;
    }

    private static RuntimeException told(SQLiteErrorCode code, RuntimeException fault, Path file) {
        return switch (code.name().replaceFirst("^(SQLITE_[A-Z]+)_.*", "$1")) {
            case "SQLITE_FULL" -> Database.trouble("The disk is full; this was not saved.", "Everything saved before is safe.",
                    "Make room on the disk of " + file + ", then do it again.", fault);
            case "SQLITE_BUSY", "SQLITE_LOCKED" -> Database.trouble("Another program is writing to this newsroom and did not finish.",
                    "Nothing was changed.", "Wait for it or close it, then do it again.", fault);
            case "SQLITE_NOTADB", "SQLITE_CORRUPT" -> Database.trouble("The newsroom file " + file + " is damaged.",
                    "It was not touched. Copies are in the folder backups beside it.",
                    "Put the newest copy back: “galley backup list”, then “galley backup restore NAME --yes”.", fault);
            case "SQLITE_READONLY", "SQLITE_PERM" -> Database.trouble("The newsroom file " + file + " may not be written.",
                    "Nothing was changed.", "Give yourself the right to write it and its folder.", fault);
            case "SQLITE_CANTOPEN" -> Database.trouble("The newsroom file " + file + " could not be opened.", "Nothing was changed.",
                    "See that its folder exists and that you may read and write it.", fault);
            case "SQLITE_IOERR" -> Database.trouble("The disk of " + file + " failed to answer.", "What was saved before is safe.",
                    "Check the disk, then do it again.", fault);
            default -> fault;
        };
    }
}
