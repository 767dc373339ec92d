package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.Feeds;
import galley.ingest.PullReport;
import galley.ingest.Puller;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.story.Wire;
import galley.work.Work;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the feeds screen shows and does.
public final class FeedsViewModel {

    /// One feed as a line.
    ///
    /// @param doing what is happening, in words
    public record Line(Feed feed, long items, String doing, String success, String checked) {}

    /// @param puller asked for anew at every pull: its user agent names the newsroom's contact
    public record Desk(Feeds feeds, Wire wire, Supplier<Puller> puller, Supplier<UUID> newId, Times times, Runnable afterPull) {}

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper mayPull = new ReadOnlyStringWrapper("");
    private final SimpleObjectProperty<@Nullable Notice> remark = new SimpleObjectProperty<>();

    public FeedsViewModel(Desk desk, Work work, Notices notices) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /// Why nothing may be pulled now; empty when it may.
    public ReadOnlyStringProperty mayPullProperty() {
        return mayPull.getReadOnlyProperty();
    }

    /// Something to say above the list; null for nothing.
    public SimpleObjectProperty<@Nullable Notice> remarkProperty() {
        return remark;
    }

    public void refresh() {
        work.start("list feeds", (_, _) -> desk.feeds().all().stream().map(this::line).toList(), now -> lines.setAll(now),
                fault -> remark.set(TroubleLog.tell("listing the feeds", fault)));
    }

    private Line line(Feed feed) {
        var success = feed.succeeded() == null ? "never" : desk.times().at(feed.succeeded());
        var doing = feed.problem() != null ? feed.problem() : feed.paused() ? "Paused" : feed.succeeded() == null ? "Not pulled yet" : "Pulled " + success;
        return new Line(feed, desk.wire().countOf(feed.id()), doing, success, feed.checked() == null ? "never" : desk.times().at(feed.checked()));
    }

    /// Adds a feed and pulls it.
    public void add(String typed, Runnable then) {
        var address = address(typed);
        if (address == null) {
            remark.set(Notice.of(typed.isBlank() ? "There is no address yet." : "“" + typed.strip() + "” is neither a web address nor a file.",
                    "Nothing was added.", "Paste an address that begins with https://, or the path of a file."));
            return;
        }
        remark.set(null);
        work.start("add a feed", (_, _) -> desk.feeds().add(Feed.at(desk.newId().get(), address, desk.times().now())) ? desk.feeds().byUrl(address) : java.util.Optional.<Feed>empty(),
                added -> {
                    then.run();
                    if (added.isEmpty()) {
                        remark.set(Notice.of("This feed is here already.", "Nothing was changed.", ""));
                    } else {
                        pull(List.of(added.get()));
                    }
                }, fault -> remark.set(TroubleLog.tell("adding a feed", fault)));
    }

    public void remove(Feed feed) {
        work.start("remove a feed", (_, _) -> {
            desk.feeds().remove(feed.id());
            return feed;
        }, gone -> {
            notices.say("fth-rss", "Removed " + gone.title());
            refresh();
        }, fault -> remark.set(TroubleLog.tell("removing a feed", fault)));
    }

    /// @param wanted empty for all
    public void pull(List<Feed> wanted) {
        if (!mayPull.get().isEmpty()) {
            return;
        }
        mayPull.set("pulling now");
        work.start("pull", (watcher, cancel) -> wanted.isEmpty() ? desk.puller().get().pullAll(watcher, cancel) : desk.puller().get().pull(wanted, watcher, cancel),
                progress -> mayPull.set("pulled " + progress.done() + " of " + progress.total()), this::pulled, fault -> {
                    mayPull.set("");
                    remark.set(TroubleLog.tell("pulling the feeds", fault));
                    refresh();
                });
    }

    private void pulled(PullReport report) {
        mayPull.set("");
        notices.say("fth-refresh-cw", report.fresh() + " new, " + report.changed() + " changed" + (report.failed().isEmpty() ? "" : ", "
                + report.failed().size() + (report.failed().size() == 1 ? " feed failed" : " feeds failed")));
        refresh();
        desk.afterPull().run();
    }

    private static @Nullable String address(String typed) {
        var words = typed.strip();
        try {
            var uri = URI.create(words);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null || scheme.equals("file")) {
                return words;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Perhaps a path.
        }
        try {
            var path = Path.of(words);
            return !words.isEmpty() && Files.isRegularFile(path) ? path.toAbsolutePath().normalize().toUri().toString() : null;
        } catch (InvalidPathException notAPath) {
            return null;
        }
    }
}
