package galley.screen.feeds;

import galley.ingest.Feed;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.MessageCard;
import galley.screen.common.Screen;
import galley.screen.common.SourceMark;
import galley.screen.common.Words;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The feeds: what each is doing, in words; add, remove, pull.
public final class FeedsView implements Screen {

    private final FeedsViewModel model;
    private final BorderPane root = new BorderPane();
    private final TextField address = new TextField();
    private final ListView<FeedsViewModel.Line> list;
    private final VBox detail = new VBox();
    private final VBox above = new VBox();
    private final Command add;
    private final Command pullAll;

    public FeedsView(FeedsViewModel model) {
        this.model = model;
        this.list = new ListView<>(model.lines());
        this.add = Command.always("Add feed", "fth-plus", "", this::add);
        this.pullAll = new Command("Pull all", "fth-refresh-cw", "F5", model.mayPullProperty(), () -> model.pull(List.of()));
        root.getStyleClass().add("feeds-screen");
        root.getStylesheets().add(Objects.requireNonNull(FeedsView.class.getResource("feeds.css")).toExternalForm());
        address.setPromptText("Paste a feed's address, or the path of a file");
        address.setOnAction(e -> add());
        HBox.setHgrow(address, Priority.ALWAYS);
        var head = new HBox(new Label("Feeds"), address, new CommandButton(add), new CommandButton(pullAll));
        head.getChildren().getFirst().getStyleClass().add("feeds-title");
        head.getStyleClass().add("feeds-head");
        above.getChildren().setAll(head);
        list.setCellFactory(_ -> new FeedCell());
        list.setPlaceholder(new EmptyState("fth-rss", "No feeds yet", "Add a feed and its items appear on the wire."));
        list.getSelectionModel().selectedItemProperty().subscribe(line -> detail(line, false));
        detail.getStyleClass().add("feed-detail");
        root.setTop(above);
        root.setCenter(list);
        root.setRight(detail);
        model.remarkProperty().subscribe(notice -> above.getChildren().setAll(notice == null ? List.of(head) : List.of(head, MessageCard.of(notice))));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Feeds");
    }

    @Override
    public void show(galley.screen.common.Place place) {
        model.refresh();
    }

    @Override
    public void focus() {
        address.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(pullAll);
    }

    private void add() {
        model.add(address.getText(), () -> {
            address.clear();
            address.requestFocus();
        });
    }

    private void detail(FeedsViewModel.@Nullable Line line, boolean asks) {
        detail.setVisible(line != null);
        detail.setManaged(line != null);
        if (line == null) {
            return;
        }
        var feed = line.feed();
        var pull = new Command("Pull now", "fth-refresh-cw", "", model.mayPullProperty(), () -> model.pull(List.of(feed)));
        var remove = Command.always("Remove feed", "fth-trash-2", "", () -> detail(line, true));
        detail.getChildren().setAll(Words.wrapped(feed.title(), "feed-name"), Words.wrapped(feed.url(), "muted"));
        if (feed.problem() != null) {
            detail.getChildren().add(new MessageCard(MessageCard.Weight.ERROR, "fth-alert-triangle", feed.problem(),
                    "The " + line.items() + " items it brought before are safe, and other feeds are not held up. "
                            + "Try again, or check the address in a browser."));
        }
        detail.getChildren().addAll(fact("Items", String.valueOf(line.items())), fact("Last success", line.success()), fact("Last asked", line.checked()),
                fact("Category", feed.category().isEmpty() ? "as the feed says" : feed.category()),
                fact("Rights", feed.rights().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        if (asks) {
            var yes = Command.always("Remove feed", "", "", () -> model.remove(feed));
            var no = Command.always("Keep it", "", "", () -> detail(line, false));
            detail.getChildren().addAll(Words.wrapped("It is no longer pulled. What it brought stays."), new HBox(8, new CommandButton(yes, "danger"), new CommandButton(no)));
        } else {
            detail.getChildren().add(new HBox(8, new CommandButton(pull), new CommandButton(remove)));
        }
    }

    private static Node fact(String name, String words) {
        var label = new Label(name);
        label.getStyleClass().addAll("muted", "fact-name");
        var line = new HBox(label, new Label(words));
        line.getStyleClass().add("feed-fact");
        return line;
    }

    private static final class FeedCell extends ListCell<FeedsViewModel.Line> {
        @Override
        protected void updateItem(FeedsViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row(line));
        }

        private static Node row(FeedsViewModel.Line line) {
            Feed feed = line.feed();
            var names = new VBox(Words.line(feed.title(), "strong"), Words.line(feed.url(), "muted", "small"));
            names.setMinWidth(0);
            HBox.setHgrow(names, Priority.ALWAYS);
            var doing = Words.line(line.doing(), feed.problem() != null ? "bad" : "muted");
            doing.getStyleClass().add("feed-doing");
            var items = new Label(line.items() + (line.items() == 1 ? " item" : " items"));
            items.getStyleClass().addAll("muted", "feed-items");
            var row = new HBox(new SourceMark(feed.source().isEmpty() ? feed.title() : feed.source()), names, doing, items);
            row.getStyleClass().add("feed-row");
            return row;
        }
    }
}
