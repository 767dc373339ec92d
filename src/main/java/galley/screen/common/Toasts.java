package galley.screen.common;

import galley.work.Cancel;
import galley.work.Work;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Says in passing what was done, with its undo, over the foot of the window. One at a time.
public final class Toasts extends StackPane {

    private static final long SHOWN_MILLIS = 6_000;
    private static final Duration FADE = Duration.millis(120);

    private final Work work;
    private List<Command> offered = List.of();
    private @Nullable Cancel leaving;

    public Toasts(Work work) {
        this.work = work;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
    }

    public void say(String icon, String words, Command... acts) {
        if (leaving != null) {
            leaving.wish();
        }
        var toast = new HBox(Icons.of(icon), Words.line(words, "toast-words"));
        toast.getStyleClass().add("toast");
        toast.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        offered = Stream.of(acts).map(act -> new Command(act.words(), act.icon(), act.keys(), act.refusal(), () -> {
            hide();
            act.run();
        })).toList();
        offered.forEach(act -> toast.getChildren().add(new CommandButton(act, "small")));
        getChildren().setAll(toast);
        fade(toast, 0, 1);
        leaving = work.after(SHOWN_MILLIS, this::hide);
    }

    public void hide() {
        getChildren().clear();
        offered = List.of();
    }

    /// What the toast that is shown offers; its keys work as long as it is there.
    public List<Command> commands() {
        return offered;
    }

    private static void fade(HBox toast, double from, double to) {
        if (Platform.getPreferences().isReducedMotion()) {
            return;
        }
        var fade = new FadeTransition(FADE, toast);
        fade.setFromValue(from);
        fade.setToValue(to);
        fade.play();
    }
}
