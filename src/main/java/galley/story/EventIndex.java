package galley.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports of the last days by their rare words, so that a new one finds those of the same event without looking at all: its
/// rarest words lead to a few candidates, and those are weighed by all words. Reports in different languages are not compared.
public final class EventIndex {

    /// Two reports of one event are at most this far apart.
    public static final Duration WINDOW = Duration.ofHours(72);

    private static final double SAME = 0.46;
    private static final double ALIKE = 0.2;
    private static final int LEADS = 9;
    private static final int LONGEST_LIST = 400;
    private static final int FEW = 3000;

    /// A report in the index.
    ///
    /// Whatever joins `first` belongs to the event that has its name; a first report that is forgotten leaves its name.
    private static final class Report {
        final UUID id;
        final Instant time;
        final Map<String, Integer> words;
        Report first;
        UUID event;

        Report(UUID id, Instant time, Map<String, Integer> words) {
            this.id = id;
            this.time = time;
            this.words = words;
            this.first = this;
            this.event = id;
        }
    }

    private final Map<String, List<Report>> lists = new HashMap<>();
    private final Map<UUID, Report> reports = new HashMap<>();
    private final Deque<Report> byArrival = new ArrayDeque<>();

    /// The event to which a report belongs: the id of its first report.
    ///
    /// @param known to which event it is known to belong; null to find out
    /// @return null while it stands alone
    public @Nullable UUID add(UUID id, String language, EventWords words, Instant time, @Nullable UUID known) {
        forget(time.minus(WINDOW));
        var report = new Report(id, time, keyed(language, words));
        var first = known == null ? find(report) : reports.get(known);
        if (first != null) {
            report.first = first;
            report.event = first.event;
        } else if (known != null) {
            report.event = known;
        }
        reports.put(id, report);
        byArrival.add(report);
        report.words.keySet().forEach(word -> lists.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(report));
        return first == null ? known : first.event;
    }

    /// The event of which these words would be a report; null for none that is known.
    public @Nullable UUID find(String language, EventWords words) {
        var first = find(new Report(new UUID(0, 0), Instant.EPOCH, keyed(language, words)));
        return first == null ? null : first.event;
    }

    int size() {
        return reports.size();
    }

    private static Map<String, Integer> keyed(String language, EventWords words) {
        var tongue = language.length() > 2 ? language.substring(0, 2).toLowerCase(java.util.Locale.ROOT) : language.toLowerCase(java.util.Locale.ROOT);
        var keyed = new HashMap<String, Integer>(words.counts().size() * 2);
        words.counts().forEach((word, count) -> keyed.put(tongue + ':' + word, count));
        return keyed;
    }

    private @Nullable Report find(Report report) {
        var rare = report.words.keySet().stream().filter(word -> !list(word).isEmpty() && list(word).size() < LONGEST_LIST)
                .sorted(Comparator.comparingInt((String word) -> list(word).size()).thenComparing(word -> word)).limit(LEADS).toList();
        var shared = new HashMap<Report, Integer>();
        rare.forEach(word -> list(word).forEach(other -> shared.merge(other, 1, Integer::sum)));
        shared.values().removeIf(leads -> leads < 2 && rare.size() > 2);
        if (shared.isEmpty()) {
            return null;
        }
        var asked = new Asked(report);
        Report best = null;
        double most = SAME;
        for (var other : shared.keySet()) {
            double like = asked.alike(other, most);
            if (like >= most && (other.first == other || asked.alike(other.first, ALIKE) >= ALIKE)) {
                most = like;
                best = other;
            }
        }
        return best == null ? null : best.first;
    }

    /// A report that is compared with many: what its own words weigh is worked out once.
    private final class Asked {

        private final Report report;
        private final Map<String, Double> rarities;
        private final double length;

        Asked(Report report) {
            this.report = report;
            this.rarities = new HashMap<>(report.words.size() * 2);
            double sum = 0;
            for (var word : report.words.entrySet()) {
                double rarity = rarity(word.getKey());
                rarities.put(word.getKey(), rarity);
                sum += square(rarity * word.getValue());
            }
            this.length = lengthOf(sum);
        }

        /// @param least what falls short of this is as good as nothing, and is not weighed to the end
        double alike(Report other, double least) {
            double both = 0;
            double theirs = 0;
            int shared = 0;
            for (var word : report.words.entrySet()) {
                var there = other.words.get(word.getKey());
                if (there != null) {
                    double rarity = rarities.get(word.getKey());
                    both += rarity * rarity * word.getValue() * there;
                    theirs += square(rarity * there);
                    shared++;
                }
            }
            // the shared words alone make the other no longer than all its words do
            if (shared < 2 || both / (length * lengthOf(theirs)) < least - 1e-6) {
                return 0;
            }
            return both / (length * length(other));
        }
    }

    private double length(Report report) {
        double sum = 0;
        for (var word : report.words.entrySet()) {
            sum += square(rarity(word.getKey()) * word.getValue());
        }
        return lengthOf(sum);
    }

    private static double lengthOf(double sum) {
        return Math.max(1e-9, Math.sqrt(sum));
    }

    private static double square(double number) {
        return number * number;
    }

    private double rarity(String word) {
        return Math.log(1 + (double) Math.max(FEW, reports.size()) / (1 + list(word).size()));
    }

    private List<Report> list(String word) {
        return lists.getOrDefault(word, List.of());
    }

    private void forget(Instant before) {
        while (!byArrival.isEmpty() && byArrival.peek().time.isBefore(before)) {
            var old = byArrival.poll();
            reports.remove(old.id);
            old.words.keySet().forEach(word -> {
                var list = lists.get(word);
                if (list != null) {
                    list.remove(old);
                    if (list.isEmpty()) {
                        lists.remove(word);
                    }
                }
            });
        }
    }
}
