package galley.screen.editor;

import galley.screen.common.ChangedText;
import galley.screen.common.EmptyState;
import galley.screen.common.Words;
import galley.story.ReadingText;
import galley.story.WordDiff;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The source beside the text, three ways: as it came, what changed since, and whose words the text is made of.
final class SourcePane extends VBox {

    private enum Way { CAME, CHANGED, WHOSE }

    private final EditorViewModel model;
    private final VBox body = new VBox();
    private final OverlapMap overlap = new OverlapMap();
    private final ToggleGroup ways = new ToggleGroup();
    private Way way = Way.CAME;
    private EditorViewModel.@Nullable Around shown;

    SourcePane(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("source-pane");
        body.getStyleClass().add("editor-tab");
        var line = new HBox(toggle("As it came", Way.CAME), toggle("What changed", Way.CHANGED), toggle("Whose words", Way.WHOSE));
        line.getStyleClass().add("segments");
        getChildren().addAll(line, body);
    }

    private ToggleButton toggle(String words, Way to) {
        var button = new ToggleButton(words);
        button.setToggleGroup(ways);
        button.setSelected(to == way);
        button.setOnAction(_ -> {
            button.setSelected(true);
            way = to;
            fill();
        });
        return button;
    }

    void show(EditorViewModel.Around now) {
        shown = now;
        fill();
    }

    private void fill() {
        if (shown == null) {
            return;
        }
        if (shown.versions().isEmpty() && way != Way.WHOSE) {
            body.getChildren().setAll(new EmptyState("fth-file-text", "This story is our own", "It has no source on the wire."));
            return;
        }
        body.getChildren().setAll(switch (way) {
            case CAME -> came(shown);
            case CHANGED -> changed(shown);
            case WHOSE -> {
                overlap.show(shown.sentences());
                yield List.of(overlap);
            }
        });
    }

    private List<Node> came(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        for (var item : now.versions().reversed()) {
            var name = new Label("Version " + item.version() + ", received " + model.desk().times().at(item.fetched()));
            name.getStyleClass().add("section-label");
            nodes.add(name);
            nodes.add(Words.wrapped(item.title(), "serif-strong", "source-title"));
            for (var paragraph : ReadingText.of(item.fullestText())) {
                nodes.add(Words.wrapped(paragraph.text(), "serif", "source-text"));
            }
        }
        return nodes;
    }

    private static List<Node> changed(EditorViewModel.Around now) {
        return WordDiff.isSame(now.sinceWire()) ? List.of(new EmptyState("fth-git-commit", "Still the wire's own words", "What you change shows here, word by word."))
                : ChangedText.changesOnly(now.sinceWire());
    }
}
