package galley.screen.feeds;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Times;
import galley.screen.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The feeds: how each is at a glance; add, pull, pause, edit, remove.
public final class FeedsView implements Screen {

    /// Narrower, the chosen feed goes under the list.
    private static final double BESIDE = 960;
    private static final double UNDER_SHARE = 0.46;
    private static final double WIDTH_WITHOUT_SPARK = 700;

    private final FeedsViewModel model;
    private final FeedPane pane;
    private final Command pullAll;
    private final Command add;
    private final Command look;
    private @Nullable FeedRow kept;

    @FXML private BorderPane root;
    @FXML private VBox adding;
    @FXML private HBox addRow;
    @FXML private TextField address;
    @FXML private VBox found;
    @FXML private VBox remarks;
    @FXML private FlowPane filters;
    @FXML private MenuButton sorting;
    @FXML private TableView<FeedRow> table;
    @FXML private TableColumn<FeedRow, FeedRow> feed;
    @FXML private TableColumn<FeedRow, FeedRow> came;
    @FXML private TableColumn<FeedRow, FeedRow> today;
    @FXML private TableColumn<FeedRow, FeedRow> success;
    @FXML private TableColumn<FeedRow, FeedRow> doing;
    @FXML private TableColumn<FeedRow, FeedRow> next;
    @FXML private ScrollPane beside;

    public FeedsView(FeedsViewModel model, Times times) {
        this.model = model;
        this.pane = new FeedPane(model, times);
        this.pullAll = new Command("Pull all", "fth-refresh-cw", "F5", model.mayPullProperty(), () -> model.pull(List.of()));
        this.add = Command.always("Add feed", "fth-plus", "", this::openAdding);
        this.look = new Command("Look", "fth-search", "", model.lookingProperty(), model::look);
        Fxml.load(this, "Feeds.fxml");
        columns();
        adding();
        head();
        drops();
        table.setItems(model.rows());
        table.setPlaceholder(empty());
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.rows().addListener((ListChangeListener<FeedRow>) _ -> listed());
        model.detailProperty().subscribe(this::showDetail);
        model.editingProperty().subscribe(draft -> showDetail(model.detailProperty().get()));
        model.remarkProperty().subscribe(notice -> remarks.getChildren().setAll(notice == null ? List.of() : List.of(MessageCard.of(notice))));
        root.widthProperty().subscribe(_ -> arrange());
        root.heightProperty().subscribe(_ -> arrange());
        showDetail(model.detailProperty().get());
    }

    private void columns() {
        for (var column : List.of(feed, came, today, success, doing, next)) {
            column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
            column.setSortable(false);
            column.setReorderable(false);
        }
        FeedCells.face(feed);
        FeedCells.spark(came);
        FeedCells.doing(doing);
        FeedCells.words(today, row -> String.valueOf(row.today()));
        FeedCells.words(success, FeedRow::success);
        FeedCells.words(next, FeedRow::next);
        today.setMinWidth(56);
        success.setMinWidth(92);
        next.setMinWidth(84);
        came.setMinWidth(150);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        fixed(came, 150);
        fixed(today, 60);
        fixed(success, 96);
        fixed(next, 88);
        feed.setMinWidth(180);
        doing.setMinWidth(150);
    }

    private static void fixed(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private void head() {
        var sortMenu = List.of(sort("Trouble first", true), sort("By name", false));
        sorting.getItems().setAll(sortMenu);
        filter();
    }

    private MenuItem sort(String words, boolean troubleFirst) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> {
            sorting.setText(words);
            model.sort(troubleFirst);
        });
        return item;
    }

    /// A button for all and one for each state that any feed is in.
    private void filter() {
        var group = new ToggleGroup();
        var buttons = new ArrayList<Node>();
        buttons.add(filter(group, null));
        for (var state : List.of(FeedRow.State.FAILING, FeedRow.State.IDLE, FeedRow.State.SLOW, FeedRow.State.PAUSED, FeedRow.State.NEW)) {
            if (model.count(state) > 0 || model.onlyProperty().get() == state) {
                buttons.add(filter(group, state));
            }
        }
        filters.getChildren().setAll(buttons);
    }

    private ToggleButton filter(ToggleGroup group, FeedRow.@Nullable State state) {
        var button = new ToggleButton((state == null ? "All" : state.words()) + " " + model.count(state));
        if (state != null) {
            var icon = Icons.of(state.icon());
            icon.getStyleClass().add(FeedCells.style(state));
            button.setGraphic(icon);
        }
        button.setToggleGroup(group);
        button.setSelected(model.onlyProperty().get() == state);
        button.setOnAction(_ -> model.onlyProperty().set(button.isSelected() ? state : null));
        return button;
    }

    // ---- adding

    private void adding() {
        address.textProperty().bindBidirectional(model.typedProperty());
        address.setOnAction(_ -> {
            var at = model.lookProperty().get();
            if (at != null && at.address() != null) {
                model.addTyped(this::closeAdding);
            } else {
                model.look();
            }
        });
        adding.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closeAdding();
                key.consume();
            }
        });
        addRow.getChildren().addAll(new CommandButton(look), new CommandButton(Command.always("Close", "", "", this::closeAdding), "flat"));
        model.lookProperty().subscribe(this::showFound);
        model.lookingProperty().subscribe(words -> {
            if (!words.isEmpty()) {
                found.getChildren().setAll(muted("Looking what is there …"));
            }
        });
    }

    private void openAdding() {
        adding.setVisible(true);
        adding.setManaged(true);
        address.requestFocus();
    }

    private void closeAdding() {
        model.typedProperty().set("");
        adding.setVisible(false);
        adding.setManaged(false);
        table.requestFocus();
    }

    private void showFound(@Nullable FeedLook at) {
        found.getChildren().clear();
        if (at == null) {
            return;
        }
        openAdding();
        if (at.address() != null && at.problem() == null) {
            found.getChildren().addAll(Words.wrapped(at.title(), "found-title"), muted(FeedCells.address(at.address()) + " · " + at.items() + (at.items() == 1 ? " item" : " items")));
            at.headlines().forEach(headline -> found.getChildren().add(Words.line("–  " + headline, "found-headline")));
        } else if (at.problem() != null) {
            found.getChildren().add(new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", at.problem(), at.address() == null ? "Nothing was added." : "It can be added all the same."));
        }
        var acts = new HBox();
        acts.getStyleClass().add("found-acts");
        if (at.address() != null) {
            acts.getChildren().add(new CommandButton(Command.always("Add this feed", "fth-plus", "", () -> model.addTyped(this::closeAdding)), "small accent"));
        }
        at.others().stream().limit(3).forEach(other -> acts.getChildren().add(new CommandButton(
                Command.always(other.title().isEmpty() ? FeedCells.address(other.url()) : other.title(), "", "", () -> model.take(other.url())), "small plain")));
        found.getChildren().add(acts);
    }

    private static Label muted(String words) {
        var label = Words.line(words, "muted", "small");
        return label;
    }

    /// Links from a browser, lines of addresses, and lists of feeds may be dropped anywhere on the screen.
    private void drops() {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            var board = event.getDragboard();
            if (board.hasFiles() || board.hasUrl() || board.hasString()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                board.getFiles().forEach(file -> {
                    if (file.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".opml")) {
                        model.importList(file.toPath());
                    } else {
                        model.take(file.toPath().toUri().toString());
                    }
                });
            } else {
                model.take(board.hasUrl() ? board.getUrl() : String.valueOf(board.getString()));
            }
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void bringIn() {
        var file = chooser().showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            model.importList(file.toPath());
        }
    }

    private void handOut() {
        var chooser = chooser();
        chooser.setInitialFileName("feeds.opml");
        var file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            model.exportList(file.toPath());
        }
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Lists of feeds (OPML)", "*.opml", "*.xml"), new FileChooser.ExtensionFilter("All files", "*.*"));
        return chooser;
    }

    // ---- the chosen feed

    private void chosen(@Nullable FeedRow row) {
        if (row != null && (kept == null || !kept.feed().id().equals(row.feed().id()))) {
            pane.begin();
            model.dropEdit();
            kept = row;
            model.choose(row);
        }
    }

    /// The list was read again: the chosen feed stays chosen where it stands now.
    private void listed() {
        filter();
        if (kept == null) {
            return;
        }
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).feed().id().equals(kept.feed().id())) {
                table.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void showDetail(FeedsViewModel.@Nullable Detail detail) {
        var draft = model.editingProperty().get();
        boolean shows = detail != null || draft != null;
        double at = beside.getVvalue();
        beside.setVisible(shows);
        beside.setManaged(shows);
        beside.setContent(draft != null ? pane.form(draft) : detail == null ? null : pane.of(detail));
        beside.setVvalue(draft != null ? 0 : at);
        if (detail == null && draft == null) {
            kept = null;
        }
        arrange();
    }

    private void arrange() {
        boolean under = root.getWidth() > 0 && root.getWidth() < BESIDE;
        beside.getStyleClass().remove("under");
        if (under) {
            beside.getStyleClass().add("under");
            root.setRight(null);
            root.setBottom(beside);
            beside.setPrefHeight(root.getHeight() * UNDER_SHARE);
        } else {
            root.setBottom(null);
            root.setRight(beside);
            beside.setPrefHeight(-1);
        }
        double room = root.getWidth() - (under || !beside.isManaged() ? 0 : 364);
        came.setVisible(room == 0 || room >= WIDTH_WITHOUT_SPARK);
        success.setVisible(room == 0 || room >= WIDTH_WITHOUT_SPARK - 120);
    }

    private Node empty() {
        return new EmptyState("fth-rss", "No feeds here", "Add a feed by its address, drop a link here, or import a list. Its items appear on the wire.", add);
    }

    // ---- the screen

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Feeds");
    }

    @Override
    public void show(Place place) {
        model.refresh();
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(pullAll, add, Command.always("Import a list of feeds (OPML)", "fth-download", "", this::bringIn),
                Command.always("Export the list of feeds (OPML)", "fth-upload", "", this::handOut));
    }

    @Override
    public List<Node> tools() {
        return List.of(new CommandButton("Import", Command.always("Import OPML", "fth-download", "", this::bringIn), "plain"),
                new CommandButton("Export", Command.always("Export OPML", "fth-upload", "", this::handOut), "plain"), new CommandButton(add), new CommandButton(pullAll));
    }

    @Override
    public Optional<Search> search() {
        return Optional.of(new Search("Find a feed by name, address or source", model.wordsProperty()));
    }
}
