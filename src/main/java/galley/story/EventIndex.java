package galley.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Comparator<Word> RAREST_FIRST = Comparator.<Word>comparingInt(word -> word.reports.size()).thenComparing(word -> word.letters);

    /// From so many reports on, what a word weighs is worked out again only now and then.
    private static final int WEIGHED_FOR = 256;
    private static final int WEIGHED = 4096;

    /// A word of one language, with the reports of the last days that say it, in the order of their arrival.
    private static final class Word {
        final String letters;
        final Deque<Report> reports = new ArrayDeque<>(2);
        /// How often the report that is compared now says it.
        int asked;

        Word(String letters) {
            this.letters = letters;
        }
    }

    /// A report in the index.
    ///
    /// Whatever joins `first` belongs to the event that has its name; a first report that is forgotten leaves its name.
    private static final class Report {
        final UUID id;
        final Instant time;
        final String tongue;
        final Word[] words;
        final int[] counts;
        Report first;
        UUID event;
        boolean forgotten;
        /// How many leads of the report that is compared now lead here.
        int leads;

        Report(UUID id, Instant time, String tongue, Word[] words, int[] counts) {
            this.id = id;
            this.time = time;
            this.tongue = tongue;
            this.words = words;
            this.counts = counts;
            this.first = this;
            this.event = id;
        }
    }

    private final Map<String, Map<String, Word>> tongues = new HashMap<>();
    private final Map<UUID, Report> reports = new HashMap<>();
    private final Deque<Report> byArrival = new ArrayDeque<>();
    private final double[] rarities = new double[WEIGHED];
    private int weighedFor;

    /// Takes in a report that was compared before, by an earlier program.
    ///
    /// @param known to which event it belongs; null when it stands alone
    public void again(UUID id, String language, EventWords words, Instant time, @Nullable UUID known) {
        forget(time.minus(WINDOW));
        var report = report(id, language, words, time);
        var first = known == null ? null : reports.get(known);
        if (first != null) {
            report.first = first;
            report.event = first.event;
        } else if (known != null) {
            report.event = known;
        }
        keep(report);
    }

    /// The event to which a report belongs: the id of its first report.
    ///
    /// @param known to which event it is known to belong; null to find out
    /// @return null while it stands alone
    public @Nullable UUID add(UUID id, String language, EventWords words, Instant time, @Nullable UUID known) {
        if (known != null) {
            again(id, language, words, time, known);
            return reports.get(id).event;
        }
        forget(time.minus(WINDOW));
        var report = report(id, language, words, time);
        var first = find(report);
        if (first != null) {
            report.first = first;
            report.event = first.event;
        }
        keep(report);
        return first == null ? null : first.event;
    }

    private void keep(Report report) {
        reports.put(report.id, report);
        byArrival.add(report);
        for (var word : report.words) {
            word.reports.add(report);
        }
    }

    /// The event of which these words would be a report; null for none that is known.
    public @Nullable UUID find(String language, EventWords words) {
        var report = report(new UUID(0, 0), language, words, Instant.EPOCH);
        var first = find(report);
        leave(report);
        return first == null ? null : first.event;
    }

    int size() {
        return reports.size();
    }

    private Report report(UUID id, String language, EventWords words, Instant time) {
        var tongue = language.length() > 2 ? language.substring(0, 2).toLowerCase(Locale.ROOT) : language.toLowerCase(Locale.ROOT);
        var known = tongues.computeIfAbsent(tongue, _ -> new HashMap<>());
        var said = new Word[words.counts().size()];
        var counts = new int[said.length];
        int i = 0;
        for (var word : words.counts().entrySet()) {
            said[i] = known.computeIfAbsent(word.getKey(), Word::new);
            counts[i++] = word.getValue();
        }
        return new Report(id, time, tongue, said, counts);
    }

    private @Nullable Report find(Report report) {
        var rare = leads(report);
        var candidates = new ArrayList<Report>();
        for (var word : rare) {
            for (var other : word.reports) {
                if (other.leads++ == 0) {
                    candidates.add(other);
                }
            }
        }
        int least = rare.size() > 2 ? 2 : 1;
        Report best = null;
        double most = SAME;
        var asked = new Asked(report);
        for (var other : candidates) {
            boolean isLedTo = other.leads >= least;
            other.leads = 0;
            double like = isLedTo ? asked.alike(other, most) : 0;
            if (like >= most && (other.first == other || asked.alike(other.first, ALIKE) >= ALIKE)) {
                most = like;
                best = other;
            }
        }
        asked.end();
        return best == null ? null : best.first;
    }

    /// Its rarest words that somebody else says too.
    private static List<Word> leads(Report report) {
        var rare = new ArrayList<Word>(report.words.length);
        for (var word : report.words) {
            if (!word.reports.isEmpty() && word.reports.size() < LONGEST_LIST) {
                rare.add(word);
            }
        }
        rare.sort(RAREST_FIRST);
        return rare.size() > LEADS ? rare.subList(0, LEADS) : rare;
    }

    /// A report that is compared with many: its words are marked, so that the others' need no looking up.
    private final class Asked {

        private final Report report;
        private final double length;

        Asked(Report report) {
            this.report = report;
            for (int i = 0; i < report.words.length; i++) {
                report.words[i].asked = report.counts[i];
            }
            this.length = length(report);
        }

        void end() {
            for (var word : report.words) {
                word.asked = 0;
            }
        }

        /// @param least what falls short of this is as good as nothing, and is not weighed to the end
        double alike(Report other, double least) {
            if (other.forgotten) {
                meetAgain(other);
            }
            double both = 0;
            double theirs = 0;
            int shared = 0;
            for (int i = 0; i < other.words.length; i++) {
                var word = other.words[i];
                if (word.asked > 0) {
                    double rarity = rarity(word);
                    both += rarity * rarity * word.asked * other.counts[i];
                    theirs += square(rarity * other.counts[i]);
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
        for (int i = 0; i < report.words.length; i++) {
            sum += square(rarity(report.words[i]) * report.counts[i]);
        }
        return lengthOf(sum);
    }

    private static double lengthOf(double sum) {
        return Math.max(1e-9, Math.sqrt(sum));
    }

    private static double square(double number) {
        return number * number;
    }

    /// The logarithm is what weighing costs; it is worked out once for each number of reports that say a word.
    private double rarity(Word word) {
        int all = reports.size() <= FEW ? FEW : reports.size() - reports.size() % WEIGHED_FOR;
        if (all != weighedFor) {
            Arrays.fill(rarities, 0);
            weighedFor = all;
        }
        int says = word.reports.size();
        if (says >= WEIGHED) {
            return rarity(all, says);
        }
        if (rarities[says] == 0) {
            rarities[says] = rarity(all, says);
        }
        return rarities[says];
    }

    private static double rarity(int all, int says) {
        return Math.log(1 + (double) all / (1 + says));
    }

    private void forget(Instant before) {
        while (!byArrival.isEmpty() && byArrival.peek().time.isBefore(before)) {
            var old = byArrival.poll();
            old.forgotten = true;
            reports.remove(old.id);
            for (var word : old.words) {
                word.reports.poll(); // the oldest of all is the oldest of each word
            }
            leave(old);
        }
    }

    /// Nobody says these words any more.
    private void leave(Report report) {
        var known = tongues.getOrDefault(report.tongue, Map.of());
        for (var word : report.words) {
            if (word.reports.isEmpty()) {
                known.remove(word.letters, word);
            }
        }
    }

    /// The words of a forgotten report may have been left and said again since.
    private void meetAgain(Report old) {
        var known = tongues.getOrDefault(old.tongue, Map.of());
        for (int i = 0; i < old.words.length; i++) {
            old.words[i] = known.getOrDefault(old.words[i].letters, old.words[i]);
        }
    }
}
