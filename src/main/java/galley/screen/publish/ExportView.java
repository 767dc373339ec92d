package galley.screen.publish;

import galley.publish.Exporter;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.EmptyState;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.Words;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// The screen on which one sees what will be exported, and where to, before it is.
public final class ExportView implements Screen {

    private final ExportViewModel model;
    private final Command back;
    private final Command export;

    @FXML private BorderPane root;
    @FXML private HBox leaving;
    @FXML private TextField folder;
    @FXML private VBox chooser;
    @FXML private HBox acts;
    @FXML private Label says;
    @FXML private ProgressBar share;
    @FXML private VBox told;
    @FXML private Label counted;
    @FXML private VBox list;

    public ExportView(ExportViewModel model, Screens screens) {
        this.model = model;
        this.back = Command.always("Back", "fth-arrow-left", "Esc", screens::back);
        this.export = new Command("Export", "fth-upload", "Ctrl+Enter", model.refusalProperty(), model::export);
        Fxml.load(this, "Export.fxml");
        leaving.getChildren().add(new CommandButton(back, "flat"));
        chooser.getChildren().add(new CommandButton(Command.always("Choose", "fth-folder", "", this::choose)));
        var stop = new CommandButton(Command.always("Stop", "", "", model::stop));
        acts.getChildren().addAll(new CommandButton(export, "accent"), stop);
        folder.textProperty().bindBidirectional(model.folderProperty());
        says.textProperty().bind(model.saysProperty());
        share.progressProperty().bind(model.shareProperty());
        share.visibleProperty().bind(model.shareProperty().greaterThanOrEqualTo(0));
        stop.visibleProperty().bind(share.visibleProperty());
        stop.managedProperty().bind(stop.visibleProperty());
        model.candidatesProperty().subscribe(this::fill);
        model.reportProperty().subscribe(_ -> tell());
        model.problemProperty().subscribe(_ -> tell());
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
        return List.of(back, export);
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.Exporting exporting) {
            model.show(exporting.stories());
        }
    }

    @Override
    public void focus() {
        acts.getChildren().getFirst().requestFocus();
    }

    private void choose() {
        var dialog = new DirectoryChooser();
        dialog.setTitle("Export to this folder");
        var now = new File(model.folderProperty().get());
        if (now.isDirectory()) {
            dialog.setInitialDirectory(now);
        }
        var chosen = dialog.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.folderProperty().set(chosen.getPath());
        }
    }

    private void fill(List<ExportViewModel.Candidate> candidates) {
        long good = candidates.stream().filter(c -> c.against().isEmpty()).count();
        counted.setText(candidates.isEmpty() ? "" : good + " of " + candidates.size() + (candidates.size() == 1 ? " story may be exported" : " stories may be exported"));
        list.getChildren().setAll(candidates.isEmpty() ? List.of(new EmptyState("fth-check-circle", "Nothing is ready", "A story is ready once two people have signed it."))
                : candidates.stream().map(c -> line(c.headline(), c.against())).toList());
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
        var problem = model.problemProperty().get();
        if (problem != null) {
            nodes.add(MessageCard.of(problem));
        }
        if (report != null) {
            nodes.add(new MessageCard(MessageCard.Weight.NOTE, "fth-globe", pages(report.pages().size()), files(report)));
            report.refused().forEach(refused -> nodes.add(line(refused.headline(), refused.reasons().stream().map(galley.signoff.Reason::words).toList())));
            if (!report.strangers().isEmpty()) {
                nodes.add(new MessageCard(MessageCard.Weight.WARNING, "fth-alert-triangle", "Files that are not ours lie where ours belong",
                        "They were left alone: " + String.join(", ", report.strangers())));
            }
        }
        told.getChildren().setAll(nodes);
    }

    private static String pages(int count) {
        return count == 0 ? "No new page; the site is up to date" : count == 1 ? "1 story published" : count + " stories published";
    }

    private static String files(Exporter.Report report) {
        return report.written() + " files written, " + report.unchanged() + " as they were, " + report.removed() + " removed.";
    }
}
