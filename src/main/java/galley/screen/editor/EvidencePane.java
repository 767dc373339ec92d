package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import galley.story.Evidence;
import galley.story.EvidenceChecks;
import galley.work.Work;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sources consulted for a story: each with its passage and the sentence it supports, and whether it counts.
final class EvidencePane extends VBox {

    private final EditorViewModel model;
    private final Work work;
    private final Elsewhere elsewhere;
    private final Supplier<String> selected;
    private final VBox above = new VBox();
    private final VBox cards = new VBox();
    private final CommandButton add;
    private final CommandButton checkNow;
    private final SimpleStringProperty mayCheck = new SimpleStringProperty("there is no copy to compare with");
    private List<?> shown = List.of("nothing yet");

    /// @param selected the words selected in the text
    EvidencePane(EditorViewModel model, Work work, Elsewhere elsewhere, Supplier<String> selected) {
        this.model = model;
        this.work = work;
        this.elsewhere = elsewhere;
        this.selected = selected;
        getStyleClass().add("evidence-pane");
        add = new CommandButton(Command.always("Add evidence", "fth-plus", "", () -> edit(null)), "small");
        above.getStyleClass().add("editor-tab");
        checkNow = new CommandButton(new Command("Check now", "fth-refresh-cw", "", mayCheck, this::checkThem), "small");
        above.getChildren().add(new HBox(8, add, checkNow));
        getChildren().addAll(above, cards);
    }

    void show(EditorViewModel.Around now) {
        var text = now.file().text();
        record Line(Evidence evidence, String missing, EvidenceChecks.@Nullable Look look) {}
        mayCheck.set(text.evidence().stream().anyMatch(each -> each.copyHash() != null) ? "" : "there is no copy to compare with");
        var lines = IntStream.range(0, text.evidence().size()).mapToObj(i -> new Line(text.evidence().get(i), now.untied().get(i), look(text.evidence().get(i), now))).toList();
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        cards.getChildren().setAll(lines.isEmpty() ? List.of(new EmptyState("fth-file-text", "No evidence yet",
                "A primary source that is tied to a sentence is named on the page.")) : lines.stream().map(l -> card(l.evidence(), l.missing(), l.look())).toList());
    }

    /// Opens the form for a new piece.
    void begin() {
        edit(null);
    }

    private static EvidenceChecks.@Nullable Look look(Evidence evidence, EditorViewModel.Around now) {
        return now.looks().stream().filter(look -> look.isOf(evidence)).findFirst().orElse(null);
    }

    private void checkThem() {
        mayCheck.set("the sources are being asked");
        model.checkEvidence(() -> mayCheck.set(""));
    }

    private Node card(Evidence evidence, String missing, EvidenceChecks.@Nullable Look look) {
        var words = new VBox(Words.wrapped(evidence.title(), "strong"), Words.line(evidence.kind().words() + "  ·  " + host(evidence.url()), "small", "muted"));
        words.setSpacing(3);
        if (!evidence.passage().isBlank()) {
            words.getChildren().add(Words.wrapped("“" + evidence.passage() + "”", "serif", "evidence-passage"));
        }
        if (!evidence.supports().isBlank()) {
            words.getChildren().add(Words.wrapped("Supports: " + evidence.supports(), "small", "muted"));
        }
        boolean counts = missing.isEmpty();
        var standing = new HBox(Icons.of(counts ? "fth-check" : "fth-circle"), Words.wrapped(counts
                ? evidence.kind() == Evidence.Kind.PRIMARY ? "Counts as a primary source" : "Tied; secondary sources are listed, not counted" : missing, "small"));
        standing.getStyleClass().addAll("evidence-standing", counts ? "holds" : "missing");
        var acts = new HBox(new CommandButton(Command.always("Change", "", "", () -> edit(evidence)), "link"),
                new CommandButton(Command.always("Take out", "", "", () -> EvidenceForm.remove(model, evidence)), "link"));
        acts.getStyleClass().add("line-acts");
        words.getChildren().add(standing);
        if (look != null) {
            var seen = new HBox(Icons.of(look.state().isAlarm() ? "fth-alert-triangle" : "fth-clock"), Words.wrapped("Looked at " + model.desk().times().at(look.at()) + ": " + look.words(), "small"));
            seen.getStyleClass().addAll("evidence-standing", look.isOpen() ? "moved" : "missing");
            words.getChildren().add(seen);
        }
        words.getChildren().add(acts);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words);
        line.getStyleClass().add("check");
        return line;
    }

    private static String host(String url) {
        return url.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/.*", "");
    }

    // ---- the form

    private void edit(@Nullable Evidence evidence) {
        var form = new EvidenceForm(model, work, elsewhere, evidence);
        var url = new TextField();
        url.textProperty().bindBidirectional(form.urlProperty());
        url.setPromptText("https://");
        var title = new TextField();
        title.textProperty().bindBidirectional(form.titleProperty());
        var passage = new WrappingArea();
        passage.textProperty().bindBidirectional(form.passageProperty());
        passage.setPromptText("The words quoted from it, as they stand there");
        var refuseFetch = new SimpleStringProperty();
        refuseFetch.bind(Bindings.when(form.busyProperty()).then("a copy is on its way").otherwise(""));
        var fetch = new CommandButton(new Command("Fetch and keep a copy", "fth-download", "", refuseFetch, form::fetch), "small");
        var copy = Words.wrapped("", "small", "muted");
        form.copyProperty().subscribe(words -> Words.set(copy, words));
        var trouble = new VBox();
        form.problemProperty().subscribe(notice -> trouble.getChildren().setAll(notice == null ? List.of() : List.of(MessageCard.of(notice))));
        var keep = new CommandButton(new Command(evidence == null ? "Add evidence" : "Keep", "", "", form.missingProperty(), () -> {
            if (form.keep()) {
                close();
            }
        }), "small");
        var never = new CommandButton(Command.always("Never mind", "", "Esc", this::close), "link");
        var acts = new HBox(keep, never);
        acts.getStyleClass().add("detail-acts");
        var box = new VBox(new Field("Address", url), new HBox(8, fetch), copy, trouble, new Field("Title", title), new Field("Kind", kinds(form)),
                new Field("Passage", passage), supports(form), acts);
        box.getStyleClass().add("evidence-form");
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        above.getChildren().setAll(box);
        applyCss();
        url.requestFocus();
    }

    private void close() {
        above.getChildren().setAll(new HBox(8, add, checkNow));
        add.requestFocus();
    }

    private static Node kinds(EvidenceForm form) {
        var group = new ToggleGroup();
        var line = new HBox();
        line.getStyleClass().addAll("segments", "bare");
        for (var kind : Evidence.Kind.values()) {
            var button = new ToggleButton(kind.words());
            button.setToggleGroup(group);
            button.setSelected(form.kindProperty().get() == kind);
            button.setOnAction(_ -> {
                button.setSelected(true);
                form.kindProperty().set(kind);
            });
            line.getChildren().add(button);
        }
        return line;
    }

    private Node supports(EvidenceForm form) {
        var sentence = new ComboBox<String>();
        sentence.getItems().setAll(form.sentences());
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.valueProperty().bindBidirectional(form.supportsProperty());
        sentence.setVisibleRowCount(12);
        sentence.setCellFactory(_ -> new SentenceCell());
        sentence.setButtonCell(new SentenceCell());
        var use = new CommandButton(Command.always("Use the words selected in the text", "", "", () -> {
            var words = selected.get().strip();
            if (!words.isEmpty()) {
                form.supportsProperty().set(words);
            }
        }), "link");
        return new VBox(4, new Field("Supports this sentence", sentence), use);
    }

    /// A sentence in one line: its beginning tells which it is, and nothing wraps.
    private static final class SentenceCell extends ListCell<String> {
        SentenceCell() {
            setPrefWidth(300);
        }

        @Override
        protected void updateItem(@Nullable String sentence, boolean empty) {
            super.updateItem(sentence, empty);
            setText(empty || sentence == null || sentence.isEmpty() ? "Choose a sentence of the text" : null);
            setGraphic(empty || sentence == null || sentence.isEmpty() ? null : Words.line(sentence));
        }
    }
}
