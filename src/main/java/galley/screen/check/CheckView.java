package galley.screen.check;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Words;
import java.io.File;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The screen that answers for a page: drop it anywhere on the window, choose it, or paste its address.
public final class CheckView implements Screen {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private static final PseudoClass NOTHING = PseudoClass.getPseudoClass("nothing");

    private final CheckViewModel model;

    @FXML private BorderPane root;
    @FXML private TextField address;
    @FXML private HBox acts;
    @FXML private HBox running;
    @FXML private Label says;
    @FXML private ProgressBar share;
    @FXML private VBox problems;
    @FXML private HBox found;
    @FXML private ListView<CheckedPage> list;
    @FXML private ScrollPane beside;
    @FXML private VBox page;

    public CheckView(CheckViewModel model) {
        this.model = model;
        Fxml.load(this, "Check.fxml");
        address.textProperty().bindBidirectional(model.addressProperty());
        address.setOnAction(_ -> model.check().run());
        acts.getChildren().addAll(new CommandButton(model.check()), new CommandButton(Command.always("Choose files…", "fth-file", "", this::chooseFiles)),
                new CommandButton(Command.always("Choose a folder…", "fth-folder", "", this::chooseFolder)));
        says.textProperty().bind(model.saysProperty());
        share.visibleProperty().bind(model.checkingProperty());
        share.managedProperty().bind(share.visibleProperty());
        var stop = new CommandButton(model.stop(), "small");
        stop.visibleProperty().bind(model.checkingProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        running.getChildren().add(stop);
        running.visibleProperty().bind(model.saysProperty().isNotEmpty());
        running.managedProperty().bind(running.visibleProperty());
        list.setItems(model.pages());
        list.setCellFactory(_ -> new PageCell());
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.chosenProperty().set(line);
            }
        });
        model.problems().addListener((ListChangeListener<String>) _ -> problems.getChildren().setAll(model.problems().stream()
                .map(words -> (Node) new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", words, "")).toList()));
        model.chosenProperty().subscribe(this::fill);
        model.checkingProperty().subscribe(_ -> fill(model.chosenProperty().get()));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Check a page");
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.Checking checking && !checking.what().isEmpty()) {
            model.check(checking.what());
        }
    }

    @Override
    public void focus() {
        if (model.pages().isEmpty()) {
            address.requestFocus();
        } else {
            list.requestFocus();
        }
    }

    @Override
    public List<Command> commands() {
        return List.of(model.check(), model.stop());
    }

    private void chooseFiles() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Pages", "*.html", "*.htm", "*.xhtml"), new FileChooser.ExtensionFilter("All files", "*.*"));
        var chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.check(chosen.stream().map(File::getPath).toList());
        }
    }

    private void chooseFolder() {
        var chosen = new DirectoryChooser().showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.check(List.of(chosen.getPath()));
        }
    }

    // ---- one page

    private void fill(@Nullable CheckedPage checked) {
        boolean several = model.pages().size() > 1;
        list.setVisible(several);
        list.setManaged(several);
        page.pseudoClassStateChanged(NOTHING, checked == null);
        if (checked == null) {
            page.getChildren().setAll(model.checkingProperty().get() ? List.of() : List.of(new EmptyState("fth-shield", "Whose words are these?",
                    "Drop an exported page, a folder of them or a link anywhere on this window. It says who signed the words, and names every block that was changed since.")));
            return;
        }
        list.getSelectionModel().select(checked);
        var verdict = new VBox(Words.wrapped(checked.title(), "verdict-title"), Words.wrapped(checked.meaning(), "muted"));
        HBox.setHgrow(verdict, Priority.ALWAYS);
        var head = new HBox(14, Icons.of(checked.icon()), verdict);
        head.getStyleClass().addAll("verdict", checked.tone());
        var signed = new VBox(4);
        checked.signed(model.times()).forEach(line -> signed.getChildren().add(Words.wrapped(line)));
        page.getChildren().setAll(head, signed);
        if (!checked.verdict().differences().isEmpty()) {
            page.getChildren().addAll(heading(checked.verdict().differences().size() == 1 ? "What differs" : "What differs, " + checked.verdict().differences().size()), differences(checked));
        }
        var words = checked.words();
        if (!words.isEmpty()) {
            page.getChildren().addAll(heading(checked.verdict().verdict().isOurs() ? "The signed words" : "The words as this page has them"), words(words));
        }
        page.getChildren().addAll(heading("Where this is from"), Words.wrapped(checked.verdict().file(), "small"),
                Words.wrapped("Keys: " + checked.keys(), "small", "muted"), Words.wrapped("A signature says who stands by the words, never that the words are right.", "small", "muted"));
        beside.setVvalue(0);
    }

    private static Node heading(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("section-label", "check-heading");
        return label;
    }

    private static Node differences(CheckedPage checked) {
        var lines = new VBox(6);
        checked.verdict().differences().forEach(words -> {
            var said = Words.wrapped(Character.toUpperCase(words.charAt(0)) + words.substring(1));
            HBox.setHgrow(said, Priority.ALWAYS);
            var line = new HBox(10, Icons.of("fth-alert-triangle"), said);
            line.getStyleClass().add("difference-line");
            lines.getChildren().add(line);
        });
        return lines;
    }

    private static Node words(List<CheckedPage.Block> blocks) {
        var lines = new VBox();
        lines.getStyleClass().add("checked-words");
        for (var block : blocks) {
            var name = new Label(block.differs() ? block.name() + ", differs" : block.name());
            name.getStyleClass().addAll("tiny", "muted", "block-name");
            var said = Words.wrapped(block.words(), "serif");
            var line = new VBox(2, name, said);
            line.getStyleClass().add("checked-block");
            line.pseudoClassStateChanged(DIFFERS, block.differs());
            lines.getChildren().add(line);
        }
        return lines;
    }

    private static final class PageCell extends ListCell<CheckedPage> {
        PageCell() {
            // As wide as the list, however long a headline is.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CheckedPage checked, boolean empty) {
            super.updateItem(checked, empty);
            setText(null);
            if (empty || checked == null) {
                setGraphic(null);
                return;
            }
            var words = new VBox(Words.line(checked.name(), "strong"), Words.line(checked.title(), "tiny", "muted"));
            words.getStyleClass().add("person-words");
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(10, Icons.of(checked.icon()), words);
            line.getStyleClass().addAll("checked-line", checked.tone());
            setGraphic(line);
            setAccessibleText(checked.name() + ", " + checked.title());
        }
    }
}
