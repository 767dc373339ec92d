package galley.screen.common;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A message in the pane it belongs to: what happened, what is safe, what you can do, the code last.
public final class MessageCard extends HBox {

    /// How much it should worry.
    public enum Weight { NOTE, WARNING, ERROR }

    public MessageCard(Weight weight, String icon, String happened, String rest, Command... acts) {
        getStyleClass().add("message-card");
        pseudoClassStateChanged(PseudoClass.getPseudoClass(weight.name().toLowerCase(Locale.ROOT)), true);
        var title = Words.wrapped(happened, "message-title");
        var words = new VBox(title);
        if (!rest.isEmpty()) {
            words.getChildren().add(Words.wrapped(rest, "message-rest"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icons.of(icon), words);
        for (var act : acts) {
            getChildren().add(new CommandButton(act, "small"));
        }
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /// The same words for a notice with its code.
    public static MessageCard of(galley.notice.Notice notice, Command... acts) {
        var rest = (notice.safe() + " " + notice.todo()).strip();
        var code = notice.code().isEmpty() ? "" : " (code " + notice.code() + ")";
        return new MessageCard(Weight.ERROR, "fth-alert-octagon", notice.happened(), rest + code, acts);
    }
}
