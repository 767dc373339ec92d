package galley.screen.settings;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.PersonMark;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The people beside the pane of one of them; forms open in the pane.
public final class PeopleView {

    private final PeopleViewModel model;

    @FXML private HBox root;
    @FXML private HBox listActs;
    @FXML private ListView<PeopleViewModel.Line> list;
    @FXML private VBox person;
    @FXML private HBox personHead;
    @FXML private VBox facts;
    @FXML private FlowPane personActs;
    @FXML private VBox form;
    @FXML private Label formTitle;
    @FXML private TextFlow formWords;
    @FXML private Field nameField;
    @FXML private TextField name;
    @FXML private VBox roles;
    @FXML private CheckBox senior;
    @FXML private CheckBox board;
    @FXML private Field creditsField;
    @FXML private WrappingArea credits;
    @FXML private Field oldField;
    @FXML private PasswordField old;
    @FXML private Field lastDayField;
    @FXML private DatePicker lastDay;
    @FXML private Field fileField;
    @FXML private Button chooseFile;
    @FXML private Label fileName;
    @FXML private VBox freshFields;
    @FXML private Field passphraseField;
    @FXML private PasswordField passphrase;
    @FXML private ProgressBar strengthShare;
    @FXML private Label strengthWords;
    @FXML private Field againField;
    @FXML private PasswordField again;
    @FXML private Field ownField;
    @FXML private PasswordField own;
    @FXML private HBox formActs;
    @FXML private StackPane trouble;

    PeopleView(PeopleViewModel model) {
        this.model = model;
        Fxml.load(this, "People.fxml");
        listActs.getChildren().add(new CommandButton("Add", model.beginAdd(), "small"));
        list.setItems(model.lines());
        list.setCellFactory(_ -> new PersonCell());
        list.setPlaceholder(new EmptyState("fth-users", "Nobody yet", ""));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> {
            if (line != null) {
                model.selectedProperty().set(line);
            }
        });
        model.selectedProperty().subscribe(line -> {
            if (line != null) {
                list.getSelectionModel().select(line);
            }
            fill(line);
        });
        bind();
        model.formProperty().subscribe(_ -> turn());
    }

    Parent root() {
        return root;
    }

    private void bind() {
        name.textProperty().bindBidirectional(model.fields().nameProperty());
        senior.selectedProperty().bindBidirectional(model.fields().seniorProperty());
        board.selectedProperty().bindBidirectional(model.fields().boardProperty());
        credits.textProperty().bindBidirectional(model.fields().creditsProperty());
        old.textProperty().bindBidirectional(model.fields().oldProperty());
        passphrase.textProperty().bindBidirectional(model.fields().passphraseProperty());
        again.textProperty().bindBidirectional(model.fields().againProperty());
        own.textProperty().bindBidirectional(model.fields().ownProperty());
        lastDay.valueProperty().bindBidirectional(model.fields().lastDayProperty());
        fileName.textProperty().bind(model.fields().fileProperty().map(file -> file.getFileName().toString()).orElse("none chosen"));
        againField.problemProperty().bind(model.fields().againProblemProperty());
        strengthShare.progressProperty().bind(model.fields().strengthProperty().map(s -> s.share()));
        strengthWords.textProperty().bind(model.fields().strengthProperty().map(s -> s.words()));
        model.vouchesProperty().subscribe(who -> {
            ownField.setName(who + "'s passphrase");
            ownField.setRemark("You vouch for this; it goes into the audit log under your name.");
        });
        model.asksOwnProperty().subscribe(_ -> turn());
        model.troubleProperty().subscribe(notice -> {
            trouble.getChildren().setAll(notice == null ? List.of() : List.of(MessageCard.of(notice)));
            show(trouble, notice != null);
        });
    }

    // ---- the person

    private void fill(PeopleViewModel.@Nullable Line line) {
        show(person, line != null);
        if (line == null) {
            return;
        }
        var words = new VBox(Words.line(line.person().name(), "form-title"), Words.line(line.detail(), "small", "muted"));
        words.getStyleClass().add("person-words");
        personHead.getChildren().setAll(new PersonMark(line.person().name(), PersonMark.Word.NONE).grown(), words);
        facts.getChildren().clear();
        var under = line.person().credits();
        facts.getChildren().add(fact("May sign as", Words.line(under.isEmpty() ? line.person().name() : line.person().name() + ", " + String.join(", ", under), "fact-value")));
        for (var key : line.keys()) {
            facts.getChildren().add(fact(key.good() ? "Key" : "Old key", keyCard(key)));
        }
        var acts = model.begins().stream().map(command -> (Node) new CommandButton(command, "small")).collect(Collectors.toCollection(ArrayList::new));
        acts.add(acts.size() - 1, new CommandButton(new Command("Copy key file…", "fth-upload", "", model.mayCopyProperty(), this::askWhereTo), "small"));
        personActs.getChildren().setAll(acts);
    }

    private static Node keyCard(KeyWords.Key key) {
        var state = Words.line(key.state(), key.good() ? "key-good" : "key-ended");
        var print = new Label(key.kid());
        print.getStyleClass().addAll("tiny", "muted", "thumbprint");
        print.setMinWidth(0);
        print.setTooltip(new Tooltip("Thumbprint (RFC 7638): " + key.kid()));
        var card = new VBox(2, new HBox(6, Icons.of(key.good() ? "fth-key" : "fth-slash"), state), Words.wrapped(key.voucher(), "small", "muted"), print);
        card.getStyleClass().add("key-card");
        return card;
    }

    private void askWhereTo() {
        var chooser = new FileChooser();
        chooser.setTitle("A copy of your key file");
        chooser.setInitialFileName(model.selectedProperty().get().person().name().replaceAll("[^\\p{L}\\p{N}]+", "-").toLowerCase(Locale.ROOT) + ".p12");
        var chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.copyKeyTo(chosen.toPath());
        }
    }

    @FXML
    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Key files", "*.p12"), new FileChooser.ExtensionFilter("All files", "*.*"));
        var chosen = chooser.showOpenDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.fields().fileProperty().set(chosen.toPath());
        }
    }

    private static Node fact(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        label.setMinWidth(96);
        var line = new HBox(12, label, value);
        HBox.setHgrow(value, Priority.ALWAYS);
        line.getStyleClass().add(value instanceof VBox ? "fact-block" : "fact-line");
        return line;
    }

    // ---- forms

    private void turn() {
        var now = model.formProperty().get();
        var ending = model.ending(now);
        show(form, ending != null);
        show(personActs, ending == null);
        show(nameField, now == PeopleViewModel.Form.ADD);
        show(roles, now == PeopleViewModel.Form.ADD || now == PeopleViewModel.Form.GRANT);
        show(creditsField, now == PeopleViewModel.Form.ADD || now == PeopleViewModel.Form.GRANT);
        show(lastDayField, now == PeopleViewModel.Form.LEAVE);
        show(fileField, now == PeopleViewModel.Form.BRING_BACK);
        show(oldField, now == PeopleViewModel.Form.PASSPHRASE || now == PeopleViewModel.Form.BRING_BACK);
        oldField.setName(now == PeopleViewModel.Form.BRING_BACK ? "The passphrase of that file" : "The old passphrase");
        show(freshFields, now == PeopleViewModel.Form.PASSPHRASE || now == PeopleViewModel.Form.ADD || now == PeopleViewModel.Form.NEW_KEY);
        show(ownField, PeopleViewModel.isVouched(now) && model.asksOwnProperty().get());
        if (ending == null) {
            return;
        }
        formTitle.setText(switch (now) {
            case NONE -> "";
            case ADD -> "Add a person";
            case GRANT -> "Give a role or credit";
            case PASSPHRASE -> "Change the passphrase";
            case NEW_KEY -> "Make a new key";
            case END_KEY -> "The key or its passphrase is lost";
            case BRING_BACK -> "Bring a key file back";
            case LEAVE -> "They leave";
        });
        Words.set(formWords, switch (now) {
            case NONE -> "";
            case ADD -> "They type their own passphrase here, unseen. Everybody added is an editor.";
            case GRANT -> "Nothing is taken away: pages already signed under a role or credit are checked against it.";
            case PASSPHRASE -> "The key stays the same; only what opens it changes.";
            case NEW_KEY -> "The old key ends now. What it signed stays signed. They type the passphrase of the new one here, unseen.";
            case END_KEY -> "From now on nobody can sign with it, whoever found it. What it signed before stays signed. They need a new key to sign again.";
            case BRING_BACK -> "From a copy made with “Copy key file”. It has to be a key that is enrolled as theirs; what lies there now is kept beside it.";
            case LEAVE -> "Their keys end, what they signed stays signed, and their page stays on the site.";
        });
        formActs.getChildren().setAll(new CommandButton(ending, "accent"), new CommandButton(model.neverMind(), "flat"));
        switch (now) {
            case ADD -> name.requestFocus();
            case GRANT -> senior.requestFocus();
            case PASSPHRASE -> old.requestFocus();
            case NEW_KEY -> passphrase.requestFocus();
            case BRING_BACK -> chooseFile.requestFocus();
            case END_KEY, LEAVE, NONE -> own.requestFocus();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static final class PersonCell extends ListCell<PeopleViewModel.Line> {
        @Override
        protected void updateItem(PeopleViewModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            var words = new VBox(Words.line(line.person().name(), "strong"), Words.line(line.detail(), "tiny", "muted"));
            words.getStyleClass().add("person-words");
            var face = new HBox(10, new PersonMark(line.person().name(), PersonMark.Word.NONE), words);
            if (line.person().hasLeft()) {
                var gone = Icons.of("fth-log-out");
                face.getChildren().add(gone);
            }
            face.getStyleClass().add("person-line");
            setGraphic(face);
            setAccessibleText(line.person().name() + ", " + line.detail());
        }
    }
}
