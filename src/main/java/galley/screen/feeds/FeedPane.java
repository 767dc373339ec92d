package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.Fetches;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Field;
import galley.screen.common.Icons;
import galley.screen.common.SourceMark;
import galley.screen.common.Times;
import galley.screen.common.Words;
import galley.story.Rights;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The chosen feed: what is wrong and what to do, what it brought, how each attempt went, and how it is wanted.
final class FeedPane {

    private static final int ATTEMPTS = 12;
    private static final double WIDTH = 322;

    private final FeedsViewModel model;
    private final Times times;
    private boolean asksToRemove;
    private Fetches.@Nullable Row open;

    FeedPane(FeedsViewModel model, Times times) {
        this.model = model;
        this.times = times;
    }

    /// Another feed was chosen: nothing stands open.
    void begin() {
        asksToRemove = false;
        open = null;
    }

    Node of(FeedsViewModel.Detail detail) {
        return new VBox(head(detail.row().feed()), trouble(detail), came(detail.row()), attempts(detail), facts(detail));
    }

    private static Node head(Feed feed) {
        var names = new VBox(Words.wrapped(feed.title(), "feed-name"), Words.wrapped(FeedCells.address(feed.url()), "feed-address"));
        HBox.setHgrow(names, Priority.ALWAYS);
        var head = new HBox(new SourceMark(feed.source().isEmpty() ? FeedCells.address(feed.title()) : feed.source()), names);
        head.getStyleClass().addAll("feed-part", "head");
        return head;
    }

    private Node trouble(FeedsViewModel.Detail detail) {
        var row = detail.row();
        var feed = row.feed();
        var part = part();
        if (!row.doing().isEmpty() || row.state() != FeedRow.State.WELL) {
            var icon = Icons.of(row.state().icon());
            icon.getStyleClass().add(FeedCells.style(row.state()));
            var title = Words.wrapped(row.doing(), "trouble-title");
            HBox.setHgrow(title, Priority.ALWAYS);
            var what = new HBox(icon, title);
            what.getStyleClass().addAll("feed-trouble", FeedCells.style(row.state()));
            part.getChildren().add(what);
        }
        if (row.state() == FeedRow.State.FAILING) {
            part.getChildren().addAll(labelled("What is safe: ", detail.items() == 0 ? "other feeds are not held up." : "all " + detail.items() + " items it sent before. Other feeds are not held up."),
                    labelled("What you can do: ", lower(FeedRow.rest(String.valueOf(feed.problem())))));
        } else if (row.state() == FeedRow.State.IDLE) {
            part.getChildren().add(labelled("What you can do: ", "look at the outlet's page whether it still publishes there, or say below that its silence is usual."));
        }
        part.getChildren().add(acts(detail));
        if (asksToRemove) {
            part.getChildren().addAll(Words.wrapped("It is no longer pulled. The " + detail.items() + " items it brought stay, and do not come again if you add it back."),
                    new HBox(8, new CommandButton(Command.always("Remove feed", "", "", () -> {
                        asksToRemove = false;
                        model.remove(feed);
                    }), "danger small"), new CommandButton(Command.always("Keep it", "", "", () -> again(false)), "plain small")));
        }
        return part;
    }

    private Node acts(FeedsViewModel.Detail detail) {
        var feed = detail.row().feed();
        var acts = new FlowPane();
        acts.getStyleClass().add("feed-acts");
        boolean wantsSignIn = feed.problem() != null && feed.problem().contains("(401)");
        var pull = new Command(feed.problem() != null ? "Try now" : "Pull now", "fth-refresh-cw", "", model.mayPullProperty(), () -> model.pull(List.of(feed)));
        if (wantsSignIn) {
            acts.getChildren().add(new CommandButton(Command.always("Set sign-in", "fth-key", "", () -> model.edit(feed)), "accent"));
        }
        acts.getChildren().addAll(new CommandButton(pull, !wantsSignIn && detail.row().state() == FeedRow.State.FAILING ? "accent" : "plain"),
                new CommandButton(feed.paused() ? Command.always("Pull again", "fth-play", "", () -> model.pause(feed, false))
                        : Command.always("Pause", "fth-pause", "", () -> model.pause(feed, true))),
                new CommandButton(Command.always("Edit", "fth-edit-2", "", () -> model.edit(feed))),
                new CommandButton(Command.always("Remove", "fth-trash-2", "", () -> again(true))));
        return acts;
    }

    private void again(boolean asks) {
        asksToRemove = asks;
        model.refresh();
    }

    private Node came(FeedRow row) {
        var part = part(section("Items an hour, last 24 hours"));
        var spark = new Sparkline(WIDTH, 26);
        spark.show(row.fresh(), row.failed(), row.today() + " new in the last 24 hours");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var scale = new HBox(new Label(times.at(times.now().minus(Duration.ofHours(FeedRow.HOURS)))), gap, new Label("now"));
        scale.getStyleClass().add("feed-times");
        part.getChildren().addAll(spark, scale);
        return part;
    }

    private Node attempts(FeedsViewModel.Detail detail) {
        var part = part(section("Attempts"));
        if (detail.attempts().isEmpty()) {
            part.getChildren().add(Words.wrapped("None yet.", "feed-address"));
        }
        detail.attempts().stream().limit(ATTEMPTS).forEach(attempt -> part.getChildren().addAll(attempt(attempt)));
        return part;
    }

    private List<Node> attempt(Fetches.Row attempt) {
        var fetch = attempt.last();
        boolean failed = fetch.problem() != null;
        var icon = Icons.of(failed ? "fth-x" : "fth-check");
        icon.getStyleClass().add(failed ? "failing" : "well");
        var words = failed ? FeedRow.firstSentence(fetch.words()) : fetch.words() + (fetch.bytes() > 0 ? ", " + size(fetch.bytes()) : "") + " in " + seconds(fetch.took());
        var told = Words.wrapped(words + (attempt.times() > 1 ? " · " + attempt.times() + " times since " + times.at(attempt.since()) : ""));
        HBox.setHgrow(told, Priority.ALWAYS);
        boolean isOpen = attempt.equals(open);
        var more = new CommandButton(Command.always(isOpen ? "Less" : "Details", "", "", () -> {
            open = isOpen ? null : attempt;
            model.refresh();
        }), "link");
        var line = new HBox(new Label(times.at(fetch.at())), icon, told, more);
        line.getStyleClass().add("attempt");
        return isOpen ? List.of(line, details(attempt)) : List.of(line);
    }

    private Node details(Fetches.Row attempt) {
        var fetch = attempt.last();
        var headers = fetch.headers().entrySet().stream().map(header -> header.getKey() + ": " + String.join(", ", header.getValue())).collect(Collectors.joining("\n"));
        var words = new Label((fetch.status() == 0 ? "No answer" : "Status " + fetch.status()) + (headers.isEmpty() ? "" : "\n" + headers)
                + (fetch.rawHash() == null ? "" : "\nSHA-256 " + fetch.rawHash()));
        words.setWrapText(true);
        words.getStyleClass().add("attempt-headers");
        var box = new VBox(4, words);
        if (attempt.rawKept()) {
            box.getChildren().add(new CommandButton(Command.always("Save the document as it came", "fth-download", "", () -> save(box, attempt)), "small plain"));
        }
        return box;
    }

    private void save(Node at, Fetches.Row attempt) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("feed-" + String.valueOf(attempt.last().rawHash()).substring(0, 12) + ".xml");
        var file = chooser.showSaveDialog(at.getScene().getWindow());
        if (file != null) {
            model.saveDocument(attempt, file.toPath());
        }
    }

    private Node facts(FeedsViewModel.Detail detail) {
        var feed = detail.row().feed();
        var facts = new GridPane();
        facts.getStyleClass().add("facts-grid");
        var pace = feed.health().rhythm().pace();
        fact(facts, "Items", String.valueOf(detail.items()));
        fact(facts, "Checked", feed.wishes().every() != null ? "every " + FeedRow.words(feed.wishes().every()) : "as it brings something" + (pace == null ? "" : ", now every " + FeedRow.words(pace)));
        fact(facts, "Next check", detail.row().next());
        fact(facts, "Category", feed.category().isEmpty() ? "as the feed says" : feed.category());
        fact(facts, "Folder", feed.folder().isEmpty() ? "none" : feed.folder());
        fact(facts, "Rights", rights(feed.rights()));
        if (detail.terms().excerpt() > 0) {
            fact(facts, "Excerpt", "at most " + detail.terms().excerpt() + " of its own words in a story");
        }
        if (!detail.terms().credit().isEmpty()) {
            fact(facts, "Credit line", detail.terms().credit());
        }
        if (!detail.terms().licence().isEmpty()) {
            fact(facts, "Licence", detail.terms().licence());
        }
        fact(facts, "Full text", feed.wishes().fullText() == Feed.FullText.WHEN_SHORT ? "fetched when an item is short" : "fetched when you ask");
        fact(facts, "Sign-in", detail.hasLogin() ? "kept on this machine" : "none");
        fact(facts, "Say so when idle", feed.wishes().idleAfter() == null ? "when it is unusual" : "after " + FeedRow.words(feed.wishes().idleAfter()));
        var part = part(section("Settings"));
        part.getChildren().add(facts);
        return part;
    }

    private static void fact(GridPane facts, String name, String words) {
        var label = new Label(name);
        label.getStyleClass().add("fact-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var value = new Label(words);
        value.setWrapText(true);
        value.getStyleClass().add("fact-value");
        facts.addRow(facts.getRowCount(), label, value);
    }

    static String rights(Rights rights) {
        return switch (rights) {
            case UNSTATED -> "not written down";
            case FULL_TEXT -> "full text may be printed";
            case REWORK -> "reworked text may be printed";
            case NONE -> "nothing may be printed";
        };
    }

    // ---- editing

    Node form(FeedDraft draft) {
        var form = new VBox();
        form.getStyleClass().add("feed-form");
        var password = new PasswordField();
        password.textProperty().bindBidirectional(draft.passwordProperty());
        var excerpt = field("Most of the wire's own words in a story", draft.excerptProperty());
        excerpt.setRemark("Empty for no limit. A story with more is not exported.");
        excerpt.problemProperty().bind(draft.excerptProblemProperty());
        var credit = field("Credit line", draft.creditProperty());
        credit.setRemark("How the outlet wants to be named on the page; empty for its printed name.");
        var licence = field("Licence, a name or an address", draft.licenceProperty());
        licence.setRemark("Editors see it beside the story.");
        var fullText = new CheckBox("Fetch the article when an item carries only a summary");
        fullText.selectedProperty().bindBidirectional(draft.fullTextProperty());
        fullText.setWrapText(true);
        form.getChildren().addAll(section("Edit feed"), field("Printed name of the source", draft.sourceProperty()), field("Category for items that bring none", draft.categoryProperty()),
                field("Folder, levels divided by /", draft.folderProperty()), choice("Rights", List.of(Rights.values()), draft.rightsProperty(), FeedPane::rights), excerpt, credit, licence,
                choice("Check", FeedDraft.EVERY, draft.everyProperty(), FeedDraft.Choice::words), choice("Say so when it is idle", FeedDraft.IDLE, draft.idleProperty(), FeedDraft.Choice::words),
                fullText, field("Name for its sign-in", draft.nameProperty()), new Field("Password, kept on this machine only", password),
                new HBox(8, new CommandButton(Command.always("Keep changes", "", "", model::keepEdit), "accent"), new CommandButton(Command.always("Cancel", "", "", model::dropEdit))));
        var part = part(form);
        return new VBox(head(draft.feed), part);
    }

    private static Field field(String name, javafx.beans.property.StringProperty value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return new Field(name, field);
    }

    private static <T> Field choice(String name, List<T> choices, javafx.beans.property.ObjectProperty<T> value, java.util.function.Function<T, String> words) {
        var box = new ComboBox<T>();
        box.getItems().setAll(choices);
        if (value.get() != null && !choices.contains(value.get())) {
            box.getItems().add(value.get());
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : words.apply(one);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        return new Field(name, box);
    }

    // ---- small parts

    private static VBox part(Node... children) {
        var part = new VBox(children);
        part.getStyleClass().add("feed-part");
        return part;
    }

    private static Node section(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-label");
        return label;
    }

    private static Node labelled(String name, String words) {
        var flow = Words.flow();
        Words.add(flow, name, "strong");
        Words.add(flow, words);
        return flow;
    }

    private static String lower(String sentence) {
        return sentence.isEmpty() ? "nothing; it is asked again later." : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    static String size(long bytes) {
        return bytes < 1000 ? bytes + " bytes" : bytes < 1_000_000 ? bytes / 1000 + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0.1, took.toMillis() / 1000.0));
    }
}
