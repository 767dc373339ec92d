package galley.ingest;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A document's bytes as text, and in which encoding they were written.
///
/// The order is that of the standards: byte order mark, HTTP header, XML declaration, UTF-8. Each is tried strictly, and
/// only when all of them contradict the bytes is the encoding guessed: a guess that overrides a right declaration garbles.
///
/// @param asDeclared false when the declared encoding is unknown or contradicted by the bytes
record Decoding(String text, Charset charset, boolean asDeclared) {

    private static final int LOOK_AHEAD = 1024;
    private static final int GUESS_FROM = 64 * 1024;
    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Pattern CHARSET_PARAMETER = Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)");

    /// Names under which feeds mean the wider encoding that contains the named one. Windows-1252 is read as ISO 8859-1 here;
    /// its curly quotes are put right where control characters turn up in the text ([TextMend]).
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("windows-1252", "ISO-8859-1"), Map.entry("cp1252", "ISO-8859-1"), Map.entry("cp-1252", "ISO-8859-1"),
            Map.entry("latin1", "ISO-8859-1"), Map.entry("latin-1", "ISO-8859-1"), Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"), Map.entry("gbk", "GB18030"), Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"), Map.entry("iso-8859-9", "windows-1254"), Map.entry("iso-8859-8", "windows-1255"), Map.entry("iso-8859-8-i", "windows-1255"), Map.entry("iso-8859-8-e", "windows-1255"), Map.entry("tis-620", "x-windows-874"),
            Map.entry("unicode", "UTF-16"), Map.entry("utf8", "UTF-8"), Map.entry("utf_8", "UTF-8"), Map.entry("u32", "UTF-32"),
            Map.entry("ucs-4", "UTF-32"), Map.entry("utf_32", "UTF-32"), Map.entry("utf16", "UTF-16"));

    /// @param contentType the HTTP header, if there was one
    static Decoding of(byte[] bytes, @Nullable String contentType) {
        var width = wideEncoding(bytes);
        if (width != null) {
            int mark = width.skip();
            return new Decoding(new String(bytes, mark, bytes.length - mark, width.charset()), width.charset(), true);
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var header = declaredBy(CHARSET_PARAMETER, contentType);
        var declaration = declaredBy(DECLARATION, new String(bytes, start, Math.min(LOOK_AHEAD, bytes.length - start), StandardCharsets.ISO_8859_1));
        boolean contradicted = false;
        for (var name : new String[] {start > 0 ? "UTF-8" : null, header, declaration, "UTF-8"}) {
            if (name == null) {
                continue;
            }
            var charset = charset(name);
            var text = charset == null || isWide(charset) ? null : strictly(bytes, start, charset);
            if (text != null && charset != null) {
                return new Decoding(text, charset, !contradicted);
            }
            contradicted = contradicted || name.equals(header) || name.equals(declaration);
        }
        return guess(bytes, start);
    }

    private record Wide(Charset charset, int skip) {}

    /// UTF-16 and UTF-32 show themselves by a byte order mark or by zeros around the first "<".
    private static @Nullable Wide wideEncoding(byte[] b) {
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return new Wide(UTF_32BE, 4);
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return new Wide(UTF_32LE, 4);
        }
        if (startsWith(b, 0xFE, 0xFF)) {
            return new Wide(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return new Wide(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(b, 0, 0, 0, '<')) {
            return new Wide(UTF_32BE, 0);
        }
        if (startsWith(b, '<', 0, 0, 0)) {
            return new Wide(UTF_32LE, 0);
        }
        if (startsWith(b, 0, '<')) {
            return new Wide(StandardCharsets.UTF_16BE, 0);
        }
        return startsWith(b, '<', 0) ? new Wide(StandardCharsets.UTF_16LE, 0) : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String declaredBy(Pattern where, @Nullable String words) {
        if (words == null) {
            return null;
        }
        var m = where.matcher(words);
        return m.find() ? m.group(1) : null;
    }

    private static @Nullable Charset charset(String name) {
        try {
            var meant = MEANT.get(name.toLowerCase(Locale.ROOT));
            return Charset.forName(meant == null ? name : meant);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static @Nullable String strictly(byte[] bytes, int start, Charset charset) {
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            return new String(bytes, start, bytes.length - start, charset);
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            var text = new String(bytes, start, bytes.length - start, charset);
            if (text.indexOf('\uFFFD') < 0) {
                return text;
            }
        }
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start)).toString();
        } catch (CharacterCodingException contradicted) {
            return null;
        }
    }

    /// Nothing that was declared fits. UTF-8 with a few damaged bytes stays UTF-8; anything else goes by its letters.
    private static Decoding guess(byte[] bytes, int start) {
        var mixed = utf8WithStrays(bytes, start);
        if (mixed != null) {
            return new Decoding(mixed, StandardCharsets.UTF_8, false);
        }
        var sample = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + GUESS_FROM));
        var charset = guessed(sample);
        return new Decoding(new String(bytes, start, bytes.length - start, charset), charset, false);
    }

    private static Charset guessed(byte[] sample) {
        if (looksThai(sample)) {
            return THAI;
        }
        var detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(sample);
        var match = detector.detect();
        var charset = match == null || match.getConfidence() < 25 ? null : charset(match.getName());
        return charset == null || isWide(charset) ? StandardCharsets.ISO_8859_1 : charset;
    }

    /// The detector knows no Thai and takes it for Chinese. Its letters lie in two ranges, a vowel written before its consonant has one behind it,
    /// and one written above or below has one before it.
    private static boolean looksThai(byte[] sample) {
        int high = 0;
        int letters = 0;
        int vowels = 0;
        int inPlace = 0;
        for (int i = 0; i < sample.length; i++) {
            int c = sample[i] & 0xFF;
            high += c >= 0x80 ? 1 : 0;
            letters += c >= 0xA1 && c <= 0xDA || c >= 0xDF && c <= 0xFB ? 1 : 0;
            if (c >= 0xE0 && c <= 0xE4) {
                vowels++;
                inPlace += i + 1 < sample.length && isThaiConsonant(sample[i + 1]) ? 1 : 0;
            } else if (c == 0xD1 || c >= 0xD4 && c <= 0xDA) {
                vowels++;
                inPlace += i > 0 && isThaiConsonant(sample[i - 1]) ? 1 : 0;
            }
        }
        return high >= 20 && letters * 100L >= high * 97L && vowels * 8 >= high && inPlace * 100L >= vowels * 95L;
    }

    private static boolean isThaiConsonant(byte one) {
        return (one & 0xFF) >= 0xA1 && (one & 0xFF) <= 0xCE;
    }

    /// Null unless there are at least four sound sequences to every stray byte.
    private static @Nullable String utf8WithStrays(byte[] b, int start) {
        int sound = 0;
        int strays = 0;
        var text = new StringBuilder(b.length);
        int plainFrom = start;
        for (int i = start; i < b.length; ) {
            if (b[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceLength(b, i);
            if (length > 0) {
                sound++;
                i += length;
                continue;
            }
            strays++;
            text.append(new String(b, plainFrom, i - plainFrom, StandardCharsets.UTF_8)).append((char) (b[i] & 0xFF));
            plainFrom = ++i;
        }
        text.append(new String(b, plainFrom, b.length - plainFrom, StandardCharsets.UTF_8));
        return sound >= 4 * strays ? text.toString() : null;
    }

    /// How many bytes the UTF-8 sequence at `i` takes; 0 when it is none.
    private static int sequenceLength(byte[] b, int i) {
        int first = b[i] & 0xFF;
        int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
        if (length == 0 || i + length > b.length) {
            return 0;
        }
        for (int k = 1; k < length; k++) {
            if ((b[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = b[i + 1] & 0xFF;
        boolean overlongOrSurrogate = first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F
                || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F;
        return overlongOrSurrogate ? 0 : length;
    }
}
