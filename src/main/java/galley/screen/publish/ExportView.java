package galley.screen.publish;

import galley.publish.send.Delivery;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Field;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.Words;
import galley.signoff.Reason;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The screen on which one sees what will be exported, and where to, before it is.
public final class ExportView implements Screen {

    private static final int SHOWN = 40;

    private final ExportViewModel model;
    private final TimetableViewModel table;
    private final Command back;
    private final Command export;
    private final Command lookFirst;

    @FXML private BorderPane root;
    @FXML private HBox leaving;
    @FXML private Field place;
    @FXML private TextField to;
    @FXML private HBox chooser;
    @FXML private HBox signIn;
    @FXML private Field nameField;
    @FXML private TextField name;
    @FXML private Field secretField;
    @FXML private PasswordField secret;
    @FXML private Field keyField;
    @FXML private TextField key;
    @FXML private VBox keeper;
    @FXML private HBox acts;
    @FXML private Label says;
    @FXML private ProgressBar share;
    @FXML private VBox told;
    @FXML private Label counted;
    @FXML private VBox list;
    @FXML private TextField at;
    @FXML private TextField every;
    @FXML private VBox setter;
    @FXML private VBox planned;

    public ExportView(ExportViewModel model, TimetableViewModel table, Screens screens) {
        this.model = model;
        this.table = table;
        this.back = Command.always("Back", "fth-arrow-left", "Esc", screens::back);
        this.export = new Command("Export", "fth-upload", "Ctrl+Enter", model.refusalProperty(), model::export);
        this.lookFirst = new Command("Look first", "fth-list", "Ctrl+L", model.mayLookProperty(), model::lookFirst);
        Fxml.load(this, "Export.fxml");
        leaving.getChildren().add(new CommandButton(back, "flat"));
        chooser.getChildren().addAll(new CommandButton(Command.always("Folder", "fth-folder", "", this::chooseFolder)),
                new CommandButton(Command.always("Zip", "fth-package", "", this::chooseZip)));
        var stop = new CommandButton(Command.always("Stop", "", "", model::stop));
        acts.getChildren().addAll(new CommandButton(export, "accent"), new CommandButton(lookFirst), stop);
        to.textProperty().bindBidirectional(model.toProperty());
        place.problemProperty().bind(model.wrongPlaceProperty());
        keeper.getChildren().add(new CommandButton(Command.always("Keep sign-in", "fth-key", "", this::keepSignIn)));
        signIn.managedProperty().bind(signIn.visibleProperty());
        for (var field : List.of(nameField, keyField)) {
            field.managedProperty().bind(field.visibleProperty());
        }
        model.signInProperty().subscribe(kind -> {
            signIn.setVisible(kind != ExportViewModel.SignIn.NOBODY);
            nameField.setVisible(kind == ExportViewModel.SignIn.BUCKET);
            keyField.setVisible(kind == ExportViewModel.SignIn.SERVER);
            secretField.setName(kind == ExportViewModel.SignIn.BUCKET ? "Secret" : "Password, or passphrase of the key");
        });
        says.textProperty().bind(model.saysProperty());
        share.progressProperty().bind(model.shareProperty());
        share.visibleProperty().bind(model.shareProperty().greaterThanOrEqualTo(0));
        share.managedProperty().bind(share.visibleProperty());
        stop.visibleProperty().bind(share.visibleProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        at.textProperty().bindBidirectional(table.atProperty());
        every.textProperty().bindBidirectional(table.everyProperty());
        setter.getChildren().add(new CommandButton(Command.always("Set", "fth-clock", "", () -> table.set(model.wanted(), model.toProperty().get()))));
        table.linesProperty().subscribe(_ -> fillPlanned());
        table.problemProperty().subscribe(_ -> fillPlanned());
        model.reportProperty().subscribe(_ -> table.look());
        model.candidatesProperty().subscribe(this::fill);
        model.reportProperty().subscribe(_ -> tell());
        model.trialProperty().subscribe(_ -> tell());
        model.problemProperty().subscribe(_ -> tell());
        model.themeProblemsProperty().subscribe(_ -> tell());
    }

    private void keepSignIn() {
        model.keepSignIn(name.getText(), secret.getText(), key.getText());
        secret.clear();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Export");
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<Command> commands() {
        return List.of(back, export, lookFirst);
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.Exporting exporting) {
            model.show(exporting.stories());
            table.look();
        }
    }

    @Override
    public void focus() {
        acts.getChildren().getFirst().requestFocus();
    }

    private void chooseFolder() {
        var dialog = new DirectoryChooser();
        dialog.setTitle("Export to this folder");
        var now = new File(model.toProperty().get());
        if (now.isDirectory()) {
            dialog.setInitialDirectory(now);
        }
        took(dialog.showDialog(root.getScene().getWindow()));
    }

    private void chooseZip() {
        var dialog = new FileChooser();
        dialog.setTitle("Export to this zip");
        dialog.setInitialFileName("site.zip");
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("Zip", "*.zip"));
        took(dialog.showSaveDialog(root.getScene().getWindow()));
    }

    private void took(@Nullable File chosen) {
        if (chosen != null) {
            model.toProperty().set(chosen.getPath());
        }
    }

    private void fill(List<ExportViewModel.Candidate> candidates) {
        long good = candidates.stream().filter(c -> c.against().isEmpty()).count();
        counted.setText(candidates.isEmpty() ? "" : good + " of " + candidates.size() + (candidates.size() == 1 ? " story may be exported" : " stories may be exported"));
        list.getChildren().setAll(candidates.isEmpty() ? List.of(new EmptyState("fth-check-circle", "Nothing is ready", "A story is ready once two people have signed it."))
                : candidates.stream().map(c -> line(c.headline(), c.against())).toList());
    }

    private void fillPlanned() {
        var nodes = new ArrayList<Node>();
        var problem = table.problemProperty().get();
        if (problem != null) {
            nodes.add(MessageCard.of(problem));
        }
        for (var planned : table.linesProperty().get()) {
            var words = new VBox(Words.wrapped(planned.what(), "strong"), Words.wrapped(planned.says(), "small", "muted"));
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            var line = new HBox(Icons.of(planned.wrong() ? "fth-alert-triangle" : planned.waits() ? "fth-clock" : "fth-check"), words);
            line.getStyleClass().addAll("export-line", planned.wrong() ? "refused" : planned.waits() ? "waits" : "good");
            if (planned.waits()) {
                line.getChildren().add(new CommandButton(Command.always("Take back", "fth-x", "", () -> table.takeBack(planned.number())), "small"));
            }
            nodes.add(line);
        }
        this.planned.getChildren().setAll(nodes);
    }

    private static Node line(String headline, List<String> against) {
        var words = new VBox(Words.line(headline.isEmpty() ? "No headline yet" : headline, "strong"));
        against.forEach(reason -> words.getChildren().add(Words.wrapped(reason, "small", "muted")));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(Icons.of(against.isEmpty() ? "fth-check" : "fth-alert-triangle"), words);
        line.getStyleClass().addAll("export-line", against.isEmpty() ? "good" : "refused");
        return line;
    }

    private void tell() {
        var nodes = new ArrayList<Node>();
        var report = model.reportProperty().get();
        var trial = model.trialProperty().get();
        var problem = model.problemProperty().get();
        if (problem != null) {
            nodes.add(MessageCard.of(problem));
        }
        var theme = model.themeProblemsProperty().get();
        if (!theme.isEmpty()) {
            nodes.add(new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", theme.size() == 1 ? "Your theme has an error; that piece looks as it comes" : "Your theme has "
                    + theme.size() + " errors; those pieces look as they come", String.join("\n", theme)));
        }
        if (report != null) {
            tell(report, nodes);
        }
        if (trial != null) {
            tell(trial, nodes);
        }
        told.getChildren().setAll(nodes);
    }

    private static void tell(Delivery.Report report, List<Node> nodes) {
        var sent = report.sent();
        if (sent != null && sent.cut() != null) {
            nodes.add(MessageCard.of(sent.cut()));
        } else {
            nodes.add(new MessageCard(MessageCard.Weight.NOTE, "fth-globe", pages(report.site().pages().size()), files(report)));
        }
        report.site().refused().forEach(refused -> nodes.add(line(refused.headline(), refused.reasons().stream().map(Reason::words).toList())));
        if (!report.strangers().isEmpty()) {
            nodes.add(new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", "Files that are not ours lie where ours belong",
                    "They were left alone: " + String.join(", ", report.strangers())));
        }
        if (sent != null) {
            sent.told().forEach(words -> nodes.add(new MessageCard(MessageCard.Weight.NOTE, "fth-key", "A server met for the first time", words)));
            if (!sent.written().isEmpty() || !sent.removed().isEmpty()) {
                nodes.add(paths("What was sent", sent.written(), sent.removed(), sent.list() == null ? "" : "The whole list lies in " + sent.list() + "."));
            }
        }
    }

    private static void tell(Delivery.Trial trial, List<Node> nodes) {
        var sent = trial.sent();
        if (sent != null && sent.cut() != null) {
            nodes.add(MessageCard.of(sent.cut()));
            return;
        }
        var written = sent == null ? trial.site().written() : sent.written();
        var removed = sent == null ? trial.site().removed() : sent.removed();
        int same = sent == null ? trial.site().unchanged() : sent.unchanged();
        nodes.add(new MessageCard(MessageCard.Weight.NOTE, "fth-list", "Nothing was done yet. An export would publish " + trial.site().pages().size()
                + (trial.site().pages().size() == 1 ? " story" : " stories"), written.size() + " files would be written, " + same + " left as they are, " + removed.size() + " removed."));
        if (!written.isEmpty() || !removed.isEmpty()) {
            nodes.add(paths("What would be written", written, removed, ""));
        }
    }

    /// Some paths, one a line; nobody reads a thousand on a screen.
    private static Node paths(String title, List<String> written, List<String> removed, String more) {
        var box = new VBox(Words.line(title, "section-label"));
        box.getStyleClass().add("export-paths");
        var lines = Stream.concat(written.stream().map(path -> "+ " + path), removed.stream().map(path -> "− " + path)).toList();
        lines.stream().limit(SHOWN).forEach(line -> box.getChildren().add(Words.line(line, "small")));
        var rest = (lines.size() > SHOWN ? "and " + (lines.size() - SHOWN) + " more. " : "") + more;
        if (!rest.isBlank()) {
            box.getChildren().add(Words.wrapped(rest, "small", "muted"));
        }
        return box;
    }

    private static String pages(int count) {
        return count == 0 ? "No new page; the site is up to date" : count == 1 ? "1 story published" : count + " stories published";
    }

    private static String files(Delivery.Report report) {
        return report.written() + (report.sent() == null ? " files written, " : " files sent, ") + report.unchanged() + " as they were, " + report.removed() + " removed.";
    }
}
