package galley.app;

import galley.desk.Person;
import galley.screen.Fx;
import galley.screen.PictureWork;
import galley.screen.common.Queue;
import galley.screen.common.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the desktop as the program wires it, on the sample newsroom in the evening of its day: every queue, both themes,
/// wide and small. The README's picture is `sample-wire-light.png`.
@Tag("screens")
class SampleDayPicturesTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private Stage stage;

    @BeforeAll
    static void play() {
        DemoNewsDay.play(folder, _ -> { });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900, ''", "DARK, 1440, 900, ''", "LIGHT, 1000, 700, -small", "DARK, 1000, 700, -small"})
    void everyQueueIsPictured(Theme.Choice choice, double width, double height, String size) {
        try (var room = OpenNewsroom.at(folder.resolve("newsroom"), EVENING)) {
            var senior = room.people().all().stream().filter(Person::isSenior).findFirst().orElseThrow();
            room.settings().choose(DesktopNewsroom.ACTING, senior.id().toString());
            open(room, choice, width, height);
            var look = size + "-" + choice.name().toLowerCase(Locale.ROOT);
            for (var queue : Queue.values()) {
                goTo(queue);
                Fx.snapshot(stage.getScene(), "sample-" + queue.name().toLowerCase(Locale.ROOT).replace('_', '-') + look);
            }
            goTo(Queue.WIRE);
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.SLASH);
            Fx.type(stage.getScene().getRoot(), "/");
            Fx.type(stage.getScene().getFocusOwner(), "harbour");
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.S, KeyCode.CONTROL, KeyCode.SHIFT);
            Fx.pulse();
            Fx.snapshot(stage.getScene(), "sample-saved-search" + look);
            goTo(Queue.WIRE);
            Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(javafx.scene.control.TableView.class::isInstance)
                    .map(javafx.scene.control.TableView.class::cast).findFirst().orElseThrow().getSelectionModel().selectRange(0, 3));
            Fx.snapshot(stage.getScene(), "sample-several" + look);
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.K, KeyCode.CONTROL);
            Fx.type(stage.getScene().getFocusOwner(), "export everything");
            Fx.press(stage.getScene().getFocusOwner(), KeyCode.ENTER);
            Fx.snapshot(stage.getScene(), "sample-export" + look);
            Fx.close(stage);
        }
    }

    private void open(OpenNewsroom room, Theme.Choice choice, double width, double height) {
        stage = Fx.fx(() -> {
            var shown = new Stage();
            new DesktopNewsroom(room, new PictureWork(), new Theme(choice), shown).show();
            shown.setWidth(width);
            shown.setHeight(height);
            return shown;
        });
        Fx.until("the window is " + width + " wide", () -> stage.getScene().getWidth() == width);
        Fx.pulse();
    }

    /// By the keyboard, as a person goes.
    private void goTo(Queue queue) {
        Fx.press(stage.getScene().getFocusOwner(), KeyCode.K, KeyCode.CONTROL);
        Fx.type(stage.getScene().getFocusOwner(), "go to " + queue.title());
        Fx.press(stage.getScene().getFocusOwner(), KeyCode.ENTER);
        Fx.pulse();
        Fx.pulse();
    }
}
