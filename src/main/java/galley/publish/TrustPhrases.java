package galley.publish;

import com.ibm.icu.text.SpoofChecker;
import galley.publish.page.Claim;
import galley.publish.page.PageWords;
import galley.story.BlockText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The fixed words of the generated lines, in every language that pages are printed in, and others that say the same. What says one of them
/// without a signature passes itself off as signed, however it spells it: the words are looked for in their bare letters.
public final class TrustPhrases {

    /// A claim that no signature ever makes.
    static final String NEVER = "never";

    private static final Map<String, Claim.Kind> LABELS = Map.of("edited-by", Claim.Kind.EDITED_BY, "reviewed-by", Claim.Kind.REVIEWED_BY, "unreviewed", Claim.Kind.UNREVIEWED,
            "original-analysis", Claim.Kind.ORIGINAL_ANALYSIS, "verified-by-board", Claim.Kind.BOARD, "primary-sources", Claim.Kind.PRIMARY_SOURCES);
    private static final List<String> OTHERS = List.of("verified by", "fact-checked", "fact check by", "checked by", "vetted by", "approved by", "signed by", "signed off by", "proofread by");
    /// A shorter phrase is a word that stands in other words too.
    private static final int SHORTEST = 6;

    /// @param kind the code of the generated line it belongs to, or [#NEVER]
    /// @param letters its bare letters
    record Phrase(String kind, String letters) {}

    /// Each once, the longest first.
    static final List<Phrase> ALL = all();
    private static final Map<Character, List<Phrase>> BY_FIRST = ALL.stream().collect(java.util.stream.Collectors.groupingBy(p -> p.letters().charAt(0)));

    private TrustPhrases() {}

    private static List<Phrase> all() {
        var byLetters = new HashMap<String, String>();
        OTHERS.forEach(other -> byLetters.put(BareLetters.of(other).text(), NEVER));
        PageWords.everyLanguage().forEach(words -> LABELS.forEach((label, kind) -> {
            if (words.say(label).length() >= SHORTEST) {
                byLetters.put(BareLetters.of(words.say(label)).text(), kind.code());
            }
        }));
        return byLetters.entrySet().stream().map(e -> new Phrase(e.getValue(), e.getKey()))
                .sorted(Comparator.comparingInt((Phrase p) -> -p.letters().length()).thenComparing(Phrase::letters)).toList();
    }

    /// A phrase found in a text.
    ///
    /// @param from the first letter's place among the bare letters
    /// @param to the place behind its last letter
    record Match(Phrase phrase, int from, int to) {}

    /// Whether a reader would take these words for one of them, also where letters are pressed together from several: what a style sheet writes.
    public static boolean looksLikeOne(String words) {
        var seen = Lookalikes.CHECKER.getSkeleton(BlockText.of(words).toLowerCase(Locale.ROOT));
        return isIn(words) || Lookalikes.PHRASES.stream().anyMatch(seen::contains);
    }

    /// Loaded when a theme is read: the tables take a moment.
    private static final class Lookalikes {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
        static final List<String> PHRASES = Stream.of(PageWords.everyLanguage().flatMap(words -> LABELS.keySet().stream().map(words::say)), OTHERS.stream(),
                Stream.of("fact-checked by", "original analysis", "original analyse")).flatMap(s -> s).map(words -> BlockText.of(words).toLowerCase(Locale.ROOT))
                .filter(words -> words.length() >= SHORTEST).distinct().map(CHECKER::getSkeleton).toList();
    }

    static boolean isIn(String words) {
        return !in(BareLetters.of(words)).isEmpty();
    }

    /// Every phrase in a text, in order; of two at one place the longer.
    static List<Match> in(BareLetters letters) {
        var found = new ArrayList<Match>();
        int from = 0;
        while (from < letters.text().length()) {
            var here = at(letters, from);
            if (here == null) {
                from++;
            } else {
                found.add(here);
                from = here.to();
            }
        }
        return found;
    }

    /// The longest phrase that begins here.
    static @org.jspecify.annotations.Nullable Match at(BareLetters letters, int from) {
        for (var phrase : BY_FIRST.getOrDefault(letters.text().charAt(from), List.of())) {
            // In alphabets a phrase begins with a word: “accredited by” does not say “edited by”.
            if (letters.text().startsWith(phrase.letters(), from) && (letters.begins().get(from) || phrase.letters().charAt(0) > LAST_OF_ALPHABETS)) {
                return new Match(phrase, from, from + phrase.letters().length());
            }
        }
        return null;
    }

    private static final char LAST_OF_ALPHABETS = '\u058F';
}
