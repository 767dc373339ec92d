package galley.screen.common;

import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The field in which one searches: a glass, the words, the key that leads here, and a cross once there are words.
/// A finished `source:Northwire ` becomes a chip; what is asked is chips and words together.
public final class SearchBox extends HBox {

    private static final Pattern NARROWING = Pattern.compile("(?<!\\S)(\\p{L}+):(?!//)(\"[^\"]*\"|\\S+)\\s");

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final HBox chips = new HBox();
    private final TextField field = new TextField();
    private final KeyCap key = new KeyCap("/");
    private final Button clear = new Button();
    private Runnable leave = () -> { };
    private boolean telling;

    public SearchBox() {
        getStyleClass().add("search-box");
        chips.getStyleClass().add("chips");
        chips.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        clear.setGraphic(Icons.of("fth-x"));
        clear.getStyleClass().addAll("flat", "clear");
        clear.setAccessibleText("Clear the search");
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> text.set(""));
        getChildren().addAll(Icons.of("fth-search"), field, key);
        field.textProperty().addListener((_, _, _) -> {
            if (!telling) {
                tell();
            }
        });
        // Not while the text is changing: the field would lose its place in it.
        field.addEventHandler(KeyEvent.KEY_RELEASED, _ -> cut());
        text.addListener((_, _, asked) -> {
            if (!telling) {
                show(asked);
            }
            getChildren().set(getChildren().size() - 1, asked.isEmpty() ? key : clear);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                if (text.get().isEmpty()) {
                    leave.run();
                } else {
                    text.set("");
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                leave.run();
                event.consume();
            } else if (event.getCode() == KeyCode.BACK_SPACE && field.getCaretPosition() == 0 && field.getSelection().getLength() == 0
                    && !chips.getChildren().isEmpty()) {
                chips.getChildren().removeLast();
                tell();
                event.consume();
            }
        });
    }

    /// Everything that is asked: `source:Northwire quay`.
    public StringProperty textProperty() {
        return text;
    }

    public void setPrompt(String prompt) {
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
    }

    /// Where the keyboard goes from here: on Enter, and on Esc when there is nothing to clear.
    public void setOnLeave(Runnable leave) {
        this.leave = leave;
    }

    /// Puts the caret into the field and selects what is there.
    public void begin() {
        field.requestFocus();
        field.selectAll();
    }

    /// Takes what has become a narrowing out of the words.
    private void cut() {
        var narrowing = NARROWING.matcher(field.getText());
        if (narrowing.find()) {
            chips.getChildren().add(chip(narrowing.group().strip()));
            telling = true;
            field.setText(narrowing.replaceFirst(""));
            field.end();
            telling = false;
            tell();
        }
    }

    private void show(String asked) {
        telling = true;
        chips.getChildren().clear();
        var narrowing = NARROWING.matcher(asked.endsWith(" ") ? asked : asked + " ");
        while (narrowing.find()) {
            chips.getChildren().add(chip(narrowing.group().strip()));
        }
        field.setText(narrowing.replaceAll("").strip());
        field.end();
        telling = false;
        place();
    }

    private void tell() {
        place();
        var asked = new StringBuilder();
        chips.getChildren().forEach(chip -> asked.append(chip.getUserData()).append(' '));
        telling = true;
        text.set(asked.append(field.getText()).toString());
        telling = false;
    }

    private void place() {
        getChildren().remove(chips);
        if (!chips.getChildren().isEmpty()) {
            getChildren().add(1, chips);
        }
    }

    private Label chip(String narrowing) {
        var chip = new Label(narrowing.replace("\"", "").replaceFirst(":", ": "), Icons.of("fth-x"));
        chip.getStyleClass().addAll("chip", "question");
        chip.setUserData(narrowing);
        chip.setAccessibleRole(AccessibleRole.BUTTON);
        chip.setAccessibleText("Remove " + chip.getText());
        chip.setOnMouseClicked(_ -> {
            chips.getChildren().remove(chip);
            tell();
        });
        return chip;
    }
}
