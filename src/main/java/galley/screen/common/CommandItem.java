package galley.screen.common;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A command in a menu: icon, words, key; refused, the reason stands under the words.
public final class CommandItem extends CustomMenuItem {

    /// Letters in a line of the reason. A menu asks its items for their height before it knows their width, so nothing can wrap
    /// by itself.
    private static final int LINE = 52;

    public CommandItem(Command command) {
        getStyleClass().add("command-item");
        var slot = new StackPane();
        slot.setMinWidth(16);
        if (!command.icon().isEmpty()) {
            slot.getChildren().add(Icons.of(command.icon()));
        }
        var words = new VBox(new Label(command.words()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var face = new HBox(slot, words, gap);
        face.getStyleClass().add("command-item-face");
        if (!command.isAllowed()) {
            lines(command.refusal().getValue()).forEach(line -> words.getChildren().add(Words.line(line, "command-item-why")));
            face.getStyleClass().add("refused");
        } else if (!command.keys().isEmpty()) {
            face.getChildren().add(new KeyCap(command.keys()));
        }
        setContent(face);
        setHideOnClick(command.isAllowed());
        setOnAction(_ -> command.run());
    }

    private static List<String> lines(String reason) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : reason.split(" ")) {
            if (!line.isEmpty() && line.length() + word.length() >= LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
