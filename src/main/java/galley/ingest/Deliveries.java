package galley.ingest;

import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns the entries of a feed document into deliveries: each gets its identity (guid, else link, else hash) and its content hash.
final class Deliveries {

    /// Dates further ahead than this are not believed.
    private static final Duration AHEAD = Duration.ofDays(2);

    private Deliveries() {}

    /// @param rawHash SHA-256 of the document
    static List<Wire.Delivery> of(ParsedFeed parsed, Feed feed, String rawHash, Instant now) {
        var guids = repeated(parsed.entries());
        Set<String> used = new HashSet<>();
        var deliveries = new ArrayList<Wire.Delivery>();
        for (var entry : parsed.entries()) {
            var item = item(entry, parsed, feed, rawHash, now);
            if (item.title().isBlank() && item.fullestText().isBlank()) {
                continue;
            }
            var key = key(entry, item, guids);
            // The same item twice in one document is one item.
            if (used.add(key)) {
                deliveries.add(new Wire.Delivery(key, item));
            }
        }
        // Feeds list the newest first; the wire's rows follow arrival, so the oldest arrives first.
        java.util.Collections.reverse(deliveries);
        deliveries.sort(java.util.Comparator.comparing(d -> d.item().time()));
        return deliveries;
    }

    /// Guids that stand on items with different links: useless as identity.
    private static Set<String> repeated(List<ParsedFeed.Entry> entries) {
        Map<String, String> links = new HashMap<>();
        Set<String> repeated = new HashSet<>();
        for (var entry : entries) {
            if (entry.id() != null && !Objects.requireNonNullElse(entry.link(), "").equals(links.computeIfAbsent(entry.id(),
                    id -> Objects.requireNonNullElse(entry.link(), "")))) {
                repeated.add(entry.id());
            }
        }
        return repeated;
    }

    private static String key(ParsedFeed.Entry entry, WireItem item, Set<String> repeatedGuids) {
        if (entry.id() != null && !entry.id().isBlank()) {
            return repeatedGuids.contains(entry.id()) ? "guid " + entry.id() + " " + entry.link() : "guid " + entry.id();
        }
        return entry.link() != null && !entry.link().isBlank() ? "link " + entry.link() : "hash " + Hash.hex(item.title() + "\n" + item.fullestText());
    }

    private static WireItem item(ParsedFeed.Entry entry, ParsedFeed parsed, Feed feed, String rawHash, Instant now) {
        var summary = fragment(entry.summary());
        var body = fragment(entry.content());
        var title = entry.title() != null ? entry.title().words() : headline(body.isBlank() ? summary : body);
        var contentHash = Hash.hex(String.join("\u0000", title, summary, body, Objects.requireNonNullElse(entry.link(), "")));
        var categories = entry.categories().isEmpty() && !feed.category().isBlank() ? List.of(feed.category()) : entry.categories();
        var language = entry.language() != null ? entry.language() : Objects.requireNonNullElse(parsed.head().language(), "");
        var unset = new UUID(0, 0);
        return new WireItem(unset, unset, 0, entry.id(), entry.link(), title, summary, body, entry.authors().stream().map(Author::byline).toList(),
                categories, language, entry.rights(), believable(entry.published(), now), believable(entry.updated(), now), now, image(entry), rawHash,
                contentHash);
    }

    /// An item without a title is called by its first words.
    private static String headline(String html) {
        return Cleaner.summary(html, 80);
    }

    private static String fragment(@Nullable Copy copy) {
        return copy == null ? "" : copy.fragment();
    }

    private static @Nullable Instant believable(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now.plus(AHEAD)) || time.isBefore(Instant.EPOCH) ? null : time;
    }

    private static @Nullable String image(ParsedFeed.Entry entry) {
        return entry.media().stream().filter(m -> m.type() == null || m.type().startsWith("image")).map(ParsedFeed.Media::url).findFirst()
                .or(() -> entry.enclosures().stream().filter(e -> e.type() != null && e.type().startsWith("image")).map(ParsedFeed.Enclosure::url).findFirst())
                .orElse(null);
    }
}
