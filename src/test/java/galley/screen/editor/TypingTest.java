package galley.screen.editor;

import static galley.screen.Fx.fx;
import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.Fx;
import galley.screen.editor.EditorSelection.Part;
import java.util.ArrayList;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What keys do, and how soon the text knows.
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
    void enterAndTabGoFromLineToLineIntoTheBody() {
        desk.open(new EditorText("", "", "", "", ""));
        desk.focus(Part.SLUGLINE);
        desk.type("QUAY-TAX");
        desk.press(KeyCode.ENTER);
        desk.type("Council votes");
        desk.press(KeyCode.ENTER);
        desk.type("It was close.");
        desk.press(KeyCode.TAB);
        desk.type("LARNHOLM");
        desk.press(KeyCode.ENTER);
        desk.type("Second.");
        desk.press(KeyCode.TAB);
        desk.type("Why");
        desk.press(KeyCode.TAB, KeyCode.SHIFT);
        desk.type("!");
        assertThat(desk.text()).isEqualTo(new EditorText("QUAY-TAX", "Council votes", "It was close.",
                "<p>LARNHOLM</p><p>Second.!</p>", "<p>Why</p>"));
    }

    @Test
    void theSelectedWordsAreKnownByWhatStandsBeforeThem() {
        desk.openBody("<p>One port.</p><p>Nobody saw the port.</p>");
        desk.select("saw the port");
        assertThat(fx(() -> desk.editor.selectedText())).isEqualTo("saw the port");
        assertThat(fx(() -> desk.editor.beforeSelection())).isEqualTo("Nobody ");
    }

    /// The window takes the press when signing is refused; the sign typed with it comes all the same.
    @Test
    void controlAndEnterNeverBreakAParagraph() {
        desk.openBody("<p>One.</p>");
        for (var sign : new String[] {"\r", "\n"}) {
            fx(() -> Event.fireEvent(desk.view(), new KeyEvent(KeyEvent.KEY_TYPED, sign, "", KeyCode.UNDEFINED, false, true, false, false)));
        }
        desk.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(desk.body()).isEqualTo("<p>One.</p>");
    }

    @Test
    void arrowsCrossFromPartToPart() {
        desk.open(new EditorText("S", "Headline", "Standfirst", "<p>Body</p>", ""));
        desk.focus(Part.HEADLINE);
        desk.press(KeyCode.DOWN);
        Fx.until("in the standfirst", () -> desk.editor.selectionProperty().get().part() == Part.STANDFIRST);
        desk.press(KeyCode.DOWN);
        Fx.until("in the body", () -> desk.editor.selectionProperty().get().part() == Part.BODY);
        desk.press(KeyCode.UP);
        Fx.until("back", () -> desk.editor.selectionProperty().get().part() == Part.STANDFIRST);
    }

    @Test
    void tabLeavesTheEditorAtItsEnds() {
        desk.open(new EditorText("S", "H", "", "<p>Body</p>", "<p>Why</p>"));
        desk.focus(Part.SLUGLINE);
        desk.press(KeyCode.TAB, KeyCode.SHIFT);
        assertThat(fx(() -> desk.stage.getScene().getFocusOwner())).isNotSameAs(desk.view());
        desk.focus(Part.CONTEXT);
        desk.press(KeyCode.TAB);
        assertThat(fx(() -> desk.stage.getScene().getFocusOwner())).isNotSameAs(desk.view());
    }

    @Test
    void aHeadlineStaysOneLineOfPlainText() {
        desk.open(EditorText.EMPTY);
        desk.focus(Part.HEADLINE);
        desk.type("a");
        desk.press(KeyCode.ENTER, KeyCode.SHIFT);
        desk.press(KeyCode.B, KeyCode.CONTROL);
        desk.type("b");
        assertThat(desk.text().headline()).isEqualTo("ab");
    }

    @Test
    void aLineBreakIsABreakWithinTheParagraph() {
        desk.openBody("");
        desk.type("one");
        desk.press(KeyCode.ENTER, KeyCode.SHIFT);
        desk.type("two");
        assertThat(desk.body()).isEqualTo("<p>one<br>two</p>");
    }

    @Test
    void typedSignsMakeLists() {
        desk.openBody("");
        desk.type("- granite");
        desk.press(KeyCode.ENTER);
        desk.type("lamps");
        desk.press(KeyCode.TAB);
        desk.press(KeyCode.ENTER);
        desk.press(KeyCode.ENTER);
        desk.press(KeyCode.ENTER);
        desk.type("1. first");
        desk.press(KeyCode.ENTER);
        desk.press(KeyCode.ENTER);
        desk.type("> said");
        assertThat(desk.body()).isEqualTo("<ul><li>granite<ul><li>lamps</li></ul></li></ul><ol><li>first</li></ol>"
                + "<blockquote><p>said</p></blockquote>");
    }

    @Test
    void backspaceGivesTypedSignsBack() {
        desk.openBody("");
        desk.type("1. ");
        desk.press(KeyCode.BACK_SPACE);
        desk.type("x");
        assertThat(desk.body()).isEqualTo("<p>1. x</p>");
    }

    @Test
    void backspaceAtTheStartOfThePartKeepsPartsApart() {
        desk.open(new EditorText("S", "Head", "Stand", "<p>Body</p>", ""));
        desk.focus(Part.BODY);
        desk.press(KeyCode.BACK_SPACE);
        desk.press(KeyCode.BACK_SPACE);
        desk.focus(Part.STANDFIRST);
        desk.press(KeyCode.BACK_SPACE);
        desk.press(KeyCode.END);
        desk.press(KeyCode.DELETE);
        assertThat(desk.text()).isEqualTo(new EditorText("S", "Head", "Stand", "<p>Body</p>", ""));
    }

    @Test
    void typingOverASelectionThatRunsAcrossPartsKeepsAllFive() {
        for (var key : new KeyCode[] {KeyCode.X, KeyCode.BACK_SPACE, KeyCode.DELETE, KeyCode.ENTER}) {
            desk.open(new EditorText("S", "Head", "Stand", "<p>One</p><p>Two</p>", "<p>Why</p>"));
            desk.focus(Part.HEADLINE);
            desk.press(KeyCode.A, KeyCode.CONTROL);
            desk.press(KeyCode.A, KeyCode.CONTROL);
            assertThat(desk.selection().part()).isEqualTo(Part.SEVERAL);
            if (key == KeyCode.X) {
                desk.type("x");
            } else {
                desk.press(key);
            }
            assertThat(desk.text()).isEqualTo(new EditorText(key == KeyCode.X ? "x" : "", "", "", "", ""));
        }
    }

    @Test
    void selectAllTakesThePartTheCursorIsInFirst() {
        desk.open(new EditorText("S", "Head", "Stand", "<p>One</p><p>Two</p>", ""));
        desk.focus(Part.BODY);
        desk.press(KeyCode.A, KeyCode.CONTROL);
        desk.type("Three");
        assertThat(desk.text()).isEqualTo(new EditorText("S", "Head", "Stand", "<p>Three</p>", ""));
    }

    @Test
    void everyScriptCanBeTyped() {
        desk.openBody("");
        var words = "Größe: 5 € — Ωμέγα Совет שלום مرحبا नमस्ते 東京 🚢 e\u0301";
        desk.type(words);
        assertThat(desk.body()).isEqualTo("<p>" + words + "</p>");
    }

    @Test
    void composedLettersArriveLikeTyped() {
        desk.openBody("");
        desk.type("a");
        compose("to", "");
        compose("東", "");
        compose("", "東京");
        assertThat(desk.body()).isEqualTo("<p>a東京</p>");
    }

    @Test
    void theLastKeyIsInTheTextAtOnce() {
        desk.openBody("<p>End</p>");
        for (int i = 0; i < 40; i++) {
            var key = String.valueOf((char) ('a' + i % 26));
            var before = desk.body();
            var after = fx(() -> {
                Fx.type(desk.view(), key);
                return desk.editor.flush().body();
            });
            assertThat(after).isEqualTo(before.replace("End</p>", key + "End</p>"));
        }
    }

    @Test
    void changesAreToldAfterARestWithGrowingNumbers() {
        var story = desk.openBody("");
        desk.type("Harbour");
        assertThat(desk.changes).isEmpty();
        Fx.until("the change is told", () -> !desk.changes.isEmpty());
        desk.type("s");
        Fx.until("the next one too", () -> desk.changes.size() == 2);
        assertThat(desk.changes).extracting(EditorChange::story).containsOnly(story);
        assertThat(desk.changes).extracting(change -> change.text().body()).containsExactly("<p>Harbour</p>", "<p>Harbours</p>");
        assertThat(desk.changes.get(1).sequence()).isGreaterThan(desk.changes.get(0).sequence());
    }

    @Test
    void whoeverNeverRestsIsToldEverySecondAllTheSame() {
        desk.openBody("");
        long end = System.nanoTime() + 2_600_000_000L;
        while (System.nanoTime() < end) {
            desk.type("x");
            Fx.sleep(60);
        }
        assertThat(desk.changes).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void nothingIsToldWhenTheWordsAreAsTheyWere() {
        desk.openBody("<p>Harbour</p>");
        desk.type("x");
        desk.press(KeyCode.BACK_SPACE);
        Fx.sleep(400);
        assertThat(desk.changes).isEmpty();
    }

    @Test
    void flushTellsWhatWasStillUntoldAndNothingTwice() {
        desk.openBody("");
        desk.type("Harbour");
        desk.text();
        assertThat(desk.changes).hasSize(1);
        Fx.sleep(400);
        assertThat(desk.changes).hasSize(1);
    }

    @Test
    void wordsOfTheBodyAreCounted() {
        desk.openBody("<p>Two words</p>");
        assertThat(fx(() -> desk.editor.bodyWordsProperty().get())).isEqualTo(2);
        desk.type("And ");
        desk.text();
        assertThat(fx(() -> desk.editor.bodyWordsProperty().get())).isEqualTo(3);
    }

    @Test
    void aReaderCannotType() {
        desk.openBody("<p>Signed</p>");
        fx(() -> desk.editor.readOnlyProperty().set(true));
        desk.type("x");
        desk.press(KeyCode.BACK_SPACE);
        desk.run(EditorCommand.BOLD);
        fx(() -> desk.editor.insert("<p>y</p>"));
        fx(() -> desk.editor.readOnlyProperty().set(false));
        assertThat(desk.body()).isEqualTo("<p>Signed</p>");
        desk.focus(Part.BODY);
        desk.type("x");
        assertThat(desk.body()).isEqualTo("<p>xSigned</p>");
    }

    @Test
    void controlAndEnterAskToSign() {
        var asked = new ArrayList<EditorText>();
        fx(() -> desk.editor.onSign(() -> asked.add(desk.editor.flush())));
        desk.openBody("");
        desk.type("Signed");
        desk.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(asked).extracting(EditorText::body).containsExactly("<p>Signed</p>");
        assertThat(desk.body()).isEqualTo("<p>Signed</p>");
    }

    @Test
    void escapeReachesTheScreenAround() {
        var seen = new ArrayList<KeyCode>();
        fx(() -> desk.stage.getScene().setOnKeyPressed(event -> seen.add(event.getCode())));
        desk.openBody("<p>x</p>");
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.F8);
        fx(() -> desk.stage.getScene().setOnKeyPressed(null));
        assertThat(seen).containsExactly(KeyCode.ESCAPE, KeyCode.F8);
    }

    @Test
    void storiesAreKeptApartAndSoIsTheirUndo() {
        var first = desk.openBody("<p>First</p>");
        desk.type("My ");
        var second = UUID.randomUUID();
        fx(() -> desk.editor.open(second, new EditorText("", "", "", "<p>Second</p>", "")));
        assertThat(desk.changes).singleElement().satisfies(change -> {
            assertThat(change.story()).isEqualTo(first);
            assertThat(change.text().body()).isEqualTo("<p>My First</p>");
        });
        desk.focus(Part.BODY);
        desk.press(KeyCode.Z, KeyCode.CONTROL);
        desk.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(desk.body()).isEqualTo("<p>Second</p>");
        desk.type("A ");
        assertThat(desk.body()).isEqualTo("<p>A Second</p>");
        assertThat(desk.changes.getLast().story()).isEqualTo(second);
    }

    @Test
    void theParagraphAtTheCursorIsSaidToAssistiveTechnology() {
        desk.openBody("<p>Harbour open</p>");
        assertThat(fx(() -> desk.view().getAccessibleText())).isEqualTo("Harbour open");
    }

    private static void compose(String composed, String committed) {
        var runs = composed.isEmpty() ? java.util.List.<InputMethodTextRun>of()
                : java.util.List.of(new InputMethodTextRun(composed, InputMethodHighlight.UNSELECTED_RAW));
        fx(() -> Event.fireEvent(desk.view(), new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, composed.length())));
    }
}
