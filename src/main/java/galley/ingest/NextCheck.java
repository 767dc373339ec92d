package galley.ingest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a feed is worth asking again.
final class NextCheck {

    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(24);

    private NextCheck() {}

    /// After an answer: when its `ttl` says so, within reason.
    static Instant afterAnswer(Instant now, @Nullable Integer ttl) {
        return now.plus(within(ttl == null ? USUAL : Duration.ofMinutes(ttl)));
    }

    /// After failures in a row: each time twice as long, but never before the server wants it.
    static Instant afterFailure(Instant now, int failures, @Nullable Instant notBefore) {
        var at = now.plus(within(SOONEST.multipliedBy(1L << Math.min(failures, 12))));
        return notBefore != null && notBefore.isAfter(at) ? notBefore : at;
    }

    private static Duration within(Duration wish) {
        return wish.compareTo(SOONEST) < 0 ? SOONEST : wish.compareTo(LATEST) > 0 ? LATEST : wish;
    }
}
