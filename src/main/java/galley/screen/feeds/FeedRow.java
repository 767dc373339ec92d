package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.Fetches;
import galley.screen.common.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One feed as a line: how it is, at a glance and in words.
///
/// @param fresh what it brought in each of the last 24 hours, oldest first
/// @param failed how often it failed in each of them
/// @param today what it brought in those hours
/// @param doing what is happening, in words; empty when all is as usual
/// @param success when it last answered
/// @param next when it is asked again
public record FeedRow(Feed feed, State state, List<Integer> fresh, List<Integer> failed, int today, String doing, String success, String next) {

    /// What stands out about a feed, the worst first.
    public enum State {
        FAILING("Failing", "fth-alert-triangle"), IDLE("Idle too long", "fth-moon"), SLOW("Slow", "fth-clock"), PAUSED("Paused", "fth-pause-circle"),
        NEW("New", "fth-circle"), WELL("Well", "fth-check-circle");

        private final String words;
        private final String icon;

        State(String words, String icon) {
            this.words = words;
            this.icon = icon;
        }

        public String words() {
            return words;
        }

        public String icon() {
            return icon;
        }
    }

    static final int HOURS = 24;
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration QUIET_AT_LEAST = Duration.ofHours(24);
    /// A silence of so many usual gaps is too long.
    private static final int GAPS = 6;

    /// @param hours what it brought in the last days, as far as something happened
    static FeedRow of(Feed feed, List<Fetches.Hour> hours, Times times) {
        var now = times.now();
        var first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        var fresh = new Integer[HOURS];
        var failed = new Integer[HOURS];
        java.util.Arrays.fill(fresh, 0);
        java.util.Arrays.fill(failed, 0);
        int today = 0;
        for (var hour : hours) {
            int at = (int) Duration.between(first, hour.at()).toHours();
            if (!hour.at().isBefore(first) && at < HOURS) {
                fresh[at] = hour.fresh();
                failed[at] = hour.failed();
                today += hour.fresh();
            }
        }
        var silence = silence(feed, hours, now);
        var state = state(feed, silence);
        return new FeedRow(feed, state, List.of(fresh), List.of(failed), today, doing(feed, state, silence, times), success(feed, times), next(feed, times));
    }

    /// How long nothing came, and how much comes as a rule.
    private record Silence(@Nullable Duration lasts, double aDay, boolean tooLong) {}

    private static Silence silence(Feed feed, List<Fetches.Hour> hours, Instant now) {
        var last = feed.health().rhythm().lastNew();
        if (last == null) {
            return new Silence(null, 0, false);
        }
        var lasts = Duration.between(last, now);
        // the first pull brings weeks at once and says nothing of what is usual
        var usual = hours.stream().filter(hour -> hour.fresh() > 0).skip(1).toList();
        int brought = usual.stream().mapToInt(Fetches.Hour::fresh).sum();
        var known = usual.isEmpty() ? Duration.ZERO : Duration.between(hours.getFirst().at(), last);
        double aDay = known.toHours() < 6 ? 0 : brought * 24.0 / known.toHours();
        var limit = feed.wishes().idleAfter();
        if (limit == null && aDay > 0) {
            var gaps = Duration.ofMinutes((long) (GAPS * 24 * 60 / aDay));
            limit = gaps.compareTo(QUIET_AT_LEAST) < 0 ? QUIET_AT_LEAST : gaps;
        }
        return new Silence(lasts, aDay, limit != null && lasts.compareTo(limit) > 0);
    }

    private static State state(Feed feed, Silence silence) {
        if (feed.paused()) {
            return State.PAUSED;
        }
        if (feed.problem() != null) {
            return State.FAILING;
        }
        if (feed.succeeded() == null) {
            return State.NEW;
        }
        if (silence.tooLong()) {
            return State.IDLE;
        }
        return isSlow(feed.health().rhythm()) ? State.SLOW : State.WELL;
    }

    private static boolean isSlow(Feed.Rhythm rhythm) {
        return rhythm.took() != null && rhythm.usuallyTook() != null && rhythm.took().compareTo(SLOW) > 0;
    }

    private static String doing(Feed feed, State state, Silence silence, Times times) {
        var rhythm = feed.health().rhythm();
        return switch (state) {
            case PAUSED -> feed.problem() != null ? withoutHost(feed, firstSentence(feed.problem())) : "Paused; nothing is pulled";
            case FAILING -> withoutHost(feed, firstSentence(String.valueOf(feed.problem()))) + (feed.failures() > 1 ? ", " + feed.failures() + " times in a row" : "");
            case NEW -> "Not pulled yet";
            case IDLE -> "Idle too long: nothing new for " + words(silence.lasts()) + (silence.aDay() >= 0.5 ? ", usually " + Math.round(silence.aDay()) + " a day" : "");
            case SLOW -> "Takes " + seconds(rhythm.took()) + " to answer, usually " + seconds(rhythm.usuallyTook());
            case WELL -> rhythm.movedTo() != null ? "Sends us to another address; it is adopted if that holds"
                    : rhythm.lastNew() != null && silence.lasts() != null && silence.lasts().toHours() >= 3 ? "Nothing new since " + times.at(rhythm.lastNew()) : "";
        };
    }

    private static String seconds(@Nullable Duration took) {
        long seconds = took == null ? 0 : Math.max(1, Math.round(took.toMillis() / 1000.0));
        return seconds + (seconds == 1 ? " second" : " seconds");
    }

    static String words(@Nullable Duration lasts) {
        if (lasts == null) {
            return "ever";
        }
        return lasts.toHours() < 2 ? lasts.toMinutes() + " minutes" : lasts.toHours() < 48 ? lasts.toHours() + " hours" : lasts.toDays() + " days";
    }

    /// The line names the feed already.
    private static String withoutHost(Feed feed, String sentence) {
        int end = sentence.indexOf(' ');
        boolean begins = end > 3 && feed.url().contains("//" + sentence.substring(0, end));
        return begins ? sentence.substring(end + 1, end + 2).toUpperCase(java.util.Locale.ROOT) + sentence.substring(end + 2) : sentence;
    }

    /// Without what to do, which stands in the pane.
    static String firstSentence(String problem) {
        int end = problem.indexOf(". ");
        return end < 0 ? problem.replaceFirst("\\.$", "") : problem.substring(0, end);
    }

    static String rest(String problem) {
        int end = problem.indexOf(". ");
        return end < 0 ? "" : problem.substring(end + 2);
    }

    private static String success(Feed feed, Times times) {
        return feed.succeeded() == null ? "never" : times.at(feed.succeeded());
    }

    private static String next(Feed feed, Times times) {
        if (feed.paused()) {
            return "never";
        }
        var next = feed.health().nextCheck();
        return next == null || !next.isAfter(times.now()) ? "now" : times.at(next);
    }
}
