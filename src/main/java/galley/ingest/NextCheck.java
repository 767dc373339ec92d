package galley.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a feed is worth asking again: as often as it brings something, but no sooner than it, its server and the newsroom want.
final class NextCheck {

    static final Duration USUAL = Duration.ofMinutes(30);
    static final Duration SOONEST = Duration.ofMinutes(5);
    static final Duration LATEST = Duration.ofHours(24);
    private static final int WEEK_IN_HOURS = 7 * 24;
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,12})", Pattern.CASE_INSENSITIVE);

    private NextCheck() {}

    /// A feed that brought something is asked twice as often from now on; one that brought nothing in its time, a little less often.
    static Feed.Rhythm learned(Feed.Health before, Feed.Rhythm rhythm, Instant now, int fresh) {
        var pace = rhythm.pace() == null ? USUAL : rhythm.pace();
        if (fresh > 0) {
            return rhythm.pacing(rhythm.lastNew() == null ? pace : within(pace.dividedBy(2)), now);
        }
        boolean itsTimeWasUp = before.checked() == null || before.checked().plus(pace.dividedBy(2)).isBefore(now);
        return rhythm.pacing(itsTimeWasUp ? within(pace.multipliedBy(5).dividedBy(4)) : pace, rhythm.lastNew());
    }

    /// After an answer.
    ///
    /// @param every how often the newsroom wants it; null for as often as it brings something
    /// @param freshFor how long its server calls the answer fresh; null when it does not say
    static Instant afterAnswer(Instant now, Feed.Rhythm rhythm, @Nullable Duration every, @Nullable Duration freshFor) {
        var wait = every != null ? every : rhythm.pace() == null ? USUAL : rhythm.pace();
        wait = longer(wait, rhythm.ttl() == null ? null : Duration.ofMinutes(rhythm.ttl()));
        wait = longer(wait, freshFor);
        return awake(now.plus(within(wait)), rhythm);
    }

    /// After failures in a row: each time twice as long, but never before the server wants it.
    static Instant afterFailure(Instant now, int failures, @Nullable Instant notBefore) {
        var at = now.plus(within(SOONEST.multipliedBy(1L << Math.min(failures, 12))));
        return notBefore != null && notBefore.isAfter(at) ? notBefore : at;
    }

    /// How long a server calls its answer fresh: `Cache-Control: max-age` less its age, else `Expires`; null when it does not say.
    static @Nullable Duration freshFor(Fetches.Fetch fetch, Instant now) {
        var control = String.join(",", fetch.headers().getOrDefault("cache-control", java.util.List.of()));
        var age = MAX_AGE.matcher(control);
        if (age.find()) {
            var already = Elements.bigNumber(fetch.header("age"));
            return Duration.ofSeconds(Math.max(0, Long.parseLong(age.group(1)) - (already == null ? 0 : already)));
        }
        if (control.toLowerCase(java.util.Locale.ROOT).contains("no-")) {
            return null;
        }
        var expires = FeedDates.read(fetch.header("expires"));
        return expires == null || !expires.isAfter(now) ? null : Duration.between(now, expires);
    }

    /// The first hour from then on in which the feed lets itself be asked.
    private static Instant awake(Instant at, Feed.Rhythm rhythm) {
        var then = at;
        for (int hour = 0; hour < WEEK_IN_HOURS && sleeps(then, rhythm); hour++) {
            then = then.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return then;
    }

    private static boolean sleeps(Instant at, Feed.Rhythm rhythm) {
        var then = at.atOffset(ZoneOffset.UTC);
        return (rhythm.skipHours() >> then.getHour() & 1) == 1 || (rhythm.skipDays() >> (then.getDayOfWeek().getValue() - 1) & 1) == 1;
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) > 0 ? other : one;
    }

    private static Duration within(Duration wish) {
        return wish.compareTo(SOONEST) < 0 ? SOONEST : wish.compareTo(LATEST) > 0 ? LATEST : wish;
    }
}
