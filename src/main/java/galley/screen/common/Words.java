package galley.screen.common;

import java.text.Bidi;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Puts people's text on the screen whatever its script.
///
/// JavaFX on Linux throws while laying out right-to-left text that wraps (26.0.1 and every version tried), so such text is
/// either one line with an ellipsis, or a flow of one Text per word.
public final class Words {

    private Words() {}

    /// Whether the text reads from right to left: its first strong letter does.
    public static boolean isRightToLeft(String text) {
        return hasRightToLeft(text) && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    /// One line; cut with an ellipsis where it does not fit; to the right when it reads from there.
    public static Label line(String text, String... styleClasses) {
        var label = new Label();
        label.getStyleClass().addAll(styleClasses);
        label.setMaxWidth(Double.MAX_VALUE);
        set(label, text);
        return label;
    }

    /// New words for a one-line label.
    public static void set(Label label, String text) {
        label.setText(text.indexOf('\n') < 0 ? text : text.replace('\n', ' '));
        label.setNodeOrientation(isRightToLeft(text) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
    }

    /// A paragraph that wraps. Its colour is the `-galley-ink` of its style class.
    public static TextFlow wrapped(String text, String... styleClasses) {
        var flow = new TextFlow();
        flow.getStyleClass().add("wrapped");
        flow.getStyleClass().addAll(styleClasses);
        set(flow, text);
        return flow;
    }

    /// New words for a paragraph.
    public static void set(TextFlow flow, String text) {
        flow.getChildren().clear();
        add(flow, text);
        flow.setNodeOrientation(isRightToLeft(text) ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
    }

    /// Adds a run to a paragraph, word by word where the script asks for it.
    public static void add(TextFlow flow, String text, String... styleClasses) {
        if (hasRightToLeft(text)) {
            for (var word : text.split("(?<=\\s)")) {
                flow.getChildren().add(run(word, styleClasses));
            }
        } else if (!text.isEmpty()) {
            flow.getChildren().add(run(text, styleClasses));
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
