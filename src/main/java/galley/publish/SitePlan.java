package galley.publish;

import galley.story.PublishedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Every file of the site, and what it is made from, before any is made. Comparing two plans says which files an act would change;
/// comparing a plan with a folder says which files have to be made.
final class SitePlan {

    /// What a file is made from: another key, another file.
    sealed interface Item {
        String path();

        long key();

        /// A story's page, or its record for other newsrooms' systems.
        record OfStory(String path, long key, PublishedLine line, boolean isPage, boolean live, List<PublishedLine> related) implements Item {}

        /// Anything else; `made` answers null when it cannot be made, and says so itself.
        record Other(String path, long key, Supplier<byte @Nullable []> made) implements Item {}
    }

    private final Map<String, Item> items = new LinkedHashMap<>();

    /// The first to name a path keeps it.
    void add(Item item) {
        items.putIfAbsent(item.path(), item);
    }

    void add(String path, Mix from, Supplier<byte @Nullable []> made) {
        add(new Item.Other(path, from.key(), made));
    }

    Map<String, Item> items() {
        return items;
    }

    List<String> paths() {
        return new ArrayList<>(items.keySet());
    }

    /// Files that are made from something else in the other plan, or are missing there.
    List<String> differencesTo(SitePlan other) {
        return items.values().stream().filter(item -> {
            var there = other.items.get(item.path());
            return there == null || there.key() != item.key();
        }).map(Item::path).toList();
    }
}
