package galley.screen.publish;

import galley.desk.Person;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.publish.Exporter;
import galley.screen.common.Acting;
import galley.work.Cancel;
import galley.work.Progress;
import galley.work.Work;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

/// What is exported and where to: the stories with every reason against each, the folder, how far it is, and what came of it.
public final class ExportViewModel {

    /// A story that is to be exported.
    ///
    /// @param against why it may not be; empty when it may
    public record Candidate(UUID id, String headline, List<String> against) {}

    /// Exports stories into a folder.
    @FunctionalInterface
    public interface Exports {
        Exporter.Report export(List<UUID> stories, Path folder, Person by, Progress.Watcher watcher, Cancel cancel);
    }

    /// What this screen works on.
    ///
    /// @param look reads the candidates; given none, everything that is ready
    /// @param folder where was exported to last
    /// @param remember keeps where was exported to
    /// @param changed called after an export, to count again
    public record Desk(Function<List<UUID>, List<Candidate>> look, Exports exports, Supplier<Path> folder, Consumer<Path> remember, Acting acting, Runnable changed) {}

    private final Desk desk;
    private final Work work;
    private final ReadOnlyObjectWrapper<List<Candidate>> candidates = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("looking at the stories");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<Exporter.@Nullable Report> report = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>();
    private List<UUID> wanted = List.of();
    private boolean looked;
    private boolean running;
    private Work.@Nullable Job job;

    public ExportViewModel(Desk desk, Work work) {
        this.desk = desk;
        this.work = work;
        folder.addListener((_, _, _) -> judge());
    }

    /// @param stories empty for everything that is ready
    public void show(List<UUID> stories) {
        wanted = stories;
        report.set(null);
        problem.set(null);
        folder.set(desk.folder().get().toString());
        look();
    }

    private void look() {
        looked = false;
        judge();
        var asked = wanted;
        work.start("look at what is to be exported", (_, _) -> desk.look().apply(asked), found -> {
            if (asked == wanted) {
                looked = true;
                candidates.set(found);
                judge();
            }
        }, fault -> problem.set(TroubleLog.tell("looking at the stories", fault)));
    }

    private void judge() {
        refusal.set(running ? "an export is under way" : !looked ? "looking at the stories" : path() == null ? "needs a folder"
                : candidates.get().isEmpty() ? "nothing is ready" : candidates.get().stream().noneMatch(c -> c.against().isEmpty()) ? "none of them may be exported" : "");
    }

    private @Nullable Path path() {
        try {
            var typed = folder.get().strip();
            var path = typed.isEmpty() ? null : Path.of(typed);
            return path == null || Files.isRegularFile(path) ? null : path;
        } catch (InvalidPathException unreadable) {
            return null;
        }
    }

    /// Exports what may be exported; what may not is left and listed.
    public void export() {
        var to = path();
        if (to == null || !refusal.get().isEmpty()) {
            return;
        }
        var by = desk.acting().person();
        var stories = wanted;
        report.set(null);
        problem.set(null);
        running = true;
        share.set(0);
        says.set("Exporting");
        judge();
        job = work.start("export", (watcher, cancel) -> {
            var done = desk.exports().export(stories, to, by, watcher, cancel);
            desk.remember().accept(to);
            return done;
        }, this::see, done -> {
            finished("");
            report.set(done);
            desk.changed().run();
            look();
        }, fault -> {
            finished("");
            if (fault instanceof CancellationException) {
                problem.set(Notice.of("The export was stopped.", "Every page in the folder is whole; the rest follows with the next export.", ""));
            } else {
                problem.set(TroubleLog.tell("exporting", fault));
            }
            desk.changed().run();
            look();
        });
    }

    private void finished(String words) {
        running = false;
        says.set(words);
        share.set(-1);
    }

    private void see(Progress progress) {
        if (progress.total() > 0 && running) {
            share.set((double) progress.done() / progress.total());
            says.set("Writing " + progress.done() + " of " + progress.total() + " files");
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

    /// As typed or chosen.
    public StringProperty folderProperty() {
        return folder;
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
    public ReadOnlyObjectProperty<Exporter.@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }
}
