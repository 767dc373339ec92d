package galley.screen.review;

import galley.publish.OwnWords;
import galley.screen.common.ChangedText;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.CommentsPane;
import galley.screen.common.EmptyState;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.NextAction;
import galley.screen.common.PersonMark;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.SignCard;
import galley.screen.common.SourceNewsCard;
import galley.screen.common.SourceMark;
import galley.screen.common.StateMark;
import galley.screen.common.StepsBar;
import galley.screen.common.TabStrip;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import galley.screen.editor.OverlapMap;
import galley.screen.editor.ShareBar;
import galley.screen.review.ReviewViewModel.Shown;
import galley.screen.review.ReviewViewModel.With;
import galley.signoff.Finding;
import galley.signoff.Margin;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.story.Anchor;
import galley.story.Evidence;
import galley.story.ReadingText;
import galley.story.StoryText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The screen on which a story is reviewed: the wire on the left, the text with every change in the middle, comments and the decision on
/// the right. Without a story it lists what waits and every open comment.
public final class ReviewView implements Screen {

    /// Below this width the wire goes among the tabs.
    private static final double ROOM_FOR_THE_WIRE = 1200;

    /// In a lower window the field for a reason opens when it is wanted.
    private static final double ROOM_FOR_A_REASON = 800;

    /// How the middle shows the text.
    private enum Way {
        READS("As it will read"), CHANGES("All changes"), WHOSE("Whose words");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private final ReviewViewModel model;
    private final Screens screens;
    private final CommentsPane comments;
    private final ReviewText reviewed;
    private final VBox evidence = new VBox();
    private final VBox checks = new VBox();
    private final VBox history = new VBox();
    private final StringProperty title = new SimpleStringProperty("Review");
    private final StringProperty mayNext = new SimpleStringProperty("");
    private final StringProperty mayMove = new SimpleStringProperty("");
    private final StringProperty mayReview = new SimpleStringProperty("");
    private final Command back;
    private final Command nextChange;
    private final Command nextStory;
    private final Command previousStory;
    private final Command preview;
    private final Command sign;
    private final CommandButton previewButton;
    private final Set<Integer> seen = new HashSet<>();
    private final ToggleGroup withGroup = new ToggleGroup();
    private With with = With.WIRE;
    private final OverlapMap overlap = new OverlapMap();
    private Way way = Way.CHANGES;
    private boolean narrow;
    private boolean writesReason;
    private int change = -1;
    private boolean toBegin;
    private @Nullable UUID story;
    private @Nullable SignCard card;
    private boolean cardAsks;
    private WrappingArea reason = new WrappingArea();

    @FXML private BorderPane root;
    @FXML private HBox leaving;
    @FXML private StateMark mark;
    @FXML private Label slugline;
    @FXML private Label category;
    @FXML private Label due;
    @FXML private Label placeInQueue;
    @FXML private HBox tools;
    @FXML private StackPane who;
    @FXML private HBox standing;
    @FXML private StepsBar steps;
    @FXML private NextAction next;
    @FXML private ScrollPane overviewScroll;
    @FXML private VBox overview;
    @FXML private VBox compared;
    @FXML private Label compareWith;
    @FXML private VBox news;
    @FXML private HBox withs;
    @FXML private HBox ways;
    @FXML private Label changeCount;
    @FXML private ShareBar shares;
    @FXML private ScrollPane wireScroll;
    @FXML private VBox wire;
    @FXML private ScrollPane textScroll;
    @FXML private VBox text;
    @FXML private VBox right;
    @FXML private TabStrip tabs;
    @FXML private VBox decision;

    public ReviewView(ReviewViewModel model, Screens screens) {
        this.model = model;
        this.screens = screens;
        this.comments = new CommentsPane(model.margin());
        this.reviewed = new ReviewText(this::chose);
        this.back = Command.always("Stories", "fth-arrow-left", "Esc", screens::back);
        this.nextChange = new Command("Next change", "", "F8", mayNext, this::toNextChange);
        this.nextStory = new Command("Next story that waits", "fth-chevron-down", "Alt+Down", mayMove, () -> model.move(1, this::open));
        this.previousStory = new Command("Story before that waits", "fth-chevron-up", "Alt+Up", mayMove, () -> model.move(-1, this::open));
        this.preview = Command.always("Page preview", "fth-eye", "F9", () -> {
            if (story != null) {
                screens.show(new Place.PageOf(story));
            }
        });
        this.sign = new Command("Sign “reviewed”", "fth-pen-tool", "Ctrl+Enter", mayReview, () -> {
            if (card != null) {
                card.begin();
            }
        });
        this.previewButton = new CommandButton(preview);
        Fxml.load(this, "Review.fxml");
        leaving.getChildren().add(new CommandButton(back, "flat"));
        tools.getChildren().addAll(new CommandButton("", previousStory, "icon-button"), new CommandButton("", nextStory, "icon-button"), previewButton);
        text.getChildren().add(reviewed);
        ways();
        tabs.add("Comments", scrolled(comments));
        tabs.add("Evidence", scrolled(evidence));
        tabs.add("Checks", scrolled(checks));
        tabs.add("History", scrolled(history));
        checks.getStyleClass().add("checks");
        evidence.getStyleClass().add("editor-tab");
        comments.onGoTo(this::goTo);
        textScroll.vvalueProperty().subscribe(_ -> model.afterAWhile(this::look));
        reviewed.needsLayoutProperty().subscribe(needs -> {
            if (!needs) {
                laidOut();
            }
        });
        model.shownProperty().subscribe(this::fill);
        model.overviewProperty().subscribe(_ -> fillOverview());
        model.problemProperty().subscribe(_ -> fillDecision());
        model.desk().acting().personProperty().subscribe(person -> who.getChildren().setAll(new PersonMark(person.name(), PersonMark.Word.NONE).grown()));
        root.widthProperty().subscribe(width -> arrange(width.doubleValue()));
        root.heightProperty().map(height -> height.doubleValue() < ROOM_FOR_A_REASON).subscribe(_ -> fillDecision());
        arrangeFor(null);
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
        if (place instanceof Place.Review review) {
            open(review.story());
        }
    }

    @Override
    public void focus() {
        reviewed.requestFocus();
    }

    @Override
    public List<Command> commands() {
        return List.of(back, nextChange, nextStory, previousStory, preview, sign);
    }

    private void open(@Nullable UUID wanted) {
        boolean other = wanted == null || !wanted.equals(story);
        story = wanted;
        if (other) {
            seen.clear();
            change = -1;
            toBegin = true;
            card = null;
            reason = new WrappingArea();
            writesReason = false;
            textScroll.setVvalue(0);
            wireScroll.setVvalue(0);
        }
        arrangeFor(wanted);
        model.open(wanted);
    }

    private void arrangeFor(@Nullable UUID wanted) {
        boolean one = wanted != null;
        for (var node : List.of(standing, compared, right, mark, category, due, previewButton)) {
            node.setVisible(one);
            node.setManaged(one);
        }
        overviewScroll.setVisible(!one);
        overviewScroll.setManaged(!one);
        title.set("Review");
        if (!one) {
            placeInQueue.setText("");
            Words.set(slugline, "Reviews and open comments");
            fillOverview();
        }
    }

    private static ScrollPane scrolled(Node body) {
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    // ---- wide and narrow

    private void arrange(double width) {
        if (width == 0 || (width < ROOM_FOR_THE_WIRE) == narrow) {
            return;
        }
        narrow = width < ROOM_FOR_THE_WIRE;
        compareWith.setVisible(!narrow);
        compareWith.setManaged(!narrow);
        changeCount.setVisible(!narrow);
        changeCount.setManaged(!narrow);
        if (narrow) {
            wireScroll.setContent(null);
            tabs.add("Wire", scrolled(wire));
        } else {
            tabs.remove("Wire");
            wireScroll.setContent(wire);
        }
        fill(model.shownProperty().get());
    }

    private void ways() {
        var group = new ToggleGroup();
        for (var way : Way.values()) {
            var button = new ToggleButton(way.words);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(way == this.way);
            button.setOnAction(_ -> {
                button.setSelected(true);
                this.way = way;
                fillText();
            });
            ways.getChildren().add(button);
        }
    }

    // ---- filling

    private void fill(@Nullable Shown now) {
        mayMove.set(now == null || now.waiting() > 1 || now.place() == 0 && now.waiting() > 0 ? "" : "no other story waits");
        if (now == null) {
            clear();
            return;
        }
        var words = now.file().text();
        mark.setVisible(true);
        Words.set(slugline, words.slugline().isEmpty() ? "No slugline yet" : words.slugline());
        title.set("Review " + words.slugline());
        mark.setMark(now.mark());
        Words.set(category, words.category());
        category.setVisible(!words.category().isEmpty());
        category.setManaged(!words.category().isEmpty());
        due.setText(now.assignment().map(a -> (a.priority() == galley.signoff.Assignment.Priority.NORMAL ? "" : a.priority().code() + " ")
                + (a.due() == null ? "" : "due " + model.desk().times().at(a.due()))).orElse("").strip());
        placeInQueue.setText(now.place() == 0 ? now.waiting() + " awaiting review" : now.place() + " of " + now.waiting() + " awaiting review");
        steps.getSteps().setAll(now.steps());
        if (seen.isEmpty() && change < 0) {
            with = now.usual();
        }
        withs(now);
        shares.show(now.sentences());
        shares.setVisible(!now.versions().isEmpty());
        fillNews(now);
        fillWire(now);
        fillText();
        comments.show(now.file().margin(), words);
        tabs.count("Comments", CommentsPane.open(now.file().margin()), "warning");
        fillEvidence(words.evidence());
        tabs.count("Evidence", words.evidence().size(), "");
        fillChecks(now);
        fillHistory(now);
        fillDecision();
    }

    private void fillNews(Shown now) {
        news.getChildren().setAll(now.news().isEmpty() ? List.of() : List.of(new SourceNewsCard(now.news(), Command.always("I have seen it", "fth-check", "", model::noteSources))));
    }

    /// While the next story is read nothing of the one before stays, least of all the form that would sign it.
    private void clear() {
        if (story == null) {
            return;
        }
        Words.set(slugline, "");
        for (var node : List.of(mark, category, shares)) {
            node.setVisible(false);
        }
        due.setText("");
        placeInQueue.setText("");
        steps.getSteps().clear();
        withs.getChildren().clear();
        changeCount.setText("");
        reviewed.show(List.of(), List.of(), true);
        text.getChildren().setAll(reviewed);
        for (var pane : List.of(wire, evidence, checks, history, decision, news)) {
            pane.getChildren().clear();
        }
        comments.show(Margin.EMPTY, StoryText.of("", ""));
        next.say("", "");
        card = null;
        mayReview.set("it is still being read");
        mayNext.set("it is still being read");
    }

    private void withs(Shown now) {
        withs.getChildren().clear();
        for (var comparison : now.comparisons()) {
            var button = new ToggleButton(comparison.with().words());
            button.setToggleGroup(withGroup);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(comparison.with() == with);
            button.setTooltip(new javafx.scene.control.Tooltip(comparison.detail()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                with = comparison.with();
                seen.clear();
                change = -1;
                fillText();
            });
            withs.getChildren().add(button);
        }
    }

    private void fillText() {
        var now = model.shownProperty().get();
        if (now == null) {
            return;
        }
        var comparison = now.with(with);
        boolean whose = way == Way.WHOSE;
        overlap.show(now.sentences());
        wireScroll.setVisible(!whose && !narrow && !now.versions().isEmpty());
        wireScroll.setManaged(wireScroll.isVisible());
        text.getChildren().setAll(textHead(now), whose ? overlap : reviewed);
        reviewed.show(comparison.blocks(), CommentsPane.marks(now.file().margin(), now.file().text()), way == Way.CHANGES);
        int changes = reviewed.changes().size();
        changeCount.setText(changes == 0 ? "no change" : changes == 1 ? "1 changed paragraph" : changes + " changed paragraphs");
        mayNext.set(changes == 0 ? "nothing changed" : "");
        fillNext(now, changes);
    }

    /// Only once the paragraphs stand where they belong can it be said which of them are on the screen.
    private void laidOut() {
        if (toBegin && !reviewed.changes().isEmpty()) {
            toBegin = false;
            // A small change after one's own approval is what the person came to see.
            if (with == With.MY_APPROVAL) {
                scrollTo(reviewed.changes().getFirst());
            }
        }
        model.afterAWhile(this::look);
    }

    private Node textHead(Shown now) {
        var file = now.file();
        var signed = file.edited();
        var name = new Label("Revision " + file.revisions().size() + (file.draft() == null ? "" : " and a draft"));
        name.getStyleClass().add("strong");
        name.setMinWidth(Label.USE_PREF_SIZE);
        var detail = Words.line(signed.map(s -> s.printedAs() + ", signed " + model.desk().times().at(s.at())).orElse("not signed as edited")
                + ", " + file.text().wordCount() + " words; compared with " + now.with(with).detail(), "small", "muted");
        var head = new HBox(name, detail);
        head.getStyleClass().add("column-head");
        return head;
    }

    private void fillWire(Shown now) {
        var nodes = new ArrayList<Node>();
        if (now.versions().isEmpty()) {
            nodes.add(new EmptyState("fth-file-text", "This story is our own", "It has no source on the wire."));
            wire.getChildren().setAll(nodes);
            return;
        }
        var item = now.versions().getLast();
        var source = now.file().text().source();
        var name = source == null ? "The wire" : source.name();
        var label = new Label(name);
        label.getStyleClass().add("strong");
        var head = new HBox(new SourceMark(name), label, Words.line("wire item, " + model.desk().times().at(item.fetched())
                + (now.versions().size() > 1 ? ", version " + item.version() : ""), "small", "muted"));
        head.getStyleClass().add("column-head");
        nodes.add(head);
        nodes.add(Words.wrapped(item.title(), "serif-strong", "wire-title"));
        ReadingText.of(item.fullestText()).forEach(p -> nodes.add(Words.wrapped(p.text(), "serif", "wire-paragraph")));
        wire.getChildren().setAll(nodes);
    }

    private void fillEvidence(List<Evidence> all) {
        if (all.isEmpty()) {
            evidence.getChildren().setAll(new EmptyState("fth-file-text", "No evidence", "The editor has tied no document to this story."));
            return;
        }
        var nodes = new ArrayList<Node>();
        for (var one : all) {
            var kind = one.kind().words() + (one.copyHash() == null ? ", no copy kept" : ", copy kept " + (one.fetchedAt() == null ? "" : model.desk().times().at(one.fetchedAt())));
            var card = new VBox(4, Words.wrapped(one.title(), "strong"), Words.wrapped(kind, "small", "muted"));
            if (!one.passage().isBlank()) {
                card.getChildren().add(Words.wrapped("“" + one.passage() + "”", "serif", "source-text"));
            }
            if (!one.supports().isBlank()) {
                card.getChildren().add(Words.wrapped("Supports: " + one.supports(), "small"));
                Anchor.on(model.shownProperty().get().file().text(), one.supports()).ifPresent(anchor -> card.getChildren().add(
                        new HBox(new CommandButton(Command.always("Show the sentence", "", "", () -> goTo(anchor)), "link"))));
            }
            nodes.add(card);
        }
        evidence.getChildren().setAll(nodes);
    }

    private void fillChecks(Shown now) {
        var nodes = new ArrayList<Node>();
        for (var finding : now.findings()) {
            nodes.add(finding(finding, now));
        }
        now.sentences().stream().filter(s -> s.kind() == OwnWords.Kind.VERBATIM).limit(20).forEach(s -> nodes.add(check("fth-square", "later",
                "Word for word from a source: “" + s.text() + "”", "")));
        if (nodes.isEmpty()) {
            nodes.add(check("fth-check", "passed", "Nothing was found.", ""));
        }
        checks.getChildren().setAll(nodes);
        tabs.count("Checks", (int) now.findings().stream().filter(f -> f.isError() || now.file().margin().acknowledged(f).isEmpty()).count(), "danger");
    }

    private Node finding(Finding finding, Shown now) {
        var seenBy = now.file().margin().acknowledged(finding);
        var line = check(finding.isError() ? "fth-alert-octagon" : "fth-alert-triangle", finding.isError() ? "error" : seenBy.isPresent() ? "passed" : "later", finding.words(),
                seenBy.map(a -> "Acknowledged by " + model.margin().nameOf(a.by()) + ", " + model.desk().times().at(a.at())).orElse(""));
        if (!finding.isError() && seenBy.isEmpty()) {
            ((VBox) line.getChildren().getLast()).getChildren().add(new CommandButton(Command.always("Let it stand", "", "",
                    () -> model.margin().acknowledge(finding.name())), "link"));
        }
        return line;
    }

    private static HBox check(String icon, String weight, String words, String detail) {
        var said = new VBox(Words.wrapped(words));
        if (!detail.isEmpty()) {
            said.getChildren().add(Words.wrapped(detail, "small", "muted"));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        var line = new HBox(Icons.of(icon), said);
        line.getStyleClass().addAll("check", weight);
        return line;
    }

    private void fillHistory(Shown now) {
        var file = now.file();
        var nodes = new ArrayList<Node>();
        for (var back : file.sentBack().reversed()) {
            nodes.add(event("Sent back by " + model.margin().name(back.by()) + (back.stands() ? "" : ", lifted"), model.desk().times().at(back.at()) + ": “" + back.reason() + "”"));
        }
        for (var signOff : file.signOffs().reversed()) {
            nodes.add(event("“" + signOff.meaning().code() + "” by " + signOff.printedAs(), model.desk().times().at(signOff.at()) + (signOff.covers(file.digest()) ? ", holds" : ", lapsed")));
        }
        for (int i = file.revisions().size() - 1; i >= 0; i--) {
            var revision = file.revisions().get(i);
            nodes.add(event("Revision " + (i + 1), model.margin().name(revision.author()) + ", " + model.desk().times().at(revision.at()) + ", " + revision.text().wordCount() + " words"));
        }
        history.getChildren().setAll(nodes);
    }

    private static Node event(String what, String detail) {
        var line = new VBox(Words.line(what, "strong"), Words.wrapped(detail, "small", "muted"));
        line.getStyleClass().add("history-line");
        return line;
    }

    // ---- reading on

    /// Notes which changes have been on the screen.
    private void look() {
        var now = model.shownProperty().get();
        if (now == null || textScroll.getContent() == null) {
            return;
        }
        double height = textScroll.getViewportBounds().getHeight();
        if (text.getHeight() == 0 || reviewed.isNeedsLayout()) {
            return;
        }
        // Layout bounds: what a region was given. Asking for more would set text whose lines have no width yet.
        var pane = textScroll.localToScene(textScroll.getLayoutBounds());
        double above = 0;
        var changes = reviewed.changes();
        for (int i = 0; i < changes.size() && height > 0; i++) {
            var bounds = changes.get(i).localToScene(changes.get(i).getLayoutBounds());
            if (i > 0 && bounds.getMinY() <= above) {
                // Paragraphs still lie over one another: nobody has read what has no place yet.
                break;
            }
            above = bounds.getMinY();
            // One has been seen once its end stood in the pane.
            if (bounds.getHeight() > 0 && bounds.getMaxY() <= pane.getMaxY() + 1 && bounds.getMaxY() > pane.getMinY()) {
                seen.add(i);
            }
        }
        fillNext(now, changes.size());
    }

    private void fillNext(Shown now, int changes) {
        var missing = now.against().stream().filter(r -> r.why() != Reason.Why.ALREADY_SIGNED).toList();
        int looked = (int) seen.stream().filter(i -> i < changes).count();
        var read = changes == 0 ? "No word differs from what it is compared with" : looked + " of " + changes + " changes seen";
        if (now.file().reviewed().isPresent()) {
            next.say("Reviewed", now.file().reviewed().get().printedAs() + ", " + model.desk().times().at(now.file().reviewed().get().at()));
        } else if (missing.isEmpty()) {
            next.offer(looked < changes ? "Read to the end, then sign below" : now.mine().isPresent() ? "One look, one key: sign below" : "Everything seen: sign below", read, nextChange, "plain");
        } else {
            next.offer(looked < changes ? "Read to the end" : "Not yet to be signed", missing.size() == 1 ? missing.getFirst().words() : missing.size() + " things stand against it", nextChange, "plain");
        }
    }

    private void toNextChange() {
        var changes = reviewed.changes();
        if (changes.isEmpty()) {
            return;
        }
        change = (change + 1) % changes.size();
        scrollTo(changes.get(change));
        seen.add(change);
        look();
    }

    private void scrollTo(Node node) {
        double height = textScroll.getViewportBounds().getHeight();
        double over = text.getHeight() - height;
        if (over > 0) {
            var bounds = text.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            textScroll.setVvalue(Math.clamp((bounds.getMinY() - height / 4) / over, 0, 1));
        }
    }

    private void goTo(Anchor anchor) {
        var now = model.shownProperty().get();
        if (now != null) {
            anchor.in(now.file().text()).ifPresent(span -> {
                var node = reviewed.nodeOf(span);
                if (node != null) {
                    scrollTo(node);
                    reviewed.point(span);
                }
            });
        }
    }

    private void chose(Anchor.Span span) {
        var now = model.shownProperty().get();
        if (now != null) {
            tabs.shownProperty().set("Comments");
            comments.beginAbout(Anchor.at(now.file().text(), span));
        }
    }

    // ---- deciding

    private void fillDecision() {
        var now = model.shownProperty().get();
        if (now == null) {
            return;
        }
        var nodes = new ArrayList<Node>();
        if (model.problemProperty().get() != null) {
            nodes.add(MessageCard.of(model.problemProperty().get()));
        }
        mayReview.set(String.join(" ", now.against().stream().map(Reason::words).toList()));
        if (now.file().reviewed().isEmpty()) {
            nodes.add(now.against().isEmpty() ? signCard() : refusal(now.against()));
        }
        if (now.againstLifting().isEmpty()) {
            nodes.add(lifting(now));
        } else if (now.file().changesWanted().isEmpty() && now.file().edited().isPresent()) {
            nodes.add(sendingBack(now));
        }
        var keyboard = decision.getScene() == null ? null : decision.getScene().getFocusOwner();
        boolean hadKeyboard = isIn(decision, keyboard);
        decision.getChildren().setAll(nodes);
        decision.setVisible(!nodes.isEmpty());
        decision.setManaged(!nodes.isEmpty());
        // What somebody is filling in keeps the keyboard.
        if (hadKeyboard && isIn(decision, keyboard)) {
            keyboard.requestFocus();
        } else if (hadKeyboard && card != null) {
            card.begin();
        } else if (hadKeyboard) {
            focus();
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

    private Node signCard() {
        boolean asks = model.needsPassphrase();
        if (card == null || cardAsks != asks) {
            var person = model.desk().acting().person();
            var signed = story;
            cardAsks = asks;
            card = new SignCard(person.name(), "Senior editor  ·  " + model.desk().times().at(model.desk().times().now()), Meaning.REVIEWED.words(), "Sign “reviewed”", asks,
                    passphrase -> model.sign(passphrase, asks, done -> {
                        if (!Objects.equals(signed, story)) {
                            return;
                        }
                        if (done) {
                            card = null;
                        }
                        fillDecision();
                        if (!done && card != null) {
                            card.again();
                        }
                    }), this::focus);
        }
        return card;
    }

    private Node refusal(List<Reason> against) {
        var title = new Label("Not yet to be signed");
        title.getStyleClass().add("strong");
        var reasons = new VBox();
        reasons.getStyleClass().add("reasons");
        against.stream().limit(4).forEach(r -> reasons.getChildren().add(Words.wrapped(r.words(), "small")));
        if (against.size() > 4) {
            reasons.getChildren().add(Words.line("and " + (against.size() - 4) + " more", "small", "muted"));
        }
        var shown = new VBox(title, reasons);
        shown.getStyleClass().addAll("decision-card", "refused");
        return shown;
    }

    private Node sendingBack(Shown now) {
        var editor = now.file().edited().map(s -> s.printedAs()).orElse("the editor");
        var title = new HBox(8, new StateMark(galley.screen.common.Mark.SENT_BACK), strong("Send back to " + editor));
        reason.setPromptText("What has to change, and why. A reason is needed.");
        reason.setAccessibleText("What has to change, and why");
        var refusal = new SimpleStringProperty();
        var standing = String.join(" ", now.againstSendingBack().stream().map(Reason::words).toList());
        refusal.bind(reason.textProperty().map(w -> !standing.isEmpty() ? standing : w.isBlank() ? "needs a reason" : ""));
        var send = new Command("Send back", "", "", refusal, () -> {
            model.sendBack(reason.getText());
            reason.clear();
        });
        if (root.getHeight() > 0 && root.getHeight() < ROOM_FOR_A_REASON && !writesReason) {
            var open = new Command("Send back", "", "", new SimpleStringProperty(standing), () -> {
                writesReason = true;
                fillDecision();
                reason.applyCss();
                reason.requestFocus();
            });
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            title.getChildren().addAll(gap, new CommandButton(open, "small"));
            title.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            var closed = new VBox(title);
            closed.getStyleClass().add("decision-card");
            return closed;
        }
        var foot = Words.line("Stays until you or another senior lifts it", "tiny", "muted");
        var acts = new HBox(10, new CommandButton(send, "small"), foot);
        acts.getStyleClass().add("comment-acts");
        var shown = new VBox(title, reason, acts);
        shown.getStyleClass().add("decision-card");
        return shown;
    }

    private Node lifting(Shown now) {
        var wanted = now.file().changesWanted().orElseThrow();
        var shown = new VBox(new HBox(8, new StateMark(galley.screen.common.Mark.SENT_BACK), strong(model.margin().name(wanted.by()) + " wants changes")),
                Words.wrapped("“" + wanted.reason() + "”"), new HBox(new CommandButton(Command.always("Lift “changes wanted”", "", "", model::lift), "small")));
        shown.getStyleClass().add("decision-card");
        return shown;
    }

    private static Label strong(String words) {
        return Words.line(words, "strong");
    }

    // ---- everything that waits

    private void fillOverview() {
        var all = model.overviewProperty().get();
        if (all == null || story != null) {
            return;
        }
        placeInQueue.setText(all.waiting().size() + " awaiting review");
        mayMove.set(all.waiting().isEmpty() ? "nothing waits" : "");
        var nodes = new ArrayList<Node>();
        nodes.add(heading("Awaiting review"));
        if (all.waiting().isEmpty()) {
            nodes.add(new EmptyState("fth-eye", "Nothing awaits review", "Edited stories come here."));
        }
        all.waiting().forEach(w -> nodes.add(waiting(w)));
        nodes.add(heading("Open comments and suggestions"));
        if (all.talks().isEmpty()) {
            nodes.add(new EmptyState("fth-message-square", "No open comment", "What is said in the margin of any story comes here until it is settled."));
        }
        all.talks().forEach(t -> nodes.add(talk(t)));
        overview.getChildren().setAll(nodes);
    }

    private static Label heading(String words) {
        var label = new Label(words);
        label.getStyleClass().add("overview-title");
        return label;
    }

    private Node waiting(ReviewViewModel.Waiting w) {
        var times = model.desk().times();
        var priority = new Label(w.published() ? "on the site" : w.priority() == galley.signoff.Assignment.Priority.NORMAL ? "" : w.priority().code());
        priority.getStyleClass().addAll("priority", w.published() ? "urgent" : w.priority().code());
        var headline = Words.line(w.headline(), "strong");
        var detail = Words.line(w.slugline() + "  ·  edited by " + w.editor() + (w.source().isEmpty() ? "" : "  ·  " + w.source()), "small", "muted");
        var middle = new VBox(2, headline, detail);
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        var face = new HBox(priority, middle);
        face.getStyleClass().add("waiting-face");
        if (w.open() > 0) {
            var open = new Label(w.open() + " open", Icons.of("fth-message-square"));
            open.getStyleClass().add("waiting-fact");
            open.setMinWidth(Label.USE_PREF_SIZE);
            face.getChildren().add(open);
        }
        if (w.due() != null) {
            var until = new Label("due " + times.at(w.due()));
            until.getStyleClass().add("waiting-fact");
            until.setMinWidth(Label.USE_PREF_SIZE);
            if (w.due().isBefore(times.now())) {
                until.getStyleClass().add("overdue");
            }
            face.getChildren().add(until);
        }
        var age = new Label(times.age(w.since()));
        age.getStyleClass().add("waiting-fact");
        age.setMinWidth(Label.USE_PREF_SIZE);
        face.getChildren().add(age);
        var row = new javafx.scene.control.Button();
        row.getStyleClass().add("waiting-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(w.headline() + ", edited by " + w.editor());
        face.prefWidthProperty().bind(row.widthProperty().subtract(28));
        row.setGraphic(face);
        row.setOnAction(_ -> screens.show(new Place.Review(w.story())));
        return row;
    }

    private Node talk(ReviewViewModel.Talk talk) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(10, Words.line(talk.headline(), "strong"), gap, new CommandButton(Command.always("Open", "", "", () -> screens.show(new Place.Review(talk.story()))), "link"));
        HBox.setHgrow(head.getChildren().getFirst(), Priority.SOMETIMES);
        var shown = new VBox(head);
        shown.getStyleClass().add("talk");
        talk.margin().openThreads().forEach(t -> {
            var anchor = t.first().anchor();
            var newest = t.answers().isEmpty() ? t.first() : t.answers().getLast();
            var about = anchor == null ? "" : "“" + anchor.quote() + "”" + (anchor.in(talk.text()).isEmpty() ? " (gone)" : "") + "  ";
            shown.getChildren().add(Words.wrapped(about + model.margin().name(newest.by()) + ": " + newest.words(), "small"));
        });
        talk.margin().openSuggestions().forEach(s -> shown.getChildren().add(Words.wrapped(model.margin().name(s.suggestion().by()) + " suggests “"
                + s.suggestion().becomes() + "” for “" + s.suggestion().anchor().quote() + "”", "small")));
        return shown;
    }
}
