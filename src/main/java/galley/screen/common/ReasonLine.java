package galley.screen.common;

import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A line in the pane that asks for a reason, in place of a dialog. Enter does it, Esc does not.
public final class ReasonLine extends VBox {

    private final TextField reason = new TextField();

    /// @param prompt what the reason should say
    /// @param act the act, as its button says it
    public ReasonLine(String prompt, String act, Consumer<String> then, Runnable neverMind) {
        getStyleClass().add("reason-line");
        reason.setPromptText(prompt);
        reason.setAccessibleText(prompt);
        var refusal = new SimpleStringProperty();
        refusal.bind(reason.textProperty().map(words -> words.isBlank() ? "needs a reason" : ""));
        var doIt = new Command(act, "", "", refusal, () -> then.accept(reason.getText().strip()));
        var button = new CommandButton(doIt, "accent");
        var leave = new CommandButton(Command.always("Never mind", "", "Esc", neverMind), "flat");
        var acts = new HBox(button, leave);
        acts.getStyleClass().add("reason-acts");
        getChildren().addAll(reason, acts);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == reason) {
                doIt.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                neverMind.run();
                event.consume();
            }
        });
    }

    /// Puts the caret into the line, ready for the first letter (see [SignCard#begin]).
    public void begin() {
        applyCss();
        reason.requestFocus();
    }
}
