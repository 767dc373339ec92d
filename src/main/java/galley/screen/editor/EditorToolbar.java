package galley.screen.editor;

import javafx.scene.layout.VBox;

/// soon
public final class EditorToolbar extends VBox {
    public EditorToolbar(StoryEditor editor) {}
}
