package galley.screen.feeds;

import galley.screen.BusyDay;
import galley.screen.Fx;
import galley.screen.MainWindow;
import galley.screen.common.Place;
import galley.screen.common.Theme;
import galley.work.ImmediateWork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the feeds screen: full, empty, narrow, by day and by night, editing, adding.
@Tag("screens")
class FeedsPicturesTest {

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theFeedsArePictured(Theme.Choice choice, @TempDir Path folder) throws java.io.IOException {
        var look = choice.name().toLowerCase();
        try (var day = new BusyDay(folder.resolve("day"))) {
            var feeds = new FeedsInATest(day.newsroom, new ImmediateWork());
            var stage = show(day, feeds, choice, 1440, 900);
            Fx.snapshot(stage.getScene(), "feeds-empty-" + look);
            feeds.filled();
            Fx.fx(feeds.model::refresh);
            Fx.fx(() -> feeds.model.choose(feeds.model.rows().getFirst()));
            Fx.snapshot(stage.getScene(), "feeds-" + look);
            Fx.fx(() -> feeds.model.edit(feeds.model.rows().getFirst().feed()));
            Fx.snapshot(stage.getScene(), "feeds-edit-" + look);
            var file = Files.writeString(folder.resolve("harbour.xml"), "<rss version=\"2.0\"><channel><title>Harbour Bulletin</title><item><title>The east wall is open again</title></item>"
                    + "<item><title>Night ferry returns in spring</title></item></channel></rss>", StandardCharsets.UTF_8);
            Fx.fx(() -> {
                feeds.model.dropEdit();
                feeds.model.onlyProperty().set(FeedRow.State.IDLE);
                feeds.model.choose(feeds.model.rows().getFirst());
                feeds.model.take(file.toString());
            });
            Fx.snapshot(stage.getScene(), "feeds-add-" + look);
            Fx.fx(() -> feeds.model.onlyProperty().set(null));
            Fx.close(stage);
            var narrow = show(day, feeds, choice, 900, 700);
            Fx.fx(() -> feeds.model.choose(feeds.model.rows().get(2)));
            Fx.snapshot(narrow.getScene(), "feeds-narrow-" + look);
            Fx.close(narrow);
        }
    }

    private static Stage show(BusyDay day, FeedsInATest feeds, Theme.Choice choice, double width, double height) {
        return Fx.fx(() -> {
            MainWindow window = day.window(new Theme(choice), new ImmediateWork());
            window.add(() -> new FeedsView(feeds.model, feeds.times()), Place.Feeds.class);
            var stage = new Stage();
            stage.setScene(window.scene(width, height));
            stage.show();
            stage.requestFocus();
            window.show(new Place.Feeds());
            return stage;
        });
    }
}
