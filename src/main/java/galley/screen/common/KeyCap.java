package galley.screen.common;

import javafx.beans.NamedArg;
import javafx.scene.control.Label;

/// A key in its small box, in the platform's spelling.
public final class KeyCap extends Label {

    public KeyCap(@NamedArg("keys") String keys) {
        super(String.join(" ", Keys.spelled(keys)));
        getStyleClass().add("key-cap");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }
}
