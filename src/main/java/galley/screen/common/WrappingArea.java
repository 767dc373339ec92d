package galley.screen.common;

import java.text.Bidi;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field for several lines. They wrap, except right-to-left ones, which throw on Linux when they do (see [Words]).
/// Tab goes on to the next field.
public final class WrappingArea extends TextArea {

    public WrappingArea() {
        wrapTextProperty().bind(textProperty().map(text -> !Bidi.requiresBidi(text.toCharArray(), 0, text.length())));
        setPrefRowCount(3);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                fireEvent(new KeyEvent(this, this, KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            }
        });
    }
}
