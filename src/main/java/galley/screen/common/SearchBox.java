package galley.screen.common;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The field in which one searches: a glass, the words, the key that leads here, and a cross once there are words.
public final class SearchBox extends HBox {

    private final TextField field = new TextField();
    private final KeyCap key = new KeyCap("/");
    private final Button clear = new Button();

    public SearchBox() {
        getStyleClass().add("search-box");
        HBox.setHgrow(field, Priority.ALWAYS);
        clear.setGraphic(Icons.of("fth-x"));
        clear.getStyleClass().addAll("flat", "clear");
        clear.setAccessibleText("Clear the search");
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> field.clear());
        getChildren().addAll(Icons.of("fth-search"), field, key);
        field.textProperty().subscribe(words -> getChildren().set(2, words.isEmpty() ? key : clear));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public void setPrompt(String prompt) {
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
    }

    /// Puts the caret into the field and selects what is there.
    public void begin() {
        field.requestFocus();
        field.selectAll();
    }
}
