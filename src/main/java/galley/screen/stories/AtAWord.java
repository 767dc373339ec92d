package galley.screen.stories;

import galley.notice.TroubleLog;
import galley.publish.TrendingDesk;
import galley.publish.TrendingDesk.Choice;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.signoff.Outcome;
import galley.story.FullText;
import galley.work.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What is done at an editor's word alone, with the story or item being read: its article is fetched, and the trending list is told to show
/// or to hide it.
public final class AtAWord {

    /// What this works on.
    ///
    /// @param fullText fetches the article behind a wire entry
    /// @param standing what was said last of the trending list
    public record Services(Function<UUID, FullText> fullText, TrendingDesk trending, Supplier<Map<UUID, Choice>> standing) {}

    private final Services services;
    private final ObservableValue<@Nullable Reading> reading;
    private final Acting acting;
    private final Work work;
    private final Notices notices;
    private final Runnable afterwards;
    private final StringProperty mayFetch = new SimpleStringProperty("choose a wire item first");
    private final StringProperty mayPin = new SimpleStringProperty("choose a story first");
    private final StringProperty mayHide = new SimpleStringProperty("choose a story first");
    private final StringProperty mayLeave = new SimpleStringProperty("choose a story first");
    private final Command fetch = new Command("Fetch the full text", "fth-download", "", mayFetch, this::fetchIt);
    private final Command pin = new Command("Pin to trending", "fth-trending-up", "", mayPin, () -> say(Choice.PIN, "Pinned. The ticker shows it from the next export on."));
    private final Command hide = new Command("Hide from trending", "fth-eye-off", "", mayHide, () -> say(Choice.HIDE, "Hidden from the trending list from the next export on."));
    private final Command leave = new Command("Leave trending to its rule", "fth-rotate-ccw", "", mayLeave, () -> say(Choice.LEAVE, "The trending list goes by its own rule again."));

    /// @param afterwards called when something was done, to read anew
    AtAWord(Services services, ObservableValue<@Nullable Reading> reading, Acting acting, Work work, Notices notices, Runnable afterwards) {
        this.services = services;
        this.reading = reading;
        this.acting = acting;
        this.work = work;
        this.notices = notices;
        this.afterwards = afterwards;
        reading.subscribe(this::judge);
    }

    private void judge(@Nullable Reading now) {
        if (now == null || now.onTheWire()) {
            mayFetch.set(now == null ? "choose a wire item first" : "");
            List.of(mayPin, mayHide, mayLeave).forEach(may -> may.set(now == null ? "choose a story first" : "it is a wire item; only published stories trend"));
            return;
        }
        mayFetch.set("it is a story; the article is fetched for a wire item");
        work.start("see what was said of the trending list", (_, _) -> services.standing().get().getOrDefault(now.id(), Choice.LEAVE), said -> {
            var still = reading.getValue();
            if (still != null && still.id().equals(now.id())) {
                mayPin.set(!now.published() ? "only a published story can be pinned" : said == Choice.PIN ? "it is pinned already" : "");
                mayHide.set(said == Choice.HIDE ? "it is hidden already" : "");
                mayLeave.set(said == Choice.LEAVE ? "nothing was said of it" : "");
            }
        }, fault -> notices.tell(TroubleLog.tell("seeing what was said of the trending list", fault)));
    }

    private void fetchIt() {
        var now = reading.getValue();
        mayFetch.set("the article is on its way");
        work.start("fetch the full text", (_, _) -> services.fullText().apply(now.id()), text -> {
            mayFetch.set("");
            notices.say(text.isEnough() ? "fth-download" : "fth-alert-triangle", text.isEnough() ? "The full text stands beside what the feed delivered" : String.valueOf(text.problem()));
            afterwards.run();
        }, fault -> {
            mayFetch.set("");
            notices.tell(TroubleLog.tell("fetching the full text", fault));
        });
    }

    private void say(Choice choice, String said) {
        var now = reading.getValue();
        var by = acting.person();
        work.start("tell the trending list", (_, _) -> services.trending().say(now.id(), by, choice), outcome -> {
            notices.say(outcome instanceof Outcome.Done<?> ? "fth-trending-up" : "fth-slash", outcome instanceof Outcome.Done<?> ? said : outcome.whyNot());
            afterwards.run();
            // What is read has not changed by it, so nobody is told that it has.
            judge(reading.getValue());
        }, fault -> notices.tell(TroubleLog.tell("telling the trending list", fault)));
    }

    /// The acts for what is being read.
    List<Command> of(Reading now) {
        return now.onTheWire() ? List.of(fetch) : List.of(pin, hide, leave);
    }

    List<Command> commands() {
        return List.of(fetch, pin, hide, leave);
    }
}
