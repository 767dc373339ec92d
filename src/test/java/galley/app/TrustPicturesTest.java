package galley.app;

import galley.desk.Person;
import galley.screen.Fx;
import galley.screen.PictureWork;
import galley.screen.common.CommandButton;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Theme;
import galley.signoff.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of what can be checked in the window: pages, who did what, people and their keys. On the sample newsroom, as the program wires it.
@Tag("screens")
class TrustPicturesTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static UUID moved;

    private Stage stage;
    private DesktopNewsroom desktop;

    @BeforeAll
    static void play() throws IOException {
        DemoNewsDay.play(folder, _ -> { });
        var page = article();
        var html = Files.readString(page);
        int at = html.indexOf("<p", html.indexOf("data-part=\"body\""));
        try (var room = OpenNewsroom.at(folder.resolve("newsroom"), EVENING)) {
            moved = changedSince(room);
        }
        Files.writeString(folder.resolve("altered.html"), html.substring(0, at) + html.substring(at).replaceFirst(" the ", " another "));
    }

    /// A story that is out, and of which the sample day's last pull brought other words.
    private static UUID changedSince(OpenNewsroom room) {
        return room.store().stories().all().stream().filter(story -> story.entry() != null && story.kill() == null && !room.store().stories().publications(story.id()).isEmpty()
                && room.store().wire().versions(story.entry()).size() > 1).findFirst().orElseThrow().id();
    }

    private static Path article() throws IOException {
        try (var all = Files.walk(folder.resolve("site"))) {
            return all.filter(f -> f.toString().endsWith(".html")).filter(f -> {
                try {
                    return Files.readString(f).contains("id=\"signoff\"");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).sorted().findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900, ''", "DARK, 1440, 900, ''", "LIGHT, 1000, 700, -small", "DARK, 1000, 700, -small"})
    void everyAnswerIsPictured(Theme.Choice choice, double width, double height, String size) throws IOException {
        var look = size + "-" + choice.name().toLowerCase(Locale.ROOT);
        try (var room = OpenNewsroom.at(folder.resolve("newsroom"), EVENING)) {
            var senior = room.people().all().stream().filter(Person::isSenior).findFirst().orElseThrow();
            room.settings().choose(DesktopNewsroom.ACTING, senior.id().toString());
            open(room, choice, width, height);
            picture(new Place.Checking(List.of()), "check-nothing" + look);
            picture(new Place.Checking(List.of(article().toString())), "check-one" + look);
            picture(new Place.Checking(List.of(folder.resolve("altered.html").toString())), "check-altered" + look);
            picture(new Place.Checking(List.of(folder.toString())), "check-folder" + look);
            picture(new Place.InQueue(Queue.SOURCE_CHANGED), "source-changed" + look);
            var changed = moved;
            Fx.fx(() -> desktop.edit(changed));
            Fx.sleep(600);
            press("What changed");
            Fx.snapshot(stage.getScene(), "source-changed-editor" + look);
            picture(new Place.Review(changed), "source-changed-review" + look);
            var waiting = room.store().lines().all().stream().filter(line -> line.status() == Status.AWAITING_REVIEW).findFirst().orElseThrow().id();
            picture(new Place.Review(waiting), "whose-words-review-before" + look);
            press("Whose words");
            Fx.sleep(200);
            Fx.snapshot(stage.getScene(), "whose-words-review" + look);
            picture(new Place.Audit(null), "audit" + look);
            var story = room.store().stories().all().getFirst().id();
            picture(new Place.Audit(story), "audit-story" + look);
            Fx.fx(() -> desktop.edit(story));
            Fx.sleep(600);
            tab("History");
            Fx.snapshot(stage.getScene(), "editor-history" + look);
            tab("Source");
            press("Whose words");
            Fx.sleep(200);
            Fx.snapshot(stage.getScene(), "whose-words-editor" + look);
            tab("Evidence");
            Fx.snapshot(stage.getScene(), "evidence-editor" + look);
            Fx.close(stage);
        }
    }

    /// Presses what says these words, once it is there: what a card says is read away from the window's thread.
    private void press(String words) {
        for (int tries = 0; tries < 100 && Fx.fx(() -> saying(words)).isEmpty(); tries++) {
            Fx.sleep(100);
        }
        Fx.fx(() -> saying(words).orElseThrow(() -> new AssertionError("Nothing here says “" + words + "”.")).fire());
        Fx.pulse();
    }

    private Optional<ButtonBase> saying(String words) {
        return Fx.below(stage.getScene().getRoot()).stream().filter(n -> n instanceof CommandButton b && words.equals(b.getAccessibleText())
                || n instanceof ButtonBase text && words.equals(text.getText())
                || n instanceof ButtonBase base && Fx.below(base).stream().anyMatch(l -> l instanceof Label label && words.equals(label.getText())))
                .map(ButtonBase.class::cast).findFirst();
    }

    private void tab(String name) {
        Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(n -> n instanceof ToggleButton b
                && Fx.below(b).stream().anyMatch(l -> l instanceof Label label && name.equals(label.getText()))).map(ToggleButton.class::cast).findFirst().orElseThrow().fire());
    }

    private void picture(Place place, String name) {
        Fx.fx(() -> desktop.goTo(place));
        Fx.sleep(250);
        Fx.snapshot(stage.getScene(), name);
    }

    private void open(OpenNewsroom room, Theme.Choice choice, double width, double height) {
        stage = Fx.fx(() -> {
            var shown = new Stage();
            desktop = new DesktopNewsroom(room, new PictureWork(), new Theme(choice), shown);
            desktop.show();
            shown.setWidth(width);
            shown.setHeight(height);
            return shown;
        });
        Fx.until("the window is " + width + " wide", () -> stage.getScene().getWidth() == width);
    }
}
