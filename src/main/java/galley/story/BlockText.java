package galley.story;

import java.text.Normalizer;

/// The text of one block in `story-text/1`: what a reader would call the same words gives the same string.
/// `src/docs/trust.md` holds the definition in full.
///
/// Dropped: soft hyphen, zero-width space, word joiner, byte order mark, and what no page can carry (controls,
/// noncharacters). Folded: curly quotes, dashes U+2010 to U+2015, ellipsis, every kind of white space (to one space,
/// trimmed). Normalized to NFC. Kept: case, digits, ZWJ and ZWNJ, and bidi controls, so that adding one is seen.
/// Not NFKC: that would turn 10² into 102.
public final class BlockText {

    private BlockText() {}

    public static String of(String raw) {
        return folded(printable(raw));
    }

    /// Without the characters that no page can carry. The marks of [CanonicalWalk] are among them, so no text can fake one.
    static String printable(String raw) {
        if (isAllPrintable(raw)) {
            return raw;
        }
        var kept = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                kept.appendCodePoint(c);
            } else if (isHalfOfAPair(c)) {
                // What every writer of UTF-8 makes of it; so the digest is the same before and after it was stored.
                kept.append('\uFFFD');
            }
        });
        return kept.toString();
    }

    private static boolean isAllPrintable(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~') {
                int whole = raw.codePointAt(i);
                if (!isPrintable(whole)) {
                    return false;
                }
                i += Character.charCount(whole) - 1;
            }
        }
        return true;
    }

    private static boolean isPrintable(int c) {
        return c >= 0x20 && c < 0x7F || c == '\t' || c == '\n' || c == '\r'
                || c >= 0xA0 && !isHalfOfAPair(c) && !(c >= 0xFDD0 && c <= 0xFDEF) && (c & 0xFFFE) != 0xFFFE;
    }

    private static boolean isHalfOfAPair(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /// Folds, normalizes and trims text that is [#printable(String)] but for marks.
    static String folded(String text) {
        if (isFolded(text)) {
            return text;
        }
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> { }
                case '\u2018', '\u2019' -> folded.append('\'');
                case '\u201C', '\u201D' -> folded.append('"');
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> folded.append('-');
                case '\u2026' -> folded.append("...");
                default -> folded.append(isSpace(c) ? ' ' : c);
            }
        }
        return collapse(Normalizer.normalize(folded, Normalizer.Form.NFC));
    }

    /// Most lines are: plain letters and single spaces.
    private static boolean isFolded(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String collapse(String text) {
        var out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                space = !out.isEmpty();
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }
}
