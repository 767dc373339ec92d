package galley.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The window's thread for tests: starts JavaFX once, runs things on it, types, waits and takes pictures.
///
/// Tests call these from their own thread. `-Dglass.platform=Headless` (set by the build) means no display is needed.
/// Its screen is 1000 x 1000: keep stages inside that, or picture a scene that is larger than its stage.
public final class Fx {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Fx() {}

    /// Something to do on the window's thread.
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    /// Runs on the window's thread, waits, and returns the answer or throws what went wrong there.
    /// Write a lambda, `fx(() -> field.getText())`: a method reference would fit both this and the other one.
    public static <T> T fx(Callable<T> question) {
        start();
        if (Platform.isFxApplicationThread()) {
            return now(question);
        }
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable fault) {
                answer.completeExceptionally(fault);
            }
        });
        return waitFor(answer);
    }

    /// Runs on the window's thread and waits.
    public static void fx(Act act) {
        fx(() -> {
            act.run();
            return true;
        });
    }

    /// Waits until layout has been done and drawn twice, so that what was changed before is on the screen.
    public static void pulse() {
        start();
        var drawn = new CountDownLatch(3);
        fx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                drawn.countDown();
                if (drawn.getCount() == 0) {
                    stop();
                }
                Platform.requestNextPulse();
            }
        }.start());
        try {
            if (!drawn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no pulse within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Asks on the window's thread until the answer is true; fails with `what` when patience ends.
    public static void until(String what, Callable<Boolean> isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx(isSo)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain until " + what);
            }
            sleep(10);
        }
    }

    /// Shows a window with this root. Close it with [#close].
    public static Stage show(Callable<? extends Parent> root, double width, double height, String... stylesheets) {
        return show(() -> {
            var scene = new Scene(root.call(), width, height);
            scene.getStylesheets().addAll(stylesheets);
            return scene;
        });
    }

    /// Shows a window with this scene, which may be dressed already. Close it with [#close].
    public static Stage show(Callable<Scene> scene) {
        var stage = fx(() -> {
            var shown = new Stage();
            shown.setScene(scene.call());
            shown.show();
            shown.requestFocus();
            return shown;
        });
        pulse();
        return stage;
    }

    public static void close(@Nullable Stage stage) {
        if (stage != null) {
            fx(() -> stage.close());
        }
    }

    /// Types characters into a node as a keyboard would: pressed, typed, released for each.
    public static void type(Node node, String text) {
        text.codePoints().forEach(point -> fx(() -> {
            var character = Character.toString(point);
            var code = keyFor(point);
            boolean shift = Character.isUpperCase(point);
            fire(node, KeyEvent.KEY_PRESSED, "", code, shift ? Set.of(KeyCode.SHIFT) : Set.of());
            fire(node, KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, shift ? Set.of(KeyCode.SHIFT) : Set.of());
            fire(node, KeyEvent.KEY_RELEASED, "", code, shift ? Set.of(KeyCode.SHIFT) : Set.of());
        }));
    }

    /// Presses one key with modifiers held, for example `press(node, KeyCode.B, KeyCode.CONTROL)`.
    public static void press(Node node, KeyCode code, KeyCode... held) {
        fx(() -> {
            var keys = Set.of(held);
            fire(node, KeyEvent.KEY_PRESSED, "", code, keys);
            var typed = typedBy(code);
            if (typed != null && !keys.contains(KeyCode.CONTROL) && !keys.contains(KeyCode.META)) {
                fire(node, KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED, keys);
            }
            fire(node, KeyEvent.KEY_RELEASED, "", code, keys);
        });
    }

    /// Pictures a node as it stands into `target/screens/NAME.png` and returns the file.
    public static Path snapshot(Node node, String name) {
        pulse();
        return write(fx(() -> node.snapshot(null, null)), name);
    }

    /// Pictures a whole scene into `target/screens/NAME.png` and returns the file.
    public static Path snapshot(Scene scene, String name) {
        pulse();
        return write(fx(() -> scene.snapshot(null)), name);
    }

    /// Every node under this one, itself included, in the order of drawing.
    public static List<Node> below(Node root) {
        var found = new ArrayList<Node>();
        found.add(root);
        if (root instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(below(child)));
        }
        return found;
    }

    public static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Starts JavaFX if it is not running yet. Called by every other method here.
    public static void start() {
        Toolkit.ensureRunning();
    }

    private static final class Toolkit {
        private static final boolean RUNNING = run();

        static void ensureRunning() {
            assert RUNNING;
        }

        private static boolean run() {
            var up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
                up.await();
            } catch (IllegalStateException alreadyRunning) {
                // Another test started it.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.setImplicitExit(false);
            return true;
        }
    }

    private static void fire(Node node, EventType<KeyEvent> type, String character, KeyCode code, Set<KeyCode> held) {
        Event.fireEvent(node, new KeyEvent(type, character.isEmpty() ? KeyEvent.CHAR_UNDEFINED : character, "", code,
                held.contains(KeyCode.SHIFT), held.contains(KeyCode.CONTROL), held.contains(KeyCode.ALT), held.contains(KeyCode.META)));
    }

    private static @Nullable String typedBy(KeyCode code) {
        return switch (code) {
            case ENTER -> "\r";
            case TAB -> "\t";
            case BACK_SPACE -> "\b";
            case DELETE -> "\u007f";
            case SPACE -> " ";
            default -> null;
        };
    }

    private static KeyCode keyFor(int point) {
        if (point == ' ') {
            return KeyCode.SPACE;
        }
        if (point == '\n') {
            return KeyCode.ENTER;
        }
        var code = KeyCode.getKeyCode(Character.toString(Character.toUpperCase(point)));
        return code == null ? KeyCode.UNDEFINED : code;
    }

    private static Path write(WritableImage image, String name) {
        try {
            var file = Path.of("target", "screens", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T now(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Exception fault) {
            throw new AssertionError(fault);
        }
    }

    private static <T> T waitFor(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the window's thread did not answer within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
