package galley.screen.settings;

import galley.ingest.Feeds;
import galley.ingest.rule.Action;
import galley.ingest.rule.Condition;
import galley.ingest.rule.Rule;
import galley.ingest.rule.RuleBook;
import galley.ingest.rule.RuleTrial;
import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rules for what arrives, in their order, and the form of one of them. A rule is tried on the wire before it is switched on.
public final class RulesViewModel {

    /// What the model reads and writes; all of it is slow.
    public record House(RuleBook rules, RuleTrial trial, Feeds feeds, Supplier<UUID> newId) {}

    /// A rule as a line of the list.
    ///
    /// @param detail what it has done so far, or that it is off
    public record Line(Rule rule, String detail) {}

    /// A feed to choose; without an id it stands for all of them.
    public record FeedChoice(@Nullable UUID id, String name) {

        static final FeedChoice ALL = new FeedChoice(null, "All feeds");

        @Override
        public String toString() {
            return name;
        }
    }

    /// An item that the rule would have hit.
    public record Hit(String title, String source) {}

    private record Read(List<Line> lines, List<FeedChoice> feeds) {}

    private static final int LOOKED_AT = 5_000;
    private static final int SHOWN = 12;

    private final House house;
    private final Work work;
    private final Notices notices;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<FeedChoice> feeds = FXCollections.observableArrayList(FeedChoice.ALL);
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Line> selected = new SimpleObjectProperty<>(this, "selected");
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<FeedChoice> feed = new SimpleObjectProperty<>(this, "feed", FeedChoice.ALL);
    private final StringProperty when = new SimpleStringProperty(this, "when", "");
    private final StringProperty then = new SimpleStringProperty(this, "then", "");
    private final BooleanProperty last = new SimpleBooleanProperty(this, "last");
    private final ReadOnlyStringWrapper whenProblem = new ReadOnlyStringWrapper(this, "whenProblem", "");
    private final ReadOnlyStringWrapper thenProblem = new ReadOnlyStringWrapper(this, "thenProblem", "");
    private final ReadOnlyStringWrapper tried = new ReadOnlyStringWrapper(this, "tried", "");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    private final StringProperty mayKeep = new SimpleStringProperty("");
    private final StringProperty maySwitchOn = new SimpleStringProperty("");
    private final StringProperty maySwitchOff = new SimpleStringProperty("");
    private final StringProperty mayMove = new SimpleStringProperty("");
    private final Command begin = Command.always("Add a rule", "fth-plus", "", this::beginNew);
    private final Command tryIt = new Command("Try it on the wire", "fth-search", "", mayKeep, this::tryOnTheWire);
    private final Command keep = new Command("Keep", "fth-check", "", mayKeep, () -> keep(current().on()));
    private final Command switchOn = new Command("Switch on", "fth-play", "", maySwitchOn, () -> keep(true));
    private final Command switchOff = new Command("Switch off", "fth-pause", "", maySwitchOff, () -> keep(false));
    private final Command earlier = new Command("Earlier", "fth-arrow-up", "", mayMove, () -> move(-1));
    private final Command later = new Command("Later", "fth-arrow-down", "", mayMove, () -> move(1));
    private final Command remove = new Command("Remove", "fth-trash-2", "", mayMove, this::removeIt);
    private @Nullable UUID id;
    private @Nullable Rule triedRule;

    public RulesViewModel(House house, Work work, Notices notices) {
        this.house = house;
        this.work = work;
        this.notices = notices;
        selected.subscribe(line -> {
            if (line != null) {
                fill(line.rule());
            }
        });
        for (var field : List.of(name, feed, when, then, last)) {
            field.addListener((_, _, _) -> judge());
        }
        judge();
    }

    /// Reads everything anew.
    public void read() {
        read(id);
    }

    private void read(@Nullable UUID then) {
        work.start("list the rules", (_, _) -> {
            var tallies = house.rules().tallies().stream().collect(Collectors.toMap(RuleBook.Tally::rule, Function.identity()));
            var read = house.rules().all().stream().map(rule -> new Line(rule, detail(rule, tallies.get(rule.id())))).toList();
            var choices = new ArrayList<>(List.of(FeedChoice.ALL));
            house.feeds().all().forEach(one -> choices.add(new FeedChoice(one.id(), one.source().isBlank() ? one.title() : one.source())));
            return new Read(read, choices);
        }, read -> {
            feeds.setAll(read.feeds());
            lines.setAll(read.lines());
            selected.set(lines.stream().filter(line -> line.rule().id().equals(then)).findFirst().orElse(lines.isEmpty() ? null : lines.getFirst()));
            if (selected.get() == null) {
                open.set(false);
            }
            judge();
        }, this::tell);
    }

    private static String detail(Rule rule, RuleBook.@Nullable Tally tally) {
        var hits = tally == null ? "no hits yet" : tally.hits() == 1 ? "1 hit" : tally.hits() + " hits";
        return rule.on() ? hits : "off · " + hits;
    }

    private void beginNew() {
        selected.set(null);
        id = house.newId().get();
        name.set("");
        feed.set(FeedChoice.ALL);
        when.set("");
        then.set("");
        last.set(false);
        forget();
        open.set(true);
        judge();
    }

    private void fill(Rule rule) {
        id = rule.id();
        name.set(rule.name());
        feed.set(feeds.stream().filter(choice -> java.util.Objects.equals(choice.id(), rule.feed())).findFirst().orElse(new FeedChoice(rule.feed(), "A feed that is gone")));
        when.set(String.join("\n", rule.when().stream().map(Condition::sentence).toList()));
        then.set(String.join("\n", rule.then().stream().map(Action::sentence).toList()));
        last.set(rule.last());
        forget();
        open.set(true);
        judge();
    }

    private void forget() {
        triedRule = null;
        tried.set("");
        hits.clear();
    }

    // ---- judging what is filled in

    private void judge() {
        whenProblem.set(problem(when.get(), Condition::read));
        thenProblem.set(problem(then.get(), Action::read));
        mayKeep.set(name.get().isBlank() ? "needs a name" : !whenProblem.get().isEmpty() ? "see the conditions" : !thenProblem.get().isEmpty() ? "see what it does"
                : list(then.get()).isEmpty() ? "needs something to do" : list(when.get()).isEmpty() && feed.get().id() == null ? "needs a condition or a feed" : "");
        var kept = kept();
        maySwitchOn.set(!mayKeep.get().isEmpty() ? mayKeep.get() : kept != null && kept.on() ? "is on" : !current().equals(triedRule) ? "try it first" : "");
        maySwitchOff.set(kept != null && kept.on() ? "" : "is off");
        on.set(kept != null && kept.on());
        mayMove.set(kept == null ? "choose a rule" : "");
    }

    private static <T> String problem(String text, Function<String, T> read) {
        for (var line : list(text)) {
            try {
                read.apply(line);
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }
        return "";
    }

    private static List<String> list(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private @Nullable Rule kept() {
        return lines.stream().map(Line::rule).filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    /// The rule as the form has it.
    private Rule current() {
        var kept = kept();
        return new Rule(id == null ? house.newId().get() : id, name.get(), feed.get().id(), kept != null && kept.on(), list(when.get()).stream().map(Condition::read).toList(),
                list(then.get()).stream().map(Action::read).toList(), last.get());
    }

    // ---- acts

    private void tryOnTheWire() {
        var rule = current();
        tried.set("Looking through the wire");
        hits.clear();
        work.start("try a rule", (_, _) -> house.trial().run(rule, LOOKED_AT), result -> {
            triedRule = rule;
            tried.set(result.sentence() + (result.hits().size() > SHOWN ? " The newest " + SHOWN + ":" : ""));
            hits.setAll(result.hits().stream().limit(SHOWN).map(entry -> new Hit(entry.latest().title(), entry.source())).toList());
            judge();
        }, fault -> {
            tried.set("");
            tell(fault);
        });
    }

    private void keep(boolean on) {
        var rule = current().switched(on);
        work.start("keep a rule", (_, _) -> {
            house.rules().keep(rule);
            return true;
        }, _ -> {
            notices.say("fth-check", rule.on() ? "“" + rule.name() + "” is followed from the next pull on" : "“" + rule.name() + "” is kept, and off");
            read(rule.id());
        }, this::tell);
    }

    private void move(int by) {
        var kept = kept();
        if (kept == null) {
            return;
        }
        int place = lines.stream().map(Line::rule).toList().indexOf(kept) + 1 + by;
        work.start("move a rule", (_, _) -> {
            house.rules().move(kept.id(), Math.max(1, place));
            return true;
        }, _ -> read(kept.id()), this::tell);
    }

    private void removeIt() {
        var kept = kept();
        if (kept == null) {
            return;
        }
        work.start("remove a rule", (_, _) -> {
            house.rules().remove(kept.id());
            return true;
        }, _ -> {
            notices.say("fth-trash-2", "“" + kept.name() + "” is removed", Command.always("Undo", "", "", () -> putBack(kept)));
            read(null);
        }, this::tell);
    }

    private void putBack(Rule rule) {
        work.start("put a rule back", (_, _) -> {
            house.rules().keep(rule);
            return true;
        }, _ -> read(rule.id()), this::tell);
    }

    private void tell(Throwable fault) {
        notices.tell(TroubleLog.tell("working on the rules", fault));
    }

    // ---- what the view binds to

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObservableList<FeedChoice> feeds() {
        return feeds;
    }

    /// What the rule would have hit, once it was tried.
    public ObservableList<Hit> hits() {
        return hits;
    }

    public ObjectProperty<@Nullable Line> selectedProperty() {
        return selected;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<FeedChoice> feedProperty() {
        return feed;
    }

    /// Conditions, one a line.
    public StringProperty whenProperty() {
        return when;
    }

    /// Actions, one a line.
    public StringProperty thenProperty() {
        return then;
    }

    public BooleanProperty lastProperty() {
        return last;
    }

    public ReadOnlyStringProperty whenProblemProperty() {
        return whenProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty thenProblemProperty() {
        return thenProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty triedProperty() {
        return tried.getReadOnlyProperty();
    }

    /// Whether the form of a rule is open.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Whether the rule is followed.
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public Command begin() {
        return begin;
    }

    public List<Command> acts() {
        return List.of(tryIt, switchOn, keep, switchOff);
    }

    public List<Command> placing() {
        return List.of(earlier, later, remove);
    }
}
