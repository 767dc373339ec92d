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

    /// A source took back what it had sent.
    ///
    /// @param how DELETED, CANCELED, KILL_NOTE or GONE
    /// @param words what the source says about it; may be empty
    record Withdrawal(Instant at, String how, String words) {

        /// For a person: what the source did.
        public String told() {
            var did = switch (how) {
                case "DELETED" -> "The source deleted this item from its feed";
                case "CANCELED" -> "The source marked this item as canceled";
                case "KILL_NOTE" -> "The source sent a note that kills this item";
                default -> "The source took the article off its site for good (410)";
            };
            return words.isBlank() ? did + "." : did + ": “" + words + "”.";
        }
    }

    /// Keeps that the source took an entry back, once for each way and words. Answers false and keeps nothing when it is known
    /// already, or when there is no such entry.
    boolean withdraw(UUID feed, String key, Withdrawal withdrawal);

    /// Oldest first.
    List<Withdrawal> withdrawals(UUID entry);

    /// Keys of the entries of a feed whose newest version, or the one before it, has this headline, in any case of letters.
    List<String> keysByTitle(UUID feed, String title);

    /// All versions, oldest first.
    List<WireItem> versions(UUID entry);

    /// Keeps an article that was fetched behind an item, beside what the feed delivered.
    void keepFullText(FullText text);

    /// What was fetched behind an entry, oldest first, with the tries that brought too little.
    List<FullText> fullTexts(UUID entry);

    /// All that the newsroom had of an entry, oldest first: what its feed delivered, then the articles fetched behind it.
    default List<WireItem> everything(UUID entry) {
        var items = versions(entry);
        var latest = items.isEmpty() ? null : items.getLast();
        return latest == null ? items : java.util.stream.Stream.concat(items.stream(),
                fullTexts(entry).stream().filter(FullText::isEnough).map(text -> text.over(latest))).toList();
    }

    /// An entry's newest version with the article that was fetched behind it, where there is one.
    default WireItem fullest(WireEntry entry) {
        return fullTexts(entry.id()).stream().filter(FullText::isEnough).reduce((older, newer) -> newer)
                .filter(text -> text.version() == entry.latest().version()).map(text -> text.over(entry.latest())).orElse(entry.latest());
    }

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
