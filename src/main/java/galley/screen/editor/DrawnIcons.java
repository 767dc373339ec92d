package galley.screen.editor;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;

/// Two icons Feather lacks, drawn in its manner: 24 units, strokes of 2.
final class DrawnIcons {

    private static final double SCALE = 16 / 24.0;

    private DrawnIcons() {}

    static Node numbers() {
        return drawn("M10 6h11M10 12h11M10 18h11M3.5 4.5L5 3.5V9M3.5 15.6q0-1.6 1.6-1.6t1.6 1.6c0 1.6-3.2 2.6-3.2 4.9h3.4");
    }

    static Node quote() {
        return drawn("M9.5 6C6 7.2 4 9.6 4 13.2V18h6v-6H4.2M20 6c-3.5 1.2-5.5 3.6-5.5 7.2V18h6v-6h-5.8");
    }

    private static Node drawn(String path) {
        var icon = new SVGPath();
        icon.setContent(path);
        icon.getStyleClass().add("drawn-icon");
        icon.setScaleX(SCALE);
        icon.setScaleY(SCALE);
        var group = new Group(icon);
        group.setMouseTransparent(true);
        return group;
    }
}
