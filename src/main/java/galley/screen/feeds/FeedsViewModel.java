package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.FeedAddress;
import galley.ingest.FeedFinder;
import galley.ingest.Feeds;
import galley.ingest.Fetcher;
import galley.ingest.Fetches;
import galley.ingest.Logins;
import galley.ingest.PullReport;
import galley.ingest.Puller;
import galley.ingest.Subscriptions;
import galley.ingest.Terms;
import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.story.Wire;
import galley.work.Cancel;
import galley.work.Work;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the feeds screen shows and does.
public final class FeedsViewModel {

    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    /// @param puller asked for anew at every pull: its user agent names the newsroom's contact
    /// @param lists subscriptions as other programs read them
    /// @param settle what every pull is followed by, away from the window: grouping, and the articles that feeds want
    public record Desk(Feeds feeds, Fetches fetches, Logins logins, Wire wire, Supplier<Puller> puller, Supplier<FeedFinder> finder, Supplier<Fetcher> fetcher,
                       Supplier<Subscriptions> lists, Terms.Book terms, Supplier<UUID> newId, Times times, Consumer<Cancel> settle, Runnable afterPull) {}

    /// What the pane beside the list shows of one feed.
    ///
    /// @param items that it has brought in all
    /// @param attempts newest first
    public record Detail(FeedRow row, long items, List<Fetches.Row> attempts, boolean hasLogin, Terms terms) {}

    private final Desk desk;
    private final Work work;
    private final Notices notices;
    private final ObservableList<FeedRow> rows = FXCollections.observableArrayList();
    private List<FeedRow> all = List.of();
    private final Map<FeedRow.State, Integer> counts = new EnumMap<>(FeedRow.State.class);
    private final ReadOnlyStringWrapper mayPull = new ReadOnlyStringWrapper("");
    private final SimpleObjectProperty<@Nullable Notice> remark = new SimpleObjectProperty<>();
    private final StringProperty words = new SimpleStringProperty("");
    private final ObjectProperty<FeedRow.@Nullable State> only = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FeedDraft> editing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable FeedLook> look = new ReadOnlyObjectWrapper<>();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper looking = new ReadOnlyStringWrapper("");
    private boolean troubleFirst = true;
    private @Nullable UUID chosen;
    private int question;

    public FeedsViewModel(Desk desk, Work work, Notices notices) {
        this.desk = desk;
        this.work = work;
        this.notices = notices;
        words.subscribe(_ -> narrow());
        only.subscribe(_ -> narrow());
        typed.addListener((_, _, _) -> look.set(null));
    }

    // ---- the list

    /// What the list shows: narrowed and in order.
    public ObservableList<FeedRow> rows() {
        return rows;
    }

    public int count(FeedRow.@Nullable State state) {
        return state == null ? all.size() : counts.getOrDefault(state, 0);
    }

    /// What is typed into the window's search.
    public StringProperty wordsProperty() {
        return words;
    }

    /// Only feeds in this state; null for all.
    public ObjectProperty<FeedRow.@Nullable State> onlyProperty() {
        return only;
    }

    public void sort(boolean troubleFirst) {
        this.troubleFirst = troubleFirst;
        narrow();
    }

    /// Something to say above the list; null for nothing.
    public SimpleObjectProperty<@Nullable Notice> remarkProperty() {
        return remark;
    }

    public void refresh() {
        work.start("list feeds", (_, _) -> {
            var hours = desk.fetches().hours(desk.times().now().minus(LOOKED_BACK));
            return desk.feeds().all().stream().map(feed -> FeedRow.of(feed, hours.getOrDefault(feed.id(), List.of()), desk.times())).toList();
        }, this::listed, fault -> remark.set(TroubleLog.tell("listing the feeds", fault)));
    }

    private void listed(List<FeedRow> now) {
        all = now;
        counts.clear();
        now.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        narrow();
        if (chosen != null) {
            choose(now.stream().filter(row -> row.feed().id().equals(chosen)).findFirst().orElse(null));
        }
    }

    private void narrow() {
        var wanted = words.get().strip().toLowerCase(Locale.ROOT);
        var order = troubleFirst ? Comparator.comparing(FeedRow::state).thenComparing(FeedsViewModel::name) : Comparator.comparing(FeedsViewModel::name);
        rows.setAll(all.stream().filter(row -> only.get() == null || row.state() == only.get()).filter(row -> wanted.isEmpty() || found(row, wanted)).sorted(order).toList());
    }

    private static String name(FeedRow row) {
        return row.feed().title().toLowerCase(Locale.ROOT);
    }

    private static boolean found(FeedRow row, String wanted) {
        var feed = row.feed();
        return (feed.title() + " " + feed.source() + " " + feed.url() + " " + feed.folder() + " " + feed.category()).toLowerCase(Locale.ROOT).contains(wanted);
    }

    // ---- one feed

    public ReadOnlyObjectProperty<@Nullable Detail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    public void choose(@Nullable FeedRow row) {
        chosen = row == null ? null : row.feed().id();
        int mine = ++question;
        if (row == null) {
            detail.set(null);
            return;
        }
        work.start("look at a feed", (_, _) -> new Detail(row, desk.wire().countOf(row.feed().id()), desk.fetches().of(row.feed().id()),
                desk.logins().of(row.feed().id()).isPresent(), desk.terms().of(row.feed().id())), now -> {
                    if (mine == question) {
                        detail.set(now);
                    }
                }, fault -> remark.set(TroubleLog.tell("looking at a feed", fault)));
    }

    public void pause(Feed feed, boolean paused) {
        change("pause a feed", () -> desk.feeds().byId(feed.id()).ifPresent(now -> desk.feeds().update(now.paused(paused))),
                () -> notices.say(paused ? "fth-pause-circle" : "fth-play", (paused ? "Paused " : "Pulling again: ") + feed.title()));
    }

    public void remove(Feed feed) {
        change("remove a feed", () -> desk.feeds().remove(feed.id()), () -> {
            choose(null);
            notices.say("fth-rss", "Removed " + feed.title() + "; what it brought stays",
                    Command.always("Undo", "", "", () -> change("bring a feed back", () -> desk.feeds().add(feed), () -> { })));
        });
    }

    private void change(String what, Runnable slow, Runnable then) {
        work.start(what, (_, _) -> {
            slow.run();
            return what;
        }, _ -> {
            then.run();
            refresh();
        }, fault -> remark.set(TroubleLog.tell("trying to " + what, fault)));
    }

    /// The very document of an attempt, written where the person said.
    public void saveDocument(Fetches.Row attempt, Path file) {
        work.start("save a document", (_, _) -> Files.write(file, desk.fetches().raw(attempt.last().feed(), String.valueOf(attempt.last().rawHash())).orElseThrow()),
                saved -> notices.say("fth-download", "Saved " + saved.getFileName()), fault -> remark.set(TroubleLog.tell("saving a document", fault)));
    }

    // ---- editing

    public ReadOnlyObjectProperty<@Nullable FeedDraft> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    public void edit(Feed feed) {
        work.start("edit a feed", (_, _) -> new FeedDraft(desk.feeds().byId(feed.id()).orElse(feed), desk.logins().of(feed.id()).orElse(null), desk.terms().of(feed.id())), editing::set,
                fault -> remark.set(TroubleLog.tell("opening a feed's settings", fault)));
    }

    public void keepEdit() {
        var draft = editing.get();
        if (draft == null || !draft.excerptProblemProperty().get().isEmpty()) {
            return;
        }
        change("change a feed", () -> {
            desk.feeds().update(draft.wanted());
            desk.terms().keep(draft.feed.id(), draft.terms());
            if (!java.util.Objects.equals(draft.login(), draft.before)) {
                desk.logins().keep(draft.feed.id(), draft.login());
            }
        }, () -> {
            editing.set(null);
            notices.say("fth-check", "Kept the settings of " + draft.feed.title());
        });
    }

    public void dropEdit() {
        editing.set(null);
    }

    // ---- adding

    /// What is typed or pasted to be added.
    public StringProperty typedProperty() {
        return typed;
    }

    /// What was found there; null before somebody looked.
    public ReadOnlyObjectProperty<@Nullable FeedLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// Why nobody can look now; empty when somebody can.
    public ReadOnlyStringProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Looks behind the typed address.
    public void look() {
        var address = typed.get().strip();
        if (address.isEmpty() || !looking.get().isEmpty()) {
            return;
        }
        looking.set("looking at " + address);
        work.start("look for a feed", (_, _) -> {
            try (var finder = desk.finder().get()) {
                return FeedLook.at(address, finder, desk.fetcher().get());
            }
        }, found -> {
            looking.set("");
            if (typed.get().strip().equals(address)) {
                look.set(found);
            }
        }, fault -> {
            looking.set("");
            remark.set(TroubleLog.tell("looking for a feed", fault));
        });
    }

    /// Takes links that were dropped or pasted: one is looked at, several are added as they are.
    public void take(String words) {
        var lines = words.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).distinct().toList();
        if (lines.size() == 1) {
            typed.set(lines.getFirst());
            look();
        } else {
            add(lines, () -> { });
        }
    }

    /// Adds what was typed, as it is or as it was found.
    public void addTyped(Runnable then) {
        var found = look.get();
        var address = found != null && found.address() != null ? found.address() : typed.get();
        add(List.of(address), () -> {
            typed.set("");
            then.run();
        });
    }

    public void add(List<String> addresses, Runnable then) {
        var wanted = new ArrayList<String>();
        for (var words : addresses) {
            var address = FeedAddress.of(words);
            if (address.isEmpty()) {
                remark.set(Notice.of(words.isBlank() ? "There is no address yet." : "“" + words.strip() + "” is neither a web address nor a file.", "Nothing was added.",
                        "Paste an address that begins with https://, or the path of a file."));
                return;
            }
            wanted.add(address.get());
        }
        remark.set(null);
        work.start("add feeds", (_, _) -> wanted.stream().filter(url -> desk.feeds().add(Feed.at(desk.newId().get(), url, desk.times().now())))
                .map(desk.feeds()::byUrl).flatMap(Optional::stream).toList(), added -> {
                    if (added.isEmpty()) {
                        remark.set(Notice.of(wanted.size() == 1 ? "This feed is here already." : "These feeds are here already.", "Nothing was changed.", ""));
                    } else {
                        then.run();
                        pull(added);
                    }
                }, fault -> remark.set(TroubleLog.tell("adding feeds", fault)));
    }

    public void importList(Path file) {
        work.start("import a list", (_, _) -> Optional.ofNullable(desk.lists().get().bringIn(Files.readAllBytes(file), false)), found -> {
            if (found.isEmpty()) {
                remark.set(Notice.of(file.getFileName() + " is no list of feeds.", "Nothing was changed.", "Choose an OPML file."));
            } else {
                var list = found.get();
                notices.say("fth-rss", list.added() + (list.added() == 1 ? " feed" : " feeds") + " added, " + list.known() + " here already"
                        + (list.refused().isEmpty() ? "" : ", " + list.refused().size() + " refused"));
                refresh();
            }
        }, fault -> remark.set(TroubleLog.tell("importing a list of feeds", fault)));
    }

    public void exportList(Path file) {
        work.start("export a list", (_, _) -> Files.write(file, desk.lists().get().handOut("Feeds").getBytes(StandardCharsets.UTF_8)),
                saved -> notices.say("fth-upload", "Wrote " + saved.getFileName()), fault -> remark.set(TroubleLog.tell("exporting the list of feeds", fault)));
    }

    // ---- pulling

    /// Why nothing may be pulled now; empty when it may.
    public ReadOnlyStringProperty mayPullProperty() {
        return mayPull.getReadOnlyProperty();
    }

    /// @param wanted empty for all
    public void pull(List<Feed> wanted) {
        if (!mayPull.get().isEmpty()) {
            refresh();
            return;
        }
        mayPull.set("pulling now");
        work.start("pull", (watcher, cancel) -> {
            var report = wanted.isEmpty() ? desk.puller().get().pullAll(watcher, cancel) : desk.puller().get().pull(wanted, watcher, cancel);
            desk.settle().accept(cancel);
            return report;
        },
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
}
