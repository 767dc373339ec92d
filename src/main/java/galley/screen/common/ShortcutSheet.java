package galley.screen.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All keys that work here, two columns of them.
public final class ShortcutSheet extends StackPane {

    private final Supplier<List<Command>> commands;
    private @Nullable Node before;

    public ShortcutSheet(Supplier<List<Command>> commands) {
        this.commands = commands;
        getStyleClass().add("palette-layer");
        setAlignment(Pos.TOP_CENTER);
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    public boolean isOpen() {
        return isVisible();
    }

    public void open() {
        before = getScene().getFocusOwner();
        var keys = commands.get().stream().filter(c -> !c.keys().isEmpty()).toList();
        var grid = new GridPane();
        grid.getStyleClass().add("sheet-grid");
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        int half = (keys.size() + 1) / 2;
        for (int i = 0; i < keys.size(); i++) {
            grid.add(line(keys.get(i)), i / half, i % half);
        }
        var title = new Label("All keys");
        title.getStyleClass().add("list-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, new KeyCap("Esc"));
        head.getStyleClass().add("sheet-head");
        var card = new VBox(head, grid);
        card.getStyleClass().addAll("popup-card", "sheet");
        card.setMaxSize(620, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setVisible(true);
        requestFocus();
    }

    /// Closes the sheet and gives the keyboard back to where it was; else the next letter would fall into the search field.
    public void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private static HBox line(Command command) {
        var words = new Label(command.words());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(words, gap, new KeyCap(command.keys()));
        line.getStyleClass().add("sheet-line");
        return line;
    }
}
