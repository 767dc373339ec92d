package galley.screen.common;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One sentence and the one filled button of the window: what to do next with a story, or why it cannot be done.
public final class NextAction extends HBox {

    private final Label sentence = new Label();
    private final Label reason = new Label();
    private final VBox words = new VBox(sentence, reason);

    public NextAction() {
        getStyleClass().add("next-action");
        sentence.getStyleClass().add("next-sentence");
        reason.getStyleClass().add("next-reason");
        words.getStyleClass().add("next-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().add(words);
    }

    /// What to say, and the act to offer; the act's own refusal takes the place of `detail`.
    public void offer(String says, String detail, Command act) {
        offer(says, detail, act, "accent");
    }

    /// @param look of the button: `accent` for the window's one filled button, `plain` where that stands elsewhere
    public void offer(String says, String detail, Command act, String look) {
        var refused = act.refusal().getValue();
        sentence.setText(says);
        reason.setText(refused.isEmpty() ? detail : refused);
        reason.setTooltip(new Tooltip(reason.getText()));
        getChildren().setAll(words, new CommandButton(act, look));
    }

    /// What to say when there is nothing to do.
    public void say(String says, String detail) {
        sentence.setText(says);
        reason.setText(detail);
        getChildren().setAll(words);
    }
}
