package galley.app;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// The program's icon, as `packaging/share/galley.svg` draws it: a galley proof with two signatures in blue pencil.
final class GalleyIcon {

    private static final Color INK = Color.web("#1b1f1d");
    private static final Color TYPE = Color.web("#858e89");
    private static final Color PENCIL = Color.web("#2148b8");
    private static final double GRID = 128;

    private GalleyIcon() {}

    static Image of(int size) {
        var canvas = new Canvas(size, size);
        var pen = canvas.getGraphicsContext2D();
        pen.scale(size / GRID, size / GRID);
        pen.setFill(Color.WHITE);
        pen.setStroke(INK);
        pen.setLineWidth(4);
        pen.fillRoundRect(24, 8, 80, 112, 12, 12);
        pen.strokeRoundRect(24, 8, 80, 112, 12, 12);
        pen.setFill(INK);
        pen.fillRect(36, 24, 56, 9);
        pen.setFill(TYPE);
        pen.fillRect(36, 42, 56, 4);
        pen.fillRect(36, 52, 56, 4);
        pen.fillRect(36, 62, 40, 4);
        pen.setStroke(PENCIL);
        pen.setLineWidth(6);
        pen.setLineCap(StrokeLineCap.ROUND);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        pen.strokePolyline(new double[] {36, 43, 56}, new double[] {86, 93, 79}, 3);
        pen.strokePolyline(new double[] {68, 75, 88}, new double[] {86, 93, 79}, 3);
        pen.setFill(PENCIL);
        pen.fillRect(36, 104, 56, 3);
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }
}
