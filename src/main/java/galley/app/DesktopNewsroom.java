package galley.app;

import galley.desk.Person;
import galley.ingest.Cleaner;
import galley.ingest.Fetcher;
import galley.ingest.Feed;
import galley.desk.Newsroom;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.publish.send.Delivery;
import galley.publish.send.Destination;
import galley.publish.send.Timetable;
import galley.screen.MainViewModel;
import galley.screen.MainWindow;
import galley.screen.NewsroomTallies;
import galley.screen.Pulling;
import galley.screen.SavedSearches;
import galley.screen.audit.AuditView;
import galley.screen.audit.AuditViewModel;
import galley.screen.check.CheckView;
import galley.screen.check.CheckViewModel;
import galley.screen.check.CheckedPage;
import galley.screen.common.Acting;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Theme;
import galley.screen.common.Times;
import galley.screen.common.Watched;
import galley.screen.editor.EditorView;
import galley.screen.editor.EditorViewModel;
import galley.screen.editor.ProseMirrorEditor;
import galley.screen.feeds.FeedsView;
import galley.screen.feeds.FeedsViewModel;
import galley.screen.review.ReviewView;
import galley.screen.review.ReviewViewModel;
import galley.screen.publish.ExportView;
import galley.screen.publish.ExportViewModel;
import galley.screen.publish.PreviewView;
import galley.screen.publish.TimetableViewModel;
import galley.screen.publish.PreviewViewModel;
import galley.screen.settings.BackupsViewModel;
import galley.screen.settings.BoardForm;
import galley.screen.settings.NewsroomForm;
import galley.screen.settings.PeopleViewModel;
import galley.screen.settings.RulesViewModel;
import galley.screen.settings.SettingsView;
import galley.screen.settings.SettingsViewModel;
import galley.screen.stories.AtAWord;
import galley.screen.stories.Columns;
import galley.screen.stories.NewsroomRows;
import galley.screen.stories.Readings;
import galley.screen.stories.StoriesView;
import galley.screen.stories.StoriesViewModel;
import galley.signoff.Outcome;
import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import galley.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// An open newsroom in its window: every screen wired by its constructor, and what this machine remembers.
final class DesktopNewsroom {

    /// Remembered choices of this machine, by name.
    static final String ACTING = "acting";
    /// What the sample newsroom tells of its passphrases.
    static final String SAMPLE = "sample";
    /// The folder of the last export, offered for the next.
    static final String EXPORTED_TO = "exported-to";
    private static final String THEME = "theme";
    private static final String WINDOW = "window";
    private static final String COLUMNS = "hidden-columns";
    private static final String SEARCHES = "saved-searches";

    /// The editor is a browser: it costs a second and more memory than all else, so it is made when the window has long been used. Who
    /// opens a story earlier waits for it.
    private static final Duration EDITOR_READY = Duration.ofSeconds(12);
    private static final Duration FIRST_COPY = Duration.ofSeconds(20);
    private static final Duration COPY_EVERY = Duration.ofHours(1);

    private final OpenNewsroom room;
    private final Work work;
    private final Stage stage;
    private final Acting acting;
    private final Readings readings;
    private final MainViewModel frame;
    private final MainWindow window;
    private final Pulling pulling;
    private final FeedWatch watch;
    private final Delivery delivery;
    private final Timetable timetable;
    private final ExportWatch exportWatch;
    private final EvidenceWatch evidenceWatch;
    private final ProseMirrorEditor surface;
    private final EditorViewModel writing;
    private @Nullable EditorView editor;
    private volatile boolean closed;

    /// A window that is never opened anew, such as one for a picture.
    DesktopNewsroom(OpenNewsroom room, Work work, Theme theme, Stage stage) {
        this(room, work, theme, stage, _ -> { });
    }

    /// @param anew closes the newsroom, runs what it is given, and opens the newsroom again
    DesktopNewsroom(OpenNewsroom room, Work work, Theme theme, Stage stage, Consumer<Runnable> anew) {
        this.room = room;
        this.work = work;
        this.stage = stage;
        this.delivery = room.delivery(System.getenv());
        this.timetable = room.timetable(delivery);
        var newsroom = room.newsroom();
        var everyone = room.people().all();
        this.acting = new Acting(whoSatHere(room, everyone));
        var times = new Times(room.clock().withZone(newsroom.zone()));
        var store = room.store();
        var rounds = new EvidenceRounds(room);
        this.readings = new Readings(store.wire(), room.flow(), store.people(), times, new Watched(room.sources(), store.audit(), rounds::check));
        var rows = new NewsroomRows(store.wireLines(), store.lines(), store.stories(), store.wire(), store.sameEvents(), store.assignments(),
                store.people(), times, newsroom.language(), room.sources()::open);
        var searches = new SavedSearches(room.settings().choice(SEARCHES).orElse(""), kept -> remember(SEARCHES, kept));
        var tallies = new NewsroomTallies(store.wireLines(), store.lines(), this::failingSources, rows, searches::now, room.sources()::open);
        this.frame = new MainViewModel(newsroom.name(), tallies, everyone, acting, work);
        this.window = new MainWindow(frame, theme, work).withSearches(searches);

        var stories = new StoriesViewModel(new StoriesViewModel.Desk(
                rows, readings, room.flow(), store.wire(), room.sitting(), room::firstText,
                new Columns(room.settings().choice(COLUMNS).orElse(""), kept -> remember(COLUMNS, kept)),
                this::export, story -> room.site().touchedBy(story, room.newsroom()),
                new AtAWord.Services(entry -> room.articles().fetch(store.wire().entry(entry).orElseThrow()), room.trending(), () -> store.trendingChoices().standing()), acting, times, () -> frame.kept(times.toTheSecond(times.now()))), work, window, window);
        window.add(() -> new StoriesView(stories), Place.InQueue.class, Place.FromSource.class, Place.Saved.class);

        this.pulling = new Pulling(work, this::pull, window, () -> {
            frame.countAgain();
            stories.lookForNew();
            feedWatch().tellOfSources();
        });
        this.watch = new FeedWatch(room, work, pulling, frame::tell);
        this.evidenceWatch = new EvidenceWatch(room, rounds, work, frame::tell, frame::countAgain);
        window.withPull(pulling);

        this.surface = new ProseMirrorEditor(work, Cleaner::storyMarkup);
        this.writing = new EditorViewModel(new EditorViewModel.Desk(room.flow(), store.stories(), store.wire(), store.assets(), room.sitting(),
                room.ledger(), readings, acting, times, room::newsroom,
                id -> store.people().byId(id).map(Person::name).orElse("Somebody"), this::export, () -> frame.kept(times.toTheSecond(times.now()))), work, window);
        window.add(() -> editorView(), Place.Editing.class);

        var reviews = new ReviewViewModel(new ReviewViewModel.Desk(room.flow(), store.lines(), store.margins(), store.assignments(), store.wire(), room.sitting(),
                room.ledger(), readings, acting, times,
                id -> store.people().byId(id).map(Person::name).orElse("Somebody"), frame::countAgain), work, window);
        window.add(() -> new ReviewView(reviews, window), Place.Review.class);

        var feeds = new FeedsViewModel(new FeedsViewModel.Desk(store.feeds(), store.fetches(), store.logins(), store.wire(), room::puller, room::finder, room::fetcher,
                room::subscriptions, store.terms(), Store::newId, times, room::afterPull, () -> {
                    frame.countAgain();
                    feedWatch().tellOfSources();
                }), work, window);
        window.add(() -> new FeedsView(feeds, times), Place.Feeds.class);
        window.add(() -> new ExportView(exporting(), new TimetableViewModel(timetable, () -> room.newsroom().zone(), this::headline, acting, times, work), window), Place.Exporting.class);
        this.exportWatch = new ExportWatch(timetable, work, frame::tell, frame::countAgain);
        window.add(() -> new PreviewView(new PreviewViewModel(new PreviewFolder(room, readings)::make, this::export, story -> room.exporter().aloneAsPublished(story, room.newsroom()), acting, work, window), work, window), Place.PageOf.class);

        var checks = new CheckViewModel(this::checked, times, work, window);
        window.add(() -> new CheckView(checks), Place.Checking.class);

        var audit = new AuditViewModel(new AuditViewModel.Desk(store.audit(), store.people(), this::headlineOf, times), work, window);
        window.add(() -> new AuditView(audit, window), Place.Audit.class);

        var settings = new SettingsViewModel(new NewsroomForm(room.settings(), work, window, saved -> frame.newsroomProperty().set(saved.name())),
                new PeopleViewModel(new PeopleViewModel.House(room.people(), store.keys(), store.audit(), room.enrolment(), room.keyFiles(), room.sitting(), acting, times,
                        frame::setPeople), work, window),
                new BoardForm(new BoardForm.House(room.settings(), room.people(), room.enrolment(), room.sitting(), acting), work, window),
                new RulesViewModel(new RulesViewModel.House(store.rules(), room.ruleTrial(), store.feeds(), Store::newId), work, window),
                new BackupsViewModel(new CopiesBeside(room, acting, anew), work, window), theme.choiceProperty(), room.folder().toString(), null);
        window.add(() -> new SettingsView(settings), Place.Settings.class);

        theme.choiceProperty().addListener((_, _, choice) -> remember(THEME, choice.name()));
        acting.personProperty().addListener((_, before, now) -> {
            room.sitting().leave(before.id());
            remember(ACTING, now.id().toString());
        });
    }

    static Theme.Choice theme(OpenNewsroom room) {
        return room.settings().choice(THEME).flatMap(name -> List.of(Theme.Choice.values()).stream().filter(c -> c.name().equals(name)).findFirst())
                .orElse(Theme.Choice.SYSTEM);
    }

    /// Who sat here last; else a senior editor; else whoever is there.
    private static Person whoSatHere(OpenNewsroom room, List<Person> everyone) {
        var last = room.settings().choice(ACTING).orElse("");
        var here = everyone.stream().filter(p -> !p.hasLeft()).toList();
        return here.stream().filter(p -> p.id().toString().equals(last)).findFirst()
                .or(() -> here.stream().filter(Person::isSenior).findFirst()).or(() -> here.stream().findFirst())
                .orElseThrow(() -> Trouble.of("Everybody in this newsroom has left.", "Nothing was changed.",
                        "Enrol somebody with “galley person add NAME”."));
    }

    private void remember(String name, String value) {
        work.start("remember " + name, (_, _) -> {
            room.settings().choose(name, value);
            return value;
        }, _ -> { }, _ -> { });
    }

    private Outcome<String> export(UUID story, Person by) {
        var report = deliver(List.of(story), Destination.read(siteAddress()), by, Progress.Watcher.NONE, new Cancel());
        if (report.sent() != null && report.sent().cut() != null) {
            throw new Trouble(report.sent().cut());
        }
        return report.site().refused().stream().findFirst().<Outcome<String>>map(no -> new Outcome.Refused<>(no.reasons()))
                .orElseGet(() -> new Outcome.Done<>(room.store().stories().publications(story).getLast().path()));
    }

    private Delivery.Report deliver(List<UUID> stories, Destination.Given to, Person by, Progress.Watcher watcher, Cancel cancel) {
        return delivery.deliver(to, (folder, seen) -> room.exporter().export(stories, folder, by, false, room.newsroom(), seen, cancel), false, watcher, cancel);
    }

    private Pulling.Brought pull(Progress.Watcher watcher, Cancel cancel) {
        var report = room.puller().pullAll(watcher, cancel);
        room.afterPull(cancel);
        return FeedWatch.brought(report);
    }

    private FeedWatch feedWatch() {
        return watch;
    }

    /// Makes the day's copy, soon after the start and when a new day has begun. What goes wrong is told once a day is due again.
    private void copyNowAndThen(long inMillis) {
        work.after(inMillis, () -> {
            if (!closed) {
                work.start("make the day's copy", (_, _) -> room.backups().isDue() && room.backups().makeTodays(room.store()), _ -> { },
                        wrong -> window.tell(TroubleLog.tell("making today's copy of the newsroom", wrong)));
                copyNowAndThen(COPY_EVERY.toMillis());
            }
        });
    }

    private Set<String> failingSources() {
        return room.store().feeds().all().stream().filter(feed -> feed.problem() != null && !feed.paused())
                .map(feed -> feed.source().isBlank() ? feed.title() : feed.source()).collect(Collectors.toSet());
    }

    /// Where was exported to last; the newsroom's own folder before.
    private String siteAddress() {
        return room.settings().choice(EXPORTED_TO).orElseGet(() -> room.folder().resolve("site").toString());
    }

    private ExportViewModel exporting() {
        return new ExportViewModel(new ExportViewModel.Desk(this::candidates, this::deliver,
                (stories, to, by, watcher, cancel) -> delivery.trial(to, folder -> room.exporter().trial(stories, folder, by, false, room.newsroom()), watcher, cancel),
                this::siteAddress, place -> room.settings().choose(EXPORTED_TO, place), delivery.logins(), () -> room.theme(room.newsroom()).problems().stream().map(galley.publish.theme.Theme.Problem::said).toList(), acting, frame::countAgain), work);
    }

    private String headline(UUID story) {
        return room.flow().file(story).map(file -> file.text().headline()).orElse("a story");
    }

    /// The stories asked for, or all that are ready, with what stands against each.
    private List<ExportViewModel.Candidate> candidates(List<UUID> asked) {
        var by = acting.person();
        var ids = asked.isEmpty() ? room.store().stories().reviewedSincePublished() : asked;
        return ids.stream().flatMap(id -> room.flow().file(id).stream()).map(file -> new ExportViewModel.Candidate(file.story().id(), file.text().headline(),
                readings.said(room.flow().againstExport(file, by), file).stream().map(galley.signoff.Reason::words).toList())).toList();
    }

    // ---- the window

    void show() {
        stage.setMinWidth(0);
        var last = room.settings().choice(WINDOW).flatMap(WindowPlace::read);
        WindowPlace.put(stage, last);
        stage.setScene(window.scene(stage.getWidth(), stage.getHeight()));
        stage.titleProperty().bind(window.title());
        window.show(new Place.InQueue(Queue.WIRE));
        stage.show();
        stage.requestFocus();
        work.after(EDITOR_READY.toMillis(), () -> {
            if (!closed) {
                surface.warmUp();
            }
        });
        copyNowAndThen(FIRST_COPY.toMillis());
        exportWatch.begin();
        if (room.settings().choice(SAMPLE).isPresent()) {
            greetSample();
        } else {
            watch.begin();
            evidenceWatch.begin();
        }
    }

    /// Says how to sign here: nobody was asked for a passphrase of their own.
    private void greetSample() {
        room.settings().choice(SAMPLE).filter(secrets -> !secrets.isBlank()).ifPresent(secrets -> frame.tell(Notice.of(
                "This is the sample newsroom. You may sign as anybody here.", secrets, "")));
    }

    void tell(Notice notice) {
        window.tell(notice);
    }

    /// Goes to a place of the window.
    void goTo(Place place) {
        window.show(place);
    }

    /// Opens a story for writing.
    void edit(UUID story) {
        window.show(new Place.Editing(story));
    }

    /// Shows the page of a story.
    void preview(UUID story) {
        window.show(new Place.PageOf(story));
    }

    /// Opens a story for review; with null, everything that waits.
    void review(@Nullable UUID story) {
        window.show(new Place.Review(story));
    }

    /// Calls `then` once everything that was typed is in the store.
    void settle(Runnable then) {
        if (editor != null) {
            editor.keep();
        }
        writing.kept(then);
    }

    private EditorView editorView() {
        if (editor == null) {
            editor = new EditorView(writing, surface, window, work, new FetchedElsewhere(this::feedOf,
                    new Fetcher(room.settings().newsroom().map(Newsroom::contact).orElse(""))));
        }
        return editor;
    }

    private String headlineOf(UUID story) {
        return room.store().stories().story(story).flatMap(found -> room.store().stories().revision(found.head())).map(head -> head.text().headline()).orElse("");
    }

    /// The same answer as `galley verify`.
    private CheckViewModel.Answer checked(String what) {
        var found = new PageChecks(room.fetcher(), room, null).check(what);
        return new CheckViewModel.Answer(found.pages().stream().map(page -> new CheckedPage(page.verdict(), page.keys())).toList(), found.problems());
    }

    private String feedOf(UUID entry) {
        return room.store().wire().entry(entry).flatMap(e -> room.store().feeds().byId(e.feed())).map(Feed::url).orElse("");
    }

    /// What is to be remembered of the window; called on its thread before [#close].
    void rememberWindow() {
        room.settings().choose(WINDOW, WindowPlace.of(stage).words());
    }

    /// Closes the store. Slow: a backup or a write under way is waited for.
    void close() {
        closed = true;
        watch.end();
        exportWatch.end();
        evidenceWatch.end();
        room.close();
    }
}
