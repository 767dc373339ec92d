package galley.screen.settings;

import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.PassphraseStrength;
import galley.screen.common.Times;
import galley.signoff.Enrolment;
import galley.signoff.KeyFiles;
import galley.signoff.PublicKeyRecord;
import galley.signoff.Sitting;
import galley.work.Work;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who works here, what they may do, and their keys. Whoever vouches gives their passphrase: a name alone vouches for nobody.
public final class PeopleViewModel {

    /// What this works on.
    ///
    /// @param changed told of everyone after each change
    public record House(People people, PublicKeyRecord.Keys keys, Enrolment enrolment, KeyFiles keyFiles, Sitting sitting, Acting acting, Times times,
                        Consumer<List<Person>> changed) {}

    /// A person as the list shows them.
    ///
    /// @param detail "Senior editor, since 3 Nov"
    public record Line(Person person, String detail, List<Key> keys) {}

    /// A key as the pane shows it.
    public record Key(String kid, String words, boolean good) {}

    /// What the pane is for at this moment.
    public enum Form { NONE, ADD, GRANT, PASSPHRASE, LEAVE }

    private final House house;
    private final Work work;
    private final Notices notices;

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(this, "form", Form.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Notice> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final BooleanProperty senior = new SimpleBooleanProperty(this, "senior");
    private final BooleanProperty board = new SimpleBooleanProperty(this, "board");
    private final StringProperty credits = new SimpleStringProperty(this, "credits", "");
    private final StringProperty old = new SimpleStringProperty(this, "old", "");
    private final StringProperty passphrase = new SimpleStringProperty(this, "passphrase", "");
    private final StringProperty again = new SimpleStringProperty(this, "again", "");
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final ReadOnlyObjectWrapper<PassphraseStrength> strength = new ReadOnlyObjectWrapper<>(this, "strength", PassphraseStrength.NONE);
    private final ReadOnlyStringWrapper againProblem = new ReadOnlyStringWrapper(this, "againProblem", "");
    private final ReadOnlyStringWrapper vouches = new ReadOnlyStringWrapper(this, "vouches", "");
    private final BooleanProperty asksOwn = new SimpleBooleanProperty(this, "asksOwn");

    private final StringProperty mayAdd = new SimpleStringProperty("");
    private final StringProperty mayGrant = new SimpleStringProperty("");
    private final StringProperty mayChange = new SimpleStringProperty("");
    private final StringProperty mayLeave = new SimpleStringProperty("");
    private final StringProperty someone = new SimpleStringProperty("choose a person");
    private final StringProperty seniorOnly = new SimpleStringProperty("choose a person");

    private final Command beginAdd = Command.always("Add a person", "fth-user-plus", "", () -> open(Form.ADD));
    private final Command beginGrant = new Command("Give a role or credit", "fth-award", "", seniorOnly, () -> open(Form.GRANT));
    private final Command beginPassphrase = new Command("Change passphrase", "fth-key", "", someone, () -> open(Form.PASSPHRASE));
    private final Command beginLeave = new Command("They have left", "fth-log-out", "", seniorOnly, () -> open(Form.LEAVE));
    private final Command add = new Command("Add and make their key", "", "", mayAdd, this::addIt);
    private final Command grant = new Command("Give these", "", "", mayGrant, this::grantIt);
    private final Command change = new Command("Change passphrase", "", "", mayChange, this::changeIt);
    private final Command leave = new Command("End their keys", "", "", mayLeave, this::leaveIt);
    private final Command neverMind = Command.always("Never mind", "", "", () -> open(Form.NONE));

    public PeopleViewModel(House house, Work work, Notices notices) {
        this.house = house;
        this.work = work;
        this.notices = notices;
        for (var field : List.of(name, credits, old, passphrase, again, own)) {
            field.subscribe(this::judge);
        }
        senior.subscribe(this::judge);
        board.subscribe(this::judge);
        selected.subscribe(() -> open(Form.NONE));
        house.acting().personProperty().subscribe(() -> open(Form.NONE));
        open(Form.NONE);
    }

    /// Reads everyone anew and keeps the chosen one.
    public void read() {
        read(selected.get() == null ? house.acting().person().id() : selected.get().person().id());
    }

    private void read(UUID choose) {
        work.start("read the people", (_, _) -> {
            var keys = house.keys().all();
            return house.people().all().stream().map(person -> line(person, keys)).toList();
        }, found -> {
            lines.setAll(found);
            selected.set(found.stream().filter(line -> line.person().id().equals(choose)).findFirst().orElse(null));
            house.changed().accept(found.stream().map(Line::person).toList());
        }, this::tell);
    }

    private Line line(Person person, List<PublicKeyRecord> keys) {
        var times = house.times();
        var detail = role(person) + (person.hasLeft() ? ", left " + times.at(person.left()) : ", since " + times.at(person.joined()));
        return new Line(person, detail, keys.stream().filter(key -> person.id().equals(key.person())).map(key -> new Key(key.kid(),
                key.until() == null ? "good since " + times.at(key.from()) : "ended " + times.at(key.until()), key.until() == null)).toList());
    }

    /// "Senior editor, board".
    public static String role(Person person) {
        var words = new StringBuilder(person.isSenior() ? "Senior editor" : person.isEditor() ? "Editor" : "");
        if (person.roles().contains(Role.BOARD)) {
            words.append(words.isEmpty() ? "Board" : ", board");
        }
        return words.toString();
    }

    // ---- forms

    private void open(Form wanted) {
        for (var field : List.of(name, credits, old, passphrase, again, own)) {
            field.set("");
        }
        senior.set(false);
        board.set(false);
        trouble.set(null);
        var acting = house.acting().person();
        asksOwn.set(house.sitting().needsPassphrase(acting.id()));
        vouches.set(acting.name());
        form.set(wanted);
        judge();
    }

    private void judge() {
        var acting = house.acting().person();
        var about = selected.get() == null ? null : selected.get().person();
        var of = form.get() == Form.ADD ? name.get() : about == null ? "" : about.name();
        strength.set(PassphraseStrength.of(passphrase.get(), of));
        againProblem.set(again.get().isEmpty() || again.get().equals(passphrase.get()) ? "" : "The two are not the same yet");
        var fresh = !strength.get().isEnough() ? "needs a passphrase of at least 8 characters"
                : !again.get().equals(passphrase.get()) ? "needs the same passphrase twice" : "";
        var mine = asksOwn.get() && own.get().isEmpty() ? "needs " + acting.name() + "'s passphrase" : "";
        mayAdd.set(first(name.get().isBlank() ? "needs a name" : "", fresh, senior.get() && !acting.isSenior() ? "only a senior editor enrols another" : "", mine));
        mayGrant.set(first(senior.get() || board.get() || !credits().isEmpty() ? "" : "nothing is given yet", mine));
        mayChange.set(first(old.get().isEmpty() ? "needs the old passphrase" : "", fresh));
        mayLeave.set(mine);
        someone.set(about == null ? "choose a person" : about.hasLeft() ? about.name() + " has left" : "");
        seniorOnly.set(first(someone.get(), acting.isSenior() ? "" : "only a senior editor may"));
    }

    private static String first(String... reasons) {
        return Arrays.stream(reasons).filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    private List<String> credits() {
        return credits.get().lines().map(String::strip).filter(credit -> !credit.isEmpty()).distinct().toList();
    }

    private Set<Role> roles(Role... always) {
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

    // ---- acts

    private void addIt() {
        var called = name.get();
        var roles = roles(Role.EDITOR);
        var under = credits();
        var secret = passphrase.get().toCharArray();
        vouched("add a person", by -> {
            try {
                return house.enrolment().add(called, roles, under, secret, by);
            } finally {
                Arrays.fill(secret, '\0');
            }
        }, person -> person.name() + " has a key and can sign");
    }

    private void grantIt() {
        var about = selected.get().person();
        var roles = roles();
        var under = credits();
        vouched("give roles and credits", by -> house.enrolment().grant(about, roles, under, by), person -> person.name() + ": " + role(person));
    }

    private void leaveIt() {
        var about = selected.get().person();
        vouched("note that a person has left", by -> {
            house.enrolment().leave(about, by);
            return about;
        }, person -> person.name() + " has left; their signatures stay");
    }

    private void changeIt() {
        var about = selected.get().person();
        var before = old.get().toCharArray();
        var secret = passphrase.get().toCharArray();
        work.start("change a passphrase", (_, _) -> {
            try {
                return house.keyFiles().changePassphrase(about.id(), before, secret);
            } finally {
                Arrays.fill(before, '\0');
                Arrays.fill(secret, '\0');
            }
        }, changed -> {
            if (changed) {
                house.sitting().leave(about.id());
                open(Form.NONE);
                notices.say("fth-key", "The passphrase of " + about.name() + " is changed");
            } else {
                old.set("");
                trouble.set(Notice.of("That is not the old passphrase of " + about.name() + ".", "Nothing was changed.", "Try again."));
            }
        }, this::tell);
    }

    /// Does something that the acting person vouches for with their key.
    private void vouched(String what, java.util.function.Function<Person, Person> slow, java.util.function.Function<Person, String> said) {
        var by = house.acting().person();
        var secret = own.get().toCharArray();
        boolean asked = asksOwn.get();
        Supplier<Boolean> isThem = () -> {
            try {
                return (asked ? house.sitting().open(by.id(), secret) : house.sitting().key(by.id())).isPresent();
            } finally {
                Arrays.fill(secret, '\0');
            }
        };
        trouble.set(null);
        work.start(what, (_, _) -> isThem.get() ? java.util.Optional.of(slow.apply(by)) : java.util.Optional.<Person>empty(), done -> {
            if (done.isPresent()) {
                open(Form.NONE);
                read(done.get().id());
                notices.say("fth-check", said.apply(done.get()));
            } else {
                own.set("");
                asksOwn.set(true);
                judge();
                trouble.set(asked ? Notice.of("That is not " + by.name() + "'s passphrase.", "Nothing was changed.", "Try again.")
                        : Notice.of("Ten minutes have passed.", "Nothing was changed.", "Give your passphrase again."));
            }
        }, this::tell);
    }

    private void tell(Throwable fault) {
        trouble.set(TroubleLog.tell("working on the people", fault));
    }

    // ---- what the view binds to

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<@Nullable Line> selectedProperty() {
        return selected;
    }

    public ReadOnlyObjectProperty<Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

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

    public BooleanProperty asksOwnProperty() {
        return asksOwn;
    }

    /// Who vouches.
    public ReadOnlyStringProperty vouchesProperty() {
        return vouches.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PassphraseStrength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty againProblemProperty() {
        return againProblem.getReadOnlyProperty();
    }

    /// The acts a person's pane offers.
    public List<Command> begins() {
        return List.of(beginGrant, beginPassphrase, beginLeave);
    }

    public Command beginAdd() {
        return beginAdd;
    }

    /// The act that ends a form.
    public @Nullable Command ending(Form of) {
        return switch (of) {
            case NONE -> null;
            case ADD -> add;
            case GRANT -> grant;
            case PASSPHRASE -> change;
            case LEAVE -> leave;
        };
    }

    public Command neverMind() {
        return neverMind;
    }
}
