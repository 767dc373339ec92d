package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Words;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One fact about a story: its name and value in a line that is pressed to change it. The form opens under the line, in place of a
/// dialog; Esc closes it.
final class DetailRow extends VBox {

    /// What stands under an open line.
    ///
    /// @param first takes the keyboard
    record Form(List<Node> nodes, Node first) {}

    /// Makes a form, with what closes it.
    @FunctionalInterface
    interface Forms {
        Form open(Runnable close);
    }

    private final String name;
    private final Forms forms;
    private final StackPane value = new StackPane();
    private final HBox line = new HBox();
    private String words = "";

    DetailRow(String name, Forms forms) {
        this.name = name;
        this.forms = forms;
        getStyleClass().add("detail-row");
        var label = new Label(name);
        label.getStyleClass().add("detail-name");
        HBox.setHgrow(value, Priority.ALWAYS);
        line.getChildren().addAll(label, value);
        line.getStyleClass().add("detail-line");
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.setOnMouseClicked(_ -> press());
        line.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                press();
                event.consume();
            }
        });
        getChildren().add(line);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isOpen()) {
                close();
                event.consume();
            }
        });
        value("");
    }

    private void press() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    /// What is so now; empty for nothing.
    void value(String now) {
        words = now;
        value.getChildren().setAll(now.isEmpty() ? Words.wrapped("None", "muted") : Words.wrapped(now));
        line.setAccessibleText(name + ": " + (now.isEmpty() ? "none" : now) + ". Press to change.");
    }

    String value() {
        return words;
    }

    boolean isOpen() {
        return getChildren().size() > 1;
    }

    void open() {
        if (isOpen()) {
            return;
        }
        var form = forms.open(this::close);
        var box = new VBox();
        box.getStyleClass().add("detail-form");
        box.getChildren().setAll(form.nodes());
        getChildren().add(box);
        applyCss();
        form.first().requestFocus();
    }

    void close() {
        if (isOpen()) {
            getChildren().remove(1);
            line.requestFocus();
        }
    }

    /// The buttons under a form.
    static HBox acts(Command act, Runnable close) {
        var acts = new HBox(new CommandButton(act, "small"), new CommandButton(Command.always("Never mind", "", "Esc", close), "link"));
        acts.getStyleClass().add("detail-acts");
        return acts;
    }
}
