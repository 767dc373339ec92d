package galley.screen.editor;

import galley.screen.common.Icons;
import galley.screen.common.Keys;
import galley.screen.editor.StoryEditor.FindResult;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The line under the toolbar that looks for words. Every place is marked while it is open.
final class FindBar extends HBox {

    private final StoryEditor editor;
    private final Runnable close;
    private final TextField words = new TextField();
    private final ToggleButton matchCase = new ToggleButton("Aa");
    private final Label result = new Label();

    FindBar(StoryEditor editor, Runnable close) {
        this.editor = editor;
        this.close = close;
        getStyleClass().add("editor-line");
        words.setPromptText("Find in this story");
        words.setAccessibleText("Find in this story");
        words.getStyleClass().add("words");
        words.textProperty().addListener(_ -> look());
        matchCase.getStyleClass().add("flat");
        matchCase.setAccessibleText("Match capitals");
        matchCase.setTooltip(new Tooltip("Match capitals"));
        matchCase.setOnAction(_ -> look());
        result.getStyleClass().addAll("small", "muted");
        result.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(words, matchCase,
                button("fth-chevron-up", "Previous place", "Shift+F3", () -> show(editor.findPrevious())),
                button("fth-chevron-down", "Next place", "F3", () -> show(editor.findNext())),
                result, EditorToolbar.gap(),
                button("fth-x", "Close", "Esc", this::finish));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Starts looking, with the selected words if a few are.
    void begin() {
        var selected = editor.selectedText();
        if (!selected.isEmpty() && selected.length() <= 80 && selected.indexOf('\n') < 0) {
            words.setText(selected);
        }
        look();
        words.requestFocus();
        words.selectAll();
    }

    private void look() {
        show(editor.find(words.getText(), matchCase.isSelected()));
    }

    private void show(FindResult found) {
        result.setText(words.getText().isEmpty() ? "" : found.total() == 0 ? "Not in this story"
                : found.at() + " of " + found.total());
    }

    private void finish() {
        editor.findEnd();
        close.run();
    }

    private void pressed(KeyEvent event) {
        if (Keys.match("Esc", event)) {
            finish();
        } else if (Keys.match("F3", event) || event.getTarget() == words && Keys.match("Enter", event)) {
            show(editor.findNext());
        } else if (Keys.match("Shift+F3", event) || event.getTarget() == words && Keys.match("Shift+Enter", event)) {
            show(editor.findPrevious());
        } else {
            return;
        }
        event.consume();
    }

    private static Button button(String icon, String says, String key, Runnable act) {
        var button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says + "   " + String.join(" ", Keys.spelled(key))));
        button.setOnAction(_ -> act.run());
        return button;
    }
}
