package galley.story;

import java.text.Normalizer;

/// The text of one block in `story-text/1`: what a reader would call the same words gives the same string.
///
/// Dropped: soft hyphen, zero-width space, word joiner, byte order mark. Folded: curly quotes, dashes U+2010 to U+2015,
/// ellipsis, every kind of white space (to one space, trimmed). Normalized to NFC. Kept: case, digits, ZWJ and ZWNJ, and
/// bidi controls, so that adding one is seen. Not NFKC: that would turn 10² into 102.
public final class BlockText {

    /// Marks around struck text (`del`, `s`), noncharacters that no page can carry itself.
    static final char STRUCK_FROM = '\uFDD0';
    static final char STRUCK_TO = '\uFDD1';

    private BlockText() {}

    public static String of(String raw) {
        var folded = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
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
        return c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
