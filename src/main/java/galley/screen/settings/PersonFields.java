package galley.screen.settings;

import galley.desk.Role;
import galley.screen.common.PassphraseStrength;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is filled in about a person, their roles and their key.
public final class PersonFields {

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final BooleanProperty senior = new SimpleBooleanProperty(this, "senior");
    private final BooleanProperty board = new SimpleBooleanProperty(this, "board");
    private final StringProperty credits = new SimpleStringProperty(this, "credits", "");
    private final StringProperty old = new SimpleStringProperty(this, "old", "");
    private final StringProperty passphrase = new SimpleStringProperty(this, "passphrase", "");
    private final StringProperty again = new SimpleStringProperty(this, "again", "");
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final ObjectProperty<@Nullable LocalDate> lastDay = new SimpleObjectProperty<>(this, "lastDay");
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>(this, "file");
    private final ReadOnlyObjectWrapper<PassphraseStrength> strength = new ReadOnlyObjectWrapper<>(this, "strength", PassphraseStrength.NONE);
    private final ReadOnlyStringWrapper againProblem = new ReadOnlyStringWrapper(this, "againProblem", "");

    void onChange(Runnable look) {
        Stream.of(name, senior, board, credits, old, passphrase, again, own, lastDay, file).forEach(field -> field.subscribe(look));
    }

    void clear() {
        Stream.of(name, credits, old, passphrase, again, own).forEach(field -> field.set(""));
        senior.set(false);
        board.set(false);
        lastDay.set(null);
        file.set(null);
    }

    /// Judges the new passphrase.
    ///
    /// @param of whose it will be
    void look(String of) {
        strength.set(PassphraseStrength.of(passphrase.get(), of));
        againProblem.set(again.get().isEmpty() || again.get().equals(passphrase.get()) ? "" : "The two are not the same yet");
    }

    /// Why there is no new passphrase yet; empty when there is.
    String freshProblem() {
        return !strength.get().isEnough() ? "needs a passphrase of at least 8 characters"
                : !again.get().equals(passphrase.get()) ? "needs the same passphrase twice" : "";
    }

    String lastDayProblem(LocalDate today) {
        return lastDay.get() != null && lastDay.get().isBefore(today) ? "a key cannot end in the past" : "";
    }

    String name() {
        return name.get();
    }

    boolean isSenior() {
        return senior.get();
    }

    boolean isBoard() {
        return board.get();
    }

    boolean oldIsEmpty() {
        return old.get().isEmpty();
    }

    boolean ownIsEmpty() {
        return own.get().isEmpty();
    }

    /// A copy that whoever takes it empties.
    char[] old() {
        return old.get().toCharArray();
    }

    char[] fresh() {
        return passphrase.get().toCharArray();
    }

    char[] own() {
        return own.get().toCharArray();
    }

    @Nullable LocalDate lastDay() {
        return lastDay.get();
    }

    List<String> credits() {
        return credits.get().lines().map(String::strip).filter(credit -> !credit.isEmpty()).distinct().toList();
    }

    Set<Role> roles(Role... always) {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(List.of(always));
        if (senior.get()) {
            roles.add(Role.SENIOR_EDITOR);
        }
        if (board.get()) {
            roles.add(Role.BOARD);
        }
        return roles;
    }

    // ---- what the view binds to

    public StringProperty nameProperty() {
        return name;
    }

    public BooleanProperty seniorProperty() {
        return senior;
    }

    public BooleanProperty boardProperty() {
        return board;
    }

    /// One a line.
    public StringProperty creditsProperty() {
        return credits;
    }

    /// The passphrase that opens the key now.
    public StringProperty oldProperty() {
        return old;
    }

    public StringProperty passphraseProperty() {
        return passphrase;
    }

    public StringProperty againProperty() {
        return again;
    }

    /// The passphrase of the person who vouches.
    public StringProperty ownProperty() {
        return own;
    }

    /// The last day on which a leaver may sign; null for now.
    public ObjectProperty<@Nullable LocalDate> lastDayProperty() {
        return lastDay;
    }

    /// The copy of a key file that is brought back.
    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    public ReadOnlyObjectProperty<PassphraseStrength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty againProblemProperty() {
        return againProblem.getReadOnlyProperty();
    }
}
