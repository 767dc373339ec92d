package galley.screen.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/// Loads a view's FXML, which lies beside it among the resources.
public final class Fxml {

    private Fxml() {}

    /// Fills the view's `@FXML` fields.
    ///
    /// @param name of the file, such as `Feeds.fxml`
    public static void load(Object view, String name) {
        var loader = new FXMLLoader(Objects.requireNonNull(view.getClass().getResource(name), name));
        loader.setController(view);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
