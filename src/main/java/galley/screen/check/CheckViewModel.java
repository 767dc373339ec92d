package galley.screen.check;

import galley.notice.TroubleLog;
import galley.publish.Verdict;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Checks files, folders and addresses, and holds what was found; what is wrong stands first.
public final class CheckViewModel {

    /// What checks: the verifier, wherever a page lies.
    @FunctionalInterface
    public interface Checks {

        /// @param what a file, a folder or an address
        Answer check(String what);
    }

    /// @param problems what could not be read, in sentences
    public record Answer(List<CheckedPage> pages, List<String> problems) {}

    private static final Comparator<CheckedPage> WORST_FIRST = Comparator.comparingInt(page -> switch (page.verdict().verdict()) {
        case ALTERED -> 0;
        case UNKNOWN_KEY -> 1;
        case UNSIGNED -> 2;
        case OURS_SUPERSEDED -> 3;
        case OURS_CURRENT -> 4;
    });

    private final Checks checks;
    private final Times times;
    private final Work work;
    private final Notices notices;
    private final StringProperty address = new SimpleStringProperty(this, "address", "");
    private final ObservableList<CheckedPage> pages = FXCollections.observableArrayList();
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CheckedPage> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper(this, "says", "");
    private final StringProperty mayCheck = new SimpleStringProperty("type or paste an address first");
    private final StringProperty mayStop = new SimpleStringProperty("nothing is checked");
    private final Command check = new Command("Check", "fth-shield", "", mayCheck, () -> check(List.of(address.get().strip())));
    private final Command stop = new Command("Stop", "", "", mayStop, this::stopIt);
    private Work.@Nullable Job job;
    private int asked;

    public CheckViewModel(Checks checks, Times times, Work work, Notices notices) {
        this.checks = checks;
        this.times = times;
        this.work = work;
        this.notices = notices;
        address.subscribe(words -> mayCheck.set(words.isBlank() ? "type or paste an address first" : ""));
        checking.subscribe(now -> mayStop.set(now ? "" : "nothing is checked"));
    }

    /// Checks all of these, and forgets what was found before.
    public void check(List<String> what) {
        if (job != null) {
            job.cancel().wish();
        }
        int question = ++asked;
        pages.clear();
        problems.clear();
        chosen.set(null);
        checking.set(true);
        says.set("Checking " + (what.size() == 1 ? what.getFirst() : what.size() + " places"));
        job = work.start("check pages", (_, cancel) -> {
            var found = new ArrayList<CheckedPage>();
            var wrong = new ArrayList<String>();
            for (var each : what) {
                cancel.check();
                var answer = checks.check(each);
                found.addAll(answer.pages());
                wrong.addAll(answer.problems());
            }
            found.sort(WORST_FIRST);
            return new Answer(found, wrong);
        }, answer -> {
            if (question == asked) {
                show(answer);
            }
        }, fault -> {
            if (question == asked) {
                checking.set(false);
                says.set("");
                if (!(fault instanceof CancellationException)) {
                    notices.tell(TroubleLog.tell("checking pages", fault));
                }
            }
        });
    }

    private void stopIt() {
        asked++;
        if (job != null) {
            job.cancel().wish();
        }
        checking.set(false);
        says.set("Stopped. Nothing was found out.");
    }

    private void show(Answer answer) {
        checking.set(false);
        pages.setAll(answer.pages());
        problems.setAll(answer.problems());
        chosen.set(answer.pages().isEmpty() ? null : answer.pages().getFirst());
        says.set(said(answer));
    }

    private static String said(Answer answer) {
        if (answer.pages().isEmpty()) {
            return answer.problems().isEmpty() ? "No article was found there." : "";
        }
        if (answer.pages().size() == 1) {
            return "";
        }
        var words = new StringBuilder("%,d pages".formatted(answer.pages().size()));
        count(answer, Verdict.Kind.OURS_CURRENT, " signed and unchanged", words);
        count(answer, Verdict.Kind.OURS_SUPERSEDED, " of an older version", words);
        count(answer, Verdict.Kind.ALTERED, " altered", words);
        count(answer, Verdict.Kind.UNSIGNED, " not signed", words);
        count(answer, Verdict.Kind.UNKNOWN_KEY, " with an unknown key", words);
        return words.toString();
    }

    private static void count(Answer answer, Verdict.Kind kind, String said, StringBuilder words) {
        long count = answer.pages().stream().filter(page -> page.verdict().verdict() == kind).count();
        if (count > 0) {
            words.append(" · %,d".formatted(count)).append(said);
        }
    }

    // ---- what the view binds to

    /// An address as it is typed or pasted.
    public StringProperty addressProperty() {
        return address;
    }

    public ObservableList<CheckedPage> pages() {
        return pages;
    }

    /// What could not be read, in sentences.
    public ObservableList<String> problems() {
        return problems;
    }

    public ObjectProperty<@Nullable CheckedPage> chosenProperty() {
        return chosen;
    }

    public ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    public Times times() {
        return times;
    }

    public Command check() {
        return check;
    }

    public Command stop() {
        return stop;
    }
}
