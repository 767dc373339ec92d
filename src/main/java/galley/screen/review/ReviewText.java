package galley.screen.review;

import galley.screen.common.ChangedText;
import galley.screen.common.Words;
import galley.story.Anchor;
import galley.story.Part;
import galley.story.ReadingText;
import galley.story.WordDiff;
import galley.story.WordDiff.Block;
import galley.story.WordDiff.Change;
import galley.story.WordDiff.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A compared text whose words can be chosen: press on one, draw to another, and they are offered for a comment. Words with an open
/// comment are marked. Every word is a node of its own, so text of any script may wrap (see [Words]).
final class ReviewText extends VBox {

    private static final String WORDS = "(?<=\\s)(?=\\S)";

    private final Consumer<Anchor.Span> chosen;
    private final List<Node> changes = new ArrayList<>();
    private final List<Placed> words = new ArrayList<>();
    private final Map<String, Node> blocks = new HashMap<>();
    private @Nullable Placed from;
    private @Nullable Placed to;

    /// A word and where it stands in the text as it is now.
    private record Placed(Node node, Part part, int block, int from, int to) {}

    /// @param chosen told which words somebody marked
    ReviewText(Consumer<Anchor.Span> chosen) {
        this.chosen = chosen;
        getStyleClass().add("review-text");
        setFocusTraversable(true);
    }

    /// @param marks where open comments and suggestions stand
    /// @param inline whether removed words are shown too
    void show(List<Block> all, List<Anchor.Span> marks, boolean inline) {
        changes.clear();
        words.clear();
        blocks.clear();
        from = null;
        to = null;
        var nodes = new ArrayList<Node>();
        Part before = null;
        int number = 0;
        for (var block : all) {
            boolean gone = block.change() == Change.REMOVED || block.change() == Change.LEFT;
            if (gone && !inline) {
                continue;
            }
            if (block.part() != before) {
                number = 0;
                if (block.part() != Part.HEADLINE && block.part() != Part.STANDFIRST && block.part() != Part.BODY) {
                    var heading = new Label(ChangedText.name(block.part()));
                    heading.getStyleClass().add("section-label");
                    nodes.add(heading);
                }
            }
            before = block.part();
            number += gone ? 0 : 1;
            var node = block(block, number, marks, inline);
            nodes.add(node);
            if (block.change() != Change.SAME) {
                changes.add(node);
            }
            if (!gone) {
                blocks.put(block.part() + " " + number, node);
            }
        }
        getChildren().setAll(nodes);
    }

    /// The blocks that changed, in order.
    List<Node> changes() {
        return changes;
    }

    /// The block in which words stand.
    @Nullable Node nodeOf(Anchor.Span span) {
        return blocks.get(span.part() + " " + span.block());
    }

    /// Marks words as somebody would by drawing over them.
    void point(Anchor.Span span) {
        words.forEach(w -> w.node().getStyleClass().remove("chosen"));
        words.stream().filter(w -> w.part() == span.part() && w.block() == span.block() && w.from() < span.to() && w.to() > span.from())
                .forEach(w -> w.node().getStyleClass().add("chosen"));
    }

    private Node block(Block block, int number, List<Anchor.Span> marks, boolean inline) {
        var flow = Words.flow("changed-text", isStrong(block) ? "serif-strong" : "serif", "review-" + block.part().code());
        var said = new StringBuilder();
        int at = 0;
        Kind before = Kind.SAME;
        for (var run : block.runs()) {
            if (run.kind() != Kind.SAME && before != Kind.SAME && run.kind() != before && !flow.getChildren().isEmpty() && flow.getChildren().getLast() instanceof Label) {
                // What was taken out and what came in its place do not run together.
                flow.getChildren().add(new Text(" "));
            }
            before = run.kind();
            boolean removed = run.kind() == Kind.REMOVED;
            if (removed && !inline && block.change() != Change.REMOVED) {
                continue;
            }
            said.append(run.kind() == Kind.SAME ? run.text() : (removed ? " removed: " : " added: ") + run.text() + "; ");
            for (var word : run.text().split(WORDS)) {
                at = word(flow, run, word, new Place(block, number, removed ? -1 : at, marks), at);
            }
        }
        Words.turn(flow, block.text());
        flow.setAccessibleText(said.toString().strip());
        if (block.kind() != ReadingText.Kind.BULLET && block.kind() != ReadingText.Kind.NUMBER) {
            return flow;
        }
        var marker = new Label(block.kind() == ReadingText.Kind.BULLET ? "•" : block.number() + ".");
        marker.getStyleClass().add("serif");
        marker.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(flow, Priority.ALWAYS);
        var line = new HBox(8, marker, flow);
        return line;
    }

    private record Place(Block block, int number, int at, List<Anchor.Span> marks) {

        boolean isMarked(int length) {
            return at >= 0 && marks.stream().anyMatch(m -> m.part() == block.part() && m.block() == number && m.from() < at + length && m.to() > at);
        }
    }

    private int word(TextFlow flow, WordDiff.Run run, String word, Place place, int at) {
        int end = place.at() < 0 ? at : at + word.length();
        int first = flow.getChildren().size();
        boolean marked = place.isMarked(word.stripTrailing().length());
        if (run.kind() == Kind.SAME && !marked) {
            Words.add(flow, word, looks(run));
        } else {
            var bare = word.replace('\n', ' ').stripTrailing();
            var label = new Label(bare);
            label.getStyleClass().add("changed-words");
            label.getStyleClass().addAll(looks(run));
            if (run.kind() != Kind.SAME) {
                label.getStyleClass().add(run.kind() == Kind.ADDED ? "added" : "removed");
            }
            if (marked) {
                label.getStyleClass().add("remarked");
            }
            label.setMinWidth(Label.USE_PREF_SIZE);
            flow.getChildren().add(label);
            if (bare.length() < word.length()) {
                flow.getChildren().add(new Text(" "));
            }
        }
        if (place.at() >= 0) {
            int letters = word.stripTrailing().length();
            for (var node : flow.getChildren().subList(first, flow.getChildren().size())) {
                listen(new Placed(node, place.block().part(), place.number(), at, at + letters));
            }
        }
        return end;
    }

    private void listen(Placed word) {
        words.add(word);
        word.node().setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                from = event.isShiftDown() && from != null && from.part() == word.part() && from.block() == word.block() ? from : word;
                to = word;
                mark();
            }
        });
        word.node().setOnDragDetected(_ -> word.node().startFullDrag());
        word.node().setOnMouseDragEntered(_ -> {
            if (from != null && from.part() == word.part() && from.block() == word.block()) {
                to = word;
                mark();
            }
        });
        word.node().setOnMouseReleased(_ -> offer());
    }

    private void mark() {
        if (from != null && to != null) {
            point(span());
        }
    }

    private void offer() {
        if (from != null && to != null && span().to() > span().from()) {
            chosen.accept(span());
        }
    }

    private Anchor.Span span() {
        return new Anchor.Span(from.part(), from.block(), Math.min(from.from(), to.from()), Math.max(from.to(), to.to()));
    }

    private static boolean isStrong(Block block) {
        return block.part() == Part.HEADLINE || block.kind() == ReadingText.Kind.HEADING || block.kind() == ReadingText.Kind.SUBHEADING;
    }

    private static String[] looks(WordDiff.Run run) {
        var looks = new ArrayList<String>();
        if (run.words().strong()) {
            looks.add("serif-strong");
        }
        if (run.words().emphasis()) {
            looks.add("run-emphasis");
        }
        if (!run.words().link().isEmpty()) {
            looks.add("run-link");
        }
        return looks.toArray(String[]::new);
    }
}
