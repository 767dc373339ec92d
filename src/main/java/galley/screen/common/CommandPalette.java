package galley.screen.common;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Every command by its words: type a few letters, Enter does it. What is refused says why.
public final class CommandPalette extends StackPane {

    private static final int ROWS = 10;
    private static final double ROW = 32;

    private final Supplier<List<Command>> commands;
    private final TextField field = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);
    private @Nullable Node before;

    public CommandPalette(Supplier<List<Command>> commands) {
        this.commands = commands;
        getStyleClass().add("palette-layer");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        field.setPromptText("What do you want to do?");
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(Icons.of("fth-search"), field, new KeyCap("Esc"));
        head.getStyleClass().add("palette-head");
        list.setCellFactory(_ -> new Row());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> choose());
        var card = new VBox(head, list);
        card.getStyleClass().addAll("popup-card", "palette");
        card.setMaxSize(620, Region.USE_PREF_SIZE);
        getChildren().add(card);
        field.textProperty().addListener((_, _, words) -> find(words));
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void open() {
        before = getScene().getFocusOwner();
        field.clear();
        find("");
        setVisible(true);
        applyCss();
        field.requestFocus();
    }

    public void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void find(String words) {
        var asked = words.strip().toLowerCase(Locale.ROOT);
        found.setAll(commands.get().stream().filter(c -> c.words().toLowerCase(Locale.ROOT).contains(asked))
                .sorted(Comparator.comparing(c -> !c.isAllowed())).toList());
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(ROWS, Math.max(1, found.size())) * ROW + 10);
        list.setPlaceholder(Words.line("No command has “" + words.strip() + "”", "muted"));
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex() - ROWS + 2);
        event.consume();
    }

    private void choose() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.isAllowed()) {
            hide();
            chosen.run();
        }
    }

    private final class Row extends ListCell<Command> {

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(command == null || empty ? null : face(command));
            setDisable(command == null || empty);
        }

        private Node face(Command command) {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var icon = command.icon().isEmpty() ? new Region() : Icons.of(command.icon());
            var slot = new StackPane(icon);
            slot.setMinWidth(16);
            var face = new HBox(slot, words(command.words(), command.isAllowed()), gap);
            face.getStyleClass().add("palette-row");
            if (!command.isAllowed()) {
                var why = new Label(command.refusal().getValue());
                why.getStyleClass().addAll("small", "muted");
                face.getChildren().add(why);
            } else if (!command.keys().isEmpty()) {
                face.getChildren().add(new KeyCap(command.keys()));
            }
            return face;
        }

        private TextFlow words(String words, boolean allowed) {
            var asked = field.getText().strip();
            int at = asked.isEmpty() ? -1 : words.toLowerCase(Locale.ROOT).indexOf(asked.toLowerCase(Locale.ROOT));
            var flow = at < 0 ? new TextFlow(new Text(words))
                    : new TextFlow(new Text(words.substring(0, at)), strong(words.substring(at, at + asked.length())),
                            new Text(words.substring(at + asked.length())));
            flow.getStyleClass().addAll("wrapped", allowed ? "allowed" : "refused");
            flow.setMinWidth(USE_PREF_SIZE);
            return flow;
        }

        private static Text strong(String words) {
            var text = new Text(words);
            text.getStyleClass().add("strong");
            return text;
        }
    }
}
