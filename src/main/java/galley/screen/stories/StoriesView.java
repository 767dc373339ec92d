package galley.screen.stories;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.CommandItem;
import galley.screen.common.EmptyState;
import galley.screen.common.Icons;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The story table beside the reading pane; below it where the window is narrow.
public final class StoriesView implements Screen {

    /// Below this width the reading pane goes under the table: that of a window of 1200 without its sidebar.
    private static final double BESIDE = 1000;
    private static final double PANE = 436;
    private static final double TABLE_MIN = 620;
    private static final double UNDER_SHARE = 0.46;
    /// Narrower, the headline needs the room more.
    private static final double ROOM_FOR_CATEGORY = 720;

    private final StoriesViewModel model;
    private final Map<StoryQuestion.By, String> orders = Map.of(StoryQuestion.By.AGE, "Newest first", StoryQuestion.By.HEADLINE, "By headline",
            StoryQuestion.By.SOURCE, "By source", StoryQuestion.By.CATEGORY, "By category", StoryQuestion.By.STATE, "By state",
            StoryQuestion.By.EDITED, "By editor", StoryQuestion.By.REVIEWED, "By reviewer", StoryQuestion.By.PRIORITY, "By priority");

    private boolean arranged;

    @FXML private SplitPane root;
    @FXML private VBox list;
    @FXML private Label title;
    @FXML private Label counted;
    @FXML private MenuButton sortingMenu;
    @FXML private MenuButton columnsMenu;
    @FXML private Button news;
    @FXML private HBox newsFace;
    @FXML private Label newsWords;
    @FXML private TableView<VirtualRows.Slot> table;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> state;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> headline;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> source;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> category;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> age;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> edited;
    @FXML private TableColumn<VirtualRows.Slot, StoryRow> reviewed;
    @FXML private ReadingPane reading;

    public StoriesView(StoriesViewModel model) {
        this.model = model;
        var loader = new FXMLLoader(StoriesView.class.getResource("Stories.fxml"));
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        columns();
        rows();
        head();
        reading.show(model, table::requestFocus);
        root.widthProperty().subscribe(_ -> arrange());
        list.setMinWidth(TABLE_MIN);
        SplitPane.setResizableWithParent(reading, false);
        var minutes = new Timeline(new KeyFrame(Duration.minutes(1), _ -> model.tick()));
        minutes.setCycleCount(Animation.INDEFINITE);
        minutes.play();
    }

    // ---- the screen

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Stories");
    }

    @Override
    public void show(Place place) {
        if (place.equals(model.placeProperty().get()) && model.rowsProperty().get() != null) {
            model.askAgain();
        } else {
            model.show(place);
        }
    }

    @Override
    public void focus() {
        if (table.getScene() != null) {
            table.requestFocus();
            return;
        }
        // A split pane takes its halves into the scene only when it is first drawn.
        table.sceneProperty().addListener(new ChangeListener<Scene>() {
            @Override
            public void changed(ObservableValue<? extends Scene> in, Scene before, Scene now) {
                table.sceneProperty().removeListener(this);
                table.requestFocus();
            }
        });
    }

    @Override
    public List<Command> commands() {
        return model.commands();
    }

    @Override
    public List<Node> tools() {
        return List.of(filter(), new CommandButton(Command.always("New story", "fth-plus", "", () -> model.begin().run())));
    }

    private MenuButton filter() {
        var filter = new MenuButton("Filter", Icons.of("fth-filter"));
        filter.getStyleClass().add("filter");
        filter.setOnShowing(_ -> filter.getItems().setAll(filters()));
        filter.getItems().add(new MenuItem("Nothing to filter"));
        return filter;
    }

    /// What the rows at hand can be narrowed to.
    private List<MenuItem> filters() {
        var rows = model.rowsProperty().get();
        var near = rows == null ? List.<StoryRow>of() : rows.subList(0, Math.min(100, rows.size())).stream().map(VirtualRows.Slot::row).toList();
        var items = new ArrayList<MenuItem>();
        narrowings(items, "status", near.stream().map(row -> row.mark().code()));
        narrowings(items, "source", near.stream().map(StoryRow::source));
        narrowings(items, "category", near.stream().map(StoryRow::category));
        if (items.isEmpty()) {
            items.add(new MenuItem("Nothing to filter"));
        }
        return items;
    }

    private void narrowings(List<MenuItem> items, String kind, Stream<String> values) {
        var found = values.filter(value -> !value.isEmpty()).distinct().sorted().toList();
        if (found.size() < 2) {
            return;
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        found.forEach(value -> {
            var item = new MenuItem(kind + ": " + value);
            item.setOnAction(_ -> model.wordsProperty().set(StoryQuestion.with(model.wordsProperty().get(), kind, value)));
            items.add(item);
        });
    }

    @Override
    public Optional<Search> search() {
        return Optional.of(new Search("Search words, \"exact phrase\", source: category: status:", model.wordsProperty()));
    }

    // ---- head of the list

    private void head() {
        title.textProperty().bind(model.placeProperty().map(StoriesView::name));
        counted.textProperty().bind(Bindings.createStringBinding(this::count, model.rowsProperty()));
        news.visibleProperty().bind(model.freshProperty().greaterThan(0));
        news.managedProperty().bind(news.visibleProperty());
        newsWords.textProperty().bind(Bindings.createStringBinding(
                () -> "%,d new since %s".formatted(model.freshProperty().get(), model.freshSinceProperty().get()), model.freshProperty(), model.freshSinceProperty()));
        newsFace.prefWidthProperty().bind(news.widthProperty().subtract(32));
        Stream.of(StoryQuestion.By.values()).sorted(Comparator.comparing((StoryQuestion.By by) -> by != StoryQuestion.By.AGE)
                .thenComparing(by -> by != StoryQuestion.By.PRIORITY)).forEach(by -> {
            var words = orders.get(by);
            var item = new MenuItem(words);
            item.setOnAction(_ -> {
                table.getSortOrder().clear();
                model.sort(by, by != StoryQuestion.By.AGE);
            });
            sortingMenu.getItems().add(item);
        });
        columnsMenu.setOnShowing(_ -> columnsMenu.getItems().setAll(columnItems()));
        columnsMenu.getItems().setAll(columnItems());
        sortingMenu.textProperty().bind(Bindings.createStringBinding(
                () -> model.byProperty().get() == StoryQuestion.By.AGE && model.ascendingProperty().get() ? "Oldest first" : orders.get(model.byProperty().get()),
                model.byProperty(), model.ascendingProperty()));
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.InQueue in -> in.queue().title();
            case Place.FromSource from -> from.source();
            case Place.Saved saved -> saved.name();
            default -> "Stories";
        };
    }

    private String count() {
        var rows = model.rowsProperty().get();
        if (rows == null || rows.isEmpty()) {
            return "";
        }
        var words = "%,d %s".formatted(rows.size(), rows.size() == 1 ? "story" : "stories");
        return model.answeredProperty().get().isNarrowed() ? words + " found" : words;
    }

    @FXML
    private void showNew() {
        model.showNew().run();
        table.requestFocus();
    }

    // ---- the table

    private void columns() {
        fixed(state, 102, Cells.State::new);
        fixed(source, 106, Cells.Source::new);
        fixed(category, 88, Cells.Category::new);
        fixed(age, 44, () -> new Cells.Age(model.times()));
        fixed(edited, 48, () -> new Cells.Person(StoryRow::edited));
        fixed(reviewed, 66, () -> new Cells.Person(StoryRow::reviewed));
        face(headline, () -> new Cells.Headline(model::turnEvent));
        headline.setMinWidth(150);
        table.widthProperty().subscribe(_ -> showColumns());
        model.columns().hidden().addListener((SetChangeListener<StoryQuestion.By>) _ -> showColumns());
        state.getStyleClass().add("first");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().forEach(column -> column.setReorderable(false));
        table.setSortPolicy(_ -> {
            sortAsShown();
            return true;
        });
    }

    private void showColumns() {
        var columns = Map.of(StoryQuestion.By.SOURCE, source, StoryQuestion.By.CATEGORY, category, StoryQuestion.By.AGE, age,
                StoryQuestion.By.EDITED, edited, StoryQuestion.By.REVIEWED, reviewed);
        boolean tight = table.getWidth() > 0 && table.getWidth() < ROOM_FOR_CATEGORY;
        columns.forEach((by, column) -> column.setVisible(model.columns().isShown(by) && !(tight && by == StoryQuestion.By.CATEGORY)));
    }

    private List<MenuItem> columnItems() {
        return Columns.HIDEABLE.stream().<MenuItem>map(by -> {
            var item = new CheckMenuItem(switch (by) {
                case SOURCE -> "Source";
                case CATEGORY -> "Category";
                case AGE -> "Age";
                case EDITED -> "Edited";
                default -> "Reviewed";
            });
            item.setSelected(model.columns().isShown(by));
            item.setOnAction(_ -> model.columns().show(by, item.isSelected()));
            return item;
        }).toList();
    }

    private static void fixed(TableColumn<VirtualRows.Slot, StoryRow> column, double width, Supplier<TableCell<VirtualRows.Slot, StoryRow>> cell) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
        face(column, cell);
    }

    private static void face(TableColumn<VirtualRows.Slot, StoryRow> column, Supplier<TableCell<VirtualRows.Slot, StoryRow>> cell) {
        column.setCellValueFactory(row -> row.getValue().rowProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private void rows() {
        model.rowsProperty().subscribe(found -> {
            if (found != null) {
                table.setPlaceholder(empty());
                table.setItems(found);
            }
        });
        table.setRowFactory(_ -> new Cells.Row());
        var chosen = table.getSelectionModel();
        chosen.setSelectionMode(SelectionMode.MULTIPLE);
        chosen.getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> model.bulk().choose(List.copyOf(chosen.getSelectedIndices())));
        model.selectedProperty().subscribe(index -> {
            if (index.intValue() != chosen.getSelectedIndex()) {
                if (index.intValue() < 0) {
                    chosen.clearSelection();
                } else {
                    chosen.clearAndSelect(index.intValue());
                    reveal(index.intValue());
                }
            }
        });
        chosen.selectedIndexProperty().addListener((_, _, index) -> model.selectedProperty().set(index.intValue()));
        model.ticksProperty().addListener((_, _, _) -> table.refresh());
        var menu = new ContextMenu();
        table.setOnContextMenuRequested(asked -> model.whenRead(shown -> {
            fillMenu(menu, shown);
            menu.show(table, asked.getScreenX(), asked.getScreenY());
        }));
        table.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                model.command(Reading.Act.OPEN).run();
            }
        });
    }

    private void fillMenu(ContextMenu menu, Reading shown) {
        menu.getItems().clear();
        if (model.bulk().isSeveral()) {
            model.bulk().commands().forEach(command -> menu.getItems().add(new CommandItem(command)));
            return;
        }
        model.besides(shown).forEach(command -> menu.getItems().add(new CommandItem(command)));
        model.rarer(shown).forEach(command -> menu.getItems().add(new CommandItem(command)));
    }

    /// Scrolls only as far as it must.
    private void reveal(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        }
    }

    private EmptyState empty() {
        var question = model.answeredProperty().get();
        if (question.isNarrowed()) {
            var words = model.wordsProperty().get().strip();
            return new EmptyState("fth-search", "No story has “" + words + "”", "Try fewer words.",
                    Command.always("Clear the search", "", "", () -> model.wordsProperty().set("")));
        }
        return switch (question.place()) {
            case Place.InQueue in when in.queue() == Queue.WIRE -> new EmptyState(in.queue().icon(), in.queue().empty(), in.queue().hint(), model.addFeed());
            case Place.InQueue in -> new EmptyState(in.queue().icon(), in.queue().empty(), in.queue().hint());
            default -> new EmptyState("fth-rss", "Nothing from this source", "What its feed brings appears here.");
        };
    }

    // ---- order

    private void sortAsShown() {
        var order = table.getSortOrder();
        var column = order.isEmpty() ? null : order.getFirst();
        boolean ascending = column != null && column.getSortType() == TableColumn.SortType.ASCENDING;
        // The youngest has the latest time.
        model.sort(by(column), column == age ? !ascending : ascending);
    }

    private StoryQuestion.By by(TableColumn<?, ?> column) {
        if (column == state) {
            return StoryQuestion.By.STATE;
        }
        if (column == headline) {
            return StoryQuestion.By.HEADLINE;
        }
        if (column == source) {
            return StoryQuestion.By.SOURCE;
        }
        if (column == category) {
            return StoryQuestion.By.CATEGORY;
        }
        if (column == edited) {
            return StoryQuestion.By.EDITED;
        }
        return column == reviewed ? StoryQuestion.By.REVIEWED : StoryQuestion.By.AGE;
    }

    // ---- wide and narrow

    private void arrange() {
        double width = root.getWidth();
        if (width == 0) {
            return;
        }
        var now = width < BESIDE ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        boolean fresh = !arranged || root.getOrientation() != now;
        arranged = true;
        root.setOrientation(now);
        SplitPane.setResizableWithParent(reading, now == Orientation.VERTICAL);
        if (fresh) {
            root.setDividerPositions(now == Orientation.VERTICAL ? UNDER_SHARE : 1 - PANE / width);
        }
    }
}
