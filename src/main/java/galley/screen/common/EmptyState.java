package galley.screen.common;

import javafx.scene.layout.VBox;

/// What stands where nothing is: a shape, what is so, and what would change it.
public final class EmptyState extends VBox {

    public EmptyState(String icon, String says, String hint, Command... acts) {
        getStyleClass().add("empty-state");
        getChildren().addAll(Icons.of(icon), Words.wrapped(says, "empty-says"));
        if (!hint.isEmpty()) {
            getChildren().add(Words.wrapped(hint, "empty-hint"));
        }
        for (var act : acts) {
            getChildren().add(new CommandButton(act, "small"));
        }
    }
}
