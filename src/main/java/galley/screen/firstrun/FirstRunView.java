package galley.screen.firstrun;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.LanguageBox;
import galley.screen.common.MessageCard;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// The first run's pages, one card in the middle of the window.
public final class FirstRunView {

    private final FirstRunViewModel model;
    private final Map<FirstRunViewModel.Page, Node> pages;

    @FXML private StackPane root;
    @FXML private VBox card;
    @FXML private VBox welcome;
    @FXML private HBox startBox;
    @FXML private HBox sampleBox;
    @FXML private TextFlow place;
    @FXML private VBox newsroom;
    @FXML private TextField name;
    @FXML private Field siteField;
    @FXML private TextField site;
    @FXML private Field languageField;
    @FXML private LanguageBox language;
    @FXML private HBox newsroomActs;
    @FXML private VBox person;
    @FXML private TextField who;
    @FXML private PasswordField passphrase;
    @FXML private ProgressBar strengthShare;
    @FXML private Label strengthWords;
    @FXML private Field againField;
    @FXML private PasswordField again;
    @FXML private HBox personActs;
    @FXML private VBox feeds;
    @FXML private Field addressesField;
    @FXML private WrappingArea addresses;
    @FXML private FlowPane starters;
    @FXML private HBox feedsActs;
    @FXML private VBox busy;
    @FXML private Label doing;
    @FXML private ProgressBar share;
    @FXML private StackPane trouble;

    /// @param folder where the newsroom will lie, as a person reads it
    public FirstRunView(FirstRunViewModel model, String folder) {
        this.model = model;
        Fxml.load(this, "FirstRun.fxml");
        pages = Map.of(FirstRunViewModel.Page.WELCOME, welcome, FirstRunViewModel.Page.NEWSROOM, newsroom, FirstRunViewModel.Page.PERSON, person,
                FirstRunViewModel.Page.FEEDS, feeds);
        Words.set(place, "Everything stays on this machine, in one folder: " + folder);
        startBox.getChildren().add(new CommandButton(model.start(), "accent"));
        sampleBox.getChildren().add(new CommandButton(model.sample()));
        newsroomActs.getChildren().addAll(new CommandButton(bare(model.toPerson()), "accent"), new CommandButton(bare(model.back()), "flat"));
        personActs.getChildren().addAll(new CommandButton(bare(model.begin()), "accent"), new CommandButton(bare(model.back()), "flat"));
        feedsActs.getChildren().addAll(new CommandButton(model.addFeeds(), "accent"), new CommandButton(model.later(), "flat"));
        bind();
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public Parent root() {
        return root;
    }

    /// The key is known from every other form; it need not stand in the button.
    private static Command bare(Command command) {
        return new Command(command.words(), command.icon(), "", command.refusal(), command.act());
    }

    private void bind() {
        name.textProperty().bindBidirectional(model.nameProperty());
        site.textProperty().bindBidirectional(model.siteProperty());
        language.valueProperty().bindBidirectional(model.languageProperty());
        who.textProperty().bindBidirectional(model.personProperty());
        passphrase.textProperty().bindBidirectional(model.passphraseProperty());
        again.textProperty().bindBidirectional(model.againProperty());
        addresses.textProperty().bindBidirectional(model.feedsProperty());
        siteField.problemProperty().bind(model.siteProblemProperty());
        languageField.problemProperty().bind(model.languageProblemProperty());
        againField.problemProperty().bind(model.againProblemProperty());
        addressesField.problemProperty().bind(model.feedsProblemProperty());
        strengthShare.progressProperty().bind(model.strengthProperty().map(s -> s.share()));
        strengthWords.textProperty().bind(model.strengthProperty().map(s -> s.words()));
        doing.textProperty().bind(model.doingProperty());
        share.progressProperty().bind(model.shareProperty());
        model.busyProperty().subscribe(_ -> turn());
        model.pageProperty().subscribe(page -> {
            if (page == FirstRunViewModel.Page.FEEDS) {
                offerStarters();
            }
            turn();
        });
        model.troubleProperty().subscribe(notice -> {
            trouble.getChildren().clear();
            if (notice != null) {
                trouble.getChildren().add(MessageCard.of(notice));
            }
            trouble.setVisible(notice != null);
            trouble.setManaged(notice != null);
        });
    }

    private void offerStarters() {
        starters.getChildren().setAll(model.starters().stream().map(starter -> {
            var button = new ToggleButton(starter.outlet());
            button.getStyleClass().add("starter");
            button.setSelected(model.isChosen(starter));
            button.setAccessibleText("Read " + starter.outlet());
            button.setOnAction(_ -> model.choose(starter, button.isSelected()));
            model.feedsProperty().subscribe(_ -> button.setSelected(model.isChosen(starter)));
            return button;
        }).toList());
    }

    private void turn() {
        boolean waits = model.busyProperty().get();
        var shown = model.pageProperty().get();
        pages.forEach((page, node) -> show(node, !waits && page == shown));
        show(busy, waits);
        var first = switch (shown) {
            case WELCOME -> startBox.getChildren().getLast();
            case NEWSROOM -> name;
            case PERSON -> who;
            case FEEDS -> addresses;
        };
        first.requestFocus();
    }

    /// Puts the keyboard where the hand goes first; called once the window is shown.
    public void begin() {
        turn();
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void onKey(KeyEvent event) {
        if (model.busyProperty().get()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.back().run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            switch (model.pageProperty().get()) {
                case NEWSROOM -> model.toPerson().run();
                case PERSON -> model.begin().run();
                case WELCOME, FEEDS -> { }
            }
            event.consume();
        }
    }
}
