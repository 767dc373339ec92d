package galley.screen.common;

import galley.signoff.Comment;
import galley.signoff.Margin;
import galley.signoff.Settling;
import galley.story.Anchor;
import galley.story.StoryText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The margin of a story as a list: open comments and suggestions first, then what is settled. A comment whose words are gone says so.
public final class CommentsPane extends VBox {

    private final MarginModel model;
    private final VBox form = new VBox();
    private final VBox list = new VBox();
    private Margin margin = Margin.EMPTY;
    private StoryText text = StoryText.of("", "");
    private @Nullable UUID answering;
    private Runnable begin = () -> beginAbout(null);
    private Consumer<Anchor> goTo = anchor -> { };

    public CommentsPane(MarginModel model) {
        this.model = model;
        getStyleClass().add("comments-pane");
        form.getStyleClass().add("comment-form");
        getChildren().addAll(form, list);
        idle();
        model.problemProperty().subscribe(_ -> fill());
    }

    /// What the button above the list does: begins a comment on the whole story unless told otherwise.
    public void onBegin(Runnable begin) {
        this.begin = begin;
        idle();
    }

    /// Leads to the words that a comment is about.
    public void onGoTo(Consumer<Anchor> goTo) {
        this.goTo = goTo;
    }

    public void show(Margin margin, StoryText text) {
        this.margin = margin;
        this.text = text;
        fill();
    }

    // ---- saying something

    private void idle() {
        form.getChildren().setAll(new CommandButton(Command.always("Comment", "fth-message-square", "", begin), "small"));
    }

    /// Asks what to say about these words; null for the whole story.
    public void beginAbout(@Nullable Anchor anchor) {
        var words = new WrappingArea();
        words.setPromptText(anchor == null ? "What is to be said of the whole story" : "What is to be said of these words");
        words.setAccessibleText(words.getPromptText());
        words.setPrefRowCount(2);
        var empty = new SimpleStringProperty();
        empty.bind(words.textProperty().map(w -> w.isBlank() ? "say something first" : ""));
        var acts = new HBox(new CommandButton(new Command("Comment", "", "", empty, () -> {
            model.comment(anchor, words.getText());
            idle();
        }), "small"));
        if (anchor != null) {
            acts.getChildren().add(new CommandButton(Command.always("Suggest other words", "fth-edit-3", "", () -> beginSuggesting(anchor, words.getText())), "small"));
        }
        acts.getChildren().add(new CommandButton(Command.always("Never mind", "", "", this::idle), "link"));
        acts.getStyleClass().add("comment-acts");
        form.getChildren().setAll(about(anchor), words, acts);
        focus(words);
    }

    private void beginSuggesting(Anchor anchor, String reason) {
        var becomes = new TextField(anchor.quote());
        becomes.setAccessibleText("The new words");
        var why = new TextField(reason);
        why.setPromptText("Why (may be left out)");
        why.setAccessibleText("Why");
        var same = new SimpleStringProperty();
        same.bind(becomes.textProperty().map(w -> w.equals(anchor.quote()) ? "change the words first" : ""));
        var suggest = new Command("Suggest", "", "", same, () -> {
            model.suggest(anchor, becomes.getText(), why.getText());
            idle();
        });
        becomes.setOnAction(_ -> suggest.run());
        var acts = new HBox(new CommandButton(suggest, "small"), new CommandButton(Command.always("Never mind", "", "", this::idle), "link"));
        acts.getStyleClass().add("comment-acts");
        form.getChildren().setAll(about(anchor), becomes, why, acts);
        focus(becomes);
    }

    private static void focus(Node field) {
        field.applyCss();
        field.requestFocus();
    }

    private static Node about(@Nullable Anchor anchor) {
        return anchor == null ? Words.line("The whole story", "small", "muted") : quote(anchor);
    }

    private static Node quote(Anchor anchor) {
        return Words.wrapped("“" + anchor.quote() + "”", "serif", "comment-quote");
    }

    // ---- the list

    private void fill() {
        var nodes = new ArrayList<Node>();
        if (model.problemProperty().get() != null) {
            nodes.add(MessageCard.of(model.problemProperty().get()));
        }
        margin.openSuggestions().forEach(s -> nodes.add(suggestion(s)));
        margin.openThreads().forEach(t -> nodes.add(thread(t)));
        if (nodes.isEmpty() && margin.threads().isEmpty() && margin.suggestions().isEmpty()) {
            nodes.add(new EmptyState("fth-message-square", "No comments", "Mark words in the text to say something about them."));
        }
        margin.threads().reversed().stream().filter(t -> !t.isOpen()).forEach(t -> nodes.add(thread(t)));
        margin.suggestions().reversed().stream().filter(s -> !s.isOpen()).forEach(s -> nodes.add(suggestion(s)));
        list.getChildren().setAll(nodes);
    }

    private Node thread(Margin.Thread thread) {
        var card = card();
        head(card, thread.first().anchor());
        card.getChildren().add(said(thread.first()));
        thread.answers().forEach(answer -> card.getChildren().add(said(answer)));
        var id = thread.first().id();
        var acts = new HBox();
        acts.getStyleClass().add("comment-acts");
        if (thread.isOpen()) {
            if (id.equals(answering)) {
                card.getChildren().add(answer(id));
            } else {
                acts.getChildren().addAll(new CommandButton(Command.always("Answer", "", "", () -> {
                    answering = id;
                    fill();
                }), "link"), new CommandButton(Command.always("Resolve", "", "", () -> model.resolve(id)), "link"));
            }
        } else {
            acts.getChildren().addAll(settled("fth-check", "Resolved by ", thread.settled()), gap(),
                    new CommandButton(Command.always("Open again", "", "", () -> model.openAgain(id)), "link"));
        }
        if (!acts.getChildren().isEmpty()) {
            card.getChildren().add(acts);
        }
        return card;
    }

    private Node answer(UUID thread) {
        var words = new TextField();
        words.setPromptText("Answer");
        words.setAccessibleText("Answer");
        var empty = new SimpleStringProperty();
        empty.bind(words.textProperty().map(w -> w.isBlank() ? "say something first" : ""));
        var send = new Command("Answer", "", "", empty, () -> {
            answering = null;
            model.answer(thread, words.getText());
        });
        words.setOnAction(_ -> send.run());
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(words, new CommandButton(send, "small"));
        line.getStyleClass().add("comment-acts");
        words.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                focus(words);
            }
        });
        return line;
    }

    private Node suggestion(Margin.Suggested suggested) {
        var card = card();
        var suggestion = suggested.suggestion();
        var was = Words.wrapped(suggestion.anchor().quote(), "serif", "suggested-was");
        var becomes = Words.wrapped(suggestion.becomes().isEmpty() ? "(nothing)" : suggestion.becomes(), "serif", "suggested-becomes");
        card.getChildren().addAll(who(suggestion.by(), model.times().at(suggestion.at()) + ", suggests"), was, becomes);
        if (!suggestion.reason().isEmpty()) {
            card.getChildren().add(Words.wrapped(suggestion.reason(), "comment-words"));
        }
        var acts = new HBox();
        acts.getStyleClass().add("comment-acts");
        boolean gone = suggestion.anchor().in(text).isEmpty();
        if (suggested.isOpen()) {
            if (gone) {
                card.getChildren().add(orphan());
            }
            var refusal = new SimpleStringProperty(gone ? "its words are gone" : "");
            acts.getChildren().addAll(new CommandButton(new Command("Accept", "", "", refusal, () -> model.accept(suggestion.id())), "small"),
                    new CommandButton(Command.always("Reject", "", "", () -> model.reject(suggestion.id())), "small"), gap());
            if (!gone) {
                acts.getChildren().add(new CommandButton(Command.always("Show", "", "", () -> goTo.accept(suggestion.anchor())), "link"));
            }
        } else {
            boolean accepted = suggested.settled().how() == Settling.How.ACCEPTED;
            acts.getChildren().add(settled(accepted ? "fth-check" : "fth-x", accepted ? "Accepted by " : "Rejected by ", suggested.settled()));
        }
        card.getChildren().add(acts);
        return card;
    }

    private void head(VBox card, @Nullable Anchor anchor) {
        if (anchor == null) {
            card.getChildren().add(Words.line("The whole story", "small", "muted"));
            return;
        }
        boolean gone = anchor.in(text).isEmpty();
        var quote = quote(anchor);
        HBox.setHgrow(quote, Priority.ALWAYS);
        card.getChildren().add(gone ? quote : new HBox(8, quote, new CommandButton(Command.always("Show", "", "", () -> goTo.accept(anchor)), "link")));
        if (gone) {
            card.getChildren().add(orphan());
        }
    }

    private static Node orphan() {
        var line = new HBox(8, Icons.of("fth-alert-triangle"), Words.wrapped("These words are gone from the text.", "small"));
        line.getStyleClass().add("orphan");
        return line;
    }

    private Node said(Comment comment) {
        var words = new VBox(name(comment.by(), model.times().at(comment.at())), Words.wrapped(comment.words(), "comment-words"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(new PersonMark(model.name(comment.by()), PersonMark.Word.NONE), words);
        line.getStyleClass().add("comment-said");
        return line;
    }

    private Node who(UUID person, String detail) {
        var line = new HBox(new PersonMark(model.name(person), PersonMark.Word.NONE), name(person, detail));
        line.getStyleClass().add("comment-said");
        return line;
    }

    private Node name(UUID person, String detail) {
        var name = Words.line(model.name(person), "strong");
        name.setMinWidth(Label.USE_PREF_SIZE);
        var when = new Label(detail);
        when.getStyleClass().addAll("small", "muted");
        return new HBox(6, name, when);
    }

    private Node settled(String icon, String how, Settling settling) {
        var line = new HBox(6, Icons.of(icon), new Label(how + model.nameOf(settling.by()) + ", " + model.times().at(settling.at())));
        line.getStyleClass().add("comment-settled");
        return line;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static VBox card() {
        var card = new VBox();
        card.getStyleClass().add("comment-card");
        return card;
    }

    /// How many wait for an answer.
    public static int open(Margin margin) {
        return margin.openThreads().size() + margin.openSuggestions().size();
    }

    /// Where open comments and suggestions stand in a text, for marking them.
    public static List<Anchor.Span> marks(Margin margin, StoryText text) {
        var spans = new ArrayList<Anchor.Span>();
        margin.openThreads().stream().map(t -> t.first().anchor()).filter(java.util.Objects::nonNull).forEach(a -> a.in(text).ifPresent(spans::add));
        margin.openSuggestions().forEach(s -> s.suggestion().anchor().in(text).ifPresent(spans::add));
        return spans;
    }
}
