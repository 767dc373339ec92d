package galley.publish.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Writes the Courier's site to `target/page-site`, for the eye and for the page gate.
class RenderedSiteTest {

    @Test
    void theWholeSiteIsWritten() throws IOException {
        var root = Path.of("target/page-site");
        for (var article : Courier.articles().values()) {
            write(root, article.path(), ArticlePage.render(article, Courier.site()));
        }
        Files.createDirectories(root.resolve("pictures"));
        Files.write(root.resolve("pictures/storm-chart.png"), CourierPictures.waves());
        Files.write(root.resolve("pictures/harbour-map.png"), CourierPictures.map());
    }

    private static void write(Path root, String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
