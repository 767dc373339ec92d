package galley.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of asking one feed, ready to be written.
///
/// @param health how the feed is after it
/// @param parsed the document; null when none came, or the same as before
/// @param ready its entries, as the wire keeps them
/// @param takenBack what the document takes back
/// @param fetch for the feed's history; null when it was not asked
/// @param raw the document, packed; null when none came or it is too large to keep
/// @param rawHash SHA-256 of the document; empty when none came
/// @param movedTo the address that it has from now on; null when it stays
/// @param gone whether it is to be paused because its server says that it is gone for good
/// @param alone until when its server wants no questions; null when it does not mind
/// @param skipped whether somebody wished to stop before it was asked
record Brought(Feed feed, Feed.Health health, @Nullable ParsedFeed parsed, List<Deliveries.Ready> ready, List<Withdrawals> takenBack,
               Fetches.@Nullable Fetch fetch, byte @Nullable [] raw, String rawHash,
               Instant at, @Nullable String movedTo, boolean gone, @Nullable Instant alone, boolean skipped) {

    static Brought skipped(Feed feed) {
        return new Brought(feed, feed.health(), null, List.of(), List.of(), null, null, "", Instant.EPOCH, null, false, null, true);
    }

    static Brought nothing(Feed feed, Feed.Health health, Fetches.@Nullable Fetch fetch, Instant at, @Nullable String movedTo) {
        return new Brought(feed, health, null, List.of(), List.of(), fetch, null, "", at, movedTo, false, null, false);
    }
}
