package galley.story;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The telling words of a report: those of its headline, which count double, and of its first lines. Endings are cut off; where
/// words are written together (Chinese, Japanese) every two signs stand for one.
public record EventWords(Map<String, Integer> counts) {

    private static final int STEM = 6;
    private static final int LEAD = 32;
    private static final int SHORTEST = 3;

    /// Words that say how, not what: in every report of the languages named in the tests.
    private static final Set<String> EMPTY = Set.copyOf(java.util.Arrays.asList(("the and for with from that this have has had was were are will would could should been being they their them there then than when what which who whom "
            + "after before over under into onto about more most some such only also just said says say tell told new news year years day days week weeks month today tuesday monday wednesday thursday friday saturday sunday "
            + "people first last two three one its his her our your not but all out off can may might against between during while because since until where how why did does done very much many made make "
            + "der die das und ist nicht mit von den dem ein eine einer eines einem für auf sich auch nach bei aus wird werden wurde sind sein hat haben als wie oder aber über unter nur noch mehr vor zum zur neue neuen jahr jahre tag "
            + "les des une dans pour par sur avec est sont qui que pas plus ont été aux ses son leur cette mais après avant entre comme deux nouveau nouvelle ans "
            + "los las una del por con para que como más sus fue son está este esta han sobre entre desde hasta tras año años según dos nuevo nueva "
            + "gli della delle nel alla dei che non più sono per dopo anni nuovo uma dos das com não mais foi são após anos het een van voor met niet zijn naar ook over meer jaar").split(" ")));

    public static EventWords of(String title, String lead) {
        var counts = new HashMap<String, Integer>();
        add(counts, title, 2, Integer.MAX_VALUE);
        add(counts, lead, 1, LEAD);
        return new EventWords(Collections.unmodifiableMap(counts));
    }

    private static void add(Map<String, Integer> counts, String text, int weight, int most) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var word = new StringBuilder();
        int taken = 0;
        char before = 0;
        for (int i = 0; i <= plain.length() && taken < most; i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            if (isSign(c)) {
                taken += end(counts, word, weight);
                if (before != 0) {
                    put(counts, new String(new char[] {before, c}), weight);
                    taken++;
                }
                before = c;
            } else {
                before = 0;
                if (Character.isLetterOrDigit(c)) {
                    word.append(c);
                } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\u00ad') {
                    taken += end(counts, word, weight);
                }
            }
        }
    }

    private static int end(Map<String, Integer> counts, StringBuilder word, int weight) {
        var whole = word.toString();
        word.setLength(0);
        boolean figure = !whole.isEmpty() && Character.isDigit(whole.charAt(0));
        if (whole.length() < (figure ? 2 : SHORTEST) || EMPTY.contains(whole)) {
            return whole.isEmpty() ? 0 : 1;
        }
        put(counts, whole.length() > STEM && !figure ? whole.substring(0, STEM) : whole.length() > 4 && whole.endsWith("s") ? whole.substring(0, whole.length() - 1) : whole, weight);
        return 1;
    }

    private static void put(Map<String, Integer> counts, String word, int weight) {
        counts.merge(word, weight, Math::max);
    }

    private static boolean isSign(char c) {
        return c >= '\u3041' && c <= '\u30ff' || c >= '\u3400' && c <= '\u9fff';
    }
}
