package galley.screen.settings;

import galley.desk.Newsroom;
import galley.screen.Fx;
import galley.screen.MainWindow;
import galley.screen.BusyDay;
import galley.screen.common.Place;
import galley.screen.common.Theme;
import galley.screen.firstrun.FirstRunView;
import galley.screen.firstrun.FirstRunViewModel;
import galley.screen.firstrun.Foundation;
import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the settings and of the first run, by day and by night, wide and narrow.
@Tag("screens")
class SettingsPicturesTest {

    private String look;

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theSettingsArePictured(Theme.Choice choice, @TempDir Path folder) {
        look = choice.name().toLowerCase();
        try (var day = new BusyDay(folder).filled()) {
            pictureAll(day, choice, 1440, 900, "");
            pictureAll(day, choice, 900, 640, "-small");
        }
    }

    private void pictureAll(BusyDay day, Theme.Choice choice, double width, double height, String size) {
        var settings = new SettingsInATest(day.newsroom, day.newsroom.idris);
        var view = Fx.fx(() -> new SettingsView(new SettingsViewModel(settings.form(), settings.people(), settings.board(), settings.rules(), new BackupsViewModel(new Shelf(),
                new ImmediateWork(), settings), new Theme(choice).choiceProperty(), "/home/idris/.local/share/galley", null)));
        var window = Fx.fx(() -> {
            MainWindow made = day.window(new Theme(choice), new ImmediateWork());
            made.add(() -> view, Place.Settings.class);
            return made;
        });
        var stage = show(Fx.fx(() -> window.scene(width, height)));
        Fx.fx(() -> window.show(new Place.Settings()));
        for (var tab : List.of("Newsroom", "Policies", "People", "Editorial board", "Rules", "This window", "Copies")) {
            Fx.fx(() -> view.tabs().shownProperty().set(tab));
            Fx.snapshot(stage.getScene(), "settings-" + tab.toLowerCase().replace(' ', '-') + size + "-" + look);
        }
        Fx.fx(() -> view.tabs().shownProperty().set("Editorial board"));
        Fx.fx(() -> {
            settings.lastBoard.statedProperty().set(true);
            settings.lastBoard.seniorsProperty().set(true);
        });
        Fx.snapshot(stage.getScene(), "settings-board-stated" + size + "-" + look);
        Fx.fx(() -> view.tabs().shownProperty().set("People"));
        Fx.fx(() -> settings.lastPeople.beginAdd().run());
        Fx.snapshot(stage.getScene(), "settings-people-add" + size + "-" + look);
        Fx.fx(() -> settings.lastPeople.selectedProperty().set(settings.lastPeople.lines().getFirst()));
        for (var form : List.of("New key", "Key lost", "Bring a key file back", "They leave")) {
            Fx.fx(() -> settings.lastPeople.begins().stream().filter(command -> command.words().equals(form)).findFirst().orElseThrow().run());
            Fx.snapshot(stage.getScene(), "settings-people-" + form.toLowerCase().replace(' ', '-') + size + "-" + look);
        }
        Fx.fx(() -> settings.lastPeople.ending(PeopleViewModel.Form.LEAVE));
        Fx.fx(() -> view.tabs().shownProperty().set("Rules"));
        Fx.fx(() -> {
            var rules = settings.lastRules;
            rules.begin().run();
            rules.nameProperty().set("Harbour and ships");
            rules.whenProperty().set("text contains harbour\nlanguage is en");
            rules.thenProperty().set("category Local\ndesk Harbour\npriority 1\nnotify");
            rules.acts().getFirst().run();
            rules.acts().get(1).run();
            rules.acts().getFirst().run();
        });
        Fx.snapshot(stage.getScene(), "settings-rules-tried" + size + "-" + look);
        Fx.fx(() -> settings.lastRules.thenProperty().set("category Local\ndelete it"));
        Fx.snapshot(stage.getScene(), "settings-rules-wrong" + size + "-" + look);
        Fx.close(stage);
    }

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theFirstRunIsPictured(Theme.Choice choice) {
        look = choice.name().toLowerCase();
        var model = new FirstRunViewModel(new Nothing(), null, new ImmediateWork(), () -> { });
        var stage = show(Fx.fx(() -> {
            var scene = new Scene(new FirstRunView(model, "/home/idris/.local/share/galley").root(), 900, 720);
            new Theme(choice).dress(scene);
            return scene;
        }));
        Fx.snapshot(stage.getScene(), "first-run-welcome-" + look);
        Fx.fx(() -> model.start().run());
        Fx.fx(() -> {
            model.nameProperty().set("The Larn Courier");
            model.siteProperty().set("http://larn-courier.example");
        });
        Fx.snapshot(stage.getScene(), "first-run-newsroom-" + look);
        Fx.fx(() -> {
            model.siteProperty().set("");
            model.toPerson().run();
            model.personProperty().set("Idris Bello");
            model.passphraseProperty().set("herring lamp cello");
            model.againProperty().set("herring");
        });
        Fx.snapshot(stage.getScene(), "first-run-person-" + look);
        Fx.fx(() -> {
            model.againProperty().set("herring lamp cello");
            model.begin().run();
            model.choose(model.starters().getFirst(), true);
            model.choose(model.starters().get(3), true);
        });
        Fx.snapshot(stage.getScene(), "first-run-feeds-" + look);
        Fx.close(stage);
    }

    private static Stage show(Scene scene) {
        return Fx.fx(() -> {
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            return stage;
        });
    }

    private static final class Shelf implements BackupShelf {
        @Override
        public List<Backup> all() {
            return List.of(new Backup(LocalDate.of(2026, 11, 17), "newsroom-2026-11-17.db", 4_312_000),
                    new Backup(LocalDate.of(2026, 11, 16), "newsroom-2026-11-16.db", 4_120_000),
                    new Backup(LocalDate.of(2026, 11, 9), "newsroom-2026-11-09.db", 812_000));
        }

        @Override
        public boolean makeTodays() {
            return true;
        }

        @Override
        public void putBack(Backup backup) {}
    }

    private static final class Nothing implements Foundation {
        @Override
        public void begin(Newsroom newsroom, String person, char[] passphrase) {}

        @Override
        public void addFeeds(List<URI> addresses) {}

        @Override
        public void sample(Progress.Watcher watcher, Cancel cancel) {}
    }
}
