package galley.screen.editor;

import galley.publish.InCommon;
import galley.publish.OwnWords;
import galley.screen.common.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// Every sentence of a text with the passage it is nearest to: beside it where there is room, below it where there is not. The words
/// that both have are marked in both.
public final class OverlapMap extends VBox {

    /// From this width two columns fit.
    private static final double ROOM_FOR_TWO = 620;

    private final VBox lines = new VBox();
    private List<OwnWords.Sentence> sentences = List.of();
    private boolean beside;

    public OverlapMap() {
        getStyleClass().add("overlap-map");
        var key = new HBox(key(new Rectangle(9, 9), "verbatim"), key(new Polygon(5, 0, 10, 5, 5, 10, 0, 5), "adapted"), key(new Circle(4.5), "own"),
                new HBox(6, common("words"), new Label("in both")));
        key.getStyleClass().add("whose-key");
        lines.getStyleClass().add("overlap-lines");
        getChildren().addAll(key, lines);
        widthProperty().subscribe(width -> {
            boolean now = width.doubleValue() >= ROOM_FOR_TWO;
            if (now != beside) {
                beside = now;
                fill();
            }
        });
    }

    public void show(List<OwnWords.Sentence> all) {
        if (!all.equals(sentences)) {
            sentences = all;
            fill();
        }
    }

    private void fill() {
        lines.getChildren().setAll(sentences.stream().map(this::line).toList());
    }

    private static Node key(Shape shape, String word) {
        shape.getStyleClass().add("whose-" + word);
        var words = new Label(word);
        words.setMinWidth(Label.USE_PREF_SIZE);
        return new HBox(6, new StackPane(shape), words);
    }

    private static Label common(String words) {
        var label = new Label(words);
        label.getStyleClass().add("in-common");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private Node line(OwnWords.Sentence sentence) {
        var match = sentence.match();
        var ours = ours(sentence);
        if (match == null) {
            return beside ? columns(ours, Words.wrapped("In no source", "small", "muted")) : ours;
        }
        var theirs = new VBox(2, Words.line(match.source(), "tiny", "muted"), marked(match.passage(), sentence.text(), "source-text"));
        theirs.getStyleClass().add("overlap-source");
        theirs.setAccessibleText(match.source() + ": " + match.passage());
        return beside ? columns(ours, theirs) : new VBox(ours, theirs);
    }

    private static Node columns(Node left, Node right) {
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        var grid = new GridPane();
        grid.getStyleClass().add("overlap-columns");
        grid.getColumnConstraints().setAll(half, half);
        grid.addRow(0, left, right);
        GridPane.setFillHeight(left, false);
        GridPane.setFillHeight(right, false);
        GridPane.setValignment(left, javafx.geometry.VPos.TOP);
        GridPane.setValignment(right, javafx.geometry.VPos.TOP);
        return grid;
    }

    private static Node ours(OwnWords.Sentence sentence) {
        var word = switch (sentence.kind()) {
            case VERBATIM -> "verbatim";
            case ADAPTED -> "adapted";
            case OWN -> "own";
        };
        var flow = sentence.match() == null ? Words.wrapped(sentence.text(), "serif", "source-text") : marked(sentence.text(), sentence.match().passage(), "source-text");
        flow.setAccessibleText(word + ": " + sentence.text());
        var shape = switch (sentence.kind()) {
            case VERBATIM -> new Rectangle(9, 9);
            case ADAPTED -> new Polygon(5, 0, 10, 5, 5, 10, 0, 5);
            case OWN -> new Circle(4.5);
        };
        shape.getStyleClass().add("whose-" + word);
        var words = new StackPane(flow);
        words.getStyleClass().addAll("whose-sentence", word);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(shape, words);
        line.getStyleClass().add("whose-line");
        return line;
    }

    private static javafx.scene.text.TextFlow marked(String passage, String other, String... styleClasses) {
        var flow = Words.flow(styleClasses);
        flow.getStyleClass().add("serif");
        InCommon.of(passage, other).forEach(piece -> Words.add(flow, piece.text(), piece.common() ? new String[] {"run-common"} : new String[0]));
        Words.turn(flow, passage);
        return flow;
    }
}
