package galley.screen.feeds;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Bars for what came, a baseline for what did not, crosses for what failed. Colours are in the stylesheet.
final class Sparkline extends Pane {

    private static final double GAP = 1.4;
    private static final double FLOOR = 1.2;
    private final double height;

    Sparkline(double width, double height) {
        this.height = height;
        getStyleClass().add("sparkline");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
    }

    void show(List<Integer> fresh, List<Integer> failed, String words) {
        getChildren().clear();
        int most = Math.max(1, fresh.stream().mapToInt(Integer::intValue).max().orElse(1));
        double step = getPrefWidth() / fresh.size();
        for (int i = 0; i < fresh.size(); i++) {
            boolean none = fresh.get(i) == 0;
            boolean fault = none && failed.get(i) > 0;
            var bar = new Region();
            bar.getStyleClass().add(fault ? "failed" : none ? "none" : "bar");
            double tall = fault ? 4 : none ? FLOOR : Math.max(3, Math.sqrt((double) fresh.get(i) / most) * height);
            bar.resizeRelocate(i * step, height - tall, step - GAP, tall);
            bar.setManaged(false);
            getChildren().add(bar);
        }
        setAccessibleText(words);
    }
}
