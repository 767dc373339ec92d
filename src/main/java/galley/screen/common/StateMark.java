package galley.screen.common;

import javafx.beans.NamedArg;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// The shape of a state. Its word stands beside it; without a word (a grouped row) it is told to screen readers.
public final class StateMark extends Region {

    private static final double BOX = 16;

    private final ObjectProperty<Mark> mark = new SimpleObjectProperty<>(this, "mark");
    private final SVGPath filled = path("mark-filled");
    private final SVGPath drawn = path("mark-drawn");
    private final SVGPath inside = path("mark-inside");

    public StateMark(@NamedArg("mark") Mark mark) {
        getStyleClass().add("state-mark");
        setMinSize(BOX, BOX);
        setPrefSize(BOX, BOX);
        setMaxSize(BOX, BOX);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(filled, drawn, inside);
        this.mark.addListener((_, before, now) -> draw(before, now));
        this.mark.set(mark);
    }

    public ObjectProperty<Mark> markProperty() {
        return mark;
    }

    public Mark getMark() {
        return mark.get();
    }

    public void setMark(Mark mark) {
        this.mark.set(mark);
    }

    private void draw(Mark before, Mark now) {
        if (before != null) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(before.code()), false);
        }
        pseudoClassStateChanged(PseudoClass.getPseudoClass(now.code()), true);
        filled.setContent(now.filled());
        drawn.setContent(now.drawn());
        inside.setContent(now.inside());
        setAccessibleText(now.word());
    }

    private static SVGPath path(String styleClass) {
        var path = new SVGPath();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }
}
