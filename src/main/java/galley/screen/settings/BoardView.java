package galley.screen.settings;

import galley.screen.common.CommandButton;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.MessageCard;
import galley.screen.common.PersonMark;
import galley.screen.common.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// What is stated about the editorial board, and who its members are.
public final class BoardView {

    private static final int MOST = 20;

    @FXML private ScrollPane root;
    @FXML private RadioButton none;
    @FXML private RadioButton has;
    @FXML private VBox details;
    @FXML private Spinner<Integer> quorum;
    @FXML private CheckBox seniors;
    @FXML private VBox members;
    @FXML private TextFlow says;
    @FXML private Field ownField;
    @FXML private PasswordField own;
    @FXML private HBox acts;
    @FXML private StackPane trouble;

    BoardView(BoardForm form) {
        Fxml.load(this, "Board.fxml");
        var group = new ToggleGroup();
        none.setToggleGroup(group);
        has.setToggleGroup(group);
        form.statedProperty().subscribe(stated -> (stated ? has : none).setSelected(true));
        has.selectedProperty().subscribe(selected -> form.statedProperty().set(selected));
        details.visibleProperty().bind(form.statedProperty());
        details.managedProperty().bind(details.visibleProperty());
        var counts = new SpinnerValueFactory.IntegerSpinnerValueFactory(1, MOST, Math.max(1, form.quorumProperty().get()));
        quorum.setValueFactory(counts);
        counts.valueProperty().subscribe(count -> form.quorumProperty().set(count));
        form.quorumProperty().subscribe(count -> counts.setValue(count.intValue()));
        seniors.selectedProperty().bindBidirectional(form.seniorsProperty());
        own.textProperty().bindBidirectional(form.ownProperty());
        form.vouchesProperty().subscribe(who -> {
            ownField.setName(who + "'s passphrase");
            ownField.setRemark("You vouch for this; it goes into the audit log under your name.");
        });
        form.asksOwnProperty().subscribe(asks -> show(ownField, asks));
        form.saysProperty().subscribe(words -> Words.set(says, words));
        form.membersProperty().subscribe(all -> members.getChildren().setAll(all.isEmpty() ? List.of(Words.wrapped("Nobody yet.", "muted"))
                : all.stream().map(person -> member(person.name(), PeopleViewModel.role(person))).toList()));
        acts.getChildren().add(new CommandButton(form.state(), "accent"));
        form.troubleProperty().subscribe(notice -> {
            trouble.getChildren().setAll(notice == null ? List.of() : List.of(MessageCard.of(notice)));
            show(trouble, notice != null);
        });
    }

    Parent root() {
        return root;
    }

    private static Node member(String name, String role) {
        var line = new HBox(10, new PersonMark(name, PersonMark.Word.NONE), Words.line(name, "strong"), new Label(role));
        line.getChildren().getLast().getStyleClass().addAll("small", "muted");
        line.getStyleClass().add("person-line");
        return line;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
