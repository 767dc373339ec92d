package galley.screen.editor;

import galley.screen.common.AuditWords;
import galley.screen.common.ChangedText;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Words;
import galley.signoff.StoryFile;
import galley.story.Revision;
import galley.story.StoryText;
import galley.story.WordDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who did what to this story: signatures, what was sent back, every revision, and words that were kept aside.
final class HistoryPane extends VBox {

    private final EditorViewModel model;
    private final Consumer<String> insert;

    /// @param insert puts story markup at the cursor
    HistoryPane(EditorViewModel model, Consumer<String> insert) {
        this.model = model;
        this.insert = insert;
        getStyleClass().add("history-pane");
    }

    void show(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        var file = now.file();
        if (!now.aside().isEmpty()) {
            nodes.add(ChecksPane.heading("Kept aside", String.valueOf(now.aside().size())));
            for (var aside : now.aside()) {
                nodes.add(line("Words by " + name(aside.author()), at(aside.at()) + ". They did not go into the story.", List.of(
                        Command.always("Copy into the text", "", "", () -> insert.accept(aside.text().body()))), compared(file.text(), aside.text())));
            }
        }
        signatures(nodes, file);
        revisions(nodes, now);
        acts(nodes, now);
        getChildren().setAll(nodes);
    }

    private void signatures(List<Node> nodes, StoryFile file) {
        if (file.signOffs().isEmpty() && file.sentBack().isEmpty()) {
            return;
        }
        nodes.add(ChecksPane.heading("Signatures", String.valueOf(file.signOffs().size())));
        for (var back : file.sentBack().reversed()) {
            nodes.add(line("Sent back by " + name(back.by()) + (back.stands() ? "" : ", lifted"), at(back.at()) + ": “" + back.reason() + "”", List.of(), null));
        }
        for (var signOff : file.signOffs().reversed()) {
            nodes.add(line("“" + signOff.meaning().code() + "” by " + signOff.printedAs(), at(signOff.at()) + (signOff.covers(file.digest()) ? ", holds" : ", lapsed"),
                    List.of(), null));
        }
    }

    private void revisions(List<Node> nodes, EditorViewModel.Around now) {
        var file = now.file();
        var all = file.revisions();
        nodes.add(ChecksPane.heading("Revisions", String.valueOf(all.size())));
        if (file.draft() != null) {
            nodes.add(line("What is being typed", name(file.draft().author()) + ", " + at(file.draft().at()),
                    List.of(Command.always("Keep as a revision", "", "", model::saveRevision)), compared(file.head().text(), file.text())));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            var revision = all.get(i);
            boolean stands = i == all.size() - 1 && file.draft() == null;
            var acts = stands ? List.<Command>of() : List.of(Command.always("Put back", "", "", () -> model.putBack(revision.id())));
            nodes.add(line("Revision " + (i + 1) + why(revision), name(revision.author()) + ", " + at(revision.at()) + ", " + revision.text().wordCount() + " words",
                    acts, i == 0 ? null : compared(all.get(i - 1).text(), revision.text())));
        }
    }

    /// The story's lines of the audit log, the newest first.
    private void acts(List<Node> nodes, EditorViewModel.Around now) {
        var words = new AuditWords(model.desk().nameOf(), model.desk().times());
        nodes.add(ChecksPane.heading("Everything that was done", String.valueOf(now.acts().size())));
        for (var entry : now.acts().reversed()) {
            var said = Words.wrapped(words.who(entry) + " " + words.what(entry), "small");
            var line = new VBox(said, Words.line(at(entry.at()), "tiny", "muted"));
            line.getStyleClass().add("act-line");
            nodes.add(line);
        }
    }

    private static String why(Revision revision) {
        return switch (revision.why()) {
            case TAKEN -> ", as it was taken";
            case SAVED -> "";
            case SIGNED -> ", signed";
            case HANDED_OVER -> ", handed over";
            case RESTORED -> ", put back";
        };
    }

    /// What changed, made when somebody asks.
    private static java.util.function.Supplier<List<Node>> compared(StoryText before, StoryText now) {
        return () -> {
            var blocks = WordDiff.between(before, now);
            return WordDiff.isSame(blocks) ? List.of(Words.line("No word differs.", "muted", "small")) : ChangedText.changesOnly(blocks);
        };
    }

    private static Node line(String what, String detail, List<Command> acts, java.util.function.@org.jspecify.annotations.Nullable Supplier<List<Node>> difference) {
        var words = new VBox(Words.line(what, "strong"), Words.wrapped(detail, "small", "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var buttons = new HBox();
        buttons.getStyleClass().add("line-acts");
        var shown = new VBox();
        shown.getStyleClass().add("difference");
        if (difference != null) {
            buttons.getChildren().add(new CommandButton(Command.always("What changed", "", "", () -> {
                if (shown.getChildren().isEmpty()) {
                    shown.getChildren().setAll(difference.get());
                } else {
                    shown.getChildren().clear();
                }
            }), "link"));
        }
        acts.forEach(act -> buttons.getChildren().add(new CommandButton(act, "link")));
        if (!buttons.getChildren().isEmpty()) {
            words.getChildren().add(buttons);
        }
        var line = new VBox(words, shown);
        line.getStyleClass().add("history-line");
        return line;
    }

    private String name(java.util.UUID person) {
        return model.desk().nameOf().apply(person);
    }

    private String at(java.time.Instant time) {
        return model.desk().times().at(time);
    }
}
