package galley.ingest;

import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Turns a parsed feed into deliveries for the wire.
final class Deliveries {

    private static final UUID NOT_YET = new UUID(0, 0);
    private static final int TITLE_FROM_TEXT = 90;
    private static final int MOST_ITEMS = 20_000;

    private Deliveries() {}

    /// An entry as the wire keeps it, under no name yet. Making it is work for the many; naming it asks the wire and is done by one.
    record Ready(ParsedFeed.Entry entry, WireItem item) {}

    static List<Ready> ready(ParsedFeed parsed, Feed feed, String rawHash, Instant fetched) {
        // the last item of a document that was cut off may be half an item; it comes whole with the next pull
        int whole = parsed.cutOff() ? Math.max(0, parsed.entries().size() - 1) : parsed.entries().size();
        return parsed.entries().subList(0, Math.min(whole, MOST_ITEMS)).stream()
                .map(entry -> new Ready(entry, wireItem(entry, parsed.head().language(), feed.category(), rawHash, fetched))).toList();
    }

    /// Oldest first, as far as the feed dates them: the wire lists what came last at the top, and feeds begin with the newest.
    static List<Wire.Delivery> of(List<Identity.Keyed> items, List<Ready> ready) {
        var byEntry = new IdentityHashMap<ParsedFeed.Entry, Ready>();
        ready.forEach(one -> byEntry.put(one.entry(), one));
        var deliveries = new ArrayList<Wire.Delivery>(items.size());
        for (var item : items) {
            var one = Objects.requireNonNull(byEntry.get(item.entry()), "every entry was made ready");
            deliveries.add(new Wire.Delivery(item.key(), one.item()));
        }
        Collections.reverse(deliveries);
        if (deliveries.stream().allMatch(delivery -> delivery.item().published() != null)) {
            deliveries.sort(Comparator.comparing(delivery -> delivery.item().time()));
        }
        return deliveries;
    }

    private static WireItem wireItem(ParsedFeed.Entry entry, @Nullable String feedLanguage, String category, String rawHash, Instant fetched) {
        var summary = entry.summary() == null ? "" : entry.summary().fragment();
        var body = entry.content() == null ? "" : entry.content().fragment();
        var title = title(entry);
        var link = Links.isWeb(entry.link()) ? entry.link() : null;
        var language = entry.language() != null ? entry.language() : feedLanguage != null ? feedLanguage : "";
        var published = FeedDates.believable(entry.published() != null ? entry.published() : entry.updated(), fetched);
        var hash = Hash.hex(String.join("\u001f", title, summary, body, link == null ? "" : String.valueOf(Identity.plainLink(link))));
        return new WireItem(NOT_YET, NOT_YET, 0, entry.id(), link, title, summary, body, entry.authors().stream().map(Author::byline).toList(),
                entry.categories().isEmpty() && !category.isBlank() ? List.of(category) : entry.categories(), language, entry.rights(), published, FeedDates.believable(entry.updated(), fetched), fetched, image(entry, body, summary),
                rawHash, hash);
    }

    /// An item without a headline is called by its first words.
    private static String title(ParsedFeed.Entry entry) {
        var title = entry.title() == null ? "" : entry.title().words();
        for (var text : new @Nullable Copy[] {entry.summary(), entry.content()}) {
            title = title.isEmpty() && text != null ? Cleaner.summary(text.fragment(), TITLE_FROM_TEXT) : title;
        }
        return title.isEmpty() && entry.link() != null ? entry.link() : title;
    }

    /// The picture the source offers: the widest of its media, a picture enclosed, the first in the text.
    private static @Nullable String image(ParsedFeed.Entry entry, String body, String summary) {
        String widest = null;
        int width = -1;
        for (var media : entry.media()) {
            int own = media.width() == null ? 0 : media.width();
            if (own > width && Links.isWeb(media.url()) && (media.type() == null || media.type().startsWith("image"))) {
                widest = media.url();
                width = own;
            }
        }
        if (widest != null) {
            return widest;
        }
        for (var enclosure : entry.enclosures()) {
            if (enclosure.type() != null && enclosure.type().startsWith("image") && Links.isWeb(enclosure.url())) {
                return enclosure.url();
            }
        }
        for (var html : new String[] {body, summary}) {
            var first = firstPicture(html);
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /// In a clean fragment no value of an attribute holds a quote or an angle bracket.
    private static @Nullable String firstPicture(String clean) {
        for (int at = clean.indexOf("<img "); at >= 0; at = clean.indexOf("<img ", at + 1)) {
            int next = clean.indexOf('<', at + 1);
            int source = clean.indexOf(" src=\"", at);
            if (source >= 0 && (next < 0 || source < next)) {
                return Parser.unescapeEntities(clean.substring(source + 6, clean.indexOf('"', source + 6)), true);
            }
        }
        return null;
    }
}
