package galley.screen.editor;

import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.Fx;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TypingTest {

    private static EditorInATest desk;

    @BeforeAll
    static void openTheEditor() {
        desk = new EditorInATest();
    }

    @AfterAll
    static void closeIt() {
        desk.close();
    }

    @Test
    void typedWordsAreInTheText() {
        desk.open(new EditorText("QUAY-TAX", "", "", "", ""));
        desk.focus(EditorSelection.Part.HEADLINE);
        desk.type("Council votes");
        desk.press(KeyCode.ENTER);
        desk.type("It was close.");
        desk.press(KeyCode.TAB);
        desk.type("LARNHOLM");
        desk.press(KeyCode.ENTER);
        desk.type("Second.");
        desk.press(KeyCode.B, KeyCode.CONTROL);
        desk.type("Bold");
        assertThat(desk.text()).isEqualTo(new EditorText("QUAY-TAX", "Council votes", "It was close.",
                "<p>LARNHOLM</p><p>Second.<strong>Bold</strong></p>", ""));
        Fx.snapshot(desk.stage.getScene(), "editor-first");
    }
}
