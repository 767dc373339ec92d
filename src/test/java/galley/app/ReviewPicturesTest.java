package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.screen.Fx;
import galley.screen.PictureWork;
import galley.screen.common.Theme;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the review screen on the sample newsroom: both themes, wide and small, and every state that a reviewer meets.
@Tag("screens")
class ReviewPicturesTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private OpenNewsroom room;
    private Stage stage;
    private DesktopNewsroom desktop;

    @BeforeAll
    static void play() {
        DemoNewsDay.play(folder, _ -> { });
        try (var room = OpenNewsroom.at(folder.resolve("newsroom"), EVENING)) {
            // A small change after an approval.
            var theatre = story(room, "LANTERN-REOPENS");
            var noor = person(room, "Noor Halabi");
            var text = room.flow().file(theatre).orElseThrow().text();
            done(room.flow().write(theatre, noor, text.withBody(text.body().replace("since they are wider", "since each is wider")), room.flow().file(theatre).orElseThrow().seen()));
            done(room.flow().sign(theatre, Meaning.EDITED, noor, room.keyFiles().open(noor.id(), "sample only: herring gull".toCharArray()).orElseThrow(),
                    room.flow().file(theatre).orElseThrow().seen(), noor.name()));
        }
    }

    @BeforeEach
    void open() {
        room = OpenNewsroom.at(folder.resolve("newsroom"), EVENING);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
        room.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440, 900, ''", "DARK, 1440, 900, ''", "LIGHT, 1000, 700, -small", "DARK, 1000, 700, -small"})
    void everyStateIsPictured(Theme.Choice choice, double width, double height, String size) {
        var look = size + "-" + choice.name().toLowerCase(Locale.ROOT);
        show(choice, width, height, "Saoirse Keane");
        review(null);
        picture("waiting" + look);
        review(story(room, "EELS-LETTUCE"));
        picture("comments" + look);
        review(story(room, "QUARRY-TRIAL"));
        picture("to-sign" + look);
        tab("Evidence");
        picture("evidence" + look);
        review(story(room, "LANTERN-REOPENS"));
        tab("Comments");
        picture("delta" + look);
        review(story(room, "WHOOPING-COUGH"));
        picture("made-up-for" + look);
        review(story(room, "FISH-HALL"));
        picture("arabic" + look);
    }

    private void show(Theme.Choice choice, double width, double height, String who) {
        room.settings().choose(DesktopNewsroom.ACTING, person(room, who).id().toString());
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

    private void review(UUID story) {
        Fx.fx(() -> desktop.review(story));
        Fx.sleep(250);
    }

    private void tab(String name) {
        Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(n -> n instanceof ToggleButton b
                && Fx.below(b).stream().anyMatch(l -> l instanceof Label label && name.equals(label.getText()))).map(ToggleButton.class::cast).findFirst().orElseThrow().fire());
    }

    private void picture(String name) {
        Fx.pulse();
        Fx.pulse();
        assertThat(Fx.snapshot(stage.getScene(), "review-" + name)).isNotEmptyFile();
    }

    private static UUID story(OpenNewsroom room, String slug) {
        return room.store().lines().all().stream().filter(l -> l.slugline().startsWith(slug)).findFirst().orElseThrow().id();
    }

    private static Person person(OpenNewsroom room, String name) {
        return room.people().find(name).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome instanceof Outcome.Done<T> done ? done.value() : org.junit.jupiter.api.Assertions.fail(outcome.whyNot());
    }
}
