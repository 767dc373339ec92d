package galley.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps what feeds delivered. Versions are appended, never rewritten.
public interface Wire {

    /// What became of a delivered item.
    enum Arrival { NEW, CHANGED, KNOWN }

    /// What a feed delivered, before it has an id or a version.
    ///
    /// @param key identity inside the feed
    /// @param item its `id`, `entry` and `version` are ignored
    record Delivery(String key, WireItem item) {}

    /// Appends deliveries of one feed in one transaction: new entries, new versions of changed ones, nothing for known content.
    /// The answer has one arrival for each delivery, in order.
    List<Arrival> deliver(UUID feed, String source, List<Delivery> deliveries);

    /// An entry as far as one must know it to know it again.
    ///
    /// @param link of its newest version; empty when that has none
    /// @param title of its newest version
    record Sighting(String key, String link, String title, @Nullable Instant published) {}

    /// The entries of a feed that have one of these keys, or whose newest version has one of these links.
    List<Sighting> sightings(UUID feed, Set<String> keys, Set<String> links);

    Optional<WireEntry> entry(UUID id);

    /// All versions, oldest first.
    List<WireItem> versions(UUID entry);

    /// Untaken, unspiked entries, newest arrival first, before `beforeRow` (exclusive; `Long.MAX_VALUE` for the top).
    List<WireEntry> untaken(long beforeRow, int limit);

    /// Entries (taken or not) whose words match, newest arrival first.
    List<WireEntry> search(String query, long beforeRow, int limit);

    /// Untaken, unspiked entries.
    long countUntaken();

    /// Entries that arrived from this feed.
    long countOf(UUID feed);

    /// A headline on the wire, taken or not.
    record Heard(String headline, String source, Instant time) {}

    /// What was heard since a time, newest arrival first: published, else arrived, at or after it.
    List<Heard> heardSince(Instant since, int limit);

    void markTaken(UUID entry, UUID story);

    void markSeen(UUID entry);

    void spike(UUID entry, Instant at);

    void unspike(UUID entry);
}
