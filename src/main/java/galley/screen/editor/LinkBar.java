package galley.screen.editor;

import galley.screen.common.Icons;
import galley.screen.common.Keys;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The line under the toolbar that sets, changes or takes away a link.
final class LinkBar extends HBox {

    private static final String REFUSED = "A link starts with https://, http:// or mailto:";

    private final StoryEditor editor;
    private final Runnable close;
    private final TextField address = new TextField();
    private final Button apply = new Button("Link");
    private final Button remove = new Button("Take link away");
    private final Label problem = new Label();

    LinkBar(StoryEditor editor, Runnable close) {
        this.editor = editor;
        this.close = close;
        getStyleClass().add("editor-line");
        address.setPromptText("https://");
        address.setAccessibleText("Address of the link");
        address.getStyleClass().add("words");
        address.textProperty().addListener(_ -> problem.setText(""));
        apply.getStyleClass().add("small");
        apply.setOnAction(_ -> apply());
        remove.getStyleClass().addAll("small", "flat");
        remove.setMinWidth(USE_PREF_SIZE);
        remove.setOnAction(_ -> remove());
        remove.managedProperty().bind(remove.visibleProperty());
        problem.getStyleClass().addAll("small", "problem");
        var shut = new Button("", Icons.of("fth-x"));
        shut.getStyleClass().addAll("flat", "icon-only");
        shut.setAccessibleText("Close");
        shut.setOnAction(_ -> close.run());
        getChildren().addAll(address, apply, remove, problem, EditorToolbar.gap(), shut);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.match("Esc", event)) {
                close.run();
                event.consume();
            } else if (event.getTarget() == address && Keys.match("Enter", event)) {
                apply();
                event.consume();
            }
        });
    }

    /// Starts with the link at the cursor, or an address that is selected as words.
    void begin() {
        var link = editor.selectionProperty().get().link();
        var selected = editor.selectedText().strip();
        address.setText(!link.isEmpty() ? link : selected.matches("(https?://|mailto:|www\\.)\\S+") ? selected : "");
        remove.setVisible(!link.isEmpty());
        apply.setText(link.isEmpty() ? "Link" : "Change");
        address.requestFocus();
        address.selectAll();
    }

    private void apply() {
        if (address.getText().isBlank() && remove.isVisible()) {
            remove();
        } else if (editor.link(completed(address.getText()))) {
            close.run();
        } else {
            problem.setText(REFUSED);
        }
    }

    private void remove() {
        editor.run(EditorCommand.UNLINK);
        close.run();
    }

    /// People write "larn.example/minutes" and "desk@larn.example"; a link needs the rest.
    static String completed(String typed) {
        var address = typed.strip();
        if (address.matches("(?i)[a-z][a-z0-9+.-]*:(?!\\d).*")) {
            return address;
        }
        if (address.matches("[^\\s/@]+@[^\\s/@]+\\.[^\\s/@]+")) {
            return "mailto:" + address;
        }
        return address.matches("[^\\s/]+\\.[^\\s/]{2,}(/\\S*)?") ? "https://" + address : address;
    }
}
