package galley.screen.stories;

import galley.screen.common.CommandButton;
import galley.screen.common.Icons;
import galley.screen.common.ReasonLine;
import galley.screen.common.Words;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Stands in the reading pane while several stories are chosen: what can be done to all of them, and what was refused.
final class BulkPane extends VBox {

    private final Bulk bulk;
    private final Label title = new Label();
    private final Label detail = new Label("Each goes through the same rules as it would alone.");
    private final VBox body = new VBox();

    BulkPane(Bulk bulk) {
        this.bulk = bulk;
        getStyleClass().add("bulk-pane");
        title.getStyleClass().add("bulk-title");
        detail.getStyleClass().addAll("small", "muted");
        body.getStyleClass().add("bulk-body");
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        var head = new VBox(title, detail);
        head.getStyleClass().add("bulk-head");
        getChildren().addAll(head, scroll);
        bulk.chosenProperty().subscribe(_ -> fill());
        bulk.resultProperty().subscribe(_ -> fill());
        bulk.askedProperty().subscribe(_ -> fill());
        bulk.doingProperty().subscribe(_ -> fill());
    }

    private void fill() {
        title.setText(bulk.chosenProperty().get().size() + " chosen");
        var nodes = new ArrayList<Node>();
        var asked = bulk.askedProperty().get();
        ReasonLine line = null;
        if (!bulk.doingProperty().get().isEmpty()) {
            nodes.add(Words.line(bulk.doingProperty().get(), "muted"));
        } else if (asked != null) {
            line = new ReasonLine(asked.prompt(), asked.act(), asked.then(), bulk::neverMind);
            nodes.add(line);
        } else {
            for (var command : bulk.commands()) {
                var button = new CommandButton(command);
                button.setMaxWidth(Double.MAX_VALUE);
                nodes.add(button);
            }
        }
        var result = bulk.resultProperty().get();
        if (result != null) {
            nodes.add(Words.wrapped(result.says(), "bulk-says"));
            for (var refused : result.refused()) {
                var words = new VBox(Words.line(refused.headline(), "strong"), Words.wrapped(refused.why(), "small", "muted"));
                words.setMinWidth(0);
                HBox.setHgrow(words, Priority.ALWAYS);
                var entry = new HBox(Icons.of("fth-slash"), words);
                entry.getStyleClass().add("bulk-refused");
                nodes.add(entry);
            }
        }
        body.getChildren().setAll(nodes);
        if (line != null && getScene() != null) {
            line.begin();
        }
    }
}
