package galley.ingest;

import galley.story.Hash;
import galley.story.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the items of one feed apart and knows them again: by guid, else by link, else by what they say.
///
/// Some feeds give one guid to several items. Such a guid stands for the item that had it first; the others are told
/// apart by guid and link together, in this document and in every later one. And some give an old item a new guid: then
/// its link and its headline or date tell who it is.
final class Identity {

    /// An item under the key by which the wire knows it.
    record Keyed(String key, ParsedFeed.Entry entry) {}

    /// @param repeatsGuids whether items were found that share a guid and are not the same
    record Told(List<Keyed> items, boolean repeatsGuids) {}

    /// Asks the wire which of its entries of this feed have one of these keys or links.
    @FunctionalInterface
    interface Memory {
        List<Wire.Sighting> of(Set<String> keys, Set<String> links);
    }

    private static final Pattern TRACKING = Pattern.compile(
            "(?<=[?&])(?:utm_[a-z]+|fbclid|gclid|at_[a-z_]+|ns_[a-z]+|xtor|cmpid|ocid|mc_[ce]id)=[^&#]*&?", Pattern.CASE_INSENSITIVE);
    private static final int FIRST_WORDS = 100;
    private static final Pattern FRONT_PAGE = Pattern.compile("//[^/]+/?(?:index\\.\\w+)?");

    /// An item on its way to its key.
    private record Item(ParsedFeed.Entry entry, String name, String longName, String place) {}

    private final List<Item> items;
    private final Map<String, List<Item>> byName = new LinkedHashMap<>();
    private final Map<String, Integer> atPlace = new HashMap<>();
    private final Map<String, Wire.Sighting> byKey = new HashMap<>();
    private final Map<String, List<Wire.Sighting>> byPlace = new HashMap<>();
    private final boolean doubted;

    private Identity(List<ParsedFeed.Entry> entries, boolean repeatsGuids, Memory memory) {
        items = distinct(entries.stream().map(Identity::item).toList());
        for (var item : items) {
            byName.computeIfAbsent(item.name(), n -> new ArrayList<>(1)).add(item);
            atPlace.merge(item.place(), 1, Integer::sum);
        }
        doubted = repeatsGuids || byName.values().stream().anyMatch(same -> same.size() > 1);
        remember(memory);
    }

    /// @param repeatsGuids whether this feed did so before
    static Told tell(List<ParsedFeed.Entry> entries, boolean repeatsGuids, Memory memory) {
        var identity = new Identity(entries, repeatsGuids, memory);
        var keyed = new ArrayList<Keyed>();
        var used = new HashSet<String>();
        for (var item : identity.items) {
            var key = identity.key(item);
            if (!used.add(key)) {
                key = item.longName();
                used.add(key);
            }
            keyed.add(new Keyed(key, item.entry()));
        }
        return new Told(keyed, identity.doubted);
    }

    /// The link without what only counts visitors.
    static @Nullable String plainLink(@Nullable String link) {
        return link == null || link.indexOf('?') < 0 ? link : TRACKING.matcher(link).replaceAll("").replaceFirst("[?&](?=#|$)", "");
    }

    private static Item item(ParsedFeed.Entry entry) {
        var place = place(entry.link());
        var name = entry.id() != null ? "guid " + entry.id() : !place.isEmpty() ? "link " + place : "hash " + Hash.hex(said(entry));
        var longName = entry.id() != null && !place.isEmpty() ? name + " " + place : name + " " + Hash.hex(firstWords(entry)).substring(0, 16);
        return new Item(entry, name, longName, place);
    }

    /// A link without its scheme, so that a site that moves to https keeps its items.
    private static String place(@Nullable String link) {
        var plain = plainLink(link);
        return plain == null ? "" : plain.substring(Math.max(0, plain.indexOf("//")));
    }

    /// What an item without any name is known by: its headline, else its first words.
    private static String said(ParsedFeed.Entry entry) {
        if (entry.title() != null) {
            return entry.title().words();
        }
        var body = entry.content() != null ? entry.content() : entry.summary();
        return body == null ? "" : body.words();
    }

    /// What tells items of one name apart: one article listed under two headlines begins the same.
    private static String firstWords(ParsedFeed.Entry entry) {
        var body = entry.summary() != null ? entry.summary() : entry.content();
        var words = body == null ? "" : body.words();
        return words.isEmpty() ? said(entry) : words.substring(0, Math.min(FIRST_WORDS, words.length()));
    }

    /// One item listed twice is one item; the first, which feeds put on top, counts.
    private static List<Item> distinct(List<Item> items) {
        var seen = new HashSet<String>();
        var kept = new ArrayList<Item>();
        for (var item : items) {
            if (seen.add(item.longName())) {
                kept.add(item);
            }
        }
        return kept;
    }

    private void remember(Memory memory) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        for (var item : items) {
            keys.add(item.name());
            keys.add(item.longName());
            if (item.entry().link() != null && !item.place().isEmpty()) {
                links.add(item.entry().link());
                links.add("http:" + item.place());
                links.add("https:" + item.place());
            }
        }
        for (var sighting : memory.of(keys, links)) {
            byKey.put(sighting.key(), sighting);
            byPlace.computeIfAbsent(place(sighting.link()), p -> new ArrayList<>(1)).add(sighting);
        }
    }

    private String key(Item item) {
        if (byKey.containsKey(item.longName())) {
            return item.longName();
        }
        var known = byKey.get(item.name());
        if (known != null) {
            return !doubted || place(known.link()).equals(item.place()) ? item.name() : item.longName();
        }
        var before = underAnotherName(item);
        if (before != null) {
            return before.key();
        }
        Collection<Item> same = byName.getOrDefault(item.name(), List.of());
        return same.size() > 1 ? item.longName() : item.name();
    }

    /// The entry that this item was before its guid changed: the only one at its address, of the same headline or date,
    /// and not another item of this document.
    private Wire.@Nullable Sighting underAnotherName(Item item) {
        var there = byPlace.getOrDefault(item.place(), List.of());
        if (item.place().isEmpty() || there.size() != 1 || atPlace.getOrDefault(item.place(), 0) != 1 || FRONT_PAGE.matcher(item.place()).matches()) {
            return null;
        }
        var before = there.getFirst();
        boolean claimed = items.stream().anyMatch(other -> other.name().equals(before.key()) || other.longName().equals(before.key()));
        Instant published = item.entry().published() != null ? item.entry().published() : item.entry().updated();
        boolean alike = before.title().equals(said(item.entry())) || published != null && published.equals(before.published());
        return alike && !claimed ? before : null;
    }
}
