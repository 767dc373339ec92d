package galley.ingest;

import org.jspecify.annotations.Nullable;

/// Words from a feed: either plain text, in which "<" means itself, or clean markup.
public record Copy(String value, boolean isMarkup) {

    static @Nullable Copy plain(@Nullable String text) {
        return text == null || text.isBlank() ? null : new Copy(text.strip(), false);
    }

    /// Cleans what a feed calls HTML.
    static @Nullable Copy markup(@Nullable String html, @Nullable String base) {
        if (html == null || html.isBlank()) {
            return null;
        }
        var clean = Cleaner.clean(html.strip(), base);
        return clean.isBlank() ? null : new Copy(clean, true);
    }

    /// For places where feeds write either: markup if it can be read as such, else plain text.
    static @Nullable Copy either(@Nullable String words, @Nullable String base) {
        return words != null && Cleaner.looksLikeMarkup(words) ? markup(words, base) : plain(words);
    }

    /// The words without markup, on one line.
    public String words() {
        return isMarkup ? Cleaner.plainText(value) : value.replaceAll("\\s+", " ").strip();
    }

    /// The words as a fragment that is safe to show.
    public String fragment() {
        return isMarkup ? value : Cleaner.escape(value);
    }
}
