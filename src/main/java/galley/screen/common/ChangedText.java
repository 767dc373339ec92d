package galley.screen.common;

import galley.story.Part;
import galley.story.ReadingText;
import galley.story.WordDiff;
import galley.story.WordDiff.Block;
import galley.story.WordDiff.Kind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Shows what changed in a text: added words tinted and underlined, removed ones tinted and struck, each also told to assistive
/// technology. A marked word is a label of its own, because a Text has no background.
public final class ChangedText {

    private static final String WORDS = "(?<=\\s)(?=\\S)";

    private ChangedText() {}

    /// Every block with its marks.
    public static List<Node> of(List<Block> blocks) {
        var nodes = new ArrayList<Node>();
        Part before = null;
        for (var block : blocks) {
            if (block.part() != before && block.part() != Part.BODY) {
                nodes.add(heading(name(block.part())));
            } else if (before != null && before != block.part()) {
                nodes.add(heading(name(block.part())));
            }
            before = block.part();
            nodes.add(block(block));
        }
        return nodes;
    }

    /// Only the blocks that changed; between them, in words, how many stayed as they were.
    public static List<Node> changesOnly(List<Block> blocks) {
        var nodes = new ArrayList<Node>();
        int same = 0;
        Part part = null;
        for (var block : blocks) {
            if (block.change() == WordDiff.Change.SAME) {
                same++;
                continue;
            }
            if (block.part() != part) {
                nodes.add(heading(name(block.part())));
                part = block.part();
            } else if (same > 0) {
                nodes.add(Words.line(same == 1 ? "1 paragraph as it was" : same + " paragraphs as they were", "small", "muted"));
            }
            same = 0;
            nodes.add(block(block));
        }
        return nodes;
    }

    /// One block with its marks.
    public static Node block(Block block) {
        var flow = Words.flow("changed-text", block.part() == Part.HEADLINE || isHeading(block) ? "serif-strong" : "serif");
        var said = new StringBuilder();
        for (var run : block.runs()) {
            add(flow, run);
            said.append(run.kind() == Kind.SAME ? run.text() : (run.kind() == Kind.ADDED ? " added: " : " removed: ") + run.text() + "; ");
        }
        Words.turn(flow, block.text());
        flow.setAccessibleText(said.toString().strip());
        var note = note(block);
        if (note.isEmpty() && block.kind() != ReadingText.Kind.BULLET && block.kind() != ReadingText.Kind.NUMBER) {
            return flow;
        }
        var line = new HBox();
        line.getStyleClass().add("changed-block");
        if (block.kind() == ReadingText.Kind.BULLET || block.kind() == ReadingText.Kind.NUMBER) {
            var marker = new Label(block.kind() == ReadingText.Kind.BULLET ? "•" : block.number() + ".");
            marker.setMinWidth(Label.USE_PREF_SIZE);
            line.getChildren().add(marker);
        }
        HBox.setHgrow(flow, Priority.ALWAYS);
        line.getChildren().add(flow);
        if (!note.isEmpty()) {
            var label = new Label(note);
            label.getStyleClass().addAll("tiny", "muted");
            label.setMinWidth(Label.USE_PREF_SIZE);
            line.getChildren().add(label);
        }
        return line;
    }

    private static String note(Block block) {
        return switch (block.change()) {
            case MOVED -> "moved here";
            case LEFT -> "moved away";
            case SAME, CHANGED, ADDED, REMOVED -> "";
        };
    }

    private static boolean isHeading(Block block) {
        return block.kind() == ReadingText.Kind.HEADING || block.kind() == ReadingText.Kind.SUBHEADING;
    }

    private static void add(TextFlow flow, WordDiff.Run run) {
        var looks = looks(run);
        if (run.kind() == Kind.SAME) {
            Words.add(flow, run.text(), looks);
            return;
        }
        part(flow);
        for (var word : run.text().split(WORDS)) {
            var label = new Label(word.replace('\n', ' '));
            label.getStyleClass().addAll("changed-words", run.kind() == Kind.ADDED ? "added" : "removed");
            label.getStyleClass().addAll(looks);
            label.setMinWidth(Label.USE_PREF_SIZE);
            flow.getChildren().add(label);
        }
        endMark(flow);
    }

    /// What was taken out and what came in its place do not run together.
    private static void part(TextFlow flow) {
        if (!flow.getChildren().isEmpty() && flow.getChildren().getLast() instanceof Label) {
            flow.getChildren().add(new Text(" "));
        }
    }

    /// The space behind the last marked word is not marked.
    private static void endMark(TextFlow flow) {
        if (flow.getChildren().getLast() instanceof Label last && !last.getText().equals(last.getText().stripTrailing())) {
            last.setText(last.getText().stripTrailing());
            flow.getChildren().add(new Text(" "));
        }
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

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-label");
        return label;
    }

    /// "Context box".
    public static String name(Part part) {
        return switch (part) {
            case HEADLINE -> "Headline";
            case STANDFIRST -> "Standfirst";
            case BYLINE -> "Byline";
            case DATELINE -> "Dateline";
            case BODY -> "Text";
            case IMAGE, CAPTION, CREDIT -> "Pictures";
            case SOURCE -> "Source";
            case CONTEXT -> "Context box";
            case METHODOLOGY -> "Methodology";
            case EVIDENCE -> "Evidence";
            case CORRECTION -> "Corrections";
        };
    }
}
