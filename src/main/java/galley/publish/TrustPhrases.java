package galley.publish;

import com.ibm.icu.text.SpoofChecker;
import galley.publish.page.PageWords;
import galley.story.BlockText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The fixed words of the generated lines, in every language that pages are printed in. Unsigned furniture that says one of them
/// passes itself off as signed.
public final class TrustPhrases {

    private static final List<String> LABELS = List.of("edited-by", "reviewed-by", "unreviewed", "original-analysis", "verified-by-board", "primary-sources");
    /// A shorter phrase is a word that stands in other words too.
    private static final int SHORTEST = 6;

    /// Folded and in lower case, each once.
    static final List<String> ALL = Stream.concat(PageWords.everyLanguage().flatMap(words -> LABELS.stream().map(words::say)),
            Stream.of("verified by", "fact-checked by")).map(TrustPhrases::folded).filter(p -> p.length() >= SHORTEST).distinct().sorted().toList();

    private TrustPhrases() {}

    /// Whether a reader would take these words for one of them: letters of other alphabets that look the same count as the same.
    public static boolean looksLikeOne(String words) {
        var seen = Lookalikes.CHECKER.getSkeleton(folded(words));
        return Lookalikes.PHRASES.stream().anyMatch(seen::contains);
    }

    /// Loaded when a theme is read: the tables take a moment.
    private static final class Lookalikes {
        static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
        static final List<String> PHRASES = Stream.concat(ALL.stream(), Stream.of("original analysis", "original analyse")).distinct().map(CHECKER::getSkeleton).toList();
    }

    static boolean isIn(String words) {
        var folded = folded(words);
        return ALL.stream().anyMatch(folded::contains);
    }

    private static String folded(String words) {
        return BlockText.of(words).toLowerCase(Locale.ROOT);
    }
}
