package galley.screen.editor;

import galley.screen.common.ChangedText;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Icons;
import galley.screen.common.Words;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Two people wrote at once: what was typed here beside what stands, and the choice between them. Neither is lost whatever is chosen.
final class OvertakenCard extends VBox {

    private final EditorViewModel.Overtaken both;

    OvertakenCard(EditorViewModel.Overtaken both, Runnable takeTheirs, Runnable putMine) {
        this.both = both;
        getStyleClass().add("overtaken-card");
        var words = new VBox(Words.wrapped(both.words(), "message-title"),
                Words.wrapped("Struck: only in the text as it stands. Underlined: only in what you typed.", "message-rest"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(Icons.of("fth-git-branch"), words);
        head.getStyleClass().add("overtaken-head");
        var difference = new VBox();
        difference.getStyleClass().add("difference");
        difference.getChildren().setAll(ChangedText.changesOnly(both.difference()));
        if (difference.getChildren().isEmpty()) {
            difference.getChildren().add(Words.wrapped("The words are the same; only what stands beside them differs.", "muted"));
        }
        var scroll = new ScrollPane(difference);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(240);
        var acts = new HBox(new CommandButton(Command.always("Go on with the text as it stands", "", "", takeTheirs), "small"),
                new CommandButton(Command.always("Put my words in its place", "", "", putMine), "small"));
        acts.getStyleClass().add("detail-acts");
        getChildren().addAll(head, scroll, acts);
    }

    EditorViewModel.Overtaken both() {
        return both;
    }

    /// Puts the keyboard on the safer choice.
    void begin() {
        applyCss();
        ((HBox) getChildren().getLast()).getChildren().getFirst().requestFocus();
    }
}
