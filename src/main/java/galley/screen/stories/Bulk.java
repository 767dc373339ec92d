package galley.screen.stories;

import galley.desk.Person;
import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Place;
import galley.screen.common.Screens;
import galley.signoff.Outcome;
import galley.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Several stories at once. Each goes through the same door as it would alone, one after another, and every refusal is listed with its
/// reasons; what was allowed is done.
public final class Bulk {

    /// More at once nobody has looked at.
    private static final int MOST = 500;

    /// A story that was left as it was.
    public record Refused(String headline, String why) {}

    /// What became of all of them.
    public record Result(String says, List<Refused> refused) {}

    /// A reason that is asked for before several stories are stopped.
    public record Asked(String prompt, String act, java.util.function.Consumer<String> then) {}

    private final StoriesViewModel.Desk desk;
    private final Work work;
    private final Notices notices;
    private final Screens screens;
    private final Supplier<@Nullable VirtualRows> rows;
    private final Runnable afterwards;
    private final ReadOnlyObjectWrapper<List<Integer>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Asked> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");
    private final StringProperty may = new SimpleStringProperty("");
    private final List<Command> commands;

    Bulk(StoriesViewModel.Desk desk, Work work, Notices notices, Screens screens, Supplier<@Nullable VirtualRows> rows, Runnable afterwards) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        this.screens = screens;
        this.rows = rows;
        this.afterwards = afterwards;
        this.commands = List.of(new Command("Take all", "fth-user-plus", "T", may, this::take),
                new Command("Hold all", "fth-pause", "H", may, () -> ask("For whom or what they wait.", "Hold all", this::hold)),
                new Command("Release all from hold", "fth-play", "", may, this::release),
                new Command("Spike all", "fth-archive", "S", may, () -> ask("Why they are spiked. They can come back.", "Spike all", this::spike)),
                new Command("Export all", "fth-upload", "E", may, this::export));
    }

    /// Chooses these places of the list.
    public void choose(List<Integer> places) {
        if (!places.equals(chosen.get())) {
            result.set(null);
            asked.set(null);
            may.set(places.size() > MOST ? "choose at most " + MOST : "");
            chosen.set(List.copyOf(places));
        }
    }

    public ReadOnlyObjectProperty<List<Integer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public boolean isSeveral() {
        return chosen.get().size() > 1;
    }

    public ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Asked> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// What is being done to them; empty when nothing is.
    public ReadOnlyStringProperty doingProperty() {
        return doing.getReadOnlyProperty();
    }

    public List<Command> commands() {
        return commands;
    }

    public void neverMind() {
        asked.set(null);
    }

    private void ask(String prompt, String act, java.util.function.Consumer<String> then) {
        asked.set(new Asked(prompt, act, then));
    }

    // ---- acts

    private void take() {
        run("taking", "taken", (row, by) -> row.onTheWire() ? why(desk.flow().take(row.id(), by, item -> desk.firstText().apply(item, row.source())))
                : "it is a story already", null);
    }

    private void hold(String reason) {
        run("putting on hold", "on hold", (row, by) -> row.onTheWire() ? "it is a wire item; take it first" : why(desk.flow().hold(row.id(), by, reason)),
                (row, by) -> why(desk.flow().release(row.id(), by)));
    }

    private void release() {
        run("releasing", "released", (row, by) -> row.onTheWire() ? "it is a wire item; take it first" : why(desk.flow().release(row.id(), by)), null);
    }

    private void spike(String reason) {
        run("spiking", "spiked", (row, by) -> {
            if (row.onTheWire()) {
                desk.wire().spike(row.id(), desk.times().now());
                return "";
            }
            return why(desk.flow().spike(row.id(), by, reason));
        }, (row, by) -> {
            if (row.onTheWire()) {
                desk.wire().unspike(row.id());
                return "";
            }
            return why(desk.flow().restore(row.id(), by));
        });
    }

    private void export() {
        var all = rows.get();
        if (all == null || !may.get().isEmpty()) {
            return;
        }
        var places = chosen.get();
        work.start("look at what is chosen", (_, _) -> all.at(places), found -> {
            var stories = found.stream().filter(row -> !row.onTheWire()).map(StoryRow::id).toList();
            if (stories.isEmpty()) {
                result.set(new Result("Nothing to export", List.of(new Refused("All that is chosen", "these are wire items; take them first"))));
            } else {
                screens.show(new Place.Exporting(stories));
            }
        }, fault -> notices.tell(TroubleLog.tell("looking at what is chosen", fault)));
    }

    private static String why(Outcome<?> outcome) {
        return outcome.whyNot();
    }

    /// @param undo takes one of them back; null when nothing does
    private void run(String verb, String done, BiFunction<StoryRow, Person, String> act, @Nullable BiFunction<StoryRow, Person, String> undo) {
        var all = rows.get();
        var places = chosen.get();
        var by = desk.acting().person();
        if (all == null || places.isEmpty() || !doing.get().isEmpty() || !may.get().isEmpty()) {
            return;
        }
        asked.set(null);
        doing.set(Character.toUpperCase(verb.charAt(0)) + verb.substring(1) + " " + places.size() + " …");
        record Did(List<StoryRow> done, List<Refused> refused) {}
        work.start(verb + " several stories", (_, cancel) -> {
            var did = new ArrayList<StoryRow>();
            var refused = new ArrayList<Refused>();
            for (var row : all.at(places)) {
                cancel.check();
                var why = row.id() == null ? "it is not there any more" : act.apply(row, by);
                if (why.isEmpty()) {
                    did.add(row);
                } else {
                    refused.add(new Refused(row.headline().isEmpty() ? "No headline yet" : row.headline(), why));
                }
            }
            return new Did(did, refused);
        }, did -> {
            doing.set("");
            afterwards.run();
            var says = (did.done().size() == 1 ? "1 story " : did.done().size() + " stories ") + done;
            result.set(new Result(did.refused().isEmpty() ? says : says + ", " + did.refused().size() + " left as they were", did.refused()));
            if (!did.done().isEmpty()) {
                notices.say("fth-check", says, undo == null ? new Command[0]
                        : new Command[] {Command.always("Undo", "", "Ctrl+Z", () -> takeBack(did.done(), by, undo))});
            }
        }, fault -> {
            doing.set("");
            afterwards.run();
            notices.tell(TroubleLog.tell(verb + " several stories", fault));
        });
    }

    private void takeBack(List<StoryRow> done, Person by, BiFunction<StoryRow, Person, String> undo) {
        work.start("undo", (_, _) -> done.stream().filter(row -> undo.apply(row, by).isEmpty()).count(), count -> {
            afterwards.run();
            notices.say("fth-rotate-ccw", count == 1 ? "1 story is as it was" : count + " stories are as they were");
        }, fault -> notices.tell(TroubleLog.tell("undoing", fault)));
    }
}
