package galley.screen.editor;

import java.util.function.UnaryOperator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Words on their way through the system's clipboard. WebView's own clipboard loses markup, so everything passes here.
final class StoryClipboard {

    private static final Logger LOG = LoggerFactory.getLogger(StoryClipboard.class);

    /// The exact structure of what was copied from a story, which HTML cannot say.
    private static final DataFormat SLICE = format("application/x-galley-slice");

    private final UnaryOperator<String> cleaner;

    /// @param cleaner makes story markup of whatever HTML another program left
    StoryClipboard(UnaryOperator<String> cleaner) {
        this.cleaner = cleaner;
    }

    /// The same words in up to three flavours, the best first.
    record Flavours(@Nullable String slice, @Nullable String html, @Nullable String text) {
        boolean isEmpty() {
            return slice == null && html == null && text == null;
        }
    }

    void put(Flavours copied) {
        var content = new ClipboardContent();
        if (copied.slice() != null) {
            content.put(SLICE, copied.slice());
        }
        if (copied.html() != null && !copied.html().isEmpty()) {
            // Without the charset some programs read the bytes as Latin-1.
            content.putHtml("<meta charset=\"utf-8\">" + copied.html());
        }
        content.putString(copied.text() == null ? "" : copied.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    Flavours get() {
        return from(Clipboard.getSystemClipboard());
    }

    /// Words alone, for pasting without their looks.
    Flavours getPlain() {
        return new Flavours(null, null, text(Clipboard.getSystemClipboard()));
    }

    boolean hasSomething() {
        return accepts(Clipboard.getSystemClipboard());
    }

    Flavours from(Dragboard dragged) {
        return from((Clipboard) dragged);
    }

    boolean accepts(Clipboard board) {
        return board.hasString() || board.hasHtml() || board.hasContent(SLICE);
    }

    Flavours clean(String html) {
        return new Flavours(null, cleaned(html), null);
    }

    private Flavours from(Clipboard board) {
        var slice = board.hasContent(SLICE) && board.getContent(SLICE) instanceof String own ? own : null;
        var html = board.hasHtml() ? cleaned(board.getHtml()) : null;
        return new Flavours(slice, html, text(board));
    }

    private static @Nullable String text(Clipboard board) {
        return board.hasString() ? board.getString() : null;
    }

    /// Null when there is nothing usable in it: the plain words are taken then.
    private @Nullable String cleaned(@Nullable String html) {
        if (html == null) {
            return null;
        }
        try {
            var clean = cleaner.apply(html);
            return clean.isBlank() ? null : clean;
        } catch (RuntimeException e) {
            LOG.warn("pasted HTML could not be cleaned; its plain words are used", e);
            return null;
        }
    }

    private static DataFormat format(String mediaType) {
        var known = DataFormat.lookupMimeType(mediaType);
        return known == null ? new DataFormat(mediaType) : known;
    }
}
