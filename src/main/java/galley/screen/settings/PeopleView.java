package galley.screen.settings;

import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.PersonMark;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
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
    @FXML private HBox personActs;
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
        name.textProperty().bindBidirectional(model.nameProperty());
        senior.selectedProperty().bindBidirectional(model.seniorProperty());
        board.selectedProperty().bindBidirectional(model.boardProperty());
        credits.textProperty().bindBidirectional(model.creditsProperty());
        old.textProperty().bindBidirectional(model.oldProperty());
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        again.textProperty().bindBidirectional(model.againProperty());
        own.textProperty().bindBidirectional(model.ownProperty());
        againField.problemProperty().bind(model.againProblemProperty());
        strengthShare.progressProperty().bind(model.strengthProperty().map(s -> s.share()));
        strengthWords.textProperty().bind(model.strengthProperty().map(s -> s.words()));
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
        facts.getChildren().add(fact("May sign as", under.isEmpty() ? line.person().name() : line.person().name() + ", " + String.join(", ", under)));
        for (var key : line.keys()) {
            facts.getChildren().add(fact("Key", key.words()));
            facts.getChildren().add(fact("Thumbprint", key.kid()));
        }
        personActs.getChildren().setAll(model.begins().stream().map(command -> new CommandButton(command, "small")).toList());
    }

    private static Node fact(String name, String value) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        label.setMinWidth(96);
        var line = new HBox(12, label, Words.line(value, "fact-value"));
        line.getStyleClass().add("fact-line");
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
        show(oldField, now == PeopleViewModel.Form.PASSPHRASE);
        show(freshFields, now == PeopleViewModel.Form.PASSPHRASE || now == PeopleViewModel.Form.ADD);
        show(ownField, now != PeopleViewModel.Form.PASSPHRASE && model.asksOwnProperty().get());
        if (ending == null) {
            return;
        }
        formTitle.setText(switch (now) {
            case NONE -> "";
            case ADD -> "Add a person";
            case GRANT -> "Give a role or credit";
            case PASSPHRASE -> "Change the passphrase";
            case LEAVE -> "They have left";
        });
        Words.set(formWords, switch (now) {
            case NONE -> "";
            case ADD -> "They type their own passphrase here, unseen. Everybody added is an editor.";
            case GRANT -> "Nothing is taken away: pages already signed under a role or credit are checked against it.";
            case PASSPHRASE -> "The key stays the same; only what opens it changes.";
            case LEAVE -> "Their keys end now. What they signed stays signed, and their page stays on the site.";
        });
        formActs.getChildren().setAll(new CommandButton(ending, "accent"), new CommandButton(model.neverMind(), "flat"));
        switch (now) {
            case ADD -> name.requestFocus();
            case GRANT -> senior.requestFocus();
            case PASSPHRASE -> old.requestFocus();
            case LEAVE, NONE -> own.requestFocus();
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
