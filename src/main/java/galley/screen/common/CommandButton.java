package galley.screen.common;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A button for a command: icon, words, key. Refused, it stays reachable and says why.
public final class CommandButton extends Button {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Command command;
    private final Tooltip why = new Tooltip();

    public CommandButton(Command command) {
        this(command.words(), command, "plain");
    }

    /// @param styleClasses separated by spaces: `accent`, `small`, `flat`, `link`
    public CommandButton(Command command, String styleClasses) {
        this(command.words(), command, styleClasses);
    }

    /// A button that says the command in shorter words than the palette does.
    public CommandButton(String words, Command command, String styleClasses) {
        this.command = command;
        getStyleClass().add("command-button");
        getStyleClass().addAll(styleClasses.split(" "));
        var face = new HBox();
        face.getStyleClass().add("face");
        if (!command.icon().isEmpty()) {
            face.getChildren().add(Icons.of(command.icon()));
        }
        if (!words.isEmpty()) {
            var label = new Label(words);
            label.setMinWidth(USE_PREF_SIZE);
            face.getChildren().add(label);
        }
        if (!command.keys().isEmpty()) {
            face.getChildren().add(new KeyCap(command.keys()));
        }
        setGraphic(face);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> command.run());
        command.refusal().subscribe(this::tell);
    }

    private void tell(String refusal) {
        boolean refused = !refusal.isEmpty();
        pseudoClassStateChanged(REFUSED, refused);
        why.setText(command.words() + ": " + refusal);
        setTooltip(refused ? why : null);
        setAccessibleText(refused ? command.words() + ", " + refusal : command.words());
    }
}
