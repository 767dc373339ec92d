package galley.screen.common;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A command in a menu: icon, words, key; refused, the reason stands under the words.
public final class CommandItem extends CustomMenuItem {

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
            var why = Words.wrapped(command.refusal().getValue(), "command-item-why");
            words.getChildren().add(why);
            words.setMaxWidth(300);
            face.getStyleClass().add("refused");
        } else if (!command.keys().isEmpty()) {
            face.getChildren().add(new KeyCap(command.keys()));
        }
        setContent(face);
        setHideOnClick(command.isAllowed());
        setOnAction(_ -> command.run());
    }
}
