package galley.screen.settings;

import java.time.LocalDate;
import java.util.List;

/// The newsroom's copies, as the settings show them. All of it is slow.
public interface BackupShelf {

    /// A whole copy of the newsroom.
    ///
    /// @param name of its file
    record Backup(LocalDate day, String name, long bytes) {}

    /// Newest first.
    List<Backup> all();

    /// Makes today's, while work goes on. False when there is one already.
    boolean makeTodays();

    /// Puts one back. The newsroom as it stands is kept beside it; the window opens anew.
    void putBack(Backup backup);
}
