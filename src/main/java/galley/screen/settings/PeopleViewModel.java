package galley.screen.settings;

import galley.desk.People;
import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.signoff.AuditLog;
import galley.signoff.Enrolment;
import galley.signoff.KeyFiles;
import galley.signoff.PublicKeyRecord;
import galley.signoff.Sitting;
import galley.work.Work;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
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
    public record House(People people, PublicKeyRecord.Keys keys, AuditLog audit, Enrolment enrolment, KeyFiles keyFiles, Sitting sitting, Acting acting,
                        Times times, Consumer<List<Person>> changed) {}

    /// A person as the list shows them.
    ///
    /// @param detail "Senior editor, since 3 Nov"
    public record Line(Person person, String detail, List<KeyWords.Key> keys) {}

    /// What the pane is for at this moment.
    public enum Form { NONE, ADD, GRANT, PASSPHRASE, NEW_KEY, END_KEY, BRING_BACK, LEAVE }

    private final House house;
    private final Work work;
    private final Notices notices;

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(this, "form", Form.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Notice> trouble = new ReadOnlyObjectWrapper<>(this, "trouble");
    private final PersonFields fields = new PersonFields();
    private final ReadOnlyStringWrapper vouches = new ReadOnlyStringWrapper(this, "vouches", "");
    private final BooleanProperty asksOwn = new SimpleBooleanProperty(this, "asksOwn");

    private final StringProperty someone = new SimpleStringProperty("choose a person");
    private final StringProperty seniorOnly = new SimpleStringProperty("choose a person");
    private final StringProperty anotherOnly = new SimpleStringProperty("choose a person");
    private final StringProperty endsKeys = new SimpleStringProperty("choose a person");
    private final StringProperty own = new SimpleStringProperty("choose a person");
    private final StringProperty mayEnd = new SimpleStringProperty("");

    private final Command beginAdd = Command.always("Add a person", "fth-user-plus", "", () -> open(Form.ADD));
    private final Command beginGrant = new Command("Give a role or credit", "fth-award", "", seniorOnly, () -> open(Form.GRANT));
    private final Command beginPassphrase = new Command("Change passphrase", "fth-lock", "", someone, () -> open(Form.PASSPHRASE));
    private final Command beginNewKey = new Command("New key", "fth-key", "", anotherOnly, () -> open(Form.NEW_KEY));
    private final Command beginEndKey = new Command("Key lost", "fth-slash", "", endsKeys, () -> open(Form.END_KEY));
    private final Command beginBringBack = new Command("Bring a key file back", "fth-download", "", someone, () -> open(Form.BRING_BACK));
    private final Command beginLeave = new Command("They leave", "fth-log-out", "", seniorOnly, () -> open(Form.LEAVE));
    private final Command neverMind = Command.always("Never mind", "", "", () -> open(Form.NONE));
    private final Map<Form, Command> endings = Map.of(
            Form.ADD, ending("Add and make their key", this::addIt), Form.GRANT, ending("Give these", this::grantIt),
            Form.PASSPHRASE, ending("Change passphrase", this::changeIt), Form.NEW_KEY, ending("Make the new key", this::newKeyIt),
            Form.END_KEY, ending("End their key now", this::endKeyIt), Form.BRING_BACK, ending("Put it back", this::bringBackIt),
            Form.LEAVE, ending("End their keys", this::leaveIt));

    private Command ending(String words, Runnable act) {
        return new Command(words, "", "", mayEnd, act);
    }

    public PeopleViewModel(House house, Work work, Notices notices) {
        this.house = house;
        this.work = work;
        this.notices = notices;
        fields.onChange(this::judge);
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
            var keys = KeyWords.read(house.keys(), house.audit(), house.people(), house.times());
            return house.people().all().stream().map(person -> line(person, keys)).toList();
        }, found -> {
            lines.setAll(found);
            selected.set(found.stream().filter(line -> line.person().id().equals(choose)).findFirst().orElse(null));
            house.changed().accept(found.stream().map(Line::person).toList());
        }, this::tell);
    }

    private Line line(Person person, KeyWords keys) {
        var times = house.times();
        var detail = role(person) + (person.hasLeft() ? ", left " + times.day(person.left()) : ", since " + times.day(person.joined()));
        return new Line(person, detail, keys.of(person));
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
        fields.clear();
        trouble.set(null);
        var acting = house.acting().person();
        asksOwn.set(house.sitting().needsPassphrase(acting.id()));
        vouches.set(acting.name());
        form.set(wanted);
        judge();
    }

    /// Whether this form is vouched for by the acting person; the others are proven by the chosen person's own passphrase.
    public static boolean isVouched(Form form) {
        return switch (form) {
            case ADD, GRANT, NEW_KEY, END_KEY, LEAVE -> true;
            case NONE, PASSPHRASE, BRING_BACK -> false;
        };
    }

    private void judge() {
        var acting = house.acting().person();
        var about = selected.get() == null ? null : selected.get().person();
        var now = form.get();
        fields.look(now == Form.ADD ? fields.name() : about == null ? "" : about.name());
        var mine = isVouched(now) && asksOwn.get() && fields.ownIsEmpty() && !isAlone(about) ? "needs " + acting.name() + "'s passphrase" : "";
        mayEnd.set(first(switch (now) {
            case NONE -> "";
            case ADD -> first(fields.name().isBlank() ? "needs a name" : "", fields.freshProblem(),
                    fields.isSenior() && !acting.isSenior() ? "only a senior editor enrols another" : "");
            case GRANT -> fields.isSenior() || fields.isBoard() || !fields.credits().isEmpty() ? "" : "nothing is given yet";
            case PASSPHRASE -> first(fields.oldIsEmpty() ? "needs the old passphrase" : "", fields.freshProblem());
            case NEW_KEY -> fields.freshProblem();
            case END_KEY -> "";
            case BRING_BACK -> first(fields.fileProperty().get() == null ? "choose the copy first" : "", fields.oldIsEmpty() ? "needs the passphrase of that file" : "");
            case LEAVE -> fields.lastDayProblem(today());
        }, mine));
        someone.set(about == null ? "choose a person" : about.hasLeft() ? about.name() + " has left" : "");
        seniorOnly.set(first(someone.get(), acting.isSenior() ? "" : "only a senior editor may"));
        boolean self = about != null && about.id().equals(acting.id());
        boolean good = selected.get() != null && selected.get().keys().stream().anyMatch(KeyWords.Key::good);
        anotherOnly.set(first(someone.get(), self && !isAlone(about) ? "somebody else vouches: choose who you are at the top right" : ""));
        endsKeys.set(first(about == null ? "choose a person" : "", good ? "" : "no key of theirs is good", self || acting.isSenior() ? "" : "only they or a senior editor may"));
        own.set(first(about == null ? "choose a person" : "", self ? "" : "only " + (about == null ? "they" : about.name()) + " may"));
    }

    /// Whether the acting person is the only one here, and so has nobody to vouch for a new key of theirs.
    private boolean isAlone(@Nullable Person about) {
        return form.get() == Form.NEW_KEY && about != null && about.id().equals(house.acting().person().id())
                && lines.stream().allMatch(line -> line.person().hasLeft() || line.person().id().equals(about.id()));
    }

    private LocalDate today() {
        return house.times().dayOf(house.times().now());
    }

    private static String first(String... reasons) {
        return Arrays.stream(reasons).filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    // ---- acts

    private void addIt() {
        var called = fields.name();
        var roles = fields.roles(Role.EDITOR);
        var under = fields.credits();
        var secret = fields.fresh();
        vouched("add a person", by -> emptied(secret, () -> house.enrolment().add(called, roles, under, secret, by)), person -> person.name() + " has a key and can sign");
    }

    private void grantIt() {
        var about = selected.get().person();
        var roles = fields.roles();
        var under = fields.credits();
        vouched("give roles and credits", by -> house.enrolment().grant(about, roles, under, by), person -> person.name() + ": " + role(person));
    }

    private void newKeyIt() {
        var about = selected.get().person();
        var secret = fields.fresh();
        vouched("make a new key", by -> emptied(secret, () -> {
            house.enrolment().newKey(about, secret, by);
            house.sitting().leave(about.id());
            return about;
        }), person -> person.name() + " has a new key; what the old one signed still holds");
    }

    private void endKeyIt() {
        var about = selected.get().person();
        vouched("end a key", by -> {
            house.enrolment().endKeys(about, house.times().now(), Enrolment.Ending.LOST, by);
            house.sitting().leave(about.id());
            return about;
        }, person -> person.name() + "'s key has ended; they need a new one to sign");
    }

    private void leaveIt() {
        var about = selected.get().person();
        var day = fields.lastDay();
        if (day == null || !day.isAfter(today())) {
            vouched("note that a person has left", by -> {
                house.enrolment().leave(about, by);
                return about;
            }, person -> person.name() + " has left; their signatures stay");
        } else {
            vouched("note when a person leaves", by -> {
                house.enrolment().endKeys(about, house.times().endOf(day), Enrolment.Ending.ENDED, by);
                return about;
            }, person -> person.name() + " may sign until the end of that day");
        }
    }

    private void changeIt() {
        var about = selected.get().person();
        var before = fields.old();
        var secret = fields.fresh();
        work.start("change a passphrase", (_, _) -> emptied(before, () -> emptied(secret, () -> house.keyFiles().changePassphrase(about.id(), before, secret))), changed -> {
            if (changed) {
                house.sitting().leave(about.id());
                open(Form.NONE);
                notices.say("fth-lock", "The passphrase of " + about.name() + " is changed");
            } else {
                fields.oldProperty().set("");
                trouble.set(Notice.of("That is not the old passphrase of " + about.name() + ".", "Nothing was changed.", "Try again."));
            }
        }, this::tell);
    }

    private void bringBackIt() {
        var about = selected.get().person();
        var copy = fields.fileProperty().get();
        var secret = fields.old();
        work.start("bring a key file back", (_, _) -> emptied(secret, () -> {
            house.enrolment().bringBack(about, copy, secret);
            return about;
        }), _ -> {
            open(Form.NONE);
            read();
            notices.say("fth-key", about.name() + "'s key file is back");
        }, this::tell);
    }

    /// Copies the acting person's own key file to here.
    public void copyKeyTo(Path target) {
        var about = house.acting().person();
        work.start("copy a key file", (_, _) -> {
            house.keyFiles().copyTo(about.id(), target);
            return target;
        }, _ -> notices.say("fth-upload", "A copy of your key is in " + target.getFileName() + ". It is as safe as your passphrase"), this::tell);
    }

    private static <T> T emptied(char[] secret, Supplier<T> slow) {
        try {
            return slow.get();
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /// Does something that the acting person vouches for with their key.
    private void vouched(String what, Function<Person, Person> slow, Function<Person, String> said) {
        var by = house.acting().person();
        var secret = fields.own();
        boolean asked = asksOwn.get();
        boolean unproven = isAlone(selected.get() == null ? null : selected.get().person());
        Supplier<Boolean> isThem = () -> emptied(secret, () -> unproven || (asked ? house.sitting().open(by.id(), secret) : house.sitting().key(by.id())).isPresent());
        trouble.set(null);
        work.start(what, (_, _) -> isThem.get() ? Optional.of(slow.apply(by)) : Optional.<Person>empty(), done -> {
            if (done.isPresent()) {
                open(Form.NONE);
                read(done.get().id());
                notices.say("fth-check", said.apply(done.get()));
            } else {
                fields.ownProperty().set("");
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

    public PersonFields fields() {
        return fields;
    }

    public BooleanProperty asksOwnProperty() {
        return asksOwn;
    }

    /// Who vouches.
    public ReadOnlyStringProperty vouchesProperty() {
        return vouches.getReadOnlyProperty();
    }

    /// The acts a person's pane offers, each said in the same words everywhere.
    public List<Command> begins() {
        return List.of(beginGrant, beginPassphrase, beginNewKey, beginEndKey, beginBringBack, beginLeave);
    }

    /// Why the acting person may not take a copy of this key file; empty when it is their own.
    public ReadOnlyStringProperty mayCopyProperty() {
        return own;
    }

    public Command beginAdd() {
        return beginAdd;
    }

    /// The act that ends a form.
    public @Nullable Command ending(Form of) {
        return endings.get(of);
    }

    public Command neverMind() {
        return neverMind;
    }
}
