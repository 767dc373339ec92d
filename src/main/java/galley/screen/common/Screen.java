package galley.screen.common;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/// A screen of the main window. It is made once and shown many times.
public interface Screen {

    /// What the top bar's field searches while this screen is shown.
    ///
    /// @param words what is typed, as it is typed
    record Search(String prompt, StringProperty words) {}

    Parent root();

    /// For the window's title: "Stories".
    default ObservableValue<String> title() {
        return new SimpleStringProperty("Galley");
    }

    /// Comes into view, at this place. Called again when the person moves within the screen (another queue, another story).
    default void show(Place place) {}

    /// Takes the keyboard, once it stands in the window.
    default void focus() {
        root().requestFocus();
    }

    /// Goes out of view. The last moment to keep what is being typed.
    default void leave() {}

    /// What can be done here, for keys, palette and the sheet of shortcuts.
    default List<Command> commands() {
        return List.of();
    }

    /// Buttons for the right of the top bar.
    default List<Node> tools() {
        return List.of();
    }

    default Optional<Search> search() {
        return Optional.empty();
    }

    /// Whether it takes the whole width and brings its own head (editor, review): no sidebar, no top bar.
    default boolean standsAlone() {
        return false;
    }
}
