package galley.screen.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void aKeyMatchesWithExactlyItsModifiers() {
        assertThat(Keys.match("Ctrl+K", pressed(KeyCode.K, true))).isTrue();
        assertThat(Keys.match("Ctrl+K", pressed(KeyCode.K, false))).isFalse();
        assertThat(Keys.match("R", pressed(KeyCode.R, false))).isTrue();
        assertThat(Keys.match("R", pressed(KeyCode.R, true))).isFalse();
        assertThat(Keys.match("Ctrl+Enter", pressed(KeyCode.ENTER, true))).isTrue();
        assertThat(Keys.match("Ctrl++", pressed(KeyCode.EQUALS, true))).isTrue();
        assertThat(Keys.match("Ctrl+-", pressed(KeyCode.MINUS, true))).isTrue();
        assertThat(Keys.spelled("Ctrl++")).containsExactly("Ctrl", "+");
        assertThat(Keys.match("F8", pressed(KeyCode.F8, false))).isTrue();
        assertThat(Keys.match("", pressed(KeyCode.R, false))).isFalse();
    }

    /// Where `?` and `/` lie differs from keyboard to keyboard; what is typed does not.
    @Test
    void aSignMatchesByWhatIsTyped() {
        assertThat(Keys.match("?", typed("?"))).isTrue();
        assertThat(Keys.match("/", typed("?"))).isFalse();
        assertThat(Keys.match("/", pressed(KeyCode.SLASH, false))).isFalse();
    }

    @Test
    void aBareKeyIsTextWhereTextIsTyped() {
        var field = galley.screen.Fx.fx(() -> new TextField());
        assertThat(Keys.areTyped("R", field)).isTrue();
        assertThat(Keys.areTyped("?", field)).isTrue();
        assertThat(Keys.areTyped("Ctrl+K", field)).isFalse();
        assertThat(Keys.areTyped("F8", field)).isFalse();
        assertThat(Keys.areTyped("R", new Object())).isFalse();
        assertThat(Keys.isLetter("R")).isTrue();
        assertThat(Keys.isLetter("?")).isFalse();
    }

    private static KeyEvent pressed(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
