package galley.screen.publish;

import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.publish.Exporter;
import galley.publish.send.Delivery;
import galley.publish.send.Sent;
import galley.publish.send.SiteLogins;
import galley.screen.Fx;
import galley.screen.common.Acting;
import galley.screen.common.Screens;
import galley.screen.common.Theme;
import galley.signoff.Reason;
import galley.work.ImmediateWork;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures of the export screen: looked first, sent elsewhere, cut in the middle.
@Tag("screens")
class ExportPicturesTest {

    private static final Person ROSA = new Person(UUID.randomUUID(), "Rosa Lind", Set.of(Role.EDITOR), List.of(), Instant.EPOCH, null);
    private static final List<String> WRITTEN = List.of("pictures/1f0a77c2a9b31c55.jpg", "2026/11/17/storm-keeps-larnholm-harbour-shut.html", "2026/11/17/storm-keeps-larnholm-harbour-shut.json",
            "section/weather.html", "feed.xml", "index.html");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1200, 860, ''", "DARK, 1200, 860, ''", "LIGHT, 700, 700, -small"})
    void theExportScreenIsPictured(Theme.Choice choice, double width, double height, String size) {
        var look = size + "-" + choice.name().toLowerCase(Locale.ROOT);
        var held = new Exporter.Refused(UUID.randomUUID(), "Quarry talks go on", List.of(new Reason(Reason.Why.HOLD, "On hold by Idris Bello: counsel.")));
        var made = new Exporter.Report(12, 300, 1, List.of(held), List.of(WRITTEN.get(1)), List.of());
        picture(choice, width, height, "s3://quay-post/www?endpoint=https://storage.quay.example&region=eu-north-1", made,
                new Sent(WRITTEN, 306, List.of("2026/11/02/draft-budget.html"), List.of("about.html"), List.of(), null, Path.of("/home/rosa/newsroom/sent/s3-quay-post-www-1f0a77c2/sent.txt")), false, "export-sent" + look);
        picture(choice, width, height, "sftp://rosa@quay.example/var/www", made, new Sent(WRITTEN.subList(0, 2), 306, List.of(), List.of(), List.of("The server quay.example was met for the first time; its key is SHA256:9kJ2xq0wNlT6UuG7FZlq, and no other will be taken from now on."),
                Notice.of("The connection to sftp://rosa@quay.example/var/www was lost after 2 of 6 files: Connection reset.", "What was sent stands, and no page stands before its pictures.", "Export again; only the rest is sent."), null),
                false, "export-cut" + look);
        picture(choice, width, height, "/home/rosa/site", made, null, true, "export-looked" + look);
    }

    /// One that waits, one that was refused.
    private static TimetableViewModel table() {
        var clock = java.time.Clock.fixed(Instant.parse("2026-11-17T18:30:00Z"), java.time.ZoneOffset.UTC);
        var plans = new galley.publish.send.PlannedExport.Plans() {
            @Override
            public List<galley.publish.send.PlannedExport> all() {
                return List.of(new galley.publish.send.PlannedExport(1, UUID.randomUUID(), "/home/rosa/site", clock.instant().minusSeconds(3600), null, ROSA.id(), clock.instant(),
                        List.of(new galley.publish.send.PlannedExport.Event(clock.instant().minusSeconds(3500), galley.publish.send.PlannedExport.Kind.REFUSED, "“Quarry talks go on”: On hold by Idris Bello: counsel."))),
                        new galley.publish.send.PlannedExport(2, null, "sftp://rosa@quay.example/var/www", clock.instant().plusSeconds(600), java.time.Duration.ofMinutes(15), ROSA.id(), clock.instant(), List.of()));
            }

            @Override
            public long add(UUID story, String destination, Instant first, java.time.Duration every, UUID by, Instant madeAt) {
                throw new AssertionError(destination);
            }

            @Override
            public void note(long number, galley.publish.send.PlannedExport.Event event) {
                throw new AssertionError(event.toString());
            }
        };
        var timetable = new galley.publish.send.Timetable(plans, null, null, null, null, null, clock);
        return new TimetableViewModel(timetable, () -> java.time.ZoneOffset.UTC, _ -> "Quarry talks go on", new Acting(ROSA), new galley.screen.common.Times(clock), new ImmediateWork());
    }

    private void picture(Theme.Choice choice, double width, double height, String to, Exporter.Report made, Sent sent, boolean lookOnly, String name) {
        var model = new ExportViewModel(new ExportViewModel.Desk(_ -> List.of(new ExportViewModel.Candidate(UUID.randomUUID(), "Storm keeps Larnholm harbour shut", List.of()),
                new ExportViewModel.Candidate(UUID.randomUUID(), "Quarry talks go on", List.of("On hold by Idris Bello: counsel."))),
                (_, _, _, _, _) -> new Delivery.Report(made, sent),
                (_, _, _, _, _) -> new Delivery.Trial(new Exporter.Trial(List.of(WRITTEN.get(1)), List.of(), WRITTEN, 300, List.of(), List.of(), "key"), null),
                () -> to, _ -> { }, new SiteLogins(folder.resolve("logins.json")), () -> lookOnly ? List.of("theme/colours.txt, line 7: ink on paper has a contrast of 2.9 in the light look; it needs 4.5.") : List.of(),
                new Acting(ROSA), () -> { }), new ImmediateWork());
        var stage = Fx.show(() -> {
            var view = new ExportView(model, table(), new Screens() {
                @Override
                public void show(galley.screen.common.Place place) {
                    throw new AssertionError(place.toString());
                }

                @Override
                public void back() {
                    throw new AssertionError("back");
                }
            });
            var scene = new Scene(view.root(), width, height);
            new Theme(choice).dress(scene);
            view.show(new galley.screen.common.Place.Exporting(List.of()));
            return scene;
        });
        Fx.Act act = lookOnly ? model::lookFirst : model::export;
        Fx.fx(act);
        Fx.pulse();
        Fx.snapshot(stage.getScene(), name);
        Fx.close(stage);
    }
}
