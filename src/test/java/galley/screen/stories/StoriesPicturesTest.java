package galley.screen.stories;

import galley.screen.BusyDay;
import galley.screen.Fx;
import galley.screen.MainWindow;
import galley.screen.PictureWork;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Theme;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the main screen: a full day and an empty one, wide and narrow, by day and by night.
@Tag("screens")
class StoriesPicturesTest {

    private String look;
    private Stage stage;
    private MainWindow window;

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void aFullDayIsPictured(Theme.Choice choice, @TempDir Path folder) {
        try (var day = new BusyDay(folder).filled()) {
            open(day, choice, 1440, 900);
            picture(new Place.FromSource("Northwire"), "stories-source");
            picture(new Place.InQueue(Queue.AWAITING_REVIEW), "stories-awaiting");
            Fx.press(stage.getScene().getRoot(), KeyCode.R);
            Fx.snapshot(stage.getScene(), "stories-sign-" + look);
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.ESCAPE);
            Fx.press(stage.getScene().getRoot(), KeyCode.B);
            Fx.snapshot(stage.getScene(), "stories-send-back-" + look);
            picture(new Place.InQueue(Queue.WIRE), "stories-wire");
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.press(stage.getScene().getRoot(), KeyCode.G);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "stories-event-" + look);
            Fx.press(stage.getScene().getRoot(), KeyCode.SLASH);
            Fx.type(stage.getScene().getRoot(), "/");
            Fx.type(stage.getScene().getFocusOwner(), "source:Northwire category:Weather gale");
            Fx.snapshot(stage.getScene(), "stories-search-" + look);
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.ESCAPE);
            Fx.type(stage.getScene().getFocusOwner(), "quay tax");
            Fx.snapshot(stage.getScene(), "stories-search-nothing-" + look);
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.ESCAPE);
            Fx.fx(() -> window.show(new Place.InQueue(Queue.WIRE)));
            Fx.type(stage.getScene().getRoot(), "?");
            Fx.snapshot(stage.getScene(), "stories-keys-" + look);
            Fx.press(stage.getScene().getRoot(), KeyCode.ESCAPE);
            Fx.fx(() -> stage.getScene().lookup(".story-table").requestFocus());
            Fx.press(stage.getScene().getRoot(), KeyCode.S);
            day.deliver("Northwire", "Lifeboat launched twice in one night", "Weather", "en");
            Fx.press(stage.getScene().getRoot(), KeyCode.F5);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "stories-toast-" + look);
            picture(new Place.InQueue(Queue.READY), "stories-ready");
            picture(new Place.InQueue(Queue.PUBLISHED), "stories-published");
            Fx.press(stage.getScene().getRoot(), KeyCode.K, KeyCode.CONTROL);
            Fx.type(stage.getScene().getFocusOwner(), "kill story");
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.ENTER);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "stories-kill-" + look);
            picture(new Place.InQueue(Queue.SPIKED), "stories-spiked");
            picture(new Place.InQueue(Queue.DRAFTS), "stories-drafts");
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.snapshot(stage.getScene(), "stories-lapsed-" + look);
            Fx.press(stage.getScene().getRoot(), KeyCode.D);
            Fx.snapshot(stage.getScene(), "stories-since-wire-" + look);
            Fx.press(stage.getScene().getRoot(), KeyCode.D);
            Fx.press(stage.getScene().getRoot(), KeyCode.EQUALS, KeyCode.CONTROL);
            Fx.press(stage.getScene().getRoot(), KeyCode.EQUALS, KeyCode.CONTROL);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "stories-large-" + look);
            Fx.fx(() -> window.zoomProperty().set(1));
            picture(new Place.InQueue(Queue.MINE), "stories-mine");
            Fx.press(stage.getScene().getRoot(), KeyCode.K, KeyCode.CONTROL);
            Fx.type(stage.getScene().getFocusOwner(), "st");
            Fx.snapshot(stage.getScene(), "stories-palette-" + look);
            Fx.close(stage);

            open(day, choice, 1000, 700);
            picture(new Place.InQueue(Queue.WIRE), "stories-wire-small");
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.press(stage.getScene().getRoot(), KeyCode.J);
            Fx.press(stage.getScene().getRoot(), KeyCode.G);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "stories-event-small-" + look);
            picture(new Place.InQueue(Queue.DRAFTS), "stories-drafts-small");
            Fx.close(stage);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void anEmptyNewsroomIsPictured(Theme.Choice choice, @TempDir Path folder) {
        try (var day = new BusyDay(folder)) {
            open(day, choice, 1440, 900);
            picture(new Place.InQueue(Queue.WIRE), "stories-empty");
            picture(new Place.InQueue(Queue.AWAITING_REVIEW), "stories-empty-awaiting");
            Fx.close(stage);
            open(day, choice, 1000, 700);
            picture(new Place.InQueue(Queue.WIRE), "stories-empty-small");
            Fx.close(stage);
        }
    }

    private void open(BusyDay day, Theme.Choice choice, double width, double height) {
        look = choice.name().toLowerCase();
        stage = Fx.fx(() -> {
            window = day.window(new Theme(choice), new PictureWork());
            var shown = new Stage();
            shown.setScene(window.scene(width, height));
            shown.show();
            shown.requestFocus();
            return shown;
        });
    }

    private void picture(Place place, String name) {
        Fx.fx(() -> window.show(place));
        Fx.pulse();
        Fx.snapshot(stage.getScene(), name + "-" + look);
    }
}
