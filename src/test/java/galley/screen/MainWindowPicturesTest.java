package galley.screen;

import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.screen.common.Acting;
import galley.screen.common.EmptyState;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screen;
import galley.screen.common.Theme;
import galley.work.ImmediateWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the frame: wide, narrow, with the palette and the sheet of keys open.
@Tag("screens")
class MainWindowPicturesTest {

    private static final Person IDRIS = new Person(UUID.randomUUID(), "Idris Bell", Set.of(Role.SENIOR_EDITOR), List.of(), Instant.EPOCH, null);

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theFrameIsPictured(Theme.Choice choice) {
        var look = choice.name().toLowerCase();
        var scene = Fx.fx(() -> window(choice).scene(1440, 900));
        Fx.snapshot(scene, "frame-" + look);
        var narrow = Fx.fx(() -> window(choice).scene(960, 700));
        Fx.snapshot(narrow, "frame-narrow-" + look);
        Fx.type(scene.getRoot(), "?");
        Fx.snapshot(scene, "frame-keys-" + look);
    }

    private static MainWindow window(Theme.Choice choice) {
        var work = new ImmediateWork();
        Tallies tallies = _ -> new Tallies.Tally(Map.of(Queue.WIRE, 1284L, Queue.MINE, 6L, Queue.DRAFTS, 9L, Queue.AWAITING_REVIEW, 4L, Queue.READY, 3L,
                Queue.PUBLISHED, 58L, Queue.SPIKED, 12L), List.of(new Tallies.FromSource("Northwire", 412, false),
                new Tallies.FromSource("Meridian Press", 268, false), new Tallies.FromSource("وكالة الساحل", 71, false),
                new Tallies.FromSource("港湾通信", 54, false), new Tallies.FromSource("Coast Radio", 0, true)), 2, 1_002_418);
        var model = new MainViewModel("The Larn Courier", tallies, List.of(IDRIS), new Acting(IDRIS), work);
        model.tell(Notice.of("Coast Radio did not answer.", "", ""));
        var window = new MainWindow(model, new Theme(choice), work);
        window.withPull(new Pulling(work, (watcher, _) -> new Pulling.Brought(31, 4, 2), window, model::countAgain));
        window.add(Blank::new, Place.InQueue.class);
        window.show(new Place.InQueue(Queue.AWAITING_REVIEW));
        model.savedProperty().set("Saved 11:47:09");
        return window;
    }

    private static final class Blank implements Screen {
        @Override
        public Parent root() {
            return new StackPane(new EmptyState("fth-eye", "Nothing awaits review", "Edited stories come here."));
        }

        @Override
        public java.util.Optional<Search> search() {
            return java.util.Optional.of(new Search("Search words or \"an exact phrase\"", new SimpleStringProperty("")));
        }
    }
}
