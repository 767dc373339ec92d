package galley.screen.publish;

import galley.notice.TroubleLog;
import galley.screen.common.Command;
import galley.screen.common.CommandButton;
import galley.screen.common.MessageCard;
import galley.screen.common.Place;
import galley.screen.common.Screen;
import galley.screen.common.Screens;
import galley.work.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.web.WebView;
import org.jspecify.annotations.Nullable;

/// The very page that would be exported now, at the width of a phone, a tablet or a desk. It is written to a folder of its own and
/// read from there; its own security policy keeps it from asking anything of the network.
public final class PreviewView implements Screen {

    private static final double PHONE = 390;
    private static final double TABLET = 820;

    private final Function<UUID, Path> page;
    private final Work work;
    private final BorderPane root = new BorderPane();
    private final StackPane desk = new StackPane();
    private final Label note = new Label();
    private final Command back;
    private @Nullable WebView web;

    /// @param page writes the page of a story to a folder and answers its file; slow
    public PreviewView(Function<UUID, Path> page, Work work, Screens screens) {
        this.page = page;
        this.work = work;
        this.back = Command.always("Back", "fth-arrow-left", "Esc", screens::back);
        root.getStylesheets().add(Objects.requireNonNull(PreviewView.class.getResource("preview.css")).toExternalForm());
        root.getStyleClass().add("preview-screen");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        note.getStyleClass().add("muted");
        var widths = new ToggleGroup();
        var head = new HBox(new CommandButton(back, "flat"), note, space, width("Phone", PHONE, widths), width("Tablet", TABLET, widths),
                width("Desk", Double.MAX_VALUE, widths));
        widths.getToggles().getLast().setSelected(true);
        head.getStyleClass().add("preview-head");
        desk.getStyleClass().add("preview-desk");
        root.setTop(head);
        root.setCenter(desk);
    }

    private ToggleButton width(String name, double width, ToggleGroup group) {
        var button = new ToggleButton(name);
        button.setToggleGroup(group);
        button.setOnAction(e -> {
            button.setSelected(true);
            if (web != null) {
                web.setMaxWidth(width);
            }
        });
        return button;
    }

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
        return List.of(back);
    }

    @Override
    public void show(Place place) {
        if (place instanceof Place.PageOf of) {
            note.setText("Making the page …");
            work.start("preview", (_, _) -> page.apply(of.story()), this::read, fault -> {
                note.setText("");
                desk.getChildren().setAll(MessageCard.of(TroubleLog.tell("making the preview", fault)));
            });
        }
    }

    private void read(Path file) {
        if (web == null) {
            web = new WebView();
            web.setContextMenuEnabled(false);
        }
        var address = file.toUri().toString();
        // A link of the page leads nowhere from here.
        web.getEngine().locationProperty().addListener((_, _, to) -> {
            if (!to.isEmpty() && !to.startsWith(address)) {
                work.onHome(() -> web.getEngine().load(address));
            }
        });
        web.getEngine().load(address);
        desk.getChildren().setAll(web);
        note.setText("The page as it would be exported now");
    }
}
