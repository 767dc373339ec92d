package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.MessageCard;
import galley.screen.common.NextAction;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.SignCard;
import galley.screen.common.StepsBar;
import galley.screen.common.TabStrip;
import galley.screen.common.Words;
import galley.signoff.Meaning;
import galley.story.ReadingText;
import galley.story.StoryText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The screen on which a story is written: steps and next act on top, the page's claims on the left, the text in the middle, source,
/// history and checks on the right.
public final class EditorView implements Screen {

    private final EditorViewModel model;
    private final ProseMirrorEditor editor;
    private final Screens screens;
    private final BorderPane root = new BorderPane();
    private final Label slugline = new Label();
    private final Label category = new Label();
    private final Label saved = new Label();
    private final StepsBar steps = new StepsBar();
    private final NextAction next = new NextAction();
    private final VBox asked = new VBox();
    private final VBox promises = new VBox();
    private final TextField categoryField = new TextField();
    private final TextField tagsField = new TextField();
    private final VBox source = new VBox();
    private final VBox history = new VBox();
    private final VBox checks = new VBox();
    private final TabStrip tabs = new TabStrip();
    private final Label count = new Label();
    private final StringProperty title = new SimpleStringProperty("Story");
    private final StringProperty maySign = new SimpleStringProperty("");
    private final Command back;
    private final Command sign;
    private final Command preview;
    private @Nullable UUID story;

    public EditorView(EditorViewModel model, ProseMirrorEditor editor, Screens screens) {
        this.model = model;
        this.editor = editor;
        this.screens = screens;
        this.back = Command.always("Stories", "fth-arrow-left", "Esc", screens::back);
        this.sign = new Command("Sign “edited”", "fth-pen-tool", "Ctrl+Enter", maySign, this::askForSignature);
        this.preview = Command.always("Page preview", "fth-eye", "", () -> {
            keep();
            if (story != null) {
                screens.show(new Place.PageOf(story));
            }
        });
        root.getStyleClass().add("editor-screen");
        root.getStylesheets().add(Objects.requireNonNull(EditorView.class.getResource("editor-screen.css")).toExternalForm());
        root.setTop(new VBox(head(), standing()));
        root.setLeft(left());
        root.setCenter(middle());
        root.setRight(right());
        model.onOpened(this::opened);
        model.aroundProperty().subscribe(this::fill);
        model.problemProperty().subscribe(notice -> fillAsked());
        saved.textProperty().bind(model.savedProperty());
        editor.onChange(change -> {
            if (change.story().equals(story)) {
                model.changed(change.text().into(model.text()));
            }
        });
        editor.onSign(sign::run);
        editor.bodyWordsProperty().subscribe(words -> count.setText(words.intValue() == 1 ? "1 word" : words.intValue() + " words"));
        categoryField.setOnAction(e -> furniture());
        tagsField.setOnAction(e -> furniture());
        categoryField.focusedProperty().addListener((_, _, now) -> furnitureUnless(now));
        tagsField.focusedProperty().addListener((_, _, now) -> furnitureUnless(now));
    }

    // ---- the screen

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return title;
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.Editing editing) {
            story = editing.story();
            signing = false;
            model.open(editing.story());
        }
    }

    @Override
    public void focus() {
        editor.focus();
    }

    @Override
    public void leave() {
        keep();
    }

    @Override
    public List<Command> commands() {
        return List.of(back, sign, preview);
    }

    /// Gives everything typed to the store, to the last key.
    public void keep() {
        if (story != null && story.equals(editor.storyProperty().get())) {
            model.changed(editor.flush().into(model.text()));
        }
    }

    // ---- parts

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        slugline.getStyleClass().add("head-slugline");
        category.getStyleClass().add("chip");
        saved.getStyleClass().add("muted");
        var head = new HBox(new CommandButton(back, "flat"), slugline, category, space, saved, new CommandButton(preview));
        head.getStyleClass().add("editor-head");
        return head;
    }

    private Node standing() {
        HBox.setHgrow(steps, Priority.ALWAYS);
        var line = new HBox(steps, next);
        line.getStyleClass().add("editor-standing");
        return line;
    }

    private Node left() {
        var box = new VBox(heading("The page will carry"), promises, heading("Story"), field("Category", categoryField), field("Tags, with commas", tagsField));
        box.getStyleClass().add("editor-left");
        return scrolled(box);
    }

    private Node middle() {
        count.getStyleClass().add("muted");
        var foot = new HBox(count);
        foot.getStyleClass().add("editor-foot");
        asked.getStyleClass().add("editor-asked");
        VBox.setVgrow(editor.node(), Priority.ALWAYS);
        return new VBox(new EditorToolbar(editor), asked, editor.node(), foot);
    }

    private Node right() {
        for (var box : List.of(source, history, checks)) {
            box.getStyleClass().add("editor-tab");
        }
        tabs.add("Source", scrolled(source));
        tabs.add("Checks", scrolled(checks));
        tabs.add("History", scrolled(history));
        tabs.getStyleClass().add("editor-right");
        return tabs;
    }

    private static ScrollPane scrolled(Node body) {
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("editor-heading");
        return label;
    }

    private static Node field(String name, TextField field) {
        var label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        var box = new VBox(label, field);
        box.getStyleClass().add("editor-field");
        return box;
    }

    // ---- filling

    private void opened(StoryText text) {
        editor.setLanguage(text.language());
        editor.open(Objects.requireNonNull(story), EditorText.of(text));
        categoryField.setText(text.category());
        tagsField.setText(String.join(", ", text.tags()));
        editor.focus();
    }

    private void fill(EditorViewModel.@Nullable Around now) {
        if (now == null) {
            return;
        }
        var text = now.file().text();
        Words.set(slugline, text.slugline().isEmpty() ? "No slugline yet" : text.slugline());
        category.setText(text.category());
        category.setVisible(!text.category().isEmpty());
        title.set(text.slugline().isEmpty() ? "Story" : text.slugline());
        steps.getSteps().setAll(model.desk().readings().steps(now.file()));
        maySign.set(now.against().isEmpty() ? "" : now.against().getFirst().words());
        promises.getChildren().setAll(now.promises().stream().map(EditorView::promise).toList());
        fillSource(now);
        fillHistory(now);
        checks.getChildren().setAll(checks(now));
        tabs.count("Checks", now.against().size(), "warning");
        fillAsked();
    }

    private boolean signing;

    private void fillAsked() {
        asked.getChildren().clear();
        var problem = model.problemProperty().get();
        if (problem != null) {
            var anew = Command.always("Open it anew", "fth-refresh-cw", "", () -> model.open(Objects.requireNonNull(story)));
            asked.getChildren().add(model.hasMoved() ? MessageCard.of(problem, anew) : MessageCard.of(problem));
        }
        if (signing) {
            var who = model.desk().acting().person();
            boolean asks = model.needsPassphrase();
            var card = new SignCard(who.name(), (who.isSenior() ? "Senior editor" : "Editor") + "  ·  " + model.desk().times().at(model.desk().times().now()),
                    Meaning.EDITED.words(), "Sign “edited”", asks, passphrase -> model.sign(passphrase, asks, done -> {
                        signing = !done;
                        fillAsked();
                    }), () -> {
                        signing = false;
                        fillAsked();
                        editor.focus();
                    });
            asked.getChildren().add(card);
            card.begin();
            next.say("Read to the end, then sign", "Signing does not publish");
        } else if (maySign.get().isEmpty()) {
            next.offer("Ready for your signature", "A later change of words ends it", sign);
        } else {
            next.say("Not to be signed now", maySign.get());
        }
    }

    private void askForSignature() {
        keep();
        model.kept(() -> {
            signing = true;
            fillAsked();
        });
    }

    private static Node promise(EditorViewModel.Promise promise) {
        var mark = new Label(promise.holds() ? "✓" : "○");
        mark.getStyleClass().addAll("promise-mark", promise.holds() ? "holds" : "missing");
        var words = new VBox(Words.line(promise.words(), promise.holds() ? "strong" : "muted"), Words.wrapped(promise.detail(), "small", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(mark, words);
        line.getStyleClass().add("promise");
        return line;
    }

    private void fillSource(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        if (now.versions().isEmpty()) {
            nodes.add(Words.wrapped("This story is our own; it has no source on the wire.", "muted"));
        }
        for (var item : now.versions().reversed()) {
            nodes.add(heading("Version " + item.version() + ", received " + model.desk().times().at(item.fetched())));
            nodes.add(Words.wrapped(item.title(), "serif-strong", "source-title"));
            ReadingText.of(item.fullestText()).forEach(p -> nodes.add(Words.wrapped(p.text(), "serif", "source-text")));
        }
        source.getChildren().setAll(nodes);
    }

    private void fillHistory(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        var file = now.file();
        var people = model.desk();
        for (var signOff : file.signOffs().reversed()) {
            nodes.add(line("“" + signOff.meaning().code() + "” by " + signOff.printedAs(),
                    people.times().at(signOff.at()) + (signOff.covers(file.digest()) ? ", holds" : ", lapsed"), null));
        }
        for (var back : file.sentBack().reversed()) {
            nodes.add(line("Sent back" + (back.stands() ? "" : ", lifted"), back.reason(), null));
        }
        for (int i = file.revisions().size() - 1; i >= 0; i--) {
            var revision = file.revisions().get(i);
            boolean isHead = revision.id().equals(file.head().id()) && file.draft() == null;
            nodes.add(line("Revision " + (i + 1), people.times().at(revision.at()) + ", " + revision.text().wordCount() + " words",
                    isHead ? null : Command.always("Put back", "", "", () -> model.putBack(revision.id()))));
        }
        for (var aside : now.aside()) {
            nodes.add(line("Words kept aside", people.times().at(aside.at()) + ": " + aside.text().headline(),
                    Command.always("Copy into the text", "", "", () -> editor.insert(aside.text().body()))));
        }
        history.getChildren().setAll(nodes);
    }

    private static Node line(String what, String detail, @Nullable Command act) {
        var words = new VBox(Words.line(what, "strong"), Words.wrapped(detail, "small", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words);
        line.getStyleClass().add("history-line");
        if (act != null) {
            line.getChildren().add(new CommandButton(act, "flat"));
        }
        return line;
    }

    private static List<Node> checks(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        nodes.add(heading("Before “edited” is signed"));
        now.against().forEach(r -> nodes.add(Words.wrapped(r.words(), "check")));
        if (now.against().isEmpty()) {
            nodes.add(Words.wrapped("Nothing stands in the way.", "muted"));
        }
        nodes.add(heading("Before it is exported"));
        now.againstExport().forEach(r -> nodes.add(Words.wrapped(r.words(), "check")));
        if (now.againstExport().isEmpty()) {
            nodes.add(Words.wrapped("Nothing stands in the way.", "muted"));
        }
        return nodes;
    }

    // ---- furniture

    private void furnitureUnless(boolean focused) {
        if (!focused) {
            furniture();
        }
    }

    private void furniture() {
        if (story != null && story.equals(editor.storyProperty().get())) {
            var text = model.text();
            var tags = Arrays.stream(tagsField.getText().split(",")).map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
            model.changed(text.withFurniture(text.slugline(), categoryField.getText().strip(), tags, text.language(), text.notes()));
        }
    }
}
