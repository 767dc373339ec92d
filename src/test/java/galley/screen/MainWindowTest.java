package galley.screen;

import static galley.screen.Fx.fx;
import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.common.CommandPalette;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screen;
import galley.screen.common.SearchBox;
import galley.screen.common.ShortcutSheet;
import galley.screen.common.Theme;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window by keyboard alone.
class MainWindowTest {

    private BusyDay day;
    private MainWindow window;
    private Stage stage;
    private Scene scene;
    private Feeds feeds;

    @BeforeEach
    void open(@TempDir Path folder) {
        day = new BusyDay(folder).filled();
        fx(() -> {
            feeds = new Feeds();
            window = day.window(new Theme(Theme.Choice.LIGHT), new PictureWork());
            window.add(() -> feeds, Place.Feeds.class);
            scene = window.scene(1000, 800);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            window.show(new Place.InQueue(Queue.AWAITING_REVIEW));
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.close(stage);
        day.close();
    }

    @Test
    void theTableHasTheKeyboardAndJAndKMoveInIt() {
        assertThat(focus()).isInstanceOf(TableView.class);
        press(KeyCode.J);
        assertThat(headline()).startsWith("Quarry inquiry");
        press(KeyCode.K);
        assertThat(headline()).startsWith("Storm keeps");
        press(KeyCode.K);
        assertThat(headline()).startsWith("Storm keeps");
    }

    @Test
    void slashLeadsToTheSearchWhereLettersAreLetters() {
        type("/");
        assertThat(focus()).isInstanceOf(TextField.class);
        type("jarvis");
        assertThat(fx(() -> ((TextField) focus()).getText())).isEqualTo("jarvis");
        assertThat(fx(() -> find(SearchBox.class).textProperty().get())).isEqualTo("jarvis");
    }

    @Test
    void escapeClearsTheSearchThenLeavesItThenStaysWhereItIs() {
        type("/");
        type("storm");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> find(SearchBox.class).textProperty().get())).isEmpty();
        press(KeyCode.ESCAPE);
        assertThat(focus()).isInstanceOf(TableView.class);
        press(KeyCode.ESCAPE);
        assertThat(headline()).startsWith("Storm keeps");
        fx(() -> window.show(new Place.Feeds()));
        press(KeyCode.ESCAPE);
        assertThat(feeds.left).isEqualTo(1);
    }

    @Test
    void thePaletteDoesWhatIsTypedAndGivesTheKeyboardBack() {
        press(KeyCode.K, KeyCode.CONTROL);
        assertThat(fx(() -> find(CommandPalette.class).isOpen())).isTrue();
        type("go to ready");
        press(KeyCode.ENTER);

        assertThat(fx(() -> find(CommandPalette.class).isOpen())).isFalse();
        assertThat(headline()).startsWith("Velmark teachers");
        assertThat(focus()).isInstanceOf(TableView.class);
    }

    @Test
    void theSheetOfKeysOpensClosesAndGivesTheKeyboardBack() {
        type("?");
        assertThat(fx(() -> find(ShortcutSheet.class).isOpen())).isTrue();
        press(KeyCode.J);
        assertThat(headline()).startsWith("Storm keeps");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> find(ShortcutSheet.class).isOpen())).isFalse();
        assertThat(focus()).isInstanceOf(TableView.class);
    }

    @Test
    void whatWasSpikedComesBackWithTheKeyThatTheToastShows() {
        fx(() -> window.show(new Place.InQueue(Queue.WIRE)));
        var first = headline();
        press(KeyCode.S);
        assertThat(headline()).isNotEqualTo(first);
        press(KeyCode.Z, KeyCode.CONTROL);
        press(KeyCode.K);
        assertThat(headline()).isEqualTo(first);
    }

    @Test
    void aReviewIsAskedSignedAndGivesTheKeyboardBack() {
        press(KeyCode.R);
        type(new String(BusyDay.passphrase()));
        press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.pulse();

        assertThat(headline()).startsWith("Quarry inquiry");
        assertThat(focus()).isInstanceOf(TableView.class);
    }

    @Test
    void backLeadsWhereThePersonCameFromAndFeedsAreASidestep() {
        fx(() -> window.show(new Place.Feeds()));
        assertThat(feeds.shown).isEqualTo(1);
        fx(() -> window.back());
        assertThat(feeds.left).isEqualTo(1);
        assertThat(headline()).startsWith("Storm keeps");
    }

    @Test
    void theChosenRowStaysInSightHoweverFarOneGoes() {
        for (int i = 0; i < 40; i++) {
            day.deliver("Northwire", "Lifeboat log " + i, "Weather", "en");
        }
        fx(() -> window.show(new Place.InQueue(Queue.WIRE)));
        for (int i = 0; i < 30; i++) {
            press(KeyCode.J);
        }
        Fx.pulse();
        assertThat(fx(() -> {
            var table = find(TableView.class);
            var chosen = Fx.below(table).stream().filter(n -> n instanceof javafx.scene.control.TableRow<?> row && row.isSelected()).findFirst().orElseThrow();
            return table.localToScene(table.getLayoutBounds()).contains(chosen.localToScene(chosen.getLayoutBounds()));
        })).isTrue();
    }

    @Test
    void largerTextMakesAWideWindowBehaveAsANarrowOne() {
        var before = fx(() -> find(SearchBox.class).localToScene(find(SearchBox.class).getLayoutBounds()).getHeight());
        press(KeyCode.EQUALS, KeyCode.CONTROL);
        Fx.pulse();
        assertThat(fx(() -> find(SearchBox.class).localToScene(find(SearchBox.class).getLayoutBounds()).getHeight())).isGreaterThan(before + 2);
        Fx.until("the sidebar is narrow", () -> ((javafx.scene.layout.Region) scene.lookup(".sidebar")).getWidth() < 60);
        press(KeyCode.DIGIT0, KeyCode.CONTROL);
        Fx.until("the sidebar is wide", () -> ((javafx.scene.layout.Region) scene.lookup(".sidebar")).getWidth() > 100);
    }

    @Test
    void narrowTheSidebarShowsShapesOnly() {
        fx(() -> stage.setWidth(900));
        Fx.until("the sidebar is narrow", () -> ((javafx.scene.layout.Region) scene.lookup(".sidebar")).getWidth() < 60);
    }

    private String headline() {
        Fx.pulse();
        return fx(() -> Fx.below(scene.lookup(".page-headline")).stream().filter(n -> n instanceof javafx.scene.text.Text)
                .map(n -> ((javafx.scene.text.Text) n).getText()).reduce("", String::concat));
    }

    private Node focus() {
        return fx(() -> scene.getFocusOwner());
    }

    private void press(KeyCode code, KeyCode... held) {
        Fx.press(focus(), code, held);
    }

    private void type(String text) {
        text.codePoints().forEach(point -> Fx.type(focus(), Character.toString(point)));
    }

    private <T> T find(Class<T> kind) {
        return Fx.below(scene.getRoot()).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private static final class Feeds implements Screen {
        private final StackPane root = new StackPane(new Label("Feeds"));
        private int shown;
        private int left;

        @Override
        public Parent root() {
            return root;
        }

        @Override
        public void show(Place place) {
            shown++;
        }

        @Override
        public void leave() {
            left++;
        }
    }
}
