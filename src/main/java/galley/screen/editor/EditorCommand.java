package galley.screen.editor;

import java.util.Locale;

/// What can be done to the text at the cursor.
public enum EditorCommand {
    PARAGRAPH, HEADING, SUBHEADING, QUOTE, BULLETS, NUMBERS, INDENT, OUTDENT,
    BOLD, ITALIC, SUBSCRIPT, SUPERSCRIPT, UNLINK,
    UNDO, REDO;

    /// Its name on the surface (`commands.js`).
    String onSurface() {
        return name().toLowerCase(Locale.ROOT);
    }
}
