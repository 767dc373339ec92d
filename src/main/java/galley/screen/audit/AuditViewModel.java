package galley.screen.audit;

import galley.desk.People;
import galley.desk.Person;
import galley.notice.TroubleLog;
import galley.screen.common.AuditWords;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.signoff.AuditChain;
import galley.signoff.AuditEntry;
import galley.signoff.AuditLines;
import galley.signoff.AuditLog;
import galley.work.Work;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The audit log of the newsroom or of one story: narrowed by person, kind and time, the newest first, a page at a time.
public final class AuditViewModel {

    private static final int PAGE = 200;

    /// What this reads.
    ///
    /// @param headlineOf what a story is called; empty when it is not known
    public record Desk(AuditLog audit, People people, Function<UUID, String> headlineOf, Times times) {}

    /// One act as the list shows it.
    public record Line(AuditEntry entry, String who, String what, String when, String story) {}

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Person> people = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Person> person = new SimpleObjectProperty<>(this, "person");
    private final ObjectProperty<AuditWords.Kind> kind = new SimpleObjectProperty<>(this, "kind", AuditWords.Kind.ALL);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>(this, "from");
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>(this, "until");
    private final ObjectProperty<@Nullable UUID> story = new SimpleObjectProperty<>(this, "story");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper(this, "says", "");
    private final StringProperty mayShowMore = new SimpleStringProperty("everything is shown");
    private final StringProperty mayClear = new SimpleStringProperty("nothing is narrowed");
    private final StringProperty mayCheck = new SimpleStringProperty("");
    private final Command more = new Command("Show older", "", "", mayShowMore, this::readOn);
    private final Command clear = new Command("Show everything", "fth-x", "", mayClear, this::clearIt);
    private final Command check = new Command("Check the chain", "fth-link", "", mayCheck, this::checkIt);
    private boolean settling;
    private int asked;

    public AuditViewModel(Desk desk, Work work, Notices notices) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        Stream.of(person, kind, from, until, story).forEach(each -> each.subscribe(this::narrowed));
    }

    /// Reads anew.
    ///
    /// @param wanted whose acts; null for the whole newsroom
    public void show(@Nullable UUID wanted) {
        settling = true;
        clearFields();
        story.set(wanted);
        settling = false;
        read();
    }

    private void clearFields() {
        person.set(null);
        kind.set(AuditWords.Kind.ALL);
        from.set(null);
        until.set(null);
        story.set(null);
    }

    private void clearIt() {
        show(null);
    }

    private void narrowed() {
        if (!settling) {
            read();
        }
    }

    private AuditLog.Question question(long before, int most) {
        return new AuditLog.Question(person.get() == null ? null : person.get().id(), kind.get().actions(), story.get(),
                from.get() == null ? null : desk.times().startOf(from.get()), until.get() == null ? null : desk.times().startOf(until.get().plusDays(1)), before, most);
    }

    private boolean isNarrowed() {
        return person.get() != null || kind.get() != AuditWords.Kind.ALL || from.get() != null || until.get() != null || story.get() != null;
    }

    private void read() {
        mayClear.set(isNarrowed() ? "" : "nothing is narrowed");
        var wanted = question(Long.MAX_VALUE, PAGE + 1);
        var about = story.get();
        int number = ++asked;
        work.start("read the audit log", (_, _) -> new Page(desk.people().all(), said(desk.audit().find(wanted)), about == null ? "" : desk.headlineOf().apply(about)), page -> {
            if (number == asked) {
                settling = true;
                var chosen = person.get();
                people.setAll(page.people());
                person.set(chosen == null ? null : page.people().stream().filter(p -> p.id().equals(chosen.id())).findFirst().orElse(null));
                settling = false;
                this.about.set(page.about());
                lines.clear();
                add(page.lines());
            }
        }, this::tell);
    }

    private record Page(List<Person> people, List<Line> lines, String about) {}

    private void readOn() {
        var wanted = question(lines.getLast().entry().sequence(), PAGE + 1);
        int number = asked;
        work.start("read on in the audit log", (_, _) -> said(desk.audit().find(wanted)), found -> {
            if (number == asked) {
                add(found);
            }
        }, this::tell);
    }

    private void add(List<Line> found) {
        lines.addAll(found.subList(0, Math.min(PAGE, found.size())));
        boolean all = found.size() <= PAGE;
        mayShowMore.set(all ? "everything is shown" : "");
        says.set("%,d%s %s".formatted(lines.size(), all ? "" : "+", lines.size() == 1 ? "act" : "acts"));
    }

    private List<Line> said(List<AuditEntry> entries) {
        var names = names();
        var words = new AuditWords(id -> names.getOrDefault(id, "somebody unknown"), desk.times());
        var headlines = new HashMap<UUID, String>();
        return entries.stream().map(entry -> new Line(entry, words.who(entry), words.what(entry), desk.times().at(entry.at()),
                entry.story() == null ? "" : headlines.computeIfAbsent(entry.story(), desk.headlineOf()))).toList();
    }

    private Map<UUID, String> names() {
        return desk.people().all().stream().collect(Collectors.toMap(Person::id, Person::name));
    }

    /// Writes what is asked for, all of it and the oldest first, as JSON Lines.
    public void exportTo(Path file) {
        var wanted = question(Long.MAX_VALUE, Integer.MAX_VALUE);
        boolean whole = !isNarrowed();
        work.start("write the audit log", (_, _) -> AuditLines.write(file,
                reader -> {
                    if (whole) {
                        desk.audit().each(reader);
                    } else {
                        desk.audit().find(wanted).reversed().forEach(reader);
                    }
                }, names()), count -> notices.say("fth-download", "%,d lines are in %s".formatted(count, file.getFileName())), this::tell);
    }

    private void checkIt() {
        mayCheck.set("the chain is being checked");
        work.start("check the audit log's chain", (_, _) -> AuditChain.breaks(desk.audit()), breaks -> {
            mayCheck.set("");
            notices.say(breaks.isEmpty() ? "fth-check" : "fth-alert-octagon", breaks.isEmpty() ? "Every line follows from the one before it"
                    : breaks.size() == 1 ? breaks.getFirst() : breaks.getFirst() + " And " + (breaks.size() - 1) + " more; galley doctor names them all.");
        }, fault -> {
            mayCheck.set("");
            tell(fault);
        });
    }

    private void tell(Throwable fault) {
        notices.tell(TroubleLog.tell("reading the audit log", fault));
    }

    // ---- what the view binds to

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObservableList<Person> people() {
        return people;
    }

    /// Whose acts; null for everybody's.
    public ObjectProperty<@Nullable Person> personProperty() {
        return person;
    }

    public ObjectProperty<AuditWords.Kind> kindProperty() {
        return kind;
    }

    /// The first day; null for no bound.
    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    /// The last day; null for no bound.
    public ObjectProperty<@Nullable LocalDate> untilProperty() {
        return until;
    }

    public ObjectProperty<@Nullable UUID> storyProperty() {
        return story;
    }

    /// The headline of the one story that is shown; empty for the newsroom.
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    public Command more() {
        return more;
    }

    public Command clear() {
        return clear;
    }

    public Command check() {
        return check;
    }
}
