package galley.publish;

import galley.story.BlockText;
import galley.story.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What many sources report now (design, section 9): published stories of the last 48 hours, ranked by how many sources report
/// the same event and how lately. Two reports are of one event when their headlines share enough of their telling words.
final class TrendingNow {

    /// Readers see this rule beside the list.
    static final String RULE = "Ranked by how many sources report it and how lately.";
    static final Duration WINDOW = Duration.ofHours(48);

    private static final double HALF_LIFE_HOURS = 12;
    private static final double SAME_EVENT = 0.4;
    private static final int SHORTEST_WORD = 4;

    private TrendingNow() {}

    /// A published story that may trend.
    ///
    /// @param source whose report it is based on; empty for an own story
    record Candidate(String headline, String source, Instant published, int index) {}

    /// A ranked story: how many sources report its event, itself included.
    record Ranked(Candidate story, int sources) {}

    static List<Ranked> of(List<Candidate> published, List<Wire.Heard> wire, Instant asOf, int most) {
        var recentWire = wire.stream().filter(w -> isRecent(w.time(), asOf)).toList();
        var wireWords = recentWire.stream().map(w -> telling(w.headline())).toList();
        return published.stream().filter(s -> isRecent(s.published(), asOf)).map(story -> {
            var words = telling(story.headline());
            Set<String> sources = new HashSet<>();
            sources.add(story.source());
            for (int i = 0; i < recentWire.size(); i++) {
                if (isSameEvent(words, wireWords.get(i))) {
                    sources.add(recentWire.get(i).source());
                }
            }
            return new Ranked(story, sources.size());
        }).sorted(Comparator.comparingDouble((Ranked r) -> -score(r, asOf)).thenComparing(r -> r.story().index())).limit(most).toList();
    }

    private static double score(Ranked ranked, Instant asOf) {
        double hours = Duration.between(ranked.story().published(), asOf).toMinutes() / 60.0;
        return ranked.sources() * Math.exp(-Math.log(2) * hours / HALF_LIFE_HOURS);
    }

    private static boolean isRecent(Instant time, Instant asOf) {
        return !time.isAfter(asOf) && time.isAfter(asOf.minus(WINDOW));
    }

    private static boolean isSameEvent(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        long shared = one.stream().filter(other::contains).count();
        return shared >= 2 && shared >= SAME_EVENT * Math.min(one.size(), other.size());
    }

    private static Set<String> telling(String headline) {
        return java.util.Arrays.stream(BlockText.of(headline).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> w.length() >= SHORTEST_WORD).map(w -> w.length() > 5 ? w.substring(0, 5) : w).collect(Collectors.toSet());
    }
}
