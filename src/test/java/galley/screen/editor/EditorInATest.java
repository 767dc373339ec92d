package galley.screen.editor;

import static galley.screen.Fx.fx;

import galley.screen.Fx;
import galley.screen.common.Theme;
import galley.work.BackgroundWork;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/// One story editor in a shown window, with hands to type on it.
final class EditorInATest implements AutoCloseable {

    /// Stands in for the ingest's cleaner: story markup and nothing else.
    static final UnaryOperator<String> CLEANER = html -> Jsoup.clean(html, Safelist.none()
            .addTags("p", "h2", "h3", "strong", "em", "b", "i", "a", "ul", "ol", "li", "blockquote", "br", "sub", "sup")
            .addAttributes("a", "href").addProtocols("a", "href", "http", "https", "mailto"));

    final ProseMirrorEditor editor;
    final EditorToolbar toolbar;
    final Stage stage;
    final Theme theme;
    final List<EditorChange> changes = new ArrayList<>();
    private final BackgroundWork work = new BackgroundWork(Platform::runLater);

    EditorInATest() {
        this(900, 900);
    }

    EditorInATest(double width, double height) {
        theme = fx(() -> new Theme(Theme.Choice.LIGHT));
        editor = fx(() -> new ProseMirrorEditor(work, CLEANER));
        toolbar = fx(() -> new EditorToolbar(editor));
        editor.onChange(changes::add);
        stage = Fx.show(() -> {
            var pane = new BorderPane(editor.node());
            pane.setTop(toolbar);
            var scene = new Scene(pane, width, height);
            theme.dress(scene);
            return scene;
        });
        fx(() -> editor.warmUp());
        Fx.until("the editor is ready", () -> editor.readyProperty().get());
    }

    UUID open(EditorText text) {
        var story = UUID.randomUUID();
        fx(() -> editor.open(story, text));
        changes.clear();
        return story;
    }

    UUID openBody(String body) {
        var story = open(new EditorText("", "", "", body, ""));
        focus(EditorSelection.Part.BODY);
        return story;
    }

    void focus(EditorSelection.Part part) {
        fx(() -> editor.focus(part));
    }

    EditorText text() {
        return fx(() -> editor.flush());
    }

    String body() {
        return text().body();
    }

    EditorSelection selection() {
        return fx(() -> editor.selectionProperty().get());
    }

    void type(String words) {
        Fx.type(view(), words);
    }

    void press(KeyCode key, KeyCode... held) {
        Fx.press(view(), key, held);
    }

    void run(EditorCommand command) {
        fx(() -> editor.run(command));
    }

    /// Selects these words, wherever they stand first.
    void select(String words) {
        fx(() -> {
            editor.find(words, true);
            editor.findEnd();
        });
    }

    Object script(String javaScript) {
        return fx(() -> view().getEngine().executeScript(javaScript));
    }

    WebView view() {
        return fx(() -> Fx.below(editor.node()).stream().filter(WebView.class::isInstance).map(WebView.class::cast).findFirst().orElseThrow());
    }

    @Override
    public void close() {
        Fx.close(stage);
        work.close();
    }
}
