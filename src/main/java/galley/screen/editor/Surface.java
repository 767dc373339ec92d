package galley.screen.editor;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.concurrent.Worker;
import javafx.scene.AccessibleRole;
import javafx.scene.web.WebView;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The WebView with ProseMirror in it, and the bridge over which Java and the page talk.
///
/// It never leaves its page: any other address is cancelled, popups are refused, and the page's own policy loads nothing.
@SuppressWarnings("removal") // JavaFX brings its own netscape.javascript; the JDK's copy is what is going.
final class Surface {

    private static final Logger LOG = LoggerFactory.getLogger(Surface.class);

    /// What the surface tells.
    record Events(Runnable ready, Runnable changed, Consumer<String> selected, IntConsumer leave, Consumer<String> follow,
                  Consumer<String> failed) {}

    private final WebView view = new WebView();
    private final Desk desk;
    private @Nullable JSObject galley;

    Surface(String address, Events events) {
        desk = new Desk(events);
        view.setContextMenuEnabled(false);
        view.setAccessibleRole(AccessibleRole.TEXT_AREA);
        view.setAccessibleRoleDescription("Story editor");
        var engine = view.getEngine();
        engine.setCreatePopupHandler(_ -> null);
        engine.setOnError(error -> LOG.warn("surface: {}", error.getMessage()));
        engine.locationProperty().subscribe(location -> {
            if (location != null && !location.isEmpty() && !location.equals(address)) {
                LOG.warn("the editor refused to go to {}", location);
                engine.getLoadWorker().cancel();
            }
        });
        engine.getLoadWorker().stateProperty().subscribe(state -> {
            if (state == Worker.State.SUCCEEDED && galley == null) {
                ((JSObject) engine.executeScript("window")).setMember("desk", desk);
                engine.executeScript("window.galley && window.galley.start()");
            } else if (state == Worker.State.FAILED) {
                events.failed().accept("the editor's page did not load");
            }
        });
        engine.load(address);
    }

    WebView view() {
        return view;
    }

    boolean isReady() {
        return galley != null;
    }

    /// Calls a function of `window.galley`. Throws [JSException] if the page does.
    Object call(String function, @Nullable Object... arguments) {
        if (galley == null) {
            throw new IllegalStateException("the surface is not ready");
        }
        return galley.call(function, arguments);
    }

    /// Java's side of the bridge; the page calls these. JavaScript holds it weakly, so the surface keeps it.
    public final class Desk {

        private final Events events;

        private Desk(Events events) {
            this.events = events;
        }

        public void ready() {
            if (galley == null) {
                galley = (JSObject) view.getEngine().executeScript("window.galley");
                events.ready().run();
            }
        }

        public void changed() {
            events.changed().run();
        }

        public void selected(String json) {
            events.selected().accept(json);
        }

        public void leave(int step) {
            events.leave().accept(step);
        }

        public void follow(String address) {
            events.follow().accept(address);
        }

        public void trouble(String words) {
            LOG.error("surface: {}", words);
            if (galley == null) {
                events.failed().accept(words);
            }
        }
    }
}
