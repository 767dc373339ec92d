package galley.screen.common;

import java.text.Bidi;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Puts people's text on the screen whatever its script.
///
/// JavaFX (26.0.1 and every version tried, on Linux) throws while laying out right-to-left text that wraps, and inside one
/// Text it sets punctuation on the wrong side of right-to-left letters. A flow that holds each run of letters and each other
/// sign as a Text of its own does neither.
public final class Words {

    private static final String LETTERS_AND_OTHERS = "(?<=[^\\p{L}\\p{M}])|(?=[^\\p{L}\\p{M}])";

    private Words() {}

    /// Whether the text reads from right to left: its first strong letter does.
    public static boolean isRightToLeft(String text) {
        return hasRightToLeft(text) && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /// One line; cut where it does not fit; to the right when it reads from there.
    public static Label line(String text, String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMaxWidth(Double.MAX_VALUE);
        set(label, text);
        return label;
    }

    /// New words for a one-line label.
    public static void set(Label label, String text) {
        var line = text.indexOf('\n') < 0 ? text : text.replace('\n', ' ');
        if (hasRightToLeft(line)) {
            var flow = wrapped(line, label.getStyleClass().toArray(String[]::new));
            flow.setMinWidth(Label.USE_PREF_SIZE);
            label.setText("");
            label.setGraphic(flow);
            // Else the line would be as wide as its words, and stand out of its place instead of being cut.
            if (label.getMinWidth() == Label.USE_COMPUTED_SIZE) {
                label.setMinWidth(0);
            }
            clip(label);
        } else {
            label.setText(line);
            label.setGraphic(null);
            label.setClip(null);
        }
        label.setAccessibleText(line);
        label.setNodeOrientation(isRightToLeft(line) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
        dress(label, line);
    }

    private static void clip(Label label) {
        var edge = new Rectangle();
        edge.widthProperty().bind(label.widthProperty());
        edge.heightProperty().bind(Bindings.max(label.heightProperty(), 0));
        label.setClip(edge);
    }

    /// A paragraph that wraps. Its colour is the `-galley-ink` of its style class.
    public static TextFlow wrapped(String text, String... styleClasses) {
        var flow = flow(styleClasses);
        add(flow, text);
        turn(flow, text);
        return flow;
    }

    /// A paragraph to add runs to.
    public static TextFlow flow(String... styleClasses) {
        var flow = new WordFlow();
        flow.getStyleClass().add("wrapped");
        flow.getStyleClass().addAll(styleClasses);
        return flow;
    }

    /// New words for a paragraph.
    public static void set(TextFlow flow, String text) {
        flow.getChildren().clear();
        add(flow, text);
        turn(flow, text);
    }

    /// Adds a run to a paragraph, in pieces where the script asks for it.
    public static void add(TextFlow flow, String text, String... styleClasses) {
        if (hasRightToLeft(text)) {
            for (var piece : text.split(LETTERS_AND_OTHERS)) {
                flow.getChildren().add(run(piece, styleClasses));
            }
        } else if (!text.isEmpty()) {
            flow.getChildren().add(run(text, styleClasses));
        }
    }

    /// Turns a paragraph the way its text reads, and gives it the typeface of its script.
    public static void turn(TextFlow flow, String text) {
        flow.setNodeOrientation(isRightToLeft(text) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
        dress(flow, text);
    }

    private static void dress(Node node, String text) {
        node.getStyleClass().removeAll(Fonts.SCRIPTS);
        var script = Fonts.scriptOf(text);
        if (!script.isEmpty()) {
            node.getStyleClass().add(script);
        }
    }

    private static Text run(String text, String... styleClasses) {
        var run = new Text(text);
        run.getStyleClass().addAll(styleClasses);
        return run;
    }

    private static boolean hasRightToLeft(String text) {
        var letters = text.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }
}
