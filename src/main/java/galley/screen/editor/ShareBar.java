package galley.screen.editor;

import galley.publish.OwnWords;
import galley.publish.OwnWords.Kind;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How much of a text is our own, adapted and verbatim: a bar and the figures under it.
public final class ShareBar extends VBox {

    private final HBox bar = new HBox();
    private final HBox words = new HBox();

    public ShareBar() {
        getStyleClass().add("share-bar");
        bar.getStyleClass().add("bar");
        words.getStyleClass().add("shares");
        getChildren().addAll(bar, words);
    }

    public void show(List<OwnWords.Sentence> sentences) {
        bar.getChildren().clear();
        words.getChildren().clear();
        int all = sentences.stream().mapToInt(OwnWords.Sentence::words).sum();
        add(Kind.OWN, "own", sentences, all);
        add(Kind.ADAPTED, "adapted", sentences, all);
        add(Kind.VERBATIM, "verbatim", sentences, all);
        setAccessibleText(String.join(", ", words.getChildren().stream().map(l -> ((Label) l).getText()).toList()));
    }

    private void add(Kind kind, String word, List<OwnWords.Sentence> sentences, int all) {
        int some = sentences.stream().filter(s -> s.kind() == kind).mapToInt(OwnWords.Sentence::words).sum();
        var part = new Region();
        part.getStyleClass().add("share-" + word);
        part.prefWidthProperty().bind(bar.widthProperty().multiply(all == 0 ? 0 : (double) some / all));
        part.setMinWidth(0);
        bar.getChildren().add(part);
        var label = new Label(OwnWords.share(sentences, kind) + "% " + word);
        label.setMinWidth(USE_PREF_SIZE);
        words.getChildren().add(label);
    }
}
