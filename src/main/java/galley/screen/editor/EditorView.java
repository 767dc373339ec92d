package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.CommandItem;
import galley.screen.common.CommentsPane;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.LanguageBox;
import galley.screen.common.MessageCard;
import galley.screen.common.NextAction;
import galley.screen.common.PersonMark;
import galley.screen.common.Place;
import galley.screen.common.ReasonLine;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.SignCard;
import galley.screen.common.SourceNewsCard;
import galley.screen.common.StateMark;
import galley.screen.common.StepsBar;
import galley.screen.common.TabStrip;
import galley.screen.common.Words;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.signoff.Status;
import galley.story.Anchor;
import galley.story.Correction;
import galley.story.StoryText;
import galley.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The screen on which a story is written: steps and next act on top, the page's claims on the left, the text in the middle, source,
/// history and checks on the right. In a narrow window the claims go among the tabs.
public final class EditorView implements Screen {

    /// Below this width the text needs the room of the claims.
    private static final double ROOM_FOR_CLAIMS = 1200;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final int WORDS_A_MINUTE = 230;

    private final EditorViewModel model;
    private final ProseMirrorEditor editor;
    private final DetailsPane details;
    private final ChecksPane checks;
    private final CommentsPane comments;
    private final SourcePane source;
    private final HistoryPane history;
    private final EvidencePane evidence;
    private final PicturesPane pictures;
    private final Command addEvidence;
    private final StringProperty title = new SimpleStringProperty("Story");
    private final StringProperty maySign = new SimpleStringProperty("");
    private final StringProperty mayExport = new SimpleStringProperty("");
    private final StringProperty mayCorrect = new SimpleStringProperty("");
    private final StringProperty mayReview = new SimpleStringProperty("");
    private final StringProperty maySettle = new SimpleStringProperty("nothing to settle");
    private final Command back;
    private final Command sign;
    private final Command settle;
    private final Command preview;
    private final Command revision;
    private final Command export;
    private final Command review;
    private final Command comment;
    private final Command correct;
    private final Command update;
    private final Command clarify;
    private @Nullable UUID story;
    private boolean signing;
    private boolean signCardAsks;
    private @Nullable SignCard signCard;
    private @Nullable OvertakenCard overtakenCard;
    private @Nullable SourceNewsCard newsCard;
    private @Nullable ReasonLine readersLine;
    private int settling;

    @FXML private BorderPane root;
    @FXML private HBox leaving;
    @FXML private StateMark mark;
    @FXML private Label slugline;
    @FXML private Label category;
    @FXML private HBox savedLine;
    @FXML private Label saved;
    @FXML private HBox tools;
    @FXML private MenuButton more;
    @FXML private StackPane who;
    @FXML private StepsBar steps;
    @FXML private NextAction next;
    @FXML private ScrollPane left;
    @FXML private VBox page;
    @FXML private VBox promises;
    @FXML private VBox detailsHost;
    @FXML private VBox ownWords;
    @FXML private ShareBar shares;
    @FXML private StackPane toolbar;
    @FXML private VBox asked;
    @FXML private StackPane surface;
    @FXML private Label count;
    @FXML private Label minutes;
    @FXML private Label revisionWords;
    @FXML private Label language;
    @FXML private TabStrip tabs;

    /// @param elsewhere brings pictures and documents
    public EditorView(EditorViewModel model, ProseMirrorEditor editor, Screens screens, Work work, Elsewhere elsewhere) {
        this.model = model;
        this.editor = editor;
        this.back = Command.always("Stories", "fth-arrow-left", "Esc", screens::back);
        this.sign = new Command("Sign “edited”", "fth-pen-tool", "Ctrl+Enter", maySign, this::askForSignature);
        this.settle = new Command("Next thing to settle", "fth-corner-down-right", "F8", maySettle, this::settleNext);
        this.preview = Command.always("Page preview", "fth-eye", "F9", () -> {
            keep();
            if (story != null) {
                screens.show(new Place.PageOf(story));
            }
        });
        this.revision = Command.always("Keep as a revision", "fth-git-commit", "Ctrl+S", model::saveRevision);
        this.export = new Command("Export story", "fth-upload", "", mayExport, model::export);
        // A bare R would be a letter of the text here.
        this.review = new Command("Review story", "fth-eye", "Ctrl+R", mayReview, () -> {
            keep();
            var id = story;
            model.kept(() -> screens.show(new Place.Review(id)));
        });
        this.correct = new Command("Correct what is published", "fth-edit-2", "", mayCorrect, () -> askReaders(Correction.Kind.CORRECTION, "What was wrong, in a sentence for readers.", "Print correction"));
        this.update = new Command("Print what is new in it", "fth-plus-circle", "", mayCorrect, () -> askReaders(Correction.Kind.UPDATE, "What is new, in a sentence for readers.", "Print update"));
        this.clarify = new Command("Clarify what is published", "fth-info", "", mayCorrect,
                () -> askReaders(Correction.Kind.CLARIFICATION, "What could be misread, in a sentence for readers.", "Print clarification"));
        this.details = new DetailsPane(model);
        this.checks = new ChecksPane(this::goTo, finding -> model.act("acknowledging a warning", (id, by) -> model.desk().flow().acknowledge(id, by, finding),
                _ -> model.say("fth-check", "The warning stands as seen by you")));
        this.source = new SourcePane(model);
        this.evidence = new EvidencePane(model, work, elsewhere, editor::selectedText);
        this.pictures = new PicturesPane(model, new PictureDesk(model, work, elsewhere), work);
        this.addEvidence = Command.always("Add evidence", "fth-file-text", "", () -> {
            tabs.shownProperty().set("Evidence");
            evidence.begin();
        });
        this.history = new HistoryPane(model, editor::insert);
        this.comments = new CommentsPane(model.margin());
        this.comment = Command.always("Comment on the selected words", "fth-message-square", "Ctrl+Alt+M", this::beginComment);
        comments.onBegin(this::beginComment);
        comments.onGoTo(anchor -> {
            editor.find(anchor.quote(), true);
            editor.findEnd();
            editor.focus();
        });
        Fxml.load(this, "Editor.fxml");
        leaving.getChildren().add(new CommandButton(back, "flat"));
        tools.getChildren().add(new CommandButton(preview));
        more.setOnShowing(_ -> more.getItems().setAll(List.of(new CommandItem(sign), new CommandItem(settle), new CommandItem(comment), new CommandItem(revision), new CommandItem(review), new CommandItem(export),
                new CommandItem(correct), new CommandItem(update), new CommandItem(clarify))));
        more.getItems().setAll(new CommandItem(sign));
        detailsHost.getChildren().add(details);
        toolbar.getChildren().add(new EditorToolbar(editor));
        surface.getChildren().add(editor.node());
        tabs.add("Checks", scrolled(new VBox(checks, ChecksPane.heading("Comments and suggestions", ""), comments)));
        tabs.add("Source", scrolled(source));
        tabs.add("Evidence", scrolled(evidence));
        tabs.add("Pictures", scrolled(pictures));
        tabs.add("History", scrolled(history));
        model.onOpened(this::opened);
        model.onWanted(this::keep);
        model.aroundProperty().subscribe(this::fill);
        model.problemProperty().subscribe(_ -> fillAsked());
        model.overtakenProperty().subscribe(_ -> fillAsked());
        model.desk().acting().personProperty().subscribe(person -> who.getChildren().setAll(new PersonMark(person.name(), PersonMark.Word.NONE).grown()));
        saved.textProperty().bind(model.savedProperty());
        asked.managedProperty().bind(Bindings.isNotEmpty(asked.getChildren()));
        saved.setMinWidth(Label.USE_PREF_SIZE);
        savedLine.visibleProperty().bind(saved.textProperty().isNotEmpty());
        editor.onChange(change -> {
            if (change.story().equals(model.story())) {
                model.changed(change.text().into(model.text()));
            }
        });
        editor.onSign(sign::run);
        editor.bodyWordsProperty().subscribe(words -> counted(words.intValue()));
        root.widthProperty().subscribe(width -> arrange(width.doubleValue()));
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
            readersLine = null;
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
        return List.of(back, sign, settle, preview, revision, review, export, correct, update, clarify, comment, addEvidence);
    }

    /// Gives everything typed to the store, to the last key.
    public void keep() {
        if (model.story() != null && model.story().equals(editor.storyProperty().get())) {
            model.changed(editor.flush().into(model.text()));
        }
    }

    private static ScrollPane scrolled(Node body) {
        var scroll = new ScrollPane(body);
        scroll.getStyleClass().add("tab-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    // ---- wide and narrow

    private void arrange(double width) {
        if (width == 0) {
            return;
        }
        boolean narrow = width < ROOM_FOR_CLAIMS;
        if (narrow == (root.getLeft() == null)) {
            return;
        }
        root.pseudoClassStateChanged(NARROW, narrow);
        if (narrow) {
            root.setLeft(null);
            left.setContent(null);
            tabs.add("Page", scrolled(page));
        } else {
            tabs.remove("Page");
            left.setContent(page);
            root.setLeft(left);
        }
    }

    // ---- filling

    private void opened(StoryText text) {
        editor.readOnlyProperty().set(false);
        editor.setLanguage(text.language());
        editor.open(Objects.requireNonNull(story), EditorText.of(text));
        settling = 0;
        editor.focus(text.headline().isBlank() ? EditorSelection.Part.HEADLINE : EditorSelection.Part.BODY);
    }

    private void fill(EditorViewModel.@Nullable Around now) {
        if (now == null) {
            return;
        }
        var text = now.file().text();
        Words.set(slugline, text.slugline().isEmpty() ? "No slugline yet" : text.slugline());
        mark.setMark(now.mark());
        Words.set(category, text.category());
        category.setVisible(!text.category().isEmpty());
        category.setManaged(!text.category().isEmpty());
        title.set(text.slugline().isEmpty() ? "Story" : text.slugline());
        steps.getSteps().setAll(now.steps());
        maySign.set(words(now.against()));
        mayExport.set(words(now.againstExport()));
        mayReview.set(now.againstReview());
        mayCorrect.set(now.againstCorrecting());
        maySettle.set(now.against().isEmpty() ? "nothing to settle" : "");
        promises.getChildren().setAll(now.promises().stream().map(EditorView::promise).toList());
        details.show(now);
        boolean measured = !now.versions().isEmpty() && !now.sentences().isEmpty();
        ownWords.setVisible(measured);
        ownWords.setManaged(measured);
        shares.show(now.sentences());
        checks.show(now);
        comments.show(now.file().margin(), text);
        source.show(now);
        history.show(now);
        evidence.show(now);
        pictures.show(now);
        tabs.count("Evidence", text.evidence().size(), "plain");
        tabs.count("Pictures", text.pictures().size(), "plain");
        tabs.count("Checks", now.waitsForSignature() ? now.against().size() : 0, "danger");
        language.setText(LanguageBox.name(text.language()));
        revisionWords.setText("Revision " + now.file().revisions().size() + (now.file().draft() == null ? "" : " and a draft"));
        fillAsked();
    }

    private static String words(List<Reason> reasons) {
        return String.join(" ", reasons.stream().map(Reason::words).toList());
    }

    private void counted(int words) {
        count.setText(words == 1 ? "1 word" : words + " words");
        int seconds = Math.round(words * 60f / WORDS_A_MINUTE);
        minutes.setText(seconds < 60 ? seconds + " s to read" : seconds / 60 + " min " + (seconds % 60 < 10 ? "0" : "") + seconds % 60 + " s to read");
    }

    private static Node promise(PagePromises.Promise promise) {
        var shape = promise.holds() ? Icons.of("fth-check") : Icons.of("fth-circle");
        shape.getStyleClass().addAll("promise-mark", promise.holds() ? "holds" : "missing");
        var words = new VBox(Words.wrapped(promise.words(), promise.holds() ? "strong" : "muted"), Words.wrapped(promise.detail(), "small", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(shape, words);
        line.getStyleClass().add("promise");
        line.setAccessibleText(promise.words() + (promise.holds() ? ", holds: " : ", missing: ") + promise.detail());
        return line;
    }

    // ---- what is asked and what comes next

    private void fillAsked() {
        var nodes = new ArrayList<Node>();
        var now = model.aroundProperty().get();
        var both = model.overtakenProperty().get();
        editor.readOnlyProperty().set(model.hasStopped());
        if (both != null) {
            keep();
            signing = false;
            nodes.add(overtaken(both));
            next.say("The text moved", "Choose which words stand; both are kept");
            show(nodes);
            return;
        }
        overtakenCard = null;
        var problem = model.problemProperty().get();
        if (problem != null) {
            var anew = Command.always("Open it anew", "fth-refresh-cw", "", () -> model.open(Objects.requireNonNull(story)));
            nodes.add(model.hasStopped() ? MessageCard.of(problem, anew) : MessageCard.of(problem));
        }
        if (now != null && !now.writing().isEmpty()) {
            nodes.add(new MessageCard(MessageCard.Weight.NOTE, "fth-user", "These are " + now.writing() + "'s words so far",
                    "When you type, they become a revision by " + now.writing() + " first; yours stay yours."));
        }
        if (now != null && !now.news().isEmpty()) {
            if (newsCard == null || !newsCard.news().equals(now.news())) {
                newsCard = new SourceNewsCard(now.news(), Command.always("I have seen it", "fth-check", "", model::noteSources));
            }
            nodes.add(newsCard);
        }
        if (now != null && readersLine != null) {
            nodes.add(readersLine);
        }
        if (now != null && signing) {
            nodes.add(signature());
            next.say("Read to the end, then sign", "Signing does not publish");
        } else if (now != null) {
            signCard = null;
            offer(now);
        }
        show(nodes);
    }

    /// A card that somebody is filling in stays what it is, with its letters and the keyboard in it.
    private void show(List<Node> nodes) {
        if (nodes.equals(asked.getChildren())) {
            return;
        }
        boolean hadKeyboard = isIn(asked, asked.getScene() == null ? null : asked.getScene().getFocusOwner());
        boolean fresh = signCard != null && !asked.getChildren().contains(signCard);
        asked.getChildren().setAll(nodes);
        if (signCard != null && (hadKeyboard || fresh)) {
            signCard.begin();
        } else if (overtakenCard != null) {
            overtakenCard.begin();
        } else if (hadKeyboard) {
            editor.focus();
        }
    }

    private static boolean isIn(Node parent, @Nullable Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (n == parent) {
                return true;
            }
        }
        return false;
    }

    private OvertakenCard overtaken(EditorViewModel.Overtaken both) {
        if (overtakenCard == null || overtakenCard.both() != both) {
            overtakenCard = new OvertakenCard(both, model::takeTheirs, model::putMine);
        }
        return overtakenCard;
    }

    private SignCard signature() {
        if (signCard == null || signCardAsks != model.needsPassphrase()) {
            var person = model.desk().acting().person();
            boolean asks = model.needsPassphrase();
            signCardAsks = asks;
            signCard = new SignCard(person.name(), (person.isSenior() ? "Senior editor" : "Editor") + "  ·  " + model.desk().times().at(model.desk().times().now()),
                    Meaning.EDITED.words(), "Sign “edited”", asks, passphrase -> model.sign(passphrase, asks, done -> {
                        signing = !done;
                        fillAsked();
                        if (signCard != null) {
                            signCard.again();
                        }
                    }), () -> {
                        signing = false;
                        fillAsked();
                        editor.focus();
                    });
        }
        return signCard;
    }

    private void offer(EditorViewModel.Around now) {
        int open = now.against().size();
        if (now.status() == Status.READY) {
            next.offer("Both have signed", "Exporting puts the page into the site", export);
        } else if (now.waitsForOurReview()) {
            next.offer("Ready for your review", "No words of yours are in it", review);
        } else if (now.status() == Status.AWAITING_REVIEW) {
            next.say("Signed; it waits for a review", now.againstReview());
        } else if (now.status() == Status.PUBLISHED) {
            next.say("On the site", "Change it, and both sign again");
        } else if (open == 0) {
            next.offer("Ready for your signature", "A later change of words ends it", sign);
        } else {
            next.offer(open == 1 ? "One thing to settle before you sign" : open + " things to settle before you sign", now.against().getFirst().words(),
                    new Command("Go to first", "", "F8", new SimpleStringProperty(""), this::settleNext));
        }
    }

    /// Asks what to say about the words that are selected; about the whole story when none are. What was typed is kept first, so that the
    /// comment points at words that are in the store.
    private void beginComment() {
        var words = editor.selectedText();
        var before = editor.beforeSelection();
        keep();
        model.kept(() -> {
            var anchor = Anchor.on(model.text(), words, before);
            if (anchor.isEmpty() && !words.isBlank()) {
                model.say("fth-message-square", "Choose words of one paragraph to comment on them");
                return;
            }
            tabs.shownProperty().set("Checks");
            comments.beginAbout(anchor.orElse(null));
        });
    }

    /// A word to readers about what changed since the last export.
    private void askReaders(Correction.Kind kind, String prompt, String act) {
        keep();
        readersLine = new ReasonLine(prompt, act, reason -> {
            readersLine = null;
            fillAsked();
            model.tellReaders(kind, reason);
        }, () -> {
            readersLine = null;
            fillAsked();
            editor.focus();
        });
        fillAsked();
        readersLine.begin();
    }

    private void askForSignature() {
        keep();
        model.kept(() -> {
            signing = true;
            fillAsked();
        });
    }

    // ---- settling

    private void settleNext() {
        var now = model.aroundProperty().get();
        if (now == null || now.against().isEmpty()) {
            return;
        }
        tabs.shownProperty().set("Checks");
        var reason = now.against().get(settling++ % now.against().size());
        if (!reason.place().isEmpty()) {
            goTo(reason.place());
        }
    }

    /// Leads to a place as reasons name it: a part of the text, or a tab.
    private void goTo(String place) {
        if (place.startsWith("preflight ")) {
            // A finding's name begins with what it is about: headline-long, picture-without-words.
            goTo(place.substring("preflight ".length()).replaceFirst("-.*", ""));
            return;
        }
        switch (place.split(" ")[0]) {
            case "slugline" -> editor.focus(EditorSelection.Part.SLUGLINE);
            case "headline" -> editor.focus(EditorSelection.Part.HEADLINE);
            case "standfirst" -> editor.focus(EditorSelection.Part.STANDFIRST);
            case "context" -> editor.focus(EditorSelection.Part.CONTEXT);
            case "picture" -> {
                tabs.shownProperty().set("Pictures");
                pictures.applyCss();
                pictures.focusAlt(place.matches("picture \\d+") ? Integer.parseInt(place.substring(8)) : 1);
            }
            case "evidence" -> tabs.shownProperty().set("Evidence");
            case "comment", "suggestion" -> tabs.shownProperty().set("Checks");
            case "draft" -> tabs.shownProperty().set("History");
            default -> editor.focus(EditorSelection.Part.BODY);
        }
    }
}
