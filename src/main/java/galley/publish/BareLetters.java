package galley.publish;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The bare letters of a text: in lower case, without accents, signs and spaces, and letters that look alike as one.
///
/// @param begins the places where a word or a number begins
/// @param origin where in the text each letter came from
record BareLetters(String text, BitSet begins, List<Integer> origin) {

    static BareLetters of(String words) {
        var text = new StringBuilder(words.length());
        var begins = new BitSet();
        var origin = new ArrayList<Integer>(words.length());
        boolean begin = true;
        boolean afterFigure = false;
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            for (int letter : c < 0x80 ? new int[] {c >= 'A' && c <= 'Z' ? c + 32 : c} : isInvisible(c) ? new int[0] : plain(c).codePoints().toArray()) {
                boolean figure = Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER;
                if (figure || Character.isLetter(letter)) {
                    // A minified page has “Rosa Lind17 November”.
                    if (begin || figure != afterFigure) {
                        begins.set(text.length());
                    }
                    begin = false;
                    afterFigure = figure;
                    text.appendCodePoint(SAME.getOrDefault(letter, letter));
                    while (origin.size() < text.length()) {
                        origin.add(i);
                    }
                } else if (!isMark(letter)) {
                    begin = true;
                }
            }
            i += Character.charCount(c);
        }
        return new BareLetters(text.toString(), begins, List.copyOf(origin));
    }

    /// Characters without a shape; among them the fillers of Hangul, which pass for letters.
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static String plain(int c) {
        for (int first : ENCLOSED) {
            if (c >= first && c < first + 26) {
                return String.valueOf((char) ('a' + c - first));
            }
        }
        return Normalizer.normalize(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    }

    /// Letters drawn in discs and squares, and those that flags are made of.
    static final List<Integer> ENCLOSED = List.of(0x1F130, 0x1F150, 0x1F170, 0x1F1E6);

    /// Letters that look like a Latin one, each before it: Cyrillic, Greek, small capitals, Latin with a stroke, Armenian, figures.
    static final String ALIKE = "\u0430a\u0432b\u0435e\u043Ak\u043Cm\u043Dh\u043Eo\u0440p\u0441c\u0442t\u0443y\u0445x\u0456i\u0457i\u0458j\u0455s\u0501d\u051Bq\u051Dw\u04BBh\u0454e\u04CFi\u044Cb\u0437e"
            + "\u03B1a\u03B2b\u03B5e\u03B6z\u03B7n\u03B9i\u03BAk\u03BCm\u03BDv\u03BFo\u03C1p\u03C3o\u03C4t\u03C5u\u03C7x\u03C9w\u03B3y"
            + "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p\u0280r\uA731s\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy\u1D22z"
            + "\u0131i\u0269i\u0251a\u0261g\u0142l\u0111d\u00F8o\u0185b\u0253b\u0257d\u025Be\u0268i\u026Bl\u0272n\u0254c\u028Bv\u01DDe"
            + "\u0585o\u057Du\u0570h\u0578n\u0581g\u0566q\u0570h" + "0o1l3e5sli";

    private static final Map<Integer, Integer> SAME = same();

    private static Map<Integer, Integer> same() {
        var same = new HashMap<Integer, Integer>();
        var pairs = ALIKE.codePoints().toArray();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            same.put(pairs[i], pairs[i + 1]);
        }
        // Two steps at most: a letter that looks like “l” looks like “i”.
        same.replaceAll((from, to) -> same.getOrDefault(to, to));
        return same;
    }
}
