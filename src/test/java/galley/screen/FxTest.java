package galley.screen;

import static galley.screen.Fx.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The helpers every window test leans on.
class FxTest {

    @Test
    void typedKeysReachTheNode() {
        var area = fx(() -> new TextArea());
        var stage = Fx.show(() -> area, 300, 200);
        Fx.type(area, "Harbour ");
        Fx.press(area, KeyCode.BACK_SPACE);
        Fx.press(area, KeyCode.ENTER);
        Fx.type(area, "Bridge");
        assertThat(fx(() -> area.getText())).isEqualTo("Harbour\nBridge");
        assertThat(Fx.snapshot(stage.getScene(), "fx-test")).isNotEmptyFile();
        Fx.close(stage);
    }

    @Test
    void aFaultOnTheWindowsThreadReachesTheTest() {
        assertThatThrownBy(() -> fx(() -> {
            throw new IllegalStateException("the desk is on fire");
        })).hasMessage("the desk is on fire");
        assertThatThrownBy(() -> fx(() -> {
            throw new IOException("disk full");
        })).hasRootCauseMessage("disk full");
    }
}
