package galley.ingest.extract;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page's bytes as text, as browsers read them: byte order mark, HTTP header, the page's own word, and UTF-8 where the
/// bytes are sound UTF-8 whatever the page says.
final class PageText {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final int LOOK_AHEAD = 4096;

    private PageText() {}

    static String of(byte[] bytes, @Nullable String contentType) {
        int start = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF ? 3 : 0;
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        var sound = strictly(bytes, start);
        if (sound != null) {
            return sound;
        }
        var head = new String(bytes, 0, Math.min(bytes.length, LOOK_AHEAD), StandardCharsets.ISO_8859_1);
        for (var place : new String[] {contentType == null ? "" : contentType, head}) {
            var named = CHARSET.matcher(place);
            var charset = named.find() ? charset(named.group(1)) : null;
            if (charset != null) {
                return new String(bytes, start, bytes.length - start, charset);
            }
        }
        return new String(bytes, start, bytes.length - start, Charset.forName("windows-1252"));
    }

    private static @Nullable String strictly(byte[] bytes, int start) {
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static @Nullable Charset charset(String name) {
        try {
            return switch (name.toLowerCase(java.util.Locale.ROOT)) {
                case "iso-8859-1", "latin1", "us-ascii" -> Charset.forName("windows-1252");
                case "gb2312", "gbk" -> Charset.forName("GB18030");
                case "shift_jis", "shift-jis", "x-sjis" -> Charset.forName("windows-31j");
                case "euc-kr", "ks_c_5601-1987" -> Charset.forName("x-windows-949");
                default -> Charset.forName(name);
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }
}
