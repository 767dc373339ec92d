package galley.screen.settings;

import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.work.Work;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The copies of the newsroom: make one, put one back. Putting back is asked twice, in place.
public final class BackupsViewModel {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private final BackupShelf shelf;
    private final Work work;
    private final Notices notices;
    private final ObservableList<BackupShelf.Backup> all = FXCollections.observableArrayList();
    private final ObjectProperty<BackupShelf.@Nullable Backup> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private final StringProperty mayMake = new SimpleStringProperty("");
    private final StringProperty mayPutBack = new SimpleStringProperty("choose a copy");
    private final Command make = new Command("Make today’s copy", "fth-copy", "", mayMake, this::makeIt);
    private final Command putBack = new Command("Put back", "fth-rotate-ccw", "", mayPutBack, () -> ask(true));
    private final Command yes = new Command("Put this copy back", "", "", mayPutBack, this::putItBack);
    private final Command no = Command.always("Never mind", "", "", () -> ask(false));

    public BackupsViewModel(BackupShelf shelf, Work work, Notices notices) {
        this.shelf = shelf;
        this.work = work;
        this.notices = notices;
        chosen.subscribe(backup -> {
            mayPutBack.set(backup == null ? "choose a copy" : "");
            ask(false);
        });
    }

    public void read() {
        work.start("list the copies", (_, _) -> shelf.all(), found -> {
            chosen.set(null);
            all.setAll(found);
        }, this::tell);
    }

    private void ask(boolean wanted) {
        asking.set(wanted);
    }

    private void makeIt() {
        mayMake.set("one is being made");
        work.start("copy the newsroom", (_, _) -> shelf.makeTodays(), made -> {
            mayMake.set("");
            notices.say("fth-copy", made ? "Copied" : "Today’s copy is there already");
            read();
        }, fault -> {
            mayMake.set("");
            tell(fault);
        });
    }

    private void putItBack() {
        var backup = chosen.get();
        ask(false);
        work.start("put a copy back", (_, _) -> {
            shelf.putBack(backup);
            return true;
        }, _ -> { }, this::tell);
    }

    private void tell(Throwable fault) {
        notices.tell(TroubleLog.tell("working on the copies", fault));
    }

    /// "Tuesday 17 November 2026".
    public static String when(BackupShelf.Backup backup) {
        return DAY.format(backup.day());
    }

    /// "3.4 MB".
    public static String size(BackupShelf.Backup backup) {
        double bytes = backup.bytes();
        return bytes < 1_000_000 ? String.format(Locale.ENGLISH, "%.0f kB", Math.max(1, bytes / 1000)) : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000);
    }

    public ObservableList<BackupShelf.Backup> all() {
        return all;
    }

    public ObjectProperty<BackupShelf.@Nullable Backup> chosenProperty() {
        return chosen;
    }

    /// Whether the second question is asked.
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public Command make() {
        return make;
    }

    public Command putBack() {
        return putBack;
    }

    public Command yes() {
        return yes;
    }

    public Command no() {
        return no;
    }
}
