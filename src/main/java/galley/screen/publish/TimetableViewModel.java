package galley.screen.publish;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.send.Destination;
import galley.publish.send.PlannedExport;
import galley.publish.send.Timetable;
import galley.screen.common.Acting;
import galley.screen.common.Times;
import galley.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Exports set for a time: which wait, what came of the last ones, and setting one more for what the export screen shows.
public final class TimetableViewModel {

    private static final int SHOWN = 8;

    /// One line of the list.
    ///
    /// @param wrong whether it was refused or failed last
    /// @param waits whether it can be taken back
    public record Line(long number, String what, String says, boolean wrong, boolean waits) {}

    private final Timetable table;
    private final Supplier<ZoneId> zone;
    private final Function<UUID, String> headlines;
    private final Acting acting;
    private final Times times;
    private final Work work;
    private final StringProperty at = new SimpleStringProperty("");
    private final StringProperty every = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();

    /// @param headlines a story's headline
    public TimetableViewModel(Timetable table, Supplier<ZoneId> zone, Function<UUID, String> headlines, Acting acting, Times times, Work work) {
        this.table = table;
        this.zone = zone;
        this.headlines = headlines;
        this.acting = acting;
        this.times = times;
        this.work = work;
    }

    /// Reads the list again.
    public void look() {
        work.start("look at the timetable", (_, _) -> table.all().stream().limit(SHOWN).map(this::line).toList(), lines::set,
                fault -> problem.set(TroubleLog.tell("looking at the timetable", fault)));
    }

    private Line line(PlannedExport plan) {
        var what = (plan.story() == null ? "Everything that is ready" : "“" + headlines.apply(plan.story()) + "”") + " to " + plan.destination();
        var next = plan.next().map(when -> (plan.every() == null ? "At " : "Every " + minutes(plan.every()) + ", next at ") + clock(when)).orElse("");
        var last = plan.last().map(event -> switch (event.kind()) {
            case BEGUN -> "Under way since " + clock(event.at());
            case DONE -> "Done " + clock(event.at()) + ": " + event.words();
            case REFUSED -> "Refused " + clock(event.at()) + ": " + event.words();
            case FAILED -> "Failed " + clock(event.at()) + ": " + event.words();
            case TAKEN_BACK -> event.words();
        }).orElse("");
        boolean wrong = plan.last().map(e -> e.kind() == PlannedExport.Kind.REFUSED || e.kind() == PlannedExport.Kind.FAILED).orElse(false);
        boolean underWay = plan.last().map(e -> e.kind() == PlannedExport.Kind.BEGUN).orElse(false);
        return new Line(plan.number(), what, underWay ? last : next.isEmpty() ? last : last.isEmpty() ? next + "." : next + ". " + last, wrong, plan.next().isPresent());
    }

    private static String minutes(Duration every) {
        return every.toMinutes() == 1 ? "minute" : every.toMinutes() == 60 ? "hour" : every.toMinutes() + " minutes";
    }

    private String clock(Instant when) {
        return times.day(when) + ", " + times.clock(when);
    }

    /// Sets an export for the time that was typed.
    ///
    /// @param stories what the screen shows; empty for everything that is ready then
    public void set(List<UUID> stories, String to) {
        problem.set(null);
        var when = at.get();
        var often = every.get();
        var by = acting.person();
        work.start("set an export", (_, _) -> {
            var first = when.isBlank() ? null : table.time(when, zone.get());
            var again = often.isBlank() ? null : Duration.ofMinutes(minutes(often));
            for (var story : stories.isEmpty() ? java.util.Collections.<@Nullable UUID>singletonList(null) : stories) {
                table.set(story, Destination.read(to), first, again, by);
            }
            return to;
        }, _ -> {
            at.set("");
            every.set("");
            look();
        }, fault -> problem.set(TroubleLog.tell("setting an export", fault)));
    }

    private static long minutes(String typed) {
        try {
            return Long.parseLong(typed.strip());
        } catch (NumberFormatException e) {
            throw new galley.notice.Trouble(Notice.of("“" + typed.strip() + "” is no number of minutes.", "Nothing was set.", "Write 15, for instance."), e);
        }
    }

    public void takeBack(long number) {
        work.start("take an export back", (_, _) -> table.takeBack(number, acting.person()), _ -> look(), fault -> problem.set(TroubleLog.tell("taking an export back", fault)));
    }

    /// As typed: 21:30, or a day and a time.
    public StringProperty atProperty() {
        return at;
    }

    /// Minutes, or nothing for once.
    public StringProperty everyProperty() {
        return every;
    }

    public ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }
}
