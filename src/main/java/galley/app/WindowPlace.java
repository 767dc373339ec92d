package galley.app;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window stood last and how large it was.
///
/// @param full whether it filled the screen
record WindowPlace(double x, double y, double width, double height, boolean full) {

    private static final double WIDE = 1440;
    private static final double HIGH = 900;
    static final double LEAST_WIDTH = 860;
    static final double LEAST_HEIGHT = 560;

    static WindowPlace of(Stage stage) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /// Reads what [#words()] wrote; empty when it is not readable.
    static Optional<WindowPlace> read(String words) {
        try {
            var parts = words.split(" ");
            var n = Arrays.stream(parts, 0, 4).mapToDouble(Double::parseDouble).toArray();
            return Optional.of(new WindowPlace(n[0], n[1], n[2], n[3], Boolean.parseBoolean(parts[4])));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    String words() {
        return x + " " + y + " " + width + " " + height + " " + full;
    }

    /// Puts the window there, if that is still on a screen; else in the middle, as large as the design or the screen.
    static void put(Stage stage, Optional<WindowPlace> last) {
        stage.setMinWidth(Math.min(LEAST_WIDTH, Screen.getPrimary().getVisualBounds().getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, Screen.getPrimary().getVisualBounds().getHeight()));
        var place = last.filter(WindowPlace::isOnAScreen).orElseGet(WindowPlace::middle);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.full());
    }

    private boolean isOnAScreen() {
        return width >= LEAST_WIDTH / 2 && height >= LEAST_HEIGHT / 2
                && Screen.getScreens().stream().map(Screen::getVisualBounds).anyMatch(b -> b.intersects(x + 40, y + 20, width - 80, 40));
    }

    private static WindowPlace middle() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDE, screen.getWidth());
        double height = Math.min(HIGH, screen.getHeight());
        return new WindowPlace(screen.getMinX() + (screen.getWidth() - width) / 2, screen.getMinY() + (screen.getHeight() - height) / 2, width, height, false);
    }
}
