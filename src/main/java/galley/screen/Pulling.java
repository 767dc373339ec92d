package galley.screen;

import galley.notice.TroubleLog;
import galley.screen.common.Notices;
import galley.work.Progress;
import galley.work.Work;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The pull that is under way, as status bar and feed list show it: how far, what came, and its Stop.
public final class Pulling {

    /// What a pull brought.
    ///
    /// @param told what the newsroom's rules want somebody told, in a sentence each
    public record Brought(int fresh, int changed, int failed, List<String> told) {

        public Brought(int fresh, int changed, int failed) {
            this(fresh, changed, failed, List.of());
        }

        /// "31 new · 4 changed".
        public String words() {
            return fresh + " new · " + changed + " changed";
        }
    }

    private final Work work;
    private final Work.Slow<Brought> pull;
    private final Notices notices;
    private final Runnable afterwards;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final ReadOnlyStringWrapper brought = new ReadOnlyStringWrapper(this, "brought", "");
    private Work.@Nullable Job job;

    /// @param afterwards what to look at again when something may have come
    public Pulling(Work work, Work.Slow<Brought> pull, Notices notices, Runnable afterwards) {
        this.work = work;
        this.pull = pull;
        this.notices = notices;
        this.afterwards = afterwards;
    }

    /// Pulls every feed, unless that is going on already.
    public void start() {
        start(pull);
    }

    /// Pulls the feeds whose time has come, unless a pull is going on already.
    public void start(Work.Slow<Brought> some) {
        if (running.get()) {
            return;
        }
        running.set(true);
        share.set(0);
        words.set("Pulling feeds");
        brought.set("");
        job = work.start("pull", some, this::see, this::done, this::failed);
    }

    /// What has come stays; the rest is left for the next pull.
    public void stop() {
        if (job != null && running.get()) {
            job.cancel().wish();
            words.set("Stopping");
        }
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// From 0 to 1.
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// "Pulling 214 of 348 feeds".
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// "31 new · 4 changed", of the last pull.
    public ReadOnlyStringProperty broughtProperty() {
        return brought.getReadOnlyProperty();
    }

    private void see(Progress progress) {
        if (progress.total() > 0) {
            share.set((double) progress.done() / progress.total());
            words.set("Pulling " + progress.done() + " of " + progress.total() + " feeds");
        }
    }

    private void done(Brought what) {
        running.set(false);
        words.set("");
        brought.set(what.words());
        what.told().forEach(words -> notices.say("fth-bell", words));
        afterwards.run();
    }

    private void failed(Throwable fault) {
        running.set(false);
        words.set("");
        if (!(fault instanceof java.util.concurrent.CancellationException)) {
            notices.tell(TroubleLog.tell("pulling the feeds", fault));
        }
        afterwards.run();
    }
}
