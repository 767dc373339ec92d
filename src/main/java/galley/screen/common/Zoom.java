package galley.screen.common;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its content larger or smaller, text, shapes and rows alike. The content is laid out in the room that is left to it, so a
/// large text size makes a wide window behave as a narrow one.
public final class Zoom extends Region {

    private static final double STEP = 0.1;
    private static final double LEAST = 0.8;
    private static final double MOST = 2;

    private final Parent content;
    private final Scale scale = new Scale(1, 1, 0, 0);
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);

    public Zoom(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
        factor.subscribe(by -> {
            scale.setX(by.doubleValue());
            scale.setY(by.doubleValue());
            requestLayout();
        });
    }

    public DoubleProperty factorProperty() {
        return factor;
    }

    public void larger() {
        factor.set(Math.min(MOST, rounded(factor.get() + STEP)));
    }

    public void smaller() {
        factor.set(Math.max(LEAST, rounded(factor.get() - STEP)));
    }

    public void usual() {
        factor.set(1);
    }

    private static double rounded(double factor) {
        return Math.round(factor * 10) / 10.0;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, Math.ceil(getWidth() / factor.get()), Math.ceil(getHeight() / factor.get()));
    }
}
