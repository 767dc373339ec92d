package galley.screen.editor;

import static galley.screen.Fx.fx;
import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.Fx;
import galley.screen.common.Theme;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the writing surface, to be looked at beside the reference.
@Tag("screens")
class EditorPicturesTest {

    @ParameterizedTest
    @EnumSource(value = Theme.Choice.class, names = {"LIGHT", "DARK"})
    void theSurfaceIsPictured(Theme.Choice choice) {
        try (var desk = new EditorInATest(812, 980)) {
            fx(() -> desk.theme.choiceProperty().set(choice));
            desk.open(Samples.BREAKWATER);
            desk.focus(EditorSelection.Part.BODY);
            picture(desk, choice, "story");

            fx(() -> desk.toolbar.openFind());
            fx(() -> Fx.below(desk.toolbar).stream().filter(TextField.class::isInstance).map(TextField.class::cast).findFirst()
                    .orElseThrow().setText("the"));
            picture(desk, choice, "find");
            fx(() -> desk.editor.findEnd());

            desk.select("budget annex");
            fx(() -> desk.toolbar.openLink());
            picture(desk, choice, "link");

            desk.script("window.scrollTo(0, 100000)");
            picture(desk, choice, "context");

            desk.open(EditorText.EMPTY);
            desk.focus(EditorSelection.Part.HEADLINE);
            picture(desk, choice, "empty");

            desk.open(new EditorText("LONG", "A headline that goes on rather longer than any page has room for, and then some more",
                    "مجلس المدينة يصوت لإعادة بناء كاسر الأمواج", "<p>המועצה הצביעה ביום שלישי לבנות מחדש את שובר הגלים המזרחי.</p>"
                    + "<ul><li>תשע בעד</li><li>שש נגד</li></ul><p>東防波堤の再建を町議会が可決した。</p><p>Совет проголосовал.</p>", ""));
            desk.focus(EditorSelection.Part.BODY);
            desk.press(KeyCode.END);
            picture(desk, choice, "scripts");
        }
    }

    private static void picture(EditorInATest desk, Theme.Choice choice, String what) {
        Fx.sleep(300);
        assertThat(Fx.snapshot(desk.stage.getScene(), "editor-" + what + "-" + choice.name().toLowerCase(Locale.ROOT))).isNotEmptyFile();
    }
}
