package galley.app;

import galley.desk.Newsroom;
import galley.notice.Notice;
import galley.notice.Trouble;
import galley.notice.TroubleLog;
import galley.screen.common.Theme;
import galley.screen.firstrun.FirstRunView;
import galley.screen.firstrun.FirstRunViewModel;
import galley.store.Store;
import galley.work.BackgroundWork;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The desktop, from the start of the program to its end: one window over one newsroom.
///
/// The newsroom is opened while JavaFX starts; the window is shown as soon as both are there, and everything slower comes after.
public final class Desktop {

    /// How long a window stands that only trains the start-up cache (packaging/train).
    private static final Duration TRAINED = Duration.ofSeconds(4);

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    /// Held, so that its level stays: JavaFX warns on every start that it was found on the class path, and of styles while popups open.
    private static final java.util.logging.Logger JAVAFX = java.util.logging.Logger.getLogger("javafx");

    private final Path folder;
    private final Clock clock;
    private final PrintStream err;
    private final boolean dev;
    private final boolean watched;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private volatile @Nullable OneWindow claimed;
    private @Nullable BackgroundWork work;
    private @Nullable Stage stage;
    private @Nullable DesktopNewsroom open;

    /// @param dev reload stylesheets as they are saved
    /// @param watched somebody reads `err`, so that a failure needs no window of its own
    public Desktop(Path folder, Clock clock, PrintStream err, boolean dev, boolean watched) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
        this.err = err;
        this.dev = dev;
        this.watched = watched;
    }

    /// Runs until the window is closed. Answers the program's exit code.
    public int run() {
        JAVAFX.setLevel(java.util.logging.Level.SEVERE);
        try {
            if (Store.exists(folder) && !claim()) {
                err.println("galley: " + openAlready().notice().inOneLine());
                return REFUSED;
            }
            var room = CompletableFuture.supplyAsync(this::openRoom, Thread.ofPlatform().name("open")::start);
            var refused = startToolkit();
            if (refused != null) {
                err.println("galley: " + refused.inOneLine());
                room.thenAccept(Desktop::closeQuietly).exceptionally(_ -> null).join();
                return REFUSED;
            }
            room.whenComplete((found, fault) -> Platform.runLater(() -> begin(found, fault)));
            int code = exit.join();
            Platform.exit();
            return code;
        } catch (Trouble trouble) {
            err.println("galley: " + trouble.notice().inOneLine());
            return REFUSED;
        } finally {
            if (claimed != null) {
                claimed.close();
            }
        }
    }

    /// Claims the newsroom's window; false when another has it.
    private boolean claim() {
        claimed = OneWindow.claim(folder).orElse(null);
        if (claimed != null) {
            claimed.whenCalled(() -> Platform.runLater(this::toFront));
        }
        return claimed != null;
    }

    private static Trouble openAlready() {
        return Trouble.of("This newsroom is open in a window already; that window was called to the front.", "Nothing was changed.", "");
    }

    /// The newsroom, or null where there is none yet.
    private @Nullable OpenNewsroom openRoom() {
        if (!Store.exists(folder) && Store.lost(folder).isEmpty()) {
            return null;
        }
        if (claimed == null && !claim()) {
            throw openAlready();
        }
        Logs.into(folder);
        return OpenNewsroom.at(folder, clock);
    }

    private static void closeQuietly(@Nullable OpenNewsroom room) {
        if (room != null) {
            room.close();
        }
    }

    /// Starts JavaFX. Answers why it did not start, or null.
    private static @Nullable Notice startToolkit() {
        try {
            Platform.startup(() -> { });
            Platform.setImplicitExit(false);
            return null;
        } catch (UnsupportedOperationException noDisplay) {
            return Notice.of("There is no display to open the desktop on (" + noDisplay.getMessage() + ").", "Nothing was changed.",
                    "Log in to a desktop, or set DISPLAY. The command line works without one: galley --help.");
        } catch (RuntimeException | LinkageError missing) {
            return Notice.of("The desktop could not start: " + missing.getMessage() + ".", "Nothing was changed.",
                    "On Debian or Ubuntu install what it needs: apt-get install libgtk-3-0 libxtst6 libgl1 libxxf86vm1 libpangoft2-1.0-0.");
        }
    }

    // ---- on the window's thread

    private void begin(@Nullable OpenNewsroom room, @Nullable Throwable fault) {
        Thread.currentThread().setUncaughtExceptionHandler((_, wrong) -> uncaught(wrong));
        if (fault != null) {
            refuse(TroubleLog.tell("opening the newsroom", fault.getCause() == null ? fault : fault.getCause()));
            return;
        }
        work = new BackgroundWork(Platform::runLater);
        stage = new Stage();
        stage.getIcons().addAll(icons());
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        if (room == null) {
            beginFirstRun(null);
        } else {
            show(room);
        }
    }

    private void show(OpenNewsroom room) {
        var named = room.settings().newsroom();
        if (named.isEmpty() || room.people().all().isEmpty()) {
            room.close();
            beginFirstRun(named.orElse(null));
            return;
        }
        var theme = new Theme(DesktopNewsroom.theme(room));
        open = new DesktopNewsroom(room, work, theme, stage, this::anew);
        open.show();
        if (Boolean.getBoolean("galley.train")) {
            work.after(TRAINED.toMillis(), () -> work.onHome(this::quit));
        }
        if (dev) {
            StylesAsSaved.watch(theme, work);
        }
    }

    /// Closes the newsroom when every word is in the store, runs what needs it closed, and opens it again, whatever came of that.
    private void anew(Runnable between) {
        work.onHome(() -> open.settle(() -> {
            var closing = open;
            open = null;
            closing.rememberWindow();
            work.start("open the newsroom anew", (_, _) -> {
                closing.close();
                Notice trouble = null;
                try {
                    between.run();
                } catch (RuntimeException fault) {
                    trouble = TroubleLog.tell("closing the newsroom and opening it anew", fault);
                }
                return new Anew(openRoom(), trouble);
            }, anew -> {
                show(anew.room());
                if (anew.trouble() != null) {
                    tell(anew.trouble());
                }
            }, wrong -> refuse(TroubleLog.tell("opening the newsroom", wrong)));
        }));
    }

    private record Anew(OpenNewsroom room, @Nullable Notice trouble) {}

    private void tell(Notice notice) {
        if (open != null) {
            open.tell(notice);
        }
    }

    private void beginFirstRun(@Nullable Newsroom begun) {
        var made = new Theme(Theme.Choice.SYSTEM);
        var model = new FirstRunViewModel(new DesktopFoundation(folder, clock), begun, work, () -> work.start("open the newsroom",
                (_, _) -> openRoom(), this::show, wrong -> refuse(TroubleLog.tell("opening the newsroom", wrong))));
        var view = new FirstRunView(model, folder.toString());
        var scene = new Scene(view.root(), 900, 720);
        made.dress(scene);
        stage.setTitle("Galley");
        stage.setScene(scene);
        stage.setMinWidth(480);
        stage.setMinHeight(480);
        stage.show();
        view.begin();
    }

    private void toFront() {
        if (stage != null) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    /// Closes when every word is in the store; what could not be stored keeps the window open.
    private void quit() {
        if (open == null) {
            end(DONE);
        } else {
            open.settle(() -> end(DONE));
        }
    }

    private void end(int code) {
        if (open != null) {
            open.rememberWindow();
        }
        if (stage != null) {
            stage.hide();
        }
        var closing = open;
        open = null;
        Thread.ofPlatform().name("close").start(() -> {
            if (closing != null) {
                closing.close();
            }
            if (work != null) {
                work.close();
            }
            exit.complete(code);
        });
    }

    private void uncaught(Throwable wrong) {
        tell(TroubleLog.tell("drawing the window", wrong));
    }

    // ---- failures

    private void refuse(Notice notice) {
        err.println("galley: " + notice.inOneLine());
        if (watched) {
            end(REFUSED);
        } else {
            TroubleWindow.show(notice, icons(), () -> end(REFUSED));
        }
    }

    private static List<Image> icons() {
        return List.of(GalleyIcon.of(32), GalleyIcon.of(64), GalleyIcon.of(128));
    }
}
