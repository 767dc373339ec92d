package galley.screen.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Notice;
import galley.screen.Fx;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Place;
import galley.screen.common.Screens;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.work.ImmediateWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {

    private static final Person ROSA = new Person(UUID.randomUUID(), "Rosa Lind", Set.of(Role.EDITOR), List.of(), Instant.EPOCH, null);
    private static final UUID STORY = UUID.randomUUID();
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Page</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>body { background: #ffffff } @media (prefers-color-scheme: dark) { body { background: #151918 } }</style></head><body><h1>Storm</h1></body></html>
            """;

    @TempDir
    Path folder;
    private final List<String> said = new ArrayList<>();
    private final Notices notices = new Notices() {
        @Override
        public void say(String icon, String words, Command... acts) {
            said.add(words);
        }

        @Override
        public void tell(Notice notice) {
            said.add(notice.happened());
        }
    };

    private PreviewViewModel model(List<Reason> against, Outcome<String> export) {
        return new PreviewViewModel((_, _) -> new PreviewViewModel.Made(page(), "2026/page.html", against, against.isEmpty(), false),
                (_, _) -> export, _ -> new Outcome.Done<>(new galley.publish.Exporter.Alone("2026/page.html", PAGE, "<article><p>Storm</p></article>")), new Acting(ROSA), new ImmediateWork(), notices);
    }

    private Path page() {
        return folder.resolve("page.html");
    }

    @Test
    void itSaysWhatIsSeenAndWhatStandsInTheWay() {
        var ready = model(List.of(), new Outcome.Done<>("2026/page.html"));
        ready.show(STORY);
        assertThat(ready.madeProperty().get().says()).isEqualTo("The very file an export would write");
        ready.export();
        assertThat(said).containsExactly("Exported: 2026/page.html");

        var no = List.of(new Reason(Reason.Why.NOT_REVIEWED, "No second person has signed this text as reviewed."));
        var waiting = model(no, new Outcome.Refused<>(no));
        waiting.show(STORY);
        assertThat(waiting.madeProperty().get().says()).isEqualTo("Not to be exported yet");
        assertThat(waiting.madeProperty().get().against()).isEqualTo(no);
        waiting.export();
        assertThat(said).last().isEqualTo("No second person has signed this text as reviewed.");
    }

    @Test
    void whatIsOnTheSiteIsTakenAsOneFileAndNothingElse() {
        var model = model(List.of(), new Outcome.Done<>(""));
        model.show(STORY);
        var taken = new ArrayList<String>();
        model.take(alone -> {
            taken.add(alone.article());
            return "Copied.";
        });
        assertThat(taken).containsExactly("<article><p>Storm</p></article>");
        assertThat(said).containsExactly("Copied.");
        model.save(PAGE, folder.resolve("one.html"));
        assertThat(folder.resolve("one.html")).hasContent(PAGE);
        var refused = new PreviewViewModel((_, _) -> new PreviewViewModel.Made(page(), "2026/page.html", List.of(), true, false), (_, _) -> new Outcome.Done<>(""),
                _ -> new Outcome.Refused<>(List.of(new Reason(Reason.Why.NOT_PUBLISHED, "Export it first."))), new Acting(ROSA), new ImmediateWork(), notices);
        refused.show(STORY);
        refused.take(_ -> {
            throw new AssertionError("nothing may be taken");
        });
        assertThat(said).last().isEqualTo("Export it first.");
    }

    @Test
    void aPageThatCannotBeMadeIsSaid() {
        var model = new PreviewViewModel((_, _) -> {
            throw new IllegalStateException("disk full");
        }, (_, _) -> new Outcome.Done<>(""), _ -> new Outcome.Refused<>(List.of(new Reason(Reason.Why.NOT_PUBLISHED, "Export it first."))), new Acting(ROSA), new ImmediateWork(), notices);
        model.show(STORY);
        assertThat(model.madeProperty().get()).isNull();
        assertThat(model.problemProperty().get()).isNotNull();
    }

    @Test
    void theDarkPageIsShownWithoutTouchingTheFile() throws Exception {
        Files.writeString(page(), PAGE);
        var model = model(List.of(), new Outcome.Done<>(""));
        var view = Fx.fx(() -> new PreviewView(model, new ImmediateWork(), new Screens() {
            @Override
            public void show(Place place) { }

            @Override
            public void back() { }
        }));
        var stage = Fx.show(view::root, 900, 600);
        Fx.fx(() -> view.show(new Place.PageOf(STORY)));
        Fx.until("the page is light", () -> background(stage.getScene().getRoot()).equals("rgb(255, 255, 255)"));
        Fx.fx(() -> model.darkProperty().set(true));
        assertThat(Fx.fx(() -> background(stage.getScene().getRoot()))).isEqualTo("rgb(21, 25, 24)");
        Fx.fx(() -> model.widthProperty().set(PreviewViewModel.Width.PHONE));
        Fx.pulse();
        assertThat(Fx.fx(() -> web(stage.getScene().getRoot()).getWidth())).isEqualTo(390);
        Fx.fx(() -> model.darkProperty().set(false));
        assertThat(Fx.fx(() -> background(stage.getScene().getRoot()))).isEqualTo("rgb(255, 255, 255)");
        assertThat(page()).hasContent(PAGE.strip());
        Fx.close(stage);
    }

    private static WebView web(javafx.scene.Node root) {
        return Fx.below(root).stream().filter(WebView.class::isInstance).map(WebView.class::cast).findFirst().orElseThrow();
    }

    private static String background(javafx.scene.Node root) {
        return Fx.below(root).stream().filter(WebView.class::isInstance).map(WebView.class::cast).findFirst()
                .map(w -> String.valueOf(w.getEngine().executeScript("document.body ? getComputedStyle(document.body).backgroundColor : ''"))).orElse("");
    }
}
