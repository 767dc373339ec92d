package galley.screen.common;

import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.Fx;
import galley.story.StoryText;
import galley.story.WordDiff;
import java.nio.file.Files;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of everything the screens are built from, to be looked at beside the reference.
@Tag("screens")
class KitPicturesTest {

    private static final String[] MEANINGS = {"nobody has taken it", "being written", "signed edited", "waits for review",
            "changes wanted", "both signed", "on the site", "fixed, and says so", "withdrawn", "dropped, can return",
            "waits for a person", "waits for a time", "words moved after"};

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theKitIsPictured(Theme.Choice choice) throws Exception {
        var scene = Fx.fx(() -> {
            var made = new Scene(kit(), 720, 1330);
            new Theme(choice).dress(made);
            return made;
        });
        Fx.pulse();
        var file = Fx.snapshot(scene, "kit-" + choice.name().toLowerCase());
        assertThat(Files.size(file)).isGreaterThan(20_000);
    }

    private static VBox kit() {
        var kit = new VBox(8, head("States: shape first, colour second, word always"), states(),
                head("Steps with a lapsed signature"), steps(),
                head("Buttons, fields, focus"), buttons(), smallThings(),
                head("Messages: what happened, what is safe, what you can do"), overtaken(), toast(),
                head("Next action"), nextAction(), nextRefused(),
                head("Empty"), empties(),
                head("What changed"), changes(),
                head("Wrapped words in every script"), Words.wrapped("إعادة فتح الميناء الشرقي أمام قوارب الصيد صباح الخميس بعد يومين من العاصفة التي أغلقت المرفأ وأوقفت العبارات إلى الجزر"
                        + " حتى إشعار آخر", "plain"));
        kit.setPadding(new Insets(20, 26, 20, 26));
        return kit;
    }

    private static Node states() {
        var grid = new GridPane();
        grid.setHgap(20);
        grid.setVgap(8);
        int i = 0;
        for (var mark : Mark.values()) {
            var words = new VBox(text(mark.word(), "strong", "small"), text(MEANINGS[i], "tiny", "muted"));
            var state = new HBox(10, new StateMark(mark), words);
            state.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            state.setPrefWidth(150);
            grid.add(state, i % 4, i / 4);
            i++;
        }
        return grid;
    }

    private static Node steps() {
        var bar = new StepsBar();
        bar.getSteps().setAll(new Step("Imported", "Tidewater News", "06:58", Step.Standing.DONE),
                new Step("Edited by", "Ines Varga", "lapsed 09:30: “until March”", Step.Standing.LAPSED),
                new Step("Reviewed by", "A senior editor", "after the edit is signed", Step.Standing.LATER),
                new Step("Exported", "Not yet", "needs both signatures", Step.Standing.LATER));
        var now = new StepsBar();
        now.getSteps().setAll(new Step("Imported", "Northwire", "09:12", Step.Standing.DONE),
                new Step("Edited by", "Ines Varga", "11:26", Step.Standing.DONE),
                new Step("Reviewed by", "Senior editor", "not signed yet", Step.Standing.NOW),
                new Step("Exported", "Not yet", "needs review", Step.Standing.LATER));
        return new VBox(bar, now);
    }

    private static Node buttons() {
        var focused = new Button("Focused");
        focused.getStyleClass().add("accent");
        focused.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focus-visible"), true);
        var field = new TextField("ferry");
        field.setPrefWidth(130);
        var refused = new Command("Export", "", "", new SimpleStringProperty("needs a review"), () -> {});
        return new HBox(14, new CommandButton(Command.always("Sign “edited”", "", "Ctrl+Enter", () -> {}), "accent"), focused,
                new Button("Page preview"), new CommandButton(refused), field);
    }

    private static Node smallThings() {
        var row = new FlowPane(10, 6, chip("status: ready", "question"), chip("Weather"), new SourceMark("North Wire"),
                new PersonMark("Ines Varga", PersonMark.Word.SIGNED), new PersonMark("Jonah Pell", PersonMark.Word.WAITED_FOR),
                new PersonMark("", PersonMark.Word.WAITED_FOR), new PersonMark("Ines Varga", PersonMark.Word.LAPSED),
                text("6", "badge"), text("4", "badge", "danger"), text("2", "badge", "warning"), text("2", "badge", "accent"),
                text("verbatim", "serif", "verbatim"), text("adapted", "serif", "adapted"), text("own", "serif", "own"), new KeyCap("Ctrl+K"));
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        return row;
    }

    private static Node overtaken() {
        return new MessageCard(MessageCard.Weight.WARNING, "fth-git-branch", "Ines changed this story while you were reading",
                "Nothing was signed. Your text and hers are both kept.", Command.always("Compare the two", "", "", () -> {}));
    }

    private static Node toast() {
        var toasts = new Toasts(new galley.work.BackgroundWork(javafx.application.Platform::runLater));
        toasts.say("fth-archive", "3 stories spiked", Command.always("Undo", "", "Ctrl+Z", () -> {}));
        toasts.setStyle("-fx-padding: 0");
        return toasts;
    }

    private static Node nextAction() {
        var next = new NextAction();
        next.offer("Ready for your review", "No words of yours in it, no open comments", Command.always("Review story", "", "R", () -> {}));
        return next;
    }

    private static Node nextRefused() {
        var next = new NextAction();
        next.offer("Both have signed", "", new Command("Export", "", "", new SimpleStringProperty("Under embargo until 14:00."), () -> {}));
        return next;
    }

    private static Node empties() {
        var row = new HBox(10, new EmptyState("fth-inbox", "No wire yet", "Add a feed and its items appear here.", Command.always("Add feed", "", "", () -> {})),
                new EmptyState("fth-eye", "Nothing awaits review", "Edited stories come here."),
                new EmptyState("fth-search", "No story has “quay tax”", "Try fewer words, or search all dates.", Command.always("All dates", "", "", () -> {})));
        row.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        return row;
    }

    private static Node changes() {
        var box = new VBox(8);
        box.getChildren().addAll(ChangedText.changesOnly(WordDiff.between(StoryText.of("Larnholm council votes on the breakwater",
                        "<p>The plan passed by nine votes to six. Work is set to begin in May, the council said.</p><p>Nobody asked.</p><p>إعادة فتح الميناء اليوم</p>"),
                StoryText.of("Larnholm council votes to rebuild the breakwater",
                        "<p>The plan passed by nine votes to six. Work will begin in May and should end before the autumn storms of 2030, according to the budget annex "
                                + "published with the agenda.</p><p>Nobody asked.</p><p>إعادة فتح الميناء غدا صباحا</p>"))));
        return box;
    }

    private static Label head(String words) {
        return text(words, "section-label");
    }

    private static Label chip(String words, String... classes) {
        var chip = text(words, classes);
        chip.getStyleClass().add("chip");
        return chip;
    }

    private static Label text(String words, String... classes) {
        var label = new Label(words);
        label.getStyleClass().addAll(classes);
        return label;
    }
}
