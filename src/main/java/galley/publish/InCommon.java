package galley.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Marks what two passages have in common, for an eye that compares them: runs of three words, and words that tell something even where
/// they stand alone. It only shows; what counts is measured by [OwnWords].
public final class InCommon {

    /// A piece of a passage.
    ///
    /// @param common whether the other passage has it too
    public record Piece(String text, boolean common) {}

    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]]+");
    private static final int RUN = 3;
    private static final int TELLING = 5;
    /// Endings change with the sentence; beginnings tell the word.
    private static final int STEM = 6;

    private record Token(int from, int to, String word) {

        boolean tells() {
            return word.codePointCount(0, word.length()) >= TELLING || word.codePoints().anyMatch(Character::isDigit);
        }

        String stem() {
            return word.codePointCount(0, word.length()) > STEM ? word.substring(0, word.offsetByCodePoints(0, STEM)) : word;
        }
    }

    private InCommon() {}

    /// A passage in pieces, in order; together they are the passage.
    public static List<Piece> of(String passage, String other) {
        var tokens = tokens(passage);
        var others = tokens(other);
        var runs = runs(others);
        var telling = new HashSet<String>();
        others.stream().filter(Token::tells).map(Token::stem).forEach(telling::add);
        var common = new boolean[tokens.size()];
        for (int i = 0; i < tokens.size(); i++) {
            common[i] |= tokens.get(i).tells() && telling.contains(tokens.get(i).stem());
            if (i + RUN <= tokens.size() && runs.contains(run(tokens, i))) {
                java.util.Arrays.fill(common, i, i + RUN, true);
            }
        }
        return pieces(passage, tokens, common);
    }

    private static List<Piece> pieces(String passage, List<Token> tokens, boolean[] common) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (int i = 0; i < tokens.size(); ) {
            int last = i;
            while (last + 1 < tokens.size() && common[last + 1] == common[i]) {
                last++;
            }
            if (common[i]) {
                add(pieces, passage.substring(at, tokens.get(i).from()), false);
                add(pieces, passage.substring(tokens.get(i).from(), tokens.get(last).to()), true);
                at = tokens.get(last).to();
            }
            i = last + 1;
        }
        add(pieces, passage.substring(at), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean common) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, common));
        }
    }

    private static List<Token> tokens(String passage) {
        var tokens = new ArrayList<Token>();
        var words = WORD.matcher(passage);
        while (words.find()) {
            tokens.add(new Token(words.start(), words.end(), words.group().toLowerCase(Locale.ROOT)));
        }
        return tokens;
    }

    private static Set<String> runs(List<Token> tokens) {
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= tokens.size(); i++) {
            runs.add(run(tokens, i));
        }
        return runs;
    }

    private static String run(List<Token> tokens, int at) {
        return tokens.get(at).word() + " " + tokens.get(at + 1).word() + " " + tokens.get(at + 2).word();
    }
}
