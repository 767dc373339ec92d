package galley.app;

import galley.screen.common.Theme;
import galley.work.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/// For whoever works on the look: copies each stylesheet from `resources` over the built one when it is saved, and dresses the window anew.
final class StylesAsSaved {

    private static final Path SOURCE = Path.of("resources");
    private static final Path BUILT = Path.of("target", "classes");
    private static final long EVERY_MILLIS = 700;

    private final Theme theme;
    private final Work work;
    private final Map<Path, FileTime> known = new HashMap<>();

    private StylesAsSaved(Theme theme, Work work) {
        this.theme = theme;
        this.work = work;
    }

    static void watch(Theme theme, Work work) {
        if (Files.isDirectory(SOURCE) && Files.isDirectory(BUILT)) {
            new StylesAsSaved(theme, work).look();
        }
    }

    private void look() {
        work.start("look for saved stylesheets", (_, _) -> takeOver(), changed -> {
            if (changed) {
                theme.dressAgain();
            }
            work.after(EVERY_MILLIS, this::look);
        }, _ -> { });
    }

    private boolean takeOver() {
        try (var files = Files.walk(SOURCE)) {
            boolean first = known.isEmpty();
            boolean changed = false;
            for (var file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".css"))::iterator) {
                var saved = Files.getLastModifiedTime(file);
                if (!saved.equals(known.put(file, saved)) && !first) {
                    Files.copy(file, BUILT.resolve(SOURCE.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
                    changed = true;
                }
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
