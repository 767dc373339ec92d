package galley.screen.stories;

import galley.notice.Notice;
import galley.screen.common.ChangedText;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.CommandItem;
import galley.screen.common.EmptyState;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.NextAction;
import galley.screen.common.ReasonLine;
import galley.screen.common.SignCard;
import galley.screen.common.SourceNewsCard;
import galley.screen.common.StateMark;
import galley.screen.common.StepsBar;
import galley.screen.common.Words;
import galley.signoff.Meaning;
import galley.story.ReadingText.Kind;
import galley.story.ReadingText.Paragraph;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Shows one story: where it stands, what comes next, its text, and what else can be done.
public final class ReadingPane extends VBox {

    private static final double ROOM_FOR_KEYS = 425;
    private static final int TOUCHED_SHOWN = 5;
    private static final double TOUCHED_LINE = 22;

    private final StepsBar steps = new StepsBar();
    private final NextAction next = new NextAction();
    private final VBox asked = new VBox();
    private final VBox stands = new VBox();
    private final VBox page = new VBox();
    private final ScrollPane scroll = new ScrollPane(page);
    private final HBox acts = new HBox();
    private final StackPane nothing = new StackPane(new EmptyState("fth-book-open", "Nothing chosen", "Choose a story to read it here."));
    private StoriesViewModel model;
    private BulkPane several;
    private Runnable home = () -> { };
    private boolean tight;

    public ReadingPane() {
        getStyleClass().add("reading-pane");
        asked.getStyleClass().add("asked");
        stands.getStyleClass().add("stands");
        page.getStyleClass().add("page");
        acts.getStyleClass().add("acts");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        setMinWidth(360);
    }

    /// Shows this model's reading from now on.
    ///
    /// @param home takes the keyboard back when nothing is asked any more
    void show(StoriesViewModel model, Runnable home) {
        this.model = model;
        this.home = home;
        widthProperty().subscribe(width -> {
            boolean now = width.doubleValue() > 0 && width.doubleValue() < ROOM_FOR_KEYS;
            if (now != tight) {
                tight = now;
                if (model.readingProperty().get() != null) {
                    fillActs(model.readingProperty().get());
                }
            }
        });
        several = new BulkPane(model.bulk());
        model.readingProperty().subscribe(this::fill);
        model.bulk().chosenProperty().addListener((_, before, now) -> {
            if ((before.size() > 1) != (now.size() > 1)) {
                fill(model.readingProperty().get());
            }
        });
        model.comparingProperty().addListener((_, _, _) -> fill(model.readingProperty().get()));
        model.askedProperty().addListener((_, _, _) -> fillAsked());
        model.refusedProperty().addListener((_, _, _) -> fillAsked());
    }

    private void fill(@Nullable Reading reading) {
        if (model.bulk().isSeveral()) {
            getChildren().setAll(several);
            return;
        }
        if (reading == null) {
            var rows = model.rowsProperty().get();
            getChildren().setAll(nothing);
            nothing.setVisible(rows != null && !rows.isEmpty());
            return;
        }
        steps.getSteps().setAll(reading.steps());
        stands.getChildren().setAll(reading.stands().stream().map(ReadingPane::stand).toList());
        if (!reading.news().isEmpty()) {
            stands.getChildren().add(new SourceNewsCard(reading.news(), model.noteSource()));
        }
        fillActs(reading);
        page.getChildren().setAll(text(reading));
        scroll.setVvalue(0);
        fillAsked();
    }

    private static Node stand(Reading.Stand stand) {
        var line = new HBox(new StateMark(stand.mark()), Words.wrapped(stand.words(), "stand-words"));
        HBox.setHgrow(line.getChildren().getLast(), Priority.ALWAYS);
        line.getStyleClass().add("stand");
        return line;
    }

    private void fillActs(Reading reading) {
        acts.getChildren().setAll(model.besides(reading).stream().map(this::button).toList());
        if (!model.rarer(reading).isEmpty()) {
            acts.getChildren().add(more(reading));
        }
    }

    /// In a tight pane the keys give way to the words.
    private Node button(Command command) {
        var face = tight ? new Command(command.words(), command.icon(), "", command.refusal(), command::run) : command;
        return new CommandButton(command.words().replace(" story", "").replace("Page preview", "Preview"), face, "flat");
    }

    private MenuButton more(Reading reading) {
        var more = new MenuButton("", Icons.of("fth-more-horizontal"));
        more.getStyleClass().add("flat");
        more.setAccessibleText("More");
        model.rarer(reading).forEach(command -> more.getItems().add(new CommandItem(command)));
        return more;
    }

    // ---- what is asked

    private void fillAsked() {
        var reading = model.readingProperty().get();
        if (reading == null || model.bulk().isSeveral()) {
            return;
        }
        var asking = model.askedProperty().get();
        var refused = model.refusedProperty().get();
        boolean hadFocus = getScene() != null && isIn(getScene().getFocusOwner());
        Runnable focus = hadFocus && asking == null ? home : () -> { };
        asked.getChildren().clear();
        if (refused != null) {
            asked.getChildren().add(refusal(refused));
        }
        switch (asking) {
            case null -> offer(reading.next());
            case StoriesViewModel.Asked.ForReason reason -> {
                next.say(reading.next().says(), reading.next().detail());
                if (!reason.touches().isEmpty()) {
                    asked.getChildren().add(touches(reason.touches()));
                }
                var line = new ReasonLine(reason.prompt(), reason.act(), reason.then(), model::neverMind);
                asked.getChildren().add(line);
                focus = line::begin;
            }
            case StoriesViewModel.Asked.ForSignature signature -> {
                next.say("Read to the end, then sign", "Signing does not publish");
                var card = card(signature);
                asked.getChildren().add(card);
                focus = card::begin;
            }
        }
        getChildren().setAll(steps, next);
        if (!asked.getChildren().isEmpty()) {
            getChildren().add(asked);
        }
        if (!stands.getChildren().isEmpty()) {
            getChildren().add(stands);
        }
        getChildren().addAll(scroll, acts);
        focus.run();
    }

    /// The files of the site that an act would change.
    private static Node touches(List<String> files) {
        var list = new VBox();
        files.forEach(file -> list.getChildren().add(Words.line(file, "touched-file")));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("touched-files");
        scroll.setMinViewportHeight(Math.min(files.size(), TOUCHED_SHOWN) * TOUCHED_LINE);
        scroll.setAccessibleText("Files of the site that change or go");
        return new VBox(6, Words.wrapped("It changes or takes away " + (files.size() == 1 ? "1 file" : "%,d files".formatted(files.size())) + " of the site at the next export:",
                "stand-words"), scroll);
    }

    private boolean isIn(@Nullable Node focus) {
        for (var node = focus; node != null; node = node.getParent()) {
            if (node == asked) {
                return true;
            }
        }
        return false;
    }

    private void offer(Reading.Next what) {
        next.offer(what.says(), what.detail(), model.command(what.act()));
    }

    private static MessageCard refusal(Notice notice) {
        return new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", notice.happened(), (notice.safe() + " " + notice.todo()).strip());
    }

    private SignCard card(StoriesViewModel.Asked.ForSignature asking) {
        var who = asking.by();
        var role = (who.isSenior() ? "Senior editor" : "Editor") + "  ·  " + model.times().at(model.times().now());
        var signs = asking.meaning() == Meaning.EDITED ? "Sign “edited”" : "Sign “reviewed”";
        return new SignCard(who.name(), role, asking.meaning().words(), signs, asking.passphrase(),
                passphrase -> model.sign(asking, passphrase), model::neverMind);
    }

    // ---- the text

    private List<Node> text(Reading reading) {
        var nodes = new ArrayList<Node>();
        var kicker = new HBox();
        kicker.getStyleClass().add("kicker");
        for (var part : reading.kicker()) {
            if (!kicker.getChildren().isEmpty()) {
                kicker.getChildren().add(new Label("·"));
            }
            kicker.getChildren().add(new Label(part));
        }
        nodes.add(kicker);
        boolean compares = !reading.sinceWire().isEmpty();
        boolean changes = compares && model.comparingProperty().get();
        if (compares) {
            kicker.getChildren().addAll(gap(), since(changes));
        }
        if (changes) {
            nodes.add(new VBox(12, ChangedText.changesOnly(reading.sinceWire()).toArray(Node[]::new)));
            return nodes;
        }
        nodes.add(Words.wrapped(reading.headline().isEmpty() ? "No headline yet" : reading.headline(), "serif-strong", "page-headline"));
        if (!reading.standfirst().isEmpty()) {
            nodes.add(Words.wrapped(reading.standfirst(), "serif", "page-standfirst"));
        }
        var facts = new HBox();
        facts.getStyleClass().add("facts");
        reading.facts().forEach(fact -> facts.getChildren().add(new Label(fact)));
        nodes.add(facts);
        var body = new VBox();
        body.getStyleClass().add("body");
        reading.paragraphs().forEach(paragraph -> body.getChildren().add(paragraph(paragraph)));
        nodes.add(body);
        return nodes;
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// Turns the text over to what changed in it, and back.
    private ToggleButton since(boolean changes) {
        var turn = new ToggleButton("Changed since the wire");
        turn.getStyleClass().add("since-wire");
        turn.setSelected(changes);
        turn.setTooltip(new Tooltip("D"));
        turn.setOnAction(_ -> {
            model.comparingProperty().set(turn.isSelected());
            home.run();
        });
        return turn;
    }

    private static Node paragraph(Paragraph paragraph) {
        var flow = switch (paragraph.kind()) {
            case HEADING -> flow(paragraph, "serif-strong", "body-heading");
            case SUBHEADING -> flow(paragraph, "serif-strong", "body-subheading");
            case QUOTE -> flow(paragraph, "serif", "body-text", "body-quote");
            case PARAGRAPH, BULLET, NUMBER -> flow(paragraph, "serif", "body-text");
        };
        if (paragraph.kind() != Kind.BULLET && paragraph.kind() != Kind.NUMBER) {
            return flow;
        }
        var marker = new Label(paragraph.kind() == Kind.BULLET ? "•" : paragraph.number() + ".");
        marker.getStyleClass().addAll("marker", "serif");
        var item = new HBox(marker, flow);
        item.getStyleClass().add("body-item");
        HBox.setHgrow(flow, Priority.ALWAYS);
        return item;
    }

    private static TextFlow flow(Paragraph paragraph, String... styleClasses) {
        var flow = Words.flow(styleClasses);
        for (var run : paragraph.runs()) {
            var looks = new ArrayList<String>();
            if (run.strong()) {
                looks.add("serif-strong");
            }
            if (run.emphasis()) {
                looks.add("run-emphasis");
            }
            if (!run.link().isEmpty()) {
                looks.add("run-link");
            }
            Words.add(flow, run.text(), looks.toArray(String[]::new));
        }
        Words.turn(flow, paragraph.text());
        return flow;
    }
}
