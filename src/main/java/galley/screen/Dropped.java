package galley.screen;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files, folders and links that are dropped anywhere on the window where nothing else takes them.
final class Dropped {

    private Dropped() {}

    /// @param take gets what was dropped, as paths and addresses
    static void on(Scene scene, Consumer<List<String>> take) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getGestureSource() == null && !event.isConsumed() && !what(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            var dropped = what(event.getDragboard());
            if (event.getGestureSource() == null && !event.isConsumed() && !dropped.isEmpty()) {
                event.setDropCompleted(true);
                event.consume();
                take.accept(dropped);
            }
        });
    }

    private static List<String> what(Dragboard board) {
        if (board.hasFiles()) {
            return board.getFiles().stream().map(File::getPath).toList();
        }
        var link = board.hasUrl() ? board.getUrl() : board.hasString() ? board.getString().strip() : "";
        return link.matches("(?i)https?://\\S+") ? List.of(link) : List.of();
    }
}
