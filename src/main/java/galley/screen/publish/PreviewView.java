package galley.screen.publish;

import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.Fxml;
import galley.screen.common.Icons;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.screen.common.Words;
import galley.screen.publish.PreviewViewModel.Made;
import galley.screen.publish.PreviewViewModel.Width;
import galley.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.concurrent.Worker;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.web.WebView;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Shows the very page that would be exported. It is written to a folder of its own and read from there; its own security policy keeps
/// it from asking anything of the network.
public final class PreviewView implements Screen {

    private static final String LIGHT = script();

    private final PreviewViewModel model;
    private final Work work;
    private final StringProperty mayExport = new SimpleStringProperty("the page is being made");
    private final Command back;
    private final Command export;
    private final Command copy;
    private final Command save;
    private final StringProperty mayTake = new SimpleStringProperty("the page is being made");
    private final List<Command> looks;
    private @Nullable WebView web;
    private String address = "";

    @FXML private BorderPane root;
    @FXML private HBox leaving;
    @FXML private Label says;
    @FXML private Label where;
    @FXML private HBox widths;
    @FXML private HBox lights;
    @FXML private HBox acts;
    @FXML private VBox against;
    @FXML private HBox taking;
    @FXML private StackPane desk;

    public PreviewView(PreviewViewModel model, Work work, Screens screens) {
        this.model = model;
        this.work = work;
        this.back = Command.always("Back", "fth-arrow-left", "Esc", screens::back);
        this.export = new Command("Export story", "fth-upload", "Ctrl+E", mayExport, model::export);
        this.copy = new Command("Copy as HTML", "fth-copy", "Ctrl+Shift+C", mayTake, this::copy);
        this.save = new Command("Save as one file", "fth-file", "Ctrl+Shift+S", mayTake, this::save);
        this.looks = List.of(Command.always("Phone width", "fth-smartphone", "Ctrl+1", () -> model.widthProperty().set(Width.PHONE)),
                Command.always("Tablet width", "fth-tablet", "Ctrl+2", () -> model.widthProperty().set(Width.TABLET)),
                Command.always("Desk width", "fth-monitor", "Ctrl+3", () -> model.widthProperty().set(Width.DESK)),
                Command.always("Dark or light page", "fth-moon", "Ctrl+D", () -> model.darkProperty().set(!model.darkProperty().get())));
        Fxml.load(this, "Preview.fxml");
        leaving.getChildren().add(new CommandButton(back, "flat"));
        acts.getChildren().add(new CommandButton(export, "accent"));
        taking.getChildren().addAll(Words.line("Take it elsewhere", "small", "muted"), new CommandButton(copy, "small"), new CommandButton(save, "small"));
        taking.visibleProperty().bind(mayTake.isEmpty());
        taking.managedProperty().bind(taking.visibleProperty());
        widths();
        lights();
        against.managedProperty().bind(against.visibleProperty());
        model.madeProperty().subscribe(_ -> fill());
        model.problemProperty().subscribe(_ -> fill());
        model.widthProperty().subscribe(width -> {
            if (web != null) {
                web.setMaxWidth(width.pixels());
            }
        });
        model.darkProperty().subscribe(_ -> light());
    }

    private void widths() {
        var group = new ToggleGroup();
        for (var width : Width.values()) {
            var button = segment(width.words(), group, () -> model.widthProperty().set(width));
            model.widthProperty().subscribe(now -> button.setSelected(now == width));
            widths.getChildren().add(button);
        }
    }

    private void lights() {
        var group = new ToggleGroup();
        var day = segment("Light", group, () -> model.darkProperty().set(false));
        var night = segment("Dark", group, () -> model.darkProperty().set(true));
        model.darkProperty().subscribe(dark -> (dark ? night : day).setSelected(true));
        lights.getChildren().addAll(day, night);
    }

    private static ToggleButton segment(String words, ToggleGroup group, Runnable press) {
        var button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            button.setSelected(true);
            press.run();
        });
        return button;
    }

    // ---- the screen

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> title() {
        return new SimpleStringProperty("Page preview");
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public List<Command> commands() {
        var all = new java.util.ArrayList<>(List.of(back, export, copy, save));
        all.addAll(looks);
        return all;
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.PageOf of) {
            model.show(of.story());
        }
    }

    @Override
    public void focus() {
        leaving.getChildren().getFirst().requestFocus();
    }

    // ---- filling

    private void fill() {
        var made = model.madeProperty().get();
        var problem = model.problemProperty().get();
        against.setVisible(made != null && !made.against().isEmpty());
        if (problem != null) {
            says.setText("");
            where.setText("");
            desk.getChildren().setAll(MessageCard.of(problem));
            return;
        }
        if (made == null) {
            says.setText("Making the page …");
            where.setText("");
            mayExport.set("the page is being made");
            mayTake.set("the page is being made");
            return;
        }
        says.setText(made.says());
        where.setText(made.path());
        mayExport.set(made.published() ? "this text is on the site already" : made.against().isEmpty() ? "" : made.against().getFirst().words());
        mayTake.set(made.published() ? "" : "export it first");
        against.getChildren().setAll(made.against().stream().map(reason -> reason(reason.words())).toList());
        read(made);
    }

    private void copy() {
        model.take(alone -> {
            var content = new ClipboardContent();
            content.putHtml(alone.article());
            content.putString(alone.article());
            Clipboard.getSystemClipboard().setContent(content);
            return "Copied. Paste it into the other system; it says who signed, and leads to your page.";
        });
    }

    private void save() {
        model.take(alone -> {
            var dialog = new FileChooser();
            dialog.setTitle("Save the page as one file");
            dialog.setInitialFileName(alone.path().substring(alone.path().lastIndexOf('/') + 1));
            var chosen = dialog.showSaveDialog(root.getScene().getWindow());
            if (chosen != null) {
                model.save(alone.page(), chosen.toPath());
            }
            return "";
        });
    }

    private static Node reason(String words) {
        var flow = Words.wrapped(words);
        HBox.setHgrow(flow, Priority.ALWAYS);
        var line = new HBox(Icons.of("fth-alert-triangle"), flow);
        line.getStyleClass().add("reason");
        return line;
    }

    private void read(Made made) {
        if (web == null) {
            web = new WebView();
            web.setContextMenuEnabled(false);
            web.setMaxWidth(model.widthProperty().get().pixels());
            // A link of the page leads nowhere from here.
            web.getEngine().locationProperty().addListener((_, _, to) -> {
                if (!to.isEmpty() && !to.startsWith(address)) {
                    work.onHome(() -> web.getEngine().load(address));
                }
            });
            web.getEngine().getLoadWorker().stateProperty().addListener((_, _, state) -> {
                if (state == Worker.State.SUCCEEDED) {
                    light();
                }
            });
        }
        address = made.file().toUri().toString();
        web.getEngine().load(address);
        desk.getChildren().setAll(web);
    }

    private void light() {
        if (web != null && web.getEngine().getLoadWorker().getState() == Worker.State.SUCCEEDED) {
            web.getEngine().executeScript(LIGHT + "(" + model.darkProperty().get() + ")");
        }
    }

    private static String script() {
        try (var in = Objects.requireNonNull(PreviewView.class.getResourceAsStream("light.js"), "light.js")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.substring(text.indexOf("(function"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
