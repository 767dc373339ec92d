package galley.app;

import galley.screen.common.Acting;
import galley.screen.settings.BackupShelf;
import java.util.List;
import java.util.function.Consumer;

/// The copies beside an open newsroom, for its window.
///
/// @param anew closes the newsroom, runs what it is given, and opens the newsroom again
record CopiesBeside(OpenNewsroom room, Acting acting, Consumer<Runnable> anew) implements BackupShelf {

    @Override
    public List<Backup> all() {
        return room.backups().all().stream().map(copy -> new Backup(copy.day(), copy.name(), copy.bytes())).toList();
    }

    @Override
    public boolean makeTodays() {
        return room.backups().makeTodays(room.store());
    }

    @Override
    public void putBack(Backup backup) {
        var by = acting.person().id();
        anew.accept(() -> room.backups().putBack(backup.name(), by));
    }
}
