package galley.screen.publish;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.publish.send.Delivery;
import galley.publish.send.Destination;
import galley.publish.send.Login;
import galley.publish.send.SiteLogins;
import galley.screen.common.Acting;
import galley.work.Cancel;
import galley.work.Progress;
import galley.work.Work;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is exported and where to: the stories with every reason against each, the place, how far it is, and what came of it.
public final class ExportViewModel {

    /// A story that is to be exported.
    ///
    /// @param against why it may not be; empty when it may
    public record Candidate(UUID id, String headline, List<String> against) {}

    /// Exports stories to a place.
    @FunctionalInterface
    public interface Exports {
        Delivery.Report export(List<UUID> stories, Destination.Given to, Person by, Progress.Watcher watcher, Cancel cancel);
    }

    /// Looks what that would do.
    @FunctionalInterface
    public interface Trials {
        Delivery.Trial look(List<UUID> stories, Destination.Given to, Person by, Progress.Watcher watcher, Cancel cancel);
    }

    /// What this screen works on.
    ///
    /// @param look reads the candidates; given none, everything that is ready
    /// @param to where was exported to last
    /// @param remember keeps where was exported to
    /// @param logins how to sign in elsewhere
    /// @param themeProblems what is wrong with the newsroom's own theme, each in a sentence; read from the disk
    /// @param changed called after an export, to count again
    public record Desk(Function<List<UUID>, List<Candidate>> look, Exports exports, Trials trials, Supplier<String> to, Consumer<String> remember, SiteLogins logins,
                       Supplier<List<String>> themeProblems, Acting acting, Runnable changed) {}

    /// What a destination asks of a person before anything can be sent there.
    public enum SignIn { NOBODY, SERVER, BUCKET }

    private record Looked(List<Candidate> candidates, List<String> themeProblems) {}

    private final Desk desk;
    private final Work work;
    private final ReadOnlyObjectWrapper<List<Candidate>> candidates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> themeProblems = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper wrongPlace = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<SignIn> signIn = new ReadOnlyObjectWrapper<>(SignIn.NOBODY);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("looking at the stories");
    private final ReadOnlyStringWrapper mayLook = new ReadOnlyStringWrapper("looking at the stories");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<Delivery.@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Delivery.@Nullable Trial> trial = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private List<UUID> wanted = List.of();
    private boolean looked;
    private boolean running;
    private Work.@Nullable Job job;

    public ExportViewModel(Desk desk, Work work) {
        this.desk = desk;
        this.work = work;
        to.addListener((_, _, _) -> judge());
    }

    /// @param stories empty for everything that is ready
    public void show(List<UUID> stories) {
        wanted = stories;
        report.set(null);
        trial.set(null);
        problem.set(null);
        to.set(desk.to().get());
        look();
    }

    private void look() {
        looked = false;
        judge();
        var asked = wanted;
        work.start("look at what is to be exported", (_, _) -> new Looked(desk.look().apply(asked), desk.themeProblems().get()), found -> {
            if (asked == wanted) {
                looked = true;
                candidates.set(found.candidates());
                themeProblems.set(found.themeProblems());
                judge();
            }
        }, fault -> problem.set(TroubleLog.tell("looking at the stories", fault)));
    }

    private void judge() {
        var given = given();
        signIn.set(given == null ? SignIn.NOBODY : switch (given.to()) {
            case Destination.Sftp _ -> SignIn.SERVER;
            case Destination.Bucket _ -> SignIn.BUCKET;
            case Destination.Folder _, Destination.Zip _ -> SignIn.NOBODY;
        });
        var place = running ? "an export is under way" : !looked ? "looking at the stories" : given == null ? "needs a place" : "";
        mayLook.set(place);
        // Elsewhere an older sending may have been cut: there may be something to send though nothing is new.
        boolean here = given != null && given.to() instanceof Destination.Folder;
        refusal.set(!place.isEmpty() ? place : candidates.get().isEmpty() ? here ? "nothing is ready" : ""
                : candidates.get().stream().noneMatch(c -> c.against().isEmpty()) ? "none of them may be exported" : "");
    }

    /// Where to, or null while what was typed is no place.
    private Destination.@Nullable Given given() {
        var typed = to.get().strip();
        wrongPlace.set("");
        if (typed.isEmpty()) {
            return null;
        }
        try {
            var given = Destination.read(typed);
            if (given.to() instanceof Destination.Folder folder && Files.isRegularFile(folder.path())) {
                wrongPlace.set("This is a file, not a folder.");
                return null;
            }
            return given;
        } catch (Trouble trouble) {
            wrongPlace.set(trouble.notice().happened() + " " + trouble.notice().todo());
            return null;
        }
    }

    /// What is to be exported; empty for everything that is ready.
    public List<UUID> wanted() {
        return wanted;
    }

    /// Keeps how to sign in at the place that is typed.
    public void keepSignIn(String name, String secret, String keyFile) {
        var given = given();
        if (given != null && signIn.get() != SignIn.NOBODY) {
            work.start("keep a sign-in", (_, _) -> {
                desk.logins().keep(given.to(), new Login(name.strip(), secret, keyFile.strip()));
                return given;
            }, _ -> says.set("The sign-in is kept, readable by you alone"), fault -> problem.set(TroubleLog.tell("keeping the sign-in", fault)));
        }
    }

    /// Looks what an export would do, and does nothing.
    public void lookFirst() {
        var given = given();
        if (given == null || !mayLook.get().isEmpty()) {
            return;
        }
        var stories = wanted;
        begin("Looking");
        job = work.start("look what an export would do", (watcher, cancel) -> desk.trials().look(stories, given, desk.acting().person(), watcher, cancel), this::see, found -> {
            finished("");
            trial.set(found);
            judge();
        }, this::failed);
    }

    private void begin(String words) {
        report.set(null);
        trial.set(null);
        problem.set(null);
        running = true;
        share.set(0);
        says.set(words);
        judge();
    }

    /// Exports what may be exported; what may not is left and listed.
    public void export() {
        var given = given();
        if (given == null || !refusal.get().isEmpty()) {
            return;
        }
        var by = desk.acting().person();
        var stories = wanted;
        begin("Exporting");
        job = work.start("export", (watcher, cancel) -> {
            var done = desk.exports().export(stories, given, by, watcher, cancel);
            desk.remember().accept(given.to() instanceof Destination.Folder folder ? folder.path().toAbsolutePath().toString() : given.to().address());
            return done;
        }, this::see, done -> {
            finished("");
            report.set(done);
            desk.changed().run();
            look();
        }, this::failed);
    }

    private void failed(Throwable fault) {
        finished("");
        if (fault instanceof CancellationException) {
            problem.set(Notice.of("The export was stopped.", "Every page is whole; the rest follows with the next export.", ""));
        } else {
            problem.set(TroubleLog.tell("exporting", fault));
        }
        desk.changed().run();
        look();
    }

    private void finished(String words) {
        running = false;
        says.set(words);
        share.set(-1);
    }

    private void see(Progress progress) {
        if (progress.total() > 0 && running) {
            share.set((double) progress.done() / progress.total());
            says.set(switch (progress.words()) {
                case "sending" -> "Sending ";
                case "packing" -> "Packing ";
                case "waiting to try again" -> "The line was cut; waiting to try again, at ";
                default -> "Writing ";
            } + progress.done() + " of " + progress.total() + " files");
        }
    }

    /// Leaves every page whole and the rest for the next export.
    public void stop() {
        if (job != null && running) {
            job.cancel().wish();
            says.set("Stopping");
        }
    }

    public ReadOnlyObjectProperty<List<Candidate>> candidatesProperty() {
        return candidates.getReadOnlyProperty();
    }

    /// As typed or chosen: a folder, a zip, a server, a bucket.
    public StringProperty toProperty() {
        return to;
    }

    /// What is wrong with what was typed; empty when nothing is.
    public ReadOnlyStringProperty wrongPlaceProperty() {
        return wrongPlace.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SignIn> signInProperty() {
        return signIn.getReadOnlyProperty();
    }

    /// What is wrong with the newsroom's own theme.
    public ReadOnlyObjectProperty<List<String>> themeProblemsProperty() {
        return themeProblems.getReadOnlyProperty();
    }

    /// Why one cannot look first; empty when one can.
    public ReadOnlyStringProperty mayLookProperty() {
        return mayLook.getReadOnlyProperty();
    }

    /// What an export would do; null until somebody looks.
    public ReadOnlyObjectProperty<Delivery.@Nullable Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /// Why it cannot be exported now; empty when it can.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// How far it is, in words; empty when nothing is under way.
    public ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    /// From 0 to 1; -1 when nothing is under way.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// What the last export did; null before.
    public ReadOnlyObjectProperty<Delivery.@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }
}
