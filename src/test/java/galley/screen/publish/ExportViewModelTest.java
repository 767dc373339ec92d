package galley.screen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.desk.Role;
import galley.publish.Exporter;
import galley.publish.send.Delivery;
import galley.publish.send.Destination;
import galley.publish.send.Login;
import galley.publish.send.SiteLogins;
import galley.screen.common.Acting;
import galley.signoff.Reason;
import galley.work.ImmediateWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {

    private static final Person ROSA = new Person(UUID.randomUUID(), "Rosa Lind", Set.of(Role.EDITOR), List.of(), Instant.EPOCH, null);
    private static final UUID GOOD = UUID.randomUUID();
    private static final UUID HELD = UUID.randomUUID();

    @TempDir
    Path folder;
    private final List<String> remembered = new ArrayList<>();
    private final List<Destination> exportedTo = new ArrayList<>();
    private int changes;
    private List<ExportViewModel.Candidate> found = List.of(new ExportViewModel.Candidate(GOOD, "Storm", List.of()),
            new ExportViewModel.Candidate(HELD, "Quarry", List.of("On hold by Idris Bello: counsel.")));

    private ExportViewModel model(ExportViewModel.Exports exports) {
        return new ExportViewModel(new ExportViewModel.Desk(_ -> found, exports,
                (_, _, _, _, _) -> new Delivery.Trial(new Exporter.Trial(List.of("2026/storm.html"), List.of(), List.of("index.html"), 3, List.of(), List.of(), "key"), null),
                () -> folder.resolve("site").toString(), remembered::add, new SiteLogins(folder.resolve("logins.json")), () -> List.of("theme/colours.txt, line 3: no such colour."),
                new Acting(ROSA), () -> changes++), new ImmediateWork());
    }

    private Delivery.Report export(Destination.Given to) {
        exportedTo.add(to.to());
        return new Delivery.Report(new Exporter.Report(12, 3, 0, List.of(new Exporter.Refused(HELD, "Quarry", List.of(new Reason(Reason.Why.HOLD, "On hold by Idris Bello: counsel.")))),
                List.of("2026/storm.html"), List.of()), null);
    }

    @Test
    void itExportsToTheChosenFolderAndListsWhatWasRefused() {
        var model = model((_, to, _, _, _) -> export(to));
        model.show(List.of(GOOD, HELD));
        assertThat(model.candidatesProperty().get()).extracting(ExportViewModel.Candidate::against).containsExactly(List.of(), List.of("On hold by Idris Bello: counsel."));
        model.toProperty().set(folder.resolve("elsewhere").toString());
        assertThat(model.refusalProperty().get()).isEmpty();
        model.export();
        assertThat(exportedTo).containsExactly(new Destination.Folder(folder.resolve("elsewhere")));
        assertThat(remembered).containsExactly(folder.resolve("elsewhere").toString());
        assertThat(model.reportProperty().get().site().refused()).extracting(Exporter.Refused::headline).containsExactly("Quarry");
        assertThat(changes).isEqualTo(1);
        assertThat(model.saysProperty().get()).isEmpty();
        assertThat(model.refusalProperty().get()).isEmpty();
    }

    @Test
    void whyItCannotBeExportedIsSaidBeforehand() throws Exception {
        var model = model((_, to, _, _, _) -> export(to));
        found = List.of();
        model.show(List.of());
        assertThat(model.refusalProperty().get()).isEqualTo("nothing is ready");
        found = List.of(new ExportViewModel.Candidate(HELD, "Quarry", List.of("On hold.")));
        model.show(List.of(HELD));
        assertThat(model.refusalProperty().get()).isEqualTo("none of them may be exported");
        found = List.of(new ExportViewModel.Candidate(GOOD, "Storm", List.of()));
        model.show(List.of(GOOD));
        model.toProperty().set(" ");
        assertThat(model.refusalProperty().get()).isEqualTo("needs a place");
        model.toProperty().set(Files.writeString(folder.resolve("file"), "x").toString());
        assertThat(model.refusalProperty().get()).isEqualTo("needs a place");
        model.export();
        assertThat(exportedTo).isEmpty();
    }

    @Test
    void aStoppedOrBrokenExportIsSaidAndCanBeTriedAgain() {
        var stopped = model((_, _, _, _, _) -> {
            throw new CancellationException("stopped");
        });
        stopped.show(List.of(GOOD));
        stopped.export();
        assertThat(stopped.problemProperty().get().happened()).isEqualTo("The export was stopped.");
        assertThat(stopped.refusalProperty().get()).isEmpty();

        var broken = model((_, _, _, _, _) -> {
            throw galley.notice.Trouble.of("The folder cannot be written.", "Nothing was changed.", "Choose another.");
        });
        broken.show(List.of(GOOD));
        broken.export();
        assertThat(broken.problemProperty().get().happened()).isEqualTo("The folder cannot be written.");
        assertThat(remembered).isEmpty();
    }

    @Test
    void whatAnExportWouldDoIsShownAndNothingDone() {
        var model = model((_, to, _, _, _) -> export(to));
        model.show(List.of(GOOD));
        model.lookFirst();
        assertThat(model.trialProperty().get().site().written()).containsExactly("index.html");
        assertThat(exportedTo).isEmpty();
        assertThat(remembered).isEmpty();
        assertThat(model.themeProblemsProperty().get()).singleElement().asString().contains("line 3");
    }

    @Test
    void aPlaceElsewhereAsksForASignInWhichIsKeptApart() {
        var model = model((_, to, _, _, _) -> export(to));
        model.show(List.of(GOOD));
        assertThat(model.signInProperty().get()).isEqualTo(ExportViewModel.SignIn.NOBODY);
        model.toProperty().set("s3://quay-post/www");
        assertThat(model.signInProperty().get()).isEqualTo(ExportViewModel.SignIn.BUCKET);
        model.toProperty().set("sftp://rosa:secret@quay.example/www");
        assertThat(model.signInProperty().get()).isEqualTo(ExportViewModel.SignIn.SERVER);
        model.keepSignIn("", "four words", "");
        assertThat(new SiteLogins(folder.resolve("logins.json")).of(Destination.read("sftp://rosa@quay.example/www").to())).contains(new Login("", "four words", ""));
        model.export();
        assertThat(remembered).containsExactly("sftp://rosa@quay.example/www");
        model.toProperty().set("ftp://quay.example/");
        assertThat(model.wrongPlaceProperty().get()).contains("no place a site can be sent to");
        assertThat(model.refusalProperty().get()).isEqualTo("needs a place");
        found = List.of();
        model.show(List.of());
        model.toProperty().set("sftp://rosa@quay.example/www");
        assertThat(model.refusalProperty().get()).as("a cut sending can be finished").isEmpty();
    }
}
