package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Icons;
import galley.screen.common.Words;
import galley.signoff.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything that stands in the way of the signature and of the export, each with the way to the place it points at.
final class ChecksPane extends VBox {

    private final Consumer<String> goTo;
    private final Consumer<String> acknowledge;

    /// @param goTo leads to a place as reasons name it
    /// @param acknowledge lets a warning stand, by its name
    ChecksPane(Consumer<String> goTo, Consumer<String> acknowledge) {
        this.goTo = goTo;
        this.acknowledge = acknowledge;
        getStyleClass().add("checks");
    }

    void show(EditorViewModel.Around now) {
        var nodes = new ArrayList<Node>();
        var against = now.waitsForSignature() ? now.against() : List.<Reason>of();
        group(nodes, "Stops the signature", against, "fth-alert-octagon", "error");
        var later = now.againstExport().stream().filter(r -> against.stream().noneMatch(a -> a.why() == r.why())).toList();
        group(nodes, "Stops the export", later, "fth-clock", "later");
        if (now.waitsForSignature() && against.isEmpty()) {
            nodes.add(heading("Before “edited” is signed", ""));
            nodes.add(passed("Nothing stands in the way of the signature."));
        }
        if (now.againstExport().isEmpty()) {
            nodes.add(passed("Nothing stands in the way of the export."));
        }
        getChildren().setAll(nodes);
    }

    private void group(List<Node> nodes, String name, List<Reason> reasons, String icon, String weight) {
        if (!reasons.isEmpty()) {
            nodes.add(heading(name, String.valueOf(reasons.size())));
            reasons.forEach(reason -> nodes.add(check(reason, icon, weight)));
        }
    }

    static Node heading(String words, String count) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var heading = new HBox(new Label(words), gap, new Label(count));
        heading.getStyleClass().add("band");
        return heading;
    }

    private Node check(Reason reason, String icon, String weight) {
        var words = new VBox(Words.wrapped(reason.words(), "check-words"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var acts = new HBox();
        acts.getStyleClass().add("line-acts");
        if (!reason.place().isEmpty()) {
            acts.getChildren().add(new CommandButton(Command.always("Go there", "", "", () -> goTo.accept(reason.place())), "link"));
        }
        boolean warning = reason.why() == Reason.Why.PREFLIGHT_WARNING;
        if (warning && reason.place().startsWith("preflight ")) {
            acts.getChildren().add(new CommandButton(Command.always("Acknowledge", "", "", () -> acknowledge.accept(reason.place().substring(10))), "link"));
        }
        if (!acts.getChildren().isEmpty()) {
            words.getChildren().add(acts);
        }
        var line = new HBox(Icons.of(warning ? "fth-alert-triangle" : icon), words);
        line.getStyleClass().addAll("check", warning ? "later" : weight);
        return line;
    }

    private static Node passed(String words) {
        var line = new HBox(Icons.of("fth-check"), Words.wrapped(words, "muted"));
        line.getStyleClass().addAll("check", "passed");
        return line;
    }
}
