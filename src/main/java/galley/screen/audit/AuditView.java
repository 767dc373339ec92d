package galley.screen.audit;

import galley.desk.Person;
import galley.screen.common.AuditWords;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.PersonMark;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The audit log as a list; what narrows it stands above.
public final class AuditView implements Screen {

    private final AuditViewModel model;
    private final Command export = Command.always("Export as JSON Lines…", "fth-download", "", this::askWhereTo);
    private final Command open;

    @FXML private BorderPane root;
    @FXML private Label about;
    @FXML private FlowPane narrowing;
    @FXML private ComboBox<Choice> person;
    @FXML private ComboBox<AuditWords.Kind> kind;
    @FXML private DatePicker from;
    @FXML private DatePicker until;
    @FXML private HBox acts;
    @FXML private ListView<AuditViewModel.Line> list;
    @FXML private HBox foot;
    @FXML private Label says;

    /// Somebody, or everybody: a box cannot choose null.
    private record Choice(@Nullable Person person) {
        @Override
        public String toString() {
            return person == null ? "Everybody" : person.name();
        }
    }

    public AuditView(AuditViewModel model, Screens screens) {
        this.model = model;
        var mayOpen = new SimpleStringProperty("choose a line about a story");
        this.open = new Command("Open the story", "fth-external-link", "", mayOpen, () -> {
            var line = list.getSelectionModel().getSelectedItem();
            if (line != null && line.entry().story() != null) {
                screens.show(new Place.Editing(line.entry().story()));
            }
        });
        Fxml.load(this, "Audit.fxml");
        model.aboutProperty().subscribe(headline -> about.setText(model.storyProperty().get() == null ? "What was done, by whom and when"
                : "What was done with “" + headline + "”"));
        model.storyProperty().subscribe(story -> {
            if (story == null) {
                about.setText("What was done, by whom and when");
            }
        });
        people();
        kind.getItems().setAll(AuditWords.Kind.values());
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(AuditWords.@Nullable Kind each) {
                return each == null ? "" : each.title();
            }

            @Override
            public AuditWords.Kind fromString(String title) {
                return AuditWords.Kind.ALL;
            }
        });
        kind.valueProperty().bindBidirectional(model.kindProperty());
        from.valueProperty().bindBidirectional(model.fromProperty());
        until.valueProperty().bindBidirectional(model.untilProperty());
        narrowing.getChildren().add(new CommandButton(model.clear(), "flat"));
        acts.getChildren().addAll(new CommandButton(model.check(), "small"), new CommandButton(export, "small"));
        says.textProperty().bind(model.saysProperty());
        foot.getChildren().addAll(new CommandButton(open, "small"), new CommandButton(model.more(), "small"));
        list.setItems(model.lines());
        list.setPlaceholder(new EmptyState("fth-list", "Nothing was done here", "Every act is written down with its person and time. Narrow it less to see more."));
        list.setCellFactory(_ -> new LineCell());
        list.getSelectionModel().selectedItemProperty().subscribe(line -> mayOpen.set(line == null || line.entry().story() == null ? "choose a line about a story" : ""));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.run();
                event.consume();
            }
        });
    }

    private void people() {
        model.people().addListener((ListChangeListener<Person>) _ -> fillPeople());
        model.personProperty().subscribe(_ -> fillPeople());
        person.setOnAction(_ -> {
            var chosen = person.getValue();
            if (chosen != null && chosen.person() != model.personProperty().get()) {
                model.personProperty().set(chosen.person());
            }
        });
    }

    private void fillPeople() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(null));
        model.people().forEach(each -> choices.add(new Choice(each)));
        var now = new Choice(model.personProperty().get());
        if (!person.getItems().equals(choices)) {
            person.getItems().setAll(choices);
        }
        if (!now.equals(person.getValue())) {
            person.setValue(now);
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Audit log");
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.Audit audit) {
            model.show(audit.story());
        }
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(open, model.more(), model.clear(), model.check(), export);
    }

    private void askWhereTo() {
        var chooser = new FileChooser();
        chooser.setTitle("Export what is shown, all of it");
        chooser.setInitialFileName("audit.jsonl");
        var chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.exportTo(chosen.toPath());
        }
    }

    private static final class LineCell extends ListCell<AuditViewModel.Line> {

        LineCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(AuditViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var said = Words.line(line.who() + " " + line.what(), "audit-said");
            said.setMinWidth(0);
            var where = Words.line(line.when() + (line.story().isEmpty() ? "" : "  ·  " + line.story()), "tiny", "muted");
            where.setMinWidth(0);
            var words = new VBox(said, where);
            words.getStyleClass().add("person-words");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var number = new Label("%,d".formatted(line.entry().sequence()));
            number.getStyleClass().addAll("tiny", "muted");
            number.setMinWidth(Label.USE_PREF_SIZE);
            var face = new HBox(10, line.entry().person() == null ? Icons.of("fth-settings") : new PersonMark(line.who(), PersonMark.Word.NONE), words, number);
            face.getStyleClass().add("audit-line");
            setGraphic(face);
            setAccessibleText(line.who() + " " + line.what() + ", " + line.when() + ", " + line.story());
        }
    }
}
