package galley.screen.common;

import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.Fx;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final String HEBREW = "הספרייה העירונית תיפתח מחדש ביום ראשון עם 4,000 ספרים שניצלו מן ההצפה";

    @Test
    void aRightToLeftLineThatIsTooLongIsCutAtItsEnd() {
        var label = Fx.fx(() -> Words.line(HEBREW));
        var stage = Fx.show(() -> {
            var box = new VBox(label);
            box.setMaxWidth(220);
            return new javafx.scene.layout.HBox(box);
        }, 220, 60);
        Fx.pulse();
        Fx.fx(() -> {
            var flow = (TextFlow) label.getGraphic();
            var seen = flow.localToScene(flow.getBoundsInLocal());
            assertThat(flow.getWidth()).isGreaterThan(label.getWidth());
            assertThat(seen.getMaxX()).as("its beginning stands at the right edge").isCloseTo(label.localToScene(label.getBoundsInLocal()).getMaxX(), org.assertj.core.data.Offset.offset(3.0));
        });
        Fx.close(stage);
    }

    @Test
    void rightToLeftWordsNeverThrowHoweverNarrowTheirPlace() {
        var flow = Fx.fx(() -> Words.wrapped(HEBREW + " إعادة فتح الميناء الشرقي"));
        var stage = Fx.show(() -> new VBox(flow), 400, 400);
        for (double width : new double[] {300, 90, 40, 8, 1, 0}) {
            Fx.fx(() -> {
                flow.setMaxWidth(width);
                flow.setPrefWidth(width);
                flow.resize(width, 200);
                flow.layout();
                flow.prefHeight(width);
            });
        }
        Fx.pulse();
        Fx.close(stage);
    }
}
