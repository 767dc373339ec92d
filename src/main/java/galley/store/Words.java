package galley.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// How words go into the full-text index and how what a person typed asks for them.
///
/// Writing that puts no spaces between words (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) is cut into overlapping pairs:
/// 桥梁工程 becomes 桥梁 梁工 工程 程, so that any part of a run is found, in the middle too, and nothing that does not stand there.
/// Everything else is left to the index, which splits at spaces and forgets case and accents.
final class Words {

    private Words() {}

    // ---- into the index

    /// The searchable form of a text.
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var out = new StringBuilder(text.length() + text.length() / 4);
        var run = new ArrayList<String>();
        for (var piece : pieces(text)) {
            if (piece.isRun()) {
                run.clear();
                pairs(piece.text(), run);
                run.add(last(piece.text()));
                run.forEach(pair -> out.append(' ').append(pair));
                out.append(' ');
            } else {
                out.append(piece.text());
            }
        }
        return out.toString();
    }

    /// The searchable form of story markup: a word may change its look halfway, a block ends one.
    static String ofHtml(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return of(html);
        }
        var text = new StringBuilder(html.length());
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = html.indexOf('>', i);
                if (end < 0) {
                    break;
                }
                if (!isInline(html, i + 1, end)) {
                    text.append(' ');
                }
                i = end;
            } else if (c == '&') {
                i = reference(html, i, text);
            } else {
                text.append(c);
            }
        }
        return of(text.toString());
    }

    private static boolean isInline(String html, int from, int end) {
        int start = html.charAt(from) == '/' ? from + 1 : from;
        int stop = start;
        while (stop < end && Character.isLetterOrDigit(html.charAt(stop))) {
            stop++;
        }
        return switch (html.substring(start, stop)) {
            case "strong", "em", "a", "sub", "sup", "b", "i", "u", "span", "mark", "code", "small" -> true;
            default -> false;
        };
    }

    /// Cleaned markup refers to five characters only; anything else stays as it stands.
    private static int reference(String html, int at, StringBuilder text) {
        for (var name : List.of("&amp;", "&lt;", "&gt;", "&nbsp;", "&quot;")) {
            if (html.startsWith(name, at)) {
                text.append(' ');
                return at + name.length() - 1;
            }
        }
        text.append('&');
        return at;
    }

    /// Whether the index needs no help: Latin, Greek and Cyrillic.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0590' && (c < '\u2000' || c > '\u206F') || c == '\u00AD' || c == '\u200B' || c == '\u2060') {
                return false;
            }
        }
        return true;
    }

    // ---- out of what was typed

    /// A question that cannot be malformed: every word must occur, and may go on where it was left off; a quoted phrase stays
    /// together. Empty when nothing searchable was typed.
    ///
    /// @param beginnings how many letters a word must have to be taken for a beginning
    static String question(String typed, int beginnings) {
        var terms = new ArrayList<String>();
        var parts = typed.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1 && i < parts.length - 1) {
                addPhrase(terms, parts[i]);
            } else {
                for (var piece : words(parts[i])) {
                    terms.add(piece.isRun() ? run(piece.text()) : '"' + piece.text() + '"' + (piece.text().length() < beginnings ? "" : "*"));
                }
            }
        }
        return String.join(" ", terms);
    }

    private static void addPhrase(List<String> terms, String phrase) {
        var pieces = words(phrase);
        var tokens = new ArrayList<String>();
        boolean goesOn = false;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (!piece.isRun()) {
                tokens.add(piece.text());
            } else {
                pairs(piece.text(), tokens);
                boolean isLast = i == pieces.size() - 1;
                goesOn = isLast && isOne(piece.text());
                if (!isLast || goesOn) {
                    tokens.add(last(piece.text()));
                }
            }
        }
        if (!tokens.isEmpty()) {
            terms.add('"' + String.join(" ", tokens) + '"' + (goesOn ? "*" : ""));
        }
    }

    /// Its pairs stand side by side; a single character is the beginning of a pair, or the end of a run.
    private static String run(String text) {
        if (isOne(text)) {
            return '"' + text + "\"*";
        }
        var tokens = new ArrayList<String>();
        pairs(text, tokens);
        return '"' + String.join(" ", tokens) + '"';
    }

    private static List<Piece> words(String text) {
        var words = new ArrayList<Piece>();
        for (var piece : pieces(text)) {
            if (piece.isRun()) {
                words.add(piece);
            } else {
                for (var word : piece.text().split("[^\\p{L}\\p{N}\\p{M}]+")) {
                    if (!word.isEmpty()) {
                        words.add(new Piece(word, false));
                    }
                }
            }
        }
        return words;
    }

    // ---- runs and pairs

    private record Piece(String text, boolean isRun) {}

    /// The text cut where writing without spaces begins and ends.
    private static List<Piece> pieces(String raw) {
        var text = isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        var pieces = new ArrayList<Piece>();
        var piece = new StringBuilder();
        boolean inRun = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isInvisible(c)) {
                continue;
            }
            boolean goesWithRun = isRun(c) || inRun && Character.getType(c) == Character.NON_SPACING_MARK;
            if (goesWithRun != inRun) {
                if (!piece.isEmpty()) {
                    pieces.add(new Piece(piece.toString(), inRun));
                    piece.setLength(0);
                }
                inRun = goesWithRun;
            }
            piece.appendCodePoint(plainLetter(c));
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(piece.toString(), inRun));
        }
        return pieces;
    }

    private static boolean isRun(int c) {
        if (c < 0x0E00) {
            return false;
        }
        if (c == 'ー' || c == '々') {
            return true;
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK
                ? switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN, YI -> true;
                    default -> false;
                } : false;
    }

    /// What is written but not said: soft hyphens, and Arabic and Hebrew vowel signs.
    private static boolean isInvisible(int c) {
        return c == 0x00AD || c >= 0x200B && c <= 0x200F || c == 0x2060 || c == 0xFEFF || c == 0x0640
                || (c >= 0x0591 && c <= 0x06ED) && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int plainLetter(int c) {
        return switch (c) {
            case 'آ', 'أ', 'إ', 'ٱ' -> 'ا';
            default -> c;
        };
    }

    private static void pairs(String run, List<String> into) {
        for (int i = 0; i < run.length(); ) {
            int next = run.offsetByCodePoints(i, 1);
            if (next < run.length()) {
                into.add(run.substring(i, run.offsetByCodePoints(next, 1)));
            }
            i = next;
        }
    }

    private static String last(String run) {
        return run.substring(run.offsetByCodePoints(run.length(), -1));
    }

    private static boolean isOne(String run) {
        return run.codePointCount(0, run.length()) == 1;
    }
}
