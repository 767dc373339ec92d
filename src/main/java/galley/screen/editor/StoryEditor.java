package galley.screen.editor;

import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The surface on which one story is written: text in, text out, and what an editor can do in between.
///
/// One is made for the window and kept; stories are opened in it one after the other. All methods are called on the
/// window's thread.
public interface StoryEditor {

    /// What to put into the screen. It may be moved to another parent.
    Node node();

    /// Gets ready while nobody waits. Call it once the window is shown: making the surface holds up the window's thread
    /// for about a second, once. Without it, the first [#open] does the same.
    void warmUp();

    /// Whether the surface is up. Everything may be called before; it is done as soon as it can be.
    ReadOnlyBooleanProperty readyProperty();

    /// Shows a story with an undo history of its own. What is still untold about the story before is told first.
    void open(UUID story, EditorText text);

    /// The story that is open; holds null before the first.
    ReadOnlyObjectProperty<@Nullable UUID> storyProperty();

    /// The text as it stands this moment, to the last key. What was still to be told to listeners is told before this returns.
    EditorText flush();

    /// Calls the listener soon after the words change: after a quarter of a second's rest, and once a second during
    /// uninterrupted typing.
    void onChange(Consumer<EditorChange> listener);

    /// Does a command where the cursor is; nothing happens where it makes no sense.
    void run(EditorCommand command);

    /// Links the selection, the word at the cursor or the link around it; false if the address is none a story may carry.
    boolean link(String address);

    /// Puts HTML at the cursor, cleaned like any paste.
    void insert(String html);

    /// Where the cursor is and what is true there. Never null.
    ReadOnlyObjectProperty<EditorSelection> selectionProperty();

    String selectedText();

    /// What stands in the same paragraph before the selection: it tells which of several equal words are meant.
    String beforeSelection();

    /// Words in the body.
    ReadOnlyIntegerProperty bodyWordsProperty();

    BooleanProperty readOnlyProperty();

    /// The language of the words as a BCP 47 tag; it chooses letter shapes.
    void setLanguage(String tag);

    /// Puts the keyboard into the editor, where the cursor was.
    void focus();

    /// Puts the keyboard into a part, at its start.
    void focus(EditorSelection.Part part);

    /// Marks these words wherever they stand and goes to the first place after the cursor. Quotes, dashes and spaces of
    /// any kind find one another.
    FindResult find(String words, boolean matchCase);

    FindResult findNext();

    FindResult findPrevious();

    /// Takes the marks away; the cursor stays.
    void findEnd();

    /// How many places hold the words, and which one is shown (from 1; 0 for none).
    record FindResult(int total, int at) {}

    /// Called for Ctrl+Enter.
    void onSign(Runnable sign);

    /// Called for Ctrl+F.
    void onFind(Runnable find);

    /// Called for Ctrl+K.
    void onLink(Runnable link);

    /// Called with the address when a person follows a link (Ctrl and click, or a click while reading).
    void onFollow(Consumer<String> follow);
}
