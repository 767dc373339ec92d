package galley.screen.editor;

import galley.screen.common.Command;
import galley.screen.common.Field;
import galley.screen.common.LanguageBox;
import galley.screen.common.Words;
import galley.screen.common.WrappingArea;
import galley.signoff.StoryFile;
import galley.story.Correction;
import galley.story.Story;
import galley.story.StoryText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is known of a story beside its text, a line each; pressing a line changes it. All of it goes through the editor's own door and
/// can be taken back.
final class DetailsPane extends VBox {

    private final EditorViewModel model;
    private final Map<DetailRow, Function<StoryFile, String>> rows = new LinkedHashMap<>();
    private final DetailRow correction;
    private final DetailRow embargo;
    private EditorViewModel.@Nullable Around shown;

    DetailsPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("details");
        text("Category", StoryText::category, (t, v) -> furniture(t, v, t.tags(), t.language(), t.notes()), false, "Weather");
        text("Tags", t -> String.join(", ", t.tags()), (t, v) -> furniture(t, t.category(), tags(v), t.language(), t.notes()), false, "harbour, storm");
        add(new DetailRow("Language", this::languageForm), file -> LanguageBox.name(file.text().language()));
        text("Byline", StoryText::byline, (t, v) -> t.withCredit(v, t.dateline()), false, "Jonah Pell and Mira Sand");
        text("Dateline", StoryText::dateline, (t, v) -> t.withCredit(t.byline(), v), false, "LARNHOLM, Tuesday");
        add(new DetailRow("Hold", close -> holdForm(close, false)), file -> stop(file.story().hold()));
        embargo = add(new DetailRow("Embargo", this::embargoForm), this::embargo);
        add(new DetailRow("Legal hold", close -> holdForm(close, true)), file -> stop(file.story().legalHold()));
        text("Methodology", StoryText::methodology, StoryText::withMethodology, true, "What an editor adds to what is generated");
        correction = add(new DetailRow("Correction", this::correctionForm), file -> fresh(file).map(Correction::text).orElse(""));
        text("Notes", StoryText::notes, (t, v) -> furniture(t, t.category(), t.tags(), t.language(), v), true, "For the desk only; never printed");
        add(new DetailRow("Rights", this::rightsForm), file -> rights(file));
    }

    private DetailRow add(DetailRow row, Function<StoryFile, String> value) {
        rows.put(row, value);
        getChildren().add(row);
        return row;
    }

    void show(EditorViewModel.Around now) {
        shown = now;
        rows.forEach((row, value) -> row.value(value.apply(now.file())));
        boolean published = !now.file().publications().isEmpty();
        correction.setVisible(published);
        correction.setManaged(published);
    }

    /// Opens the form of a detail, as a check asks for it.
    void open(String name) {
        rows.keySet().stream().filter(row -> name.equals(row.getUserData())).findFirst().ifPresent(DetailRow::open);
    }

    // ---- words

    private void text(String name, Function<StoryText, String> value, BiFunction<StoryText, String, StoryText> change, boolean several, String prompt) {
        var row = new DetailRow(name, close -> {
            TextInputControl input = several ? new WrappingArea() : new TextField();
            input.setText(value.apply(model.text()));
            input.setPromptText(prompt);
            input.setAccessibleText(name);
            Runnable keep = () -> {
                var before = value.apply(model.text());
                var now = input.getText().strip();
                close.run();
                model.change(now.isEmpty() ? name + " is empty now" : name + " is kept", t -> change.apply(t, now), t -> change.apply(t, before));
            };
            if (input instanceof TextField line) {
                line.setOnAction(_ -> keep.run());
            }
            return new DetailRow.Form(List.of(input, DetailRow.acts(Command.always("Keep", "", several ? "" : "Enter", keep), close)), input);
        });
        row.setUserData(name);
        add(row, file -> value.apply(file.text()));
    }

    private static StoryText furniture(StoryText t, String category, List<String> tags, String language, String notes) {
        return t.withFurniture(t.slugline(), category, tags, language, notes);
    }

    private static List<String> tags(String typed) {
        return Arrays.stream(typed.split("[,،、]")).map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
    }

    private DetailRow.Form languageForm(Runnable close) {
        var box = new LanguageBox();
        box.setValue(model.text().language());
        box.setAccessibleText("Language");
        Runnable keep = () -> {
            var before = model.text().language();
            var now = box.getConverter().fromString(box.getEditor().getText());
            close.run();
            if (!now.isEmpty()) {
                model.change("Language is " + LanguageBox.name(now), t -> furniture(t, t.category(), t.tags(), now, t.notes()),
                        t -> furniture(t, t.category(), t.tags(), before, t.notes()));
            }
        };
        return new DetailRow.Form(List.of(box, DetailRow.acts(Command.always("Keep", "", "", keep), close)), box);
    }

    // ---- corrections

    /// The correction that was written since the last publication; it can still be changed.
    private static java.util.Optional<Correction> fresh(StoryFile file) {
        var now = file.text().corrections();
        var printed = file.lastPublication().flatMap(p -> file.revisions().stream().filter(r -> r.id().equals(p.revision())).findFirst())
                .map(r -> r.text().corrections()).orElse(List.of());
        return now.isEmpty() || printed.contains(now.getLast()) ? java.util.Optional.empty() : java.util.Optional.of(now.getLast());
    }

    private DetailRow.Form correctionForm(Runnable close) {
        var input = new WrappingArea();
        var standing = shown == null ? null : fresh(shown.file()).orElse(null);
        input.setText(standing == null ? "" : standing.text());
        input.setPromptText("What was wrong, and what is right");
        input.setAccessibleText("Correction");
        Runnable keep = () -> {
            var words = input.getText().strip();
            var before = model.text().corrections();
            var rest = new ArrayList<>(before);
            if (standing != null) {
                rest.remove(standing);
            }
            if (!words.isEmpty()) {
                rest.add(new Correction(model.desk().times().now(), words));
            }
            close.run();
            model.change(words.isEmpty() ? "The correction is taken out" : "The page will say what was corrected", t -> t.withCorrections(rest), t -> t.withCorrections(before));
        };
        return new DetailRow.Form(List.of(input, Words.wrapped("Readers see it above the text. Both people sign it again.", "small", "muted"),
                DetailRow.acts(Command.always("Keep", "", "", keep), close)), input);
    }

    // ---- holds and embargo

    private String stop(Story.@Nullable Stop stop) {
        return stop == null ? "" : "“" + stop.reason() + "” " + model.desk().nameOf().apply(stop.by());
    }

    private DetailRow.Form holdForm(Runnable close, boolean legal) {
        var flow = model.desk().flow();
        var story = shown == null ? null : shown.file().story();
        var standing = story == null ? null : legal ? story.legalHold() : story.hold();
        if (standing != null) {
            var release = Command.always(legal ? "Release from legal hold" : "Release from hold", "fth-play", "", () -> {
                close.run();
                model.act("releasing", (id, by) -> legal ? flow.releaseLegal(id, by) : flow.release(id, by),
                        _ -> model.say("fth-play", legal ? "Released from legal hold" : "Released from hold", Command.always("Undo", "", "",
                                () -> model.act("holding", (id, by) -> legal ? flow.legalHold(id, by, standing.reason()) : flow.hold(id, by, standing.reason()), _ -> { }))));
            });
            var acts = DetailRow.acts(release, close);
            return new DetailRow.Form(List.of(acts), acts.getChildren().getFirst());
        }
        var reason = new TextField();
        reason.setPromptText(legal ? "What counsel has to say to" : "For whom or what it waits");
        reason.setAccessibleText("Reason");
        var refusal = new SimpleStringProperty();
        refusal.bind(reason.textProperty().map(words -> words.isBlank() ? "needs a reason" : ""));
        Runnable hold = () -> {
            var words = reason.getText().strip();
            close.run();
            model.act("putting on hold", (id, by) -> legal ? flow.legalHold(id, by, words) : flow.hold(id, by, words),
                    _ -> model.say("fth-pause", legal ? "Under legal hold; a senior editor releases it" : "On hold; it can be edited, not exported",
                            legal ? new Command[0] : new Command[] {Command.always("Undo", "", "", () -> model.act("releasing", flow::release, _ -> { }))}));
        };
        var command = new Command(legal ? "Put under legal hold" : "Hold story", "", "Enter", refusal, hold);
        reason.setOnAction(_ -> command.run());
        return new DetailRow.Form(List.of(reason, DetailRow.acts(command, close)), reason);
    }

    private String embargo(StoryFile file) {
        var until = file.story().embargo();
        return until == null ? "" : (until.isAfter(model.desk().times().now()) ? "until " : "over since ") + model.desk().times().at(until);
    }

    private DetailRow.Form embargoForm(Runnable close) {
        var flow = model.desk().flow();
        var standing = shown == null ? null : shown.file().story().embargo();
        var form = new EmbargoForm(model.desk().times().now(), standing, model.desk().newsroom().get().zone());
        var day = new DatePicker();
        day.valueProperty().bindBidirectional(form.dayProperty());
        day.setMaxWidth(Double.MAX_VALUE);
        day.setAccessibleText("Day");
        var time = new TextField();
        time.textProperty().bindBidirectional(form.timeProperty());
        time.setPrefWidth(72);
        time.setMinWidth(72);
        time.setAccessibleText("Time of day");
        HBox.setHgrow(day, Priority.ALWAYS);
        var zone = new ComboBox<String>();
        zone.setEditable(true);
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().filter(z -> z.contains("/") && !z.startsWith("SystemV")).sorted().toList());
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.setAccessibleText("Time zone");
        zone.getEditor().textProperty().bindBidirectional(form.zoneProperty());
        var remark = Words.wrapped("", "small", "muted");
        Runnable say = () -> Words.set(remark, form.problemProperty().get().isEmpty() ? form.saysProperty().get() : form.problemProperty().get());
        form.problemProperty().subscribe(say);
        form.saysProperty().subscribe(say);
        Runnable put = () -> form.until().ifPresent(until -> {
            close.run();
            model.act("putting under embargo", (id, by) -> flow.embargo(id, by, until), _ -> model.say("fth-clock", "Under embargo until " + model.desk().times().at(until),
                    Command.always("Undo", "", "", () -> model.act("putting the embargo back", (id, by) -> flow.embargo(id, by, standing), _ -> { }))));
        });
        var command = new Command("Set embargo", "", "Enter", form.problemProperty(), put);
        time.setOnAction(_ -> command.run());
        var acts = DetailRow.acts(command, close);
        if (standing != null) {
            acts.getChildren().add(1, new galley.screen.common.CommandButton(Command.always("Lift", "", "", () -> {
                close.run();
                model.act("lifting the embargo", (id, by) -> flow.embargo(id, by, null), _ -> model.say("fth-clock", "The embargo is lifted",
                        Command.always("Undo", "", "", () -> model.act("putting the embargo back", (id, by) -> flow.embargo(id, by, standing), _ -> { }))));
            }), "small"));
        }
        return new DetailRow.Form(List.of(new HBox(6, day, time), new Field("Zone", zone), remark, acts), day);
    }

    // ---- rights

    private static String rights(StoryFile file) {
        return file.story().entry() == null ? "our own" : switch (file.rights()) {
            case UNSTATED -> "not written down";
            case FULL_TEXT -> "full text";
            case REWORK -> "reworked text only";
            case NONE -> "nothing may be printed";
        };
    }

    private DetailRow.Form rightsForm(Runnable close) {
        var acts = new HBox(new galley.screen.common.CommandButton(Command.always("Close", "", "Esc", close), "link"));
        return new DetailRow.Form(List.of(Words.wrapped("The rights are the feed's. They are set where the feeds are.", "small", "muted"), acts),
                acts.getChildren().getFirst());
    }
}
