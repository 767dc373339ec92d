package galley.screen.common;

import galley.desk.Initials;
import javafx.scene.control.Label;

/// A source as a square with its initials.
public final class SourceMark extends Label {

    public SourceMark(String source) {
        super(Initials.of(source));
        getStyleClass().add("source-mark");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(source);
    }
}
