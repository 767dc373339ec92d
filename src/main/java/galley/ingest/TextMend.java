package galley.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Puts right two common garblings inside a text: Windows-1252 quotes that arrived as control characters ("don&#146;t"),
/// and UTF-8 that somebody read as Latin-1 on its way here ("â€¦" for "…").
final class TextMend {

    /// What Windows-1252 means by 0x80 to 0x9F; 0 where it means nothing.
    private static final char[] WINDOWS_1252 = ("\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
            + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178").toCharArray();

    private TextMend() {}

    static String mend(String text) {
        boolean control = false;
        boolean high = false;
        boolean beyondLatin = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                control |= c < 0xA0;
                high = true;
                beyondLatin |= c > 0xFF;
            }
        }
        if (!high) {
            return text;
        }
        var mended = beyondLatin ? text : undoubled(text);
        return control ? withoutControls(mended) : mended;
    }

    private static String undoubled(String text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException itIsLatin) {
            return text;
        }
    }

    private static String withoutControls(String text) {
        var out = CharBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80 || c >= 0xA0) {
                out.put(c);
            } else if (WINDOWS_1252[c - 0x80] != 0) {
                out.put(WINDOWS_1252[c - 0x80]);
            }
        }
        return out.flip().toString();
    }
}
