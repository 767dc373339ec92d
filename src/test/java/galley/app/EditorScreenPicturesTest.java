package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.screen.Fx;
import galley.screen.PictureWork;
import galley.screen.common.Theme;
import galley.signoff.Outcome;
import galley.signoff.Status;
import galley.story.StoryText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the whole editor screen on the sample newsroom: both themes, wide and small, and every state that an editor meets.
@Tag("screens")
class EditorScreenPicturesTest {

    private static final Clock EVENING = Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private OpenNewsroom room;
    private Stage stage;

    @BeforeAll
    static void play() {
        DemoNewsDay.play(folder, _ -> { });
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
        show(choice, width, height);

        edit(story(Status.LAPSED));
        picture("lapsed" + look);
        tab("Source");
        picture("source" + look);
        segment("What changed");
        picture("changed" + look);
        segment("Whose words");
        picture("whose" + look);
        tab("History");
        picture("history" + look);

        edit(story(Status.DRAFT));
        picture("draft" + look);
        edit(story(Status.PUBLISHED));
        tab("Checks");
        picture("published" + look);
        tab("Evidence");
        picture("evidence" + look);
        button("Add evidence");
        picture("evidence-form" + look);
        tab("Pictures");
        picture("pictures" + look);

        preview(story(Status.DRAFT));
        picture("preview-draft" + look);
        preview(story(Status.PUBLISHED));
        picture("preview-published" + look);
        preview(story(Status.READY));
        press("Dark");
        Fx.sleep(200);
        picture("preview-dark" + look);
        press("Phone");
        press("Light");
        Fx.sleep(300);
        picture("preview-phone" + look);
        press("Desk");

        edit(begun(StoryText.of("", "")));
        picture("empty" + look);
        edit(begun(new StoryText("LONG-READ", "A very long account of the storm, its floods and everything that anybody said about it afterwards", "Standfirst. ".repeat(12),
                "Noor Halabi", "SKERROW", longBody(), java.util.List.of(), "<p>Our own context stands here.</p>", "", java.util.List.of(), null, java.util.List.of(),
                "Weather", java.util.List.of("storm", "harbour", "floods"), "en-GB", "")));
        Fx.press(web(), KeyCode.ENTER, KeyCode.CONTROL);
        picture("signing" + look);
        if (size.isEmpty() && choice == Theme.Choice.LIGHT) {
            detail("Embargo");
            picture("embargo" + look);
        }
    }

    private static String longBody() {
        return Arrays.stream(("The sea came over the Mole at two in the morning and took the fish boxes with it. Nobody was hurt, the harbour office said, "
                + "but the crane will not turn before spring. ").repeat(30).split("(?<=spring\\. )")).map(p -> "<p>" + p.strip() + "</p>").collect(Collectors.joining());
    }

    private void show(Theme.Choice choice, double width, double height) {
        var senior = room.people().all().stream().filter(Person::isSenior).findFirst().orElseThrow();
        room.settings().choose(DesktopNewsroom.ACTING, senior.id().toString());
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

    private DesktopNewsroom desktop;

    private UUID story(Status status) {
        return room.store().lines().all().stream().filter(l -> l.status() == status).findFirst().orElseThrow().id();
    }

    private UUID begun(StoryText text) {
        var by = room.people().all().stream().filter(Person::isSenior).findFirst().orElseThrow();
        return room.flow().begin(by, text) instanceof Outcome.Done<galley.story.Story> done ? done.value().id() : null;
    }

    private void edit(UUID story) {
        Fx.fx(() -> desktop.edit(story));
        Fx.until("the text stands", () -> Fx.below(stage.getScene().getRoot()).stream().anyMatch(n -> n instanceof WebView w && w.isVisible()));
        Fx.sleep(350);
    }

    private void preview(UUID story) {
        Fx.fx(() -> desktop.preview(story));
        Fx.sleep(1_200);
    }

    private WebView web() {
        return Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(WebView.class::isInstance).map(WebView.class::cast).findFirst().orElseThrow());
    }

    private void tab(String name) {
        press(name);
    }

    private void segment(String name) {
        press(name);
    }

    private void press(String name) {
        Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(n -> n instanceof ToggleButton b && (name.equals(b.getText())
                || Fx.below(b).stream().anyMatch(l -> l instanceof Label label && name.equals(label.getText())))).map(ToggleButton.class::cast).findFirst().orElseThrow().fire());
    }

    private void button(String words) {
        Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(n -> n instanceof javafx.scene.control.Button b && words.equals(b.getAccessibleText()))
                .map(javafx.scene.control.Button.class::cast).findFirst().orElseThrow().fire());
    }

    private void detail(String name) {
        Fx.fx(() -> Fx.below(stage.getScene().getRoot()).stream().filter(n -> n.getStyleClass().contains("detail-line")
                && n.getAccessibleText().startsWith(name)).findFirst().orElseThrow().requestFocus());
        Fx.press(Fx.fx(() -> stage.getScene().getFocusOwner()), KeyCode.ENTER);
    }

    private void picture(String name) {
        Fx.pulse();
        assertThat(Fx.snapshot(stage.getScene(), "editor-screen-" + name)).isNotEmptyFile();
    }
}
