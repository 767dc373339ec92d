package galley.screen.common;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/// Something a person can do. Said once, offered everywhere: button, key, command palette, sheet of shortcuts.
///
/// @param words the act, as a button says it: "Spike story"
/// @param icon a Feather code such as `fth-archive`, or empty
/// @param keys as [Keys] reads them, or empty
/// @param refusal why it is not allowed now ("needs a review"); empty when it is
public record Command(String words, String icon, String keys, ObservableValue<String> refusal, Runnable act) {

    /// A command that is always allowed.
    public static Command always(String words, String icon, String keys, Runnable act) {
        return new Command(words, icon, keys, new SimpleStringProperty(""), act);
    }

    public boolean isAllowed() {
        return refusal.getValue().isEmpty();
    }

    /// Does it, if it is allowed.
    public void run() {
        if (isAllowed()) {
            act.run();
        }
    }
}
