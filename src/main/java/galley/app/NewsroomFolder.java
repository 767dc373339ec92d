package galley.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the newsroom lies when nobody says otherwise.
public final class NewsroomFolder {

    private NewsroomFolder() {}

    /// `$GALLEY_NEWSROOM`, else the platform's data folder.
    public static Path usual(Map<String, String> environment) {
        var named = environment.get("GALLEY_NEWSROOM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            var roaming = environment.get("APPDATA");
            return (roaming == null ? home : Path.of(roaming)).resolve("Galley");
        }
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Galley");
        }
        var data = environment.get("XDG_DATA_HOME");
        return (data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("galley");
    }
}
