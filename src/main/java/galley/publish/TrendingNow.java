package galley.publish;

import galley.story.EventIndex;
import galley.story.EventWords;
import galley.story.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// What many sources report now (design, section 9): published stories of the last 48 hours, ranked by how many sources report
/// the same event and how lately, those first that editors have pinned and without those that they have hidden. Events are told apart
/// by [EventIndex], as on the wire.
final class TrendingNow {

    /// Readers see this rule beside the list.
    static final String RULE = "Ranked by how many sources report it and how lately.";
    static final String RULE_WITH_PINS = "Ranked by editors' pins, then by how many sources report it and how lately.";
    static final Duration WINDOW = Duration.ofHours(48);

    private static final double HALF_LIFE_HOURS = 12;

    private TrendingNow() {}

    /// A published story that may trend.
    ///
    /// @param lead its first words
    /// @param source whose report it is based on; empty for an own story
    record Candidate(String headline, String lead, String source, Instant published, TrendingDesk.Choice choice, int index) {}

    /// A ranked story: how many sources report its event, itself included.
    record Ranked(Candidate story, int sources) {

        boolean isPinned() {
            return story.choice() == TrendingDesk.Choice.PIN;
        }
    }

    static List<Ranked> of(List<Candidate> published, List<Wire.Heard> wire, Instant asOf, int most) {
        return of(published, new Events(wire, asOf), most);
    }

    static List<Ranked> of(List<Candidate> published, Events events, int most) {
        var asOf = events.asOf;
        return published.stream().filter(story -> isRecent(story.published(), asOf) && story.choice() != TrendingDesk.Choice.HIDE)
                .map(story -> new Ranked(story, events.reporting(story)))
                .sorted(Comparator.comparing((Ranked r) -> !r.isPinned()).thenComparingDouble(r -> -score(r, asOf)).thenComparing(r -> r.story().index())).limit(most).toList();
    }

    /// The events that the wire reports at one moment, and who reports them. What has been found out of a story is known the next time, as
    /// long as the wire is the same.
    static final class Events {

        private final List<Wire.Heard> wire;
        private final Instant asOf;
        private final EventIndex index = new EventIndex();
        private final Map<UUID, Set<String>> sources = new HashMap<>();
        private final Map<Said, Set<String>> known = new HashMap<>();

        private record Said(String headline, String lead) {}

        Events(List<Wire.Heard> wire, Instant asOf) {
            this.wire = wire;
            this.asOf = asOf;
            var recent = wire.stream().filter(heard -> isRecent(heard.time(), asOf))
                    .sorted(Comparator.comparing(Wire.Heard::time).thenComparing(Wire.Heard::source).thenComparing(Wire.Heard::headline)).toList();
            for (int i = 0; i < recent.size(); i++) {
                var heard = recent.get(i);
                var id = new UUID(1, i);
                var event = index.add(id, "", EventWords.of(heard.headline(), ""), Instant.EPOCH, null);
                sources.computeIfAbsent(Objects.requireNonNullElse(event, id), _ -> new HashSet<>()).add(heard.source());
            }
        }

        boolean areOf(List<Wire.Heard> wire, Instant asOf) {
            return this.asOf.equals(asOf) && this.wire.equals(wire);
        }

        /// How many sources report the story's event, its own included.
        private int reporting(Candidate story) {
            var found = sources.isEmpty() ? Set.<String>of() : known.computeIfAbsent(new Said(story.headline(), story.lead()), this::others);
            return found.size() + (found.contains(story.source()) ? 0 : 1);
        }

        private Set<String> others(Said said) {
            var all = new HashSet<String>();
            for (var lead : List.of("", said.lead())) {
                var found = index.find("", EventWords.of(said.headline(), lead));
                if (found != null) {
                    all.addAll(sources.getOrDefault(found, Set.of()));
                }
            }
            return all;
        }
    }

    /// The rule as it was for this list.
    static String rule(List<Ranked> ranked) {
        return ranked.stream().anyMatch(Ranked::isPinned) ? RULE_WITH_PINS : RULE;
    }

    private static double score(Ranked ranked, Instant asOf) {
        double hours = Duration.between(ranked.story().published(), asOf).toMinutes() / 60.0;
        return ranked.sources() * Math.exp(-Math.log(2) * hours / HALF_LIFE_HOURS);
    }

    private static boolean isRecent(Instant time, Instant asOf) {
        return !time.isAfter(asOf) && time.isAfter(asOf.minus(WINDOW));
    }
}
