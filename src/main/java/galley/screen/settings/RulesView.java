package galley.screen.settings;

import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The rules beside the form of one of them.
final class RulesView {

    private final RulesViewModel model;

    @FXML private HBox root;
    @FXML private HBox listActs;
    @FXML private ListView<RulesViewModel.Line> list;
    @FXML private VBox form;
    @FXML private VBox none;
    @FXML private TextField name;
    @FXML private ComboBox<RulesViewModel.FeedChoice> feed;
    @FXML private Field whenField;
    @FXML private WrappingArea when;
    @FXML private Field thenField;
    @FXML private WrappingArea then;
    @FXML private CheckBox last;
    @FXML private HBox acts;
    @FXML private HBox placing;
    @FXML private VBox trial;
    @FXML private TextFlow tried;
    @FXML private VBox hits;

    RulesView(RulesViewModel model) {
        this.model = model;
        Fxml.load(this, "Rules.fxml");
        listActs.getChildren().add(new CommandButton("Add", model.begin(), "small"));
        list.setItems(model.lines());
        list.setCellFactory(_ -> new RuleCell());
        list.setPlaceholder(new EmptyState("fth-git-branch", "No rules yet", "Everything that arrives goes to one queue."));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (line != null) {
                model.selectedProperty().set(line);
            }
        });
        model.selectedProperty().subscribe(line -> {
            if (line == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(line);
            }
        });
        none.getChildren().add(new EmptyState("fth-git-branch", "Send what arrives where it belongs",
                "A rule names a category, a desk, tags or a priority, spikes, or tells you. It never changes what was delivered."));
        bind();
    }

    Parent root() {
        return root;
    }

    private void bind() {
        name.textProperty().bindBidirectional(model.nameProperty());
        feed.setItems(model.feeds());
        feed.valueProperty().bindBidirectional(model.feedProperty());
        when.textProperty().bindBidirectional(model.whenProperty());
        then.textProperty().bindBidirectional(model.thenProperty());
        last.selectedProperty().bindBidirectional(model.lastProperty());
        whenField.problemProperty().bind(model.whenProblemProperty());
        thenField.problemProperty().bind(model.thenProblemProperty());
        var styles = new String[] {"plain", "accent", "plain", "flat"};
        for (int i = 0; i < model.acts().size(); i++) {
            acts.getChildren().add(new CommandButton(model.acts().get(i), styles[i]));
        }
        model.onProperty().subscribe(on -> {
            show(acts.getChildren().get(1), !on);
            show(acts.getChildren().get(3), on);
        });
        model.placing().forEach(command -> placing.getChildren().add(new CommandButton(command, "small")));
        model.openProperty().subscribe(open -> {
            show(form, open);
            show(none, !open);
        });
        model.triedProperty().subscribe(words -> {
            Words.set(tried, words);
            show(trial, !words.isEmpty());
        });
        model.hits().addListener((ListChangeListener<RulesViewModel.Hit>) _ -> hits.getChildren().setAll(model.hits().stream().map(RulesView::hit).toList()));
    }

    private static Node hit(RulesViewModel.Hit hit) {
        var title = Words.line(hit.title());
        HBox.setHgrow(title, javafx.scene.layout.Priority.ALWAYS);
        var line = new HBox(12, title, Words.line(hit.source(), "small", "muted"));
        line.getStyleClass().add("rule-hit");
        return line;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class RuleCell extends ListCell<RulesViewModel.Line> {

        @Override
        protected void updateItem(RulesViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var words = new VBox(Words.line(line.rule().name(), line.rule().on() ? "strong" : "muted"), Words.line(line.detail(), "tiny", "muted"));
            words.getStyleClass().add("person-words");
            var face = new HBox(10, words);
            face.getStyleClass().add("person-line");
            setGraphic(face);
            setAccessibleText(line.rule().name() + ", " + line.detail());
        }
    }
}
