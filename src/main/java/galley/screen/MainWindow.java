package galley.screen;

import galley.desk.Person;
import galley.notice.Notice;
import galley.screen.common.Command;
import galley.screen.common.CommandPalette;
import galley.screen.common.EmptyState;
import galley.screen.common.Icons;
import galley.screen.common.Keys;
import galley.screen.common.MessageCard;
import galley.screen.common.Notices;
import galley.screen.common.PersonMark;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.SearchBox;
import galley.screen.common.ShortcutSheet;
import galley.screen.common.SignCard;
import galley.screen.common.SourceMark;
import galley.screen.common.Theme;
import galley.screen.common.Toasts;
import galley.screen.common.Zoom;
import galley.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// The frame around every screen: top bar, sidebar, status bar, palette, toasts, and the way from screen to screen.
///
/// A screen is added with [#add]; it is made when somebody first goes there.
public final class MainWindow implements Screens, Notices {

    /// Below this width the sidebar shows icons only.
    private static final double NARROW = 1000;
    private static final PseudoClass IS_NARROW = PseudoClass.getPseudoClass("narrow");

    private final MainViewModel model;
    private final Theme theme;
    private final Toasts toasts;
    private final CommandPalette palette = new CommandPalette(this::commands);
    private final Zoom zoom;
    private final ShortcutSheet shortcuts = new ShortcutSheet(this::commands);
    private final Map<Class<? extends Place>, Supplier<Screen>> ways = new HashMap<>();
    private final Deque<Place> trail = new ArrayDeque<>();
    private final List<SideItem> items = new ArrayList<>();
    private final List<Command> own = new ArrayList<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "Galley");
    private final BooleanProperty narrowed = new SimpleBooleanProperty();
    private @Nullable SavedSearches searches;
    private @Nullable Pulling pull;
    private @Nullable Screen shown;

    @FXML private StackPane layers;
    @FXML private BorderPane frame;
    @FXML private HBox topBar;
    @FXML private SearchBox search;
    @FXML private Region topGap;
    @FXML private HBox tools;
    @FXML private Button bell;
    @FXML private Label bellCount;
    @FXML private MenuButton person;
    @FXML private VBox sidebar;
    @FXML private Label queuesLabel;
    @FXML private VBox queues;
    @FXML private HBox savedHead;
    @FXML private Button saveSearch;
    @FXML private VBox savedSearches;
    @FXML private Label sourcesLabel;
    @FXML private VBox sources;
    @FXML private VBox foot;
    @FXML private StackPane content;
    @FXML private HBox pulling;
    @FXML private Label pullWords;
    @FXML private ProgressBar pullShare;
    @FXML private Label brought;
    @FXML private Button failing;
    @FXML private Label saved;
    @FXML private Label total;

    public MainWindow(MainViewModel model, Theme theme, Work work) {
        this.model = model;
        this.theme = theme;
        this.toasts = new Toasts(work);
        var loader = new FXMLLoader(MainWindow.class.getResource("MainWindow.fxml"));
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        layers.getChildren().addAll(toasts, palette, shortcuts);
        zoom = new Zoom(layers);
        search.setOnLeave(() -> {
            if (shown != null) {
                shown.focus();
            }
        });
        fillSidebar();
        fillPerson();
        fillStatus();
        own.addAll(List.of(
                Command.always("Search", "fth-search", "/", search::begin),
                Command.always("Commands", "fth-command", "Ctrl+K", palette::open),
                Command.always("All keys", "fth-help-circle", "?", shortcuts::open),
                new Command("Back to the stories", "fth-arrow-left", "Esc", model.hereProperty().map(MainWindow::isHome), this::back),
                Command.always("Reviews and open comments", "fth-message-square", "", () -> show(new Place.Review(null))),
                Command.always("Settings", "fth-settings", "Ctrl+,", () -> show(new Place.Settings())),
                Command.always("Feeds", "fth-rss", "", () -> show(new Place.Feeds())),
                Command.always("Audit log", "fth-list", "", () -> show(new Place.Audit(null))),
                Command.always("Check a page…", "fth-shield", "", () -> show(new Place.Checking(List.of()))),
                Command.always("Export everything that is ready", "fth-upload", "", () -> show(new Place.Exporting(List.of())))));
        for (var queue : Queue.values()) {
            own.add(Command.always("Go to " + queue.title(), queue.icon(), "", () -> show(new Place.InQueue(queue))));
        }
        own.add(Command.always("Larger text", "fth-zoom-in", "Ctrl++", zoom::larger));
        own.add(Command.always("Smaller text", "fth-zoom-out", "Ctrl+-", zoom::smaller));
        own.add(Command.always("Usual text size", "fth-search", "Ctrl+0", zoom::usual));
        own.add(Command.always("Use the light theme", "fth-sun", "", () -> theme.choiceProperty().set(Theme.Choice.LIGHT)));
        own.add(Command.always("Use the dark theme", "fth-moon", "", () -> theme.choiceProperty().set(Theme.Choice.DARK)));
        own.add(Command.always("Use the system's theme", "fth-monitor", "", () -> theme.choiceProperty().set(Theme.Choice.SYSTEM)));
    }

    /// Adds a screen for one or more kinds of place.
    @SafeVarargs
    public final MainWindow add(Supplier<? extends Screen> made, Class<? extends Place>... places) {
        var once = new Supplier<Screen>() {
            private @Nullable Screen screen;

            @Override
            public Screen get() {
                if (screen == null) {
                    screen = made.get();
                }
                return screen;
            }
        };
        for (var place : places) {
            ways.put(place, once);
        }
        return this;
    }

    /// Shows this pull in the status bar and puts it on F5.
    public MainWindow withPull(Pulling pull) {
        this.pull = pull;
        own.add(Command.always("Pull all feeds", "fth-refresh-cw", "F5", pull::start));
        pulling.visibleProperty().bind(pull.runningProperty());
        pulling.managedProperty().bind(pull.runningProperty());
        pullWords.textProperty().bind(pull.wordsProperty());
        pullShare.progressProperty().bind(pull.shareProperty());
        brought.textProperty().bind(pull.broughtProperty());
        hideWhenEmpty(brought);
        return this;
    }

    /// Shows these searches in the sidebar and keeps more of them there.
    public MainWindow withSearches(SavedSearches searches) {
        this.searches = searches;
        var save = new Command("Save this search", "fth-bookmark", "Ctrl+Shift+S", search.textProperty().map(words -> words.isBlank() ? "search for something first" : ""),
                this::keepSearch);
        own.add(save);
        saveSearch.setOnAction(_ -> {
            if (save.isAllowed()) {
                save.run();
            } else {
                search.begin();
                say("fth-bookmark", "Search for something, then save it here");
            }
        });
        searches.all().addListener((ListChangeListener<Place.Saved>) _ -> model.countAgain());
        savedHead.visibleProperty().bind(narrowed.not());
        savedHead.managedProperty().bind(savedHead.visibleProperty());
        model.tallyProperty().subscribe(_ -> fillSearches());
        return this;
    }

    private void keepSearch() {
        var here = model.hereProperty().get();
        if (searches == null) {
            return;
        }
        if (here instanceof Place.Saved saved && saved.words().equals(search.textProperty().get().strip())) {
            say("fth-bookmark", "This search is saved already");
            return;
        }
        var saved = searches.add(here, search.textProperty().get());
        say("fth-bookmark", "Saved: " + saved.name(), Command.always("Undo", "", "", () -> searches.remove(saved)));
        show(saved);
    }

    private void fillSearches() {
        savedSearches.getChildren().clear();
        if (searches == null) {
            return;
        }
        var counts = model.tallyProperty().get().saved();
        for (var saved : searches.all()) {
            var item = new SideItem("fth-bookmark", saved.name(), () -> show(saved));
            item.stands(saved);
            item.count(counts.getOrDefault(saved, 0L));
            item.narrow(narrowed.get());
            var remove = new MenuItem("Remove this search");
            remove.setOnAction(_ -> removeSearch(saved));
            var menu = new ContextMenu(remove);
            item.setOnContextMenuRequested(asked -> menu.show(item, asked.getScreenX(), asked.getScreenY()));
            item.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.DELETE) {
                    removeSearch(saved);
                    event.consume();
                }
            });
            item.mark(model.hereProperty().get());
            savedSearches.getChildren().add(item);
        }
    }

    private void removeSearch(Place.Saved saved) {
        searches.remove(saved);
        say("fth-bookmark", "Removed: " + saved.name(), Command.always("Undo", "", "", () -> searches.add(saved, saved.words())));
        if (saved.equals(model.hereProperty().get())) {
            show(new Place.InQueue(Queue.WIRE));
        }
    }

    /// How large text and everything with it is shown; 1 is usual.
    public DoubleProperty zoomProperty() {
        return zoom.factorProperty();
    }

    /// The window's scene, dressed and listening to keys.
    public Scene scene(double width, double height) {
        var scene = new Scene(zoom, width, height);
        theme.dress(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::onKey);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::onEscape);
        Dropped.on(scene, what -> show(new Place.Checking(what)));
        layers.widthProperty().subscribe(w -> narrow(w.doubleValue() > 0 && w.doubleValue() < NARROW));
        if (shown != null) {
            shown.focus();
        }
        return scene;
    }

    /// "Stories · The Larn Courier".
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    // ---- from screen to screen

    @Override
    public void show(Place place) {
        var way = ways.get(place.getClass());
        if (way == null) {
            say("fth-slash", "There is no such screen yet.");
            return;
        }
        if (!place.equals(model.hereProperty().get()) || shown == null) {
            trail.push(model.hereProperty().get());
        }
        go(way.get(), place);
    }

    @Override
    public void back() {
        while (!trail.isEmpty()) {
            var place = trail.pop();
            if (ways.containsKey(place.getClass()) && !place.equals(model.hereProperty().get())) {
                go(ways.get(place.getClass()).get(), place);
                return;
            }
        }
        show(new Place.InQueue(Queue.WIRE));
    }

    private static String isHome(Place here) {
        return here instanceof Place.InQueue || here instanceof Place.FromSource || here instanceof Place.Saved ? "here they are" : "";
    }

    private void go(Screen screen, Place place) {
        if (shown != null && shown != screen) {
            shown.leave();
            shown.search().ifPresent(s -> search.textProperty().unbindBidirectional(s.words()));
        }
        boolean other = shown != screen;
        shown = screen;
        title.bind(Bindings.concat(screen.title(), " · ", model.newsroomProperty()));
        if (other) {
            content.getChildren().setAll(screen.root());
            frame.setTop(screen.standsAlone() ? null : topBar);
            frame.setLeft(screen.standsAlone() ? null : sidebar);
            tools.getChildren().setAll(screen.tools());
            search.setVisible(screen.search().isPresent());
            screen.search().ifPresent(s -> {
                search.setPrompt(s.prompt());
                search.textProperty().bindBidirectional(s.words());
            });
        }
        screen.show(place);
        screen.focus();
        model.hereProperty().set(place);
        model.countAgain();
    }

    // ---- speaking

    @Override
    public void say(String icon, String words, Command... acts) {
        toasts.say(icon, words, acts);
    }

    @Override
    public void tell(Notice notice) {
        model.tell(notice);
        toasts.say("fth-alert-octagon", notice.happened(), Command.always("Read", "", "", this::openMessages));
    }

    private void openMessages() {
        var list = new VBox();
        list.getStyleClass().addAll("popup-card", "messages");
        if (model.unread().isEmpty()) {
            list.getChildren().add(new EmptyState("fth-bell", "No messages", "What went wrong and what waits for you comes here."));
        }
        model.unread().reversed().stream().limit(6).forEach(notice -> list.getChildren().add(MessageCard.of(notice)));
        var popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(list);
        Bounds under = bell.localToScreen(bell.getBoundsInLocal());
        popup.show(bell, under.getMaxX() - 380, under.getMaxY() + 4);
        model.readAll();
    }

    // ---- keys

    private List<Command> commands() {
        var all = new ArrayList<>(toasts.commands());
        if (shown != null) {
            all.addAll(shown.commands());
        }
        all.addAll(own);
        model.people().stream().filter(who -> !who.id().equals(model.acting().person().id()))
                .forEach(who -> all.add(Command.always("Work as " + who.name(), "fth-user", "", () -> workAs(who))));
        return all;
    }

    private void onKey(KeyEvent event) {
        if (palette.isOpen()) {
            return;
        }
        if (shortcuts.isOpen()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                shortcuts.hide();
                event.consume();
            }
            return;
        }
        var focus = layers.getScene().getFocusOwner();
        for (var command : commands()) {
            if (Keys.isLetter(command.keys()) && Keys.match(command.keys(), event) && shown != null && SignCard.asksBelow(shown.root())) {
                // A letter of a passphrase must never hold, spike or export anything.
                continue;
            }
            if (!command.keys().equals("Esc") && Keys.match(command.keys(), event) && !Keys.areTyped(command.keys(), focus) && !pressesButton(event, focus)) {
                if (command.isAllowed()) {
                    command.run();
                } else {
                    say("fth-slash", command.words() + ": " + command.refusal().getValue());
                }
                event.consume();
                return;
            }
        }
    }

    /// Escape belongs first to whatever has the keyboard: it clears a field, closes a menu, takes a question back.
    private void onEscape(KeyEvent event) {
        if (!event.isConsumed() && !palette.isOpen() && !shortcuts.isOpen()) {
            commands().stream().filter(c -> c.keys().equals("Esc") && Keys.match("Esc", event)).findFirst().ifPresent(Command::run);
        }
    }

    private static boolean pressesButton(KeyEvent event, @Nullable Node focus) {
        return event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && focus instanceof ButtonBase;
    }

    @FXML
    private void openPalette() {
        palette.open();
    }

    @FXML
    private void openShortcuts() {
        shortcuts.open();
    }

    @FXML
    private void stopPull() {
        if (pull != null) {
            pull.stop();
        }
    }

    @FXML
    private void showFeeds() {
        show(new Place.Feeds());
    }

    // ---- sidebar, person, status

    private void fillSidebar() {
        for (var queue : Queue.values()) {
            var item = new SideItem(queue.icon(), queue.title(), () -> show(new Place.InQueue(queue)));
            item.stands(new Place.InQueue(queue));
            items.add(item);
            queues.getChildren().add(item);
        }
        var feeds = new SideItem("fth-rss", "Feeds", () -> show(new Place.Feeds()));
        feeds.stands(new Place.Feeds());
        var settings = new SideItem("fth-settings", "Settings", () -> show(new Place.Settings()));
        settings.stands(new Place.Settings());
        settings.key("Ctrl+,");
        var check = new SideItem("fth-shield", "Check a page", () -> show(new Place.Checking(List.of())));
        check.stands(new Place.Checking(List.of()));
        var audit = new SideItem("fth-list", "Audit log", () -> show(new Place.Audit(null)));
        audit.stands(new Place.Audit(null));
        items.addAll(List.of(feeds, check, audit, settings));
        foot.getChildren().addAll(feeds, check, audit, settings);
        model.tallyProperty().subscribe(tally -> {
            for (int i = 0; i < Queue.values().length; i++) {
                items.get(i).count(tally.queues().getOrDefault(Queue.values()[i], 0L));
            }
            feeds.trouble(tally.failingFeeds() == 0 ? "" : tally.failingFeeds() + " failing");
            fillSources(tally.sources());
        });
        model.hereProperty().subscribe(this::mark);
        savedHead.setVisible(false);
        savedHead.setManaged(false);
        sourcesLabel.managedProperty().bind(sourcesLabel.visibleProperty());
        queuesLabel.managedProperty().bind(queuesLabel.visibleProperty());
    }

    private void fillSources(List<Tallies.FromSource> from) {
        sources.getChildren().clear();
        for (var source : from) {
            var item = new SideItem(new SourceMark(source.source()), source.source(), () -> show(new Place.FromSource(source.source())));
            item.stands(new Place.FromSource(source.source()));
            if (source.failing()) {
                item.trouble();
            } else {
                item.count(source.count());
            }
            item.narrow(layers.getPseudoClassStates().contains(IS_NARROW));
            sources.getChildren().add(item);
        }
        sourcesLabel.setVisible(!from.isEmpty() && !layers.getPseudoClassStates().contains(IS_NARROW));
        mark(model.hereProperty().get());
    }

    private void mark(Place here) {
        items.forEach(item -> item.mark(here));
        sources.getChildren().forEach(item -> ((SideItem) item).mark(here));
        savedSearches.getChildren().forEach(item -> ((SideItem) item).mark(here));
    }

    private void narrow(boolean narrow) {
        layers.pseudoClassStateChanged(IS_NARROW, narrow);
        narrowed.set(narrow);
        savedSearches.getChildren().forEach(item -> ((SideItem) item).narrow(narrow));
        items.forEach(item -> item.narrow(narrow));
        sources.getChildren().forEach(item -> ((SideItem) item).narrow(narrow));
        queuesLabel.setVisible(!narrow);
        sourcesLabel.setVisible(!narrow && !sources.getChildren().isEmpty());
    }

    private void fillPerson() {
        bell.setOnAction(_ -> openMessages());
        bellCount.textProperty().bind(Bindings.size(model.unread()).asString());
        bellCount.visibleProperty().bind(Bindings.isNotEmpty(model.unread()));
        model.people().subscribe(this::fillPeople);
        fillPeople();
        model.acting().personProperty().subscribe(who -> {
            var role = new Label(who.isSenior() ? "Senior editor" : "Editor");
            role.getStyleClass().add("person-role");
            var name = new Label(who.name());
            name.getStyleClass().add("person-name");
            var words = new VBox(name, role);
            words.getStyleClass().add("person-words");
            var face = new HBox(new PersonMark(who.name(), PersonMark.Word.NONE).grown(), words);
            face.getStyleClass().add("person-face");
            person.setGraphic(face);
            person.setAccessibleText("Working as " + who.name());
        });
    }

    private void fillPeople() {
        person.getItems().clear();
        for (var each : model.people()) {
            var item = new MenuItem(each.name(), new PersonMark(each.name(), PersonMark.Word.NONE));
            item.setOnAction(_ -> workAs(each));
            person.getItems().add(item);
        }
        var all = new MenuItem("People and keys", Icons.of("fth-users"));
        all.setOnAction(_ -> show(new Place.Settings()));
        person.getItems().addAll(new SeparatorMenuItem(), all);
    }

    private void workAs(Person who) {
        if (!who.id().equals(model.acting().person().id())) {
            model.acting().personProperty().set(who);
            say("fth-user", "You work as " + who.name() + " now. Signing asks for their passphrase.");
        }
    }

    private void fillStatus() {
        pulling.setVisible(false);
        pulling.setManaged(false);
        saved.textProperty().bind(model.savedProperty());
        hideWhenEmpty(saved);
        total.textProperty().bind(model.tallyProperty().map(t -> "%,d %s".formatted(t.stories(), t.stories() == 1 ? "story" : "stories")));
        failing.textProperty().bind(model.tallyProperty().map(t -> t.failingFeeds() == 1 ? "1 feed fails" : t.failingFeeds() + " feeds fail"));
        failing.visibleProperty().bind(model.tallyProperty().map(t -> t.failingFeeds() > 0));
        failing.managedProperty().bind(failing.visibleProperty());
        hideWhenEmpty(brought);
    }

    private static void hideWhenEmpty(Label label) {
        if (!label.visibleProperty().isBound()) {
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
    }
}
