package galley.screen.common;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

/// Imported, Edited by, Reviewed by, Exported: all four always, each with name and time or what is missing.
public final class StepsBar extends GridPane {

    private final ObservableList<Step> steps = FXCollections.observableArrayList();

    public StepsBar() {
        getStyleClass().add("steps-bar");
        steps.subscribe(this::draw);
    }

    public ObservableList<Step> getSteps() {
        return steps;
    }

    private void draw() {
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < steps.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / steps.size());
            getColumnConstraints().add(column);
            add(column(steps.get(i), i + 1 < steps.size() ? steps.get(i + 1) : null), i, 0);
        }
    }

    private static VBox column(Step step, @org.jspecify.annotations.Nullable Step next) {
        var head = new HBox(shape(step.standing()));
        head.getStyleClass().add("step-head");
        if (next != null) {
            var line = new Region();
            line.getStyleClass().addAll("step-line", line(step, next));
            HBox.setHgrow(line, Priority.ALWAYS);
            head.getChildren().add(line);
        }
        var column = new VBox(head, text(step.label(), "step-label"), text(step.who(), "step-who"), text(step.detail(), "step-detail"));
        column.getStyleClass().add("step");
        column.pseudoClassStateChanged(pseudo(step.standing()), true);
        return column;
    }

    private static Label text(String words, String styleClass) {
        var label = new Label(words);
        label.getStyleClass().add(styleClass);
        if (!words.isEmpty()) {
            label.setTooltip(new Tooltip(words));
        }
        return label;
    }

    private static String line(Step step, Step next) {
        if (step.standing() != Step.Standing.DONE) {
            return "to-later";
        }
        return switch (next.standing()) {
            case DONE, LAPSED -> "to-done";
            case NOW -> "to-now";
            case LATER -> "to-later";
        };
    }

    private static Region shape(Step.Standing standing) {
        var shape = new StackPane();
        shape.getStyleClass().add("step-shape");
        switch (standing) {
            case DONE -> shape.getChildren().addAll(circle(7, "step-disc"), path("M4 7.2L6.1 9.3L9.8 4.9", "step-tick"));
            case NOW -> shape.getChildren().addAll(circle(6.2, "step-ring"), circle(3, "step-dot"));
            case LATER -> shape.getChildren().add(circle(6.4, "step-dashes"));
            case LAPSED -> shape.getChildren().add(new StateMark(Mark.LAPSED));
        }
        return shape;
    }

    private static Circle circle(double radius, String styleClass) {
        var circle = new Circle(radius);
        circle.getStyleClass().add(styleClass);
        return circle;
    }

    private static SVGPath path(String content, String styleClass) {
        var path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }

    private static PseudoClass pseudo(Step.Standing standing) {
        return PseudoClass.getPseudoClass(standing.name().toLowerCase(java.util.Locale.ROOT));
    }
}
