package galley.screen.common;

import galley.desk.Initials;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/// A person as a circle with initials: plain, tinted with a tick when signed, dashed when not yet, struck when lapsed.
public final class PersonMark extends StackPane {

    /// What the person's word is worth here.
    public enum Word { NONE, SIGNED, WAITED_FOR, LAPSED }

    /// A person by name; an unnamed one ("?") when the name is empty.
    public PersonMark(String name, Word word) {
        getStyleClass().add("person-mark");
        pseudoClassStateChanged(PseudoClass.getPseudoClass(word.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')), true);
        var circle = new Circle(12);
        circle.getStyleClass().add("person-circle");
        var initials = new Label(Initials.of(name));
        initials.getStyleClass().add("person-initials");
        initials.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(circle, initials);
        size(24);
        if (word == Word.SIGNED) {
            getChildren().add(tick());
        }
        setAccessibleText(switch (word) {
            case NONE -> name;
            case SIGNED -> name + ", signed";
            case WAITED_FOR -> name.isEmpty() ? "not signed" : name + ", not signed";
            case LAPSED -> name + ", lapsed";
        });
    }

    /// A larger circle, as beside the person who is at work.
    public PersonMark grown() {
        getStyleClass().add("grown");
        ((Circle) getChildren().getFirst()).setRadius(16);
        size(32);
        return this;
    }

    private void size(double side) {
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
    }

    private static StackPane tick() {
        var badge = new StackPane();
        badge.getStyleClass().add("person-tick");
        var ring = new Circle(6.5);
        ring.getStyleClass().add("person-tick-disc");
        var tick = new SVGPath();
        tick.setContent("M3.2 6.2L5.2 8.2L8.8 4");
        tick.getStyleClass().add("person-tick-line");
        badge.getChildren().addAll(ring, tick);
        badge.setManaged(false);
        badge.resizeRelocate(16.5, 14, 13, 13);
        return badge;
    }
}
