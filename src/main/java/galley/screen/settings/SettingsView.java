package galley.screen.settings;

import galley.desk.Newsroom;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.LanguageBox;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.TabStrip;
import galley.screen.common.Theme;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// Settings, a tab for each: the newsroom, its policies, its people, its rules, this window, its copies.
public final class SettingsView implements Screen {

    private final SettingsViewModel model;
    private final TabStrip tabs = new TabStrip();
    private final PeopleView people;

    @FXML private BorderPane root;
    @FXML private ScrollPane newsroom;
    @FXML private TextField name;
    @FXML private Field siteField;
    @FXML private TextField site;
    @FXML private Field languageField;
    @FXML private LanguageBox language;
    @FXML private Field zoneField;
    @FXML private ComboBox<String> zone;
    @FXML private TextField contact;
    @FXML private TextField licence;
    @FXML private HBox newsroomActs;
    @FXML private ScrollPane policies;
    @FXML private VBox policyFields;
    @FXML private HBox policyActs;
    @FXML private ScrollPane machine;
    @FXML private HBox themes;
    @FXML private TextFlow folder;
    @FXML private VBox sample;
    @FXML private HBox sampleActs;
    @FXML private ScrollPane copies;
    @FXML private ListView<BackupShelf.Backup> backups;
    @FXML private HBox copyActs;
    @FXML private VBox question;
    @FXML private TextFlow questionWords;
    @FXML private HBox questionActs;

    public SettingsView(SettingsViewModel model) {
        this.model = model;
        this.people = new PeopleView(model.people());
        Fxml.load(this, "Settings.fxml");
        root.setCenter(tabs);
        tabs.add("Newsroom", newsroom);
        tabs.add("Policies", policies);
        tabs.add("People", people.root());
        tabs.add("Editorial board", new BoardView(model.board()).root());
        tabs.add("Rules", new RulesView(model.rules()).root());
        tabs.add("This window", machine);
        fillNewsroom();
        fillPolicies();
        fillMachine();
        if (model.backups() != null) {
            tabs.add("Copies", copies);
            fillCopies(model.backups());
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Settings");
    }

    @Override
    public void show(Place place) {
        model.read();
    }

    @Override
    public List<Command> commands() {
        return model.commands();
    }

    /// For pictures and for a way straight to a tab.
    public TabStrip tabs() {
        return tabs;
    }

    // ---- the newsroom

    private void fillNewsroom() {
        var form = model.newsroom();
        name.textProperty().bindBidirectional(form.nameProperty());
        site.textProperty().bindBidirectional(form.siteProperty());
        language.valueProperty().bindBidirectional(form.languageProperty());
        zone.getItems().setAll(NewsroomForm.zones());
        zone.setEditable(true);
        zone.valueProperty().bindBidirectional(form.zoneProperty());
        contact.textProperty().bindBidirectional(form.contactProperty());
        licence.textProperty().bindBidirectional(form.licenceProperty());
        siteField.problemProperty().bind(form.siteProblemProperty());
        languageField.problemProperty().bind(form.languageProblemProperty());
        zoneField.problemProperty().bind(form.zoneProblemProperty());
        newsroomActs.getChildren().addAll(new CommandButton(form.save(), "accent"), new CommandButton(form.undo(), "flat"));
    }

    private void fillPolicies() {
        var form = model.newsroom();
        for (var policy : Newsroom.Policy.values()) {
            var text = new WrappingArea();
            text.setPrefRowCount(4);
            text.textProperty().bindBidirectional(form.policyProperty(policy));
            var field = new Field(policy.title(), text);
            policyFields.getChildren().add(field);
        }
        policyActs.getChildren().addAll(new CommandButton(form.save(), "accent"), new CommandButton(form.undo(), "flat"));
    }

    // ---- this window

    private void fillMachine() {
        var group = new ToggleGroup();
        for (var choice : Theme.Choice.values()) {
            var button = new ToggleButton(switch (choice) {
                case LIGHT -> "Light";
                case DARK -> "Dark";
                case SYSTEM -> "As the system";
            });
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.theme().set(choice);
            });
            model.theme().subscribe(now -> button.setSelected(now == choice));
            themes.getChildren().add(button);
        }
        themes.getChildren().getFirst().getStyleClass().add("first");
        themes.getChildren().getLast().getStyleClass().add("last");
        Words.set(folder, model.folder());
        show(sample, model.ownNewsroom() != null);
        if (model.ownNewsroom() != null) {
            sampleActs.getChildren().add(new CommandButton(model.ownNewsroom()));
        }
    }

    // ---- copies

    private void fillCopies(BackupsViewModel shelf) {
        backups.setItems(shelf.all());
        backups.setPlaceholder(new EmptyState("fth-copy", "No copies yet", "One is made each day the program runs."));
        backups.setCellFactory(_ -> new CopyCell());
        backups.getSelectionModel().selectedItemProperty().subscribe(backup -> shelf.chosenProperty().set(backup));
        copyActs.getChildren().addAll(new CommandButton(shelf.make(), "plain"), new CommandButton(shelf.putBack(), "plain"));
        questionActs.getChildren().addAll(new CommandButton(shelf.yes(), "accent"), new CommandButton(shelf.no(), "flat"));
        shelf.askingProperty().subscribe(asking -> {
            show(question, asking);
            show(copyActs, !asking);
            if (asking) {
                Words.set(questionWords, "The newsroom goes back to " + BackupsViewModel.when(shelf.chosenProperty().get())
                        + ". What came after is kept as a copy of its own, so nothing is lost. The window opens anew.");
                questionActs.getChildren().getLast().requestFocus();
            }
        });
    }

    private static final class CopyCell extends ListCell<BackupShelf.Backup> {

        @Override
        protected void updateItem(BackupShelf.Backup backup, boolean empty) {
            super.updateItem(backup, empty);
            setText(null);
            if (empty || backup == null) {
                setGraphic(null);
                return;
            }
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var name = Words.line(backup.name(), "small", "muted");
            var size = new Label(BackupsViewModel.size(backup));
            var line = new HBox(12, new Label(BackupsViewModel.when(backup)), name, gap, size);
            line.getStyleClass().add("copy-line");
            setGraphic(line);
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
