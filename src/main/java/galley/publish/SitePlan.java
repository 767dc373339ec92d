package galley.publish;

import galley.story.PublishedLine;
import java.util.ArrayList;
import java.util.HashMap;
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
        ///
        /// @param related positions of the stories it names
        record OfStory(String path, long key, PublishedLine line, boolean isPage, boolean live, int[] related) implements Item {}

        /// Anything else; `made` answers null when it cannot be made, and says so itself.
        record Other(String path, long key, Supplier<byte @Nullable []> made) implements Item {}
    }

    private final List<Item.OfStory> stories = new ArrayList<>();
    private final Map<String, Item.Other> others = new LinkedHashMap<>();

    /// No two stories have one address.
    void add(Item.OfStory item) {
        stories.add(item);
    }

    /// The first to name a path keeps it.
    void add(String path, Mix from, Supplier<byte @Nullable []> made) {
        others.putIfAbsent(path, new Item.Other(path, from.key(), made));
    }

    /// Pages of stories and their records.
    List<Item.OfStory> stories() {
        return stories;
    }

    Map<String, Item.Other> others() {
        return others;
    }

    /// Stories come first, the newest first of all.
    List<Item> all() {
        var all = new ArrayList<Item>(stories);
        all.addAll(others.values());
        return all;
    }

    int size() {
        return stories.size() + others.size();
    }

    /// The path of one of [#all()].
    String path(int number, List<String> otherPaths) {
        return number < stories.size() ? stories.get(number).path() : otherPaths.get(number - stories.size());
    }

    /// All files by path.
    Map<String, Item> byPath() {
        var all = HashMap.<String, Item>newHashMap(size());
        others.values().forEach(item -> all.put(item.path(), item));
        stories.forEach(item -> all.put(item.path(), item));
        return all;
    }

    /// Files that are made from something else in the other plan, or are missing there.
    List<String> differencesTo(SitePlan other) {
        var there = other.byPath();
        return byPath().values().stream().filter(item -> !there.containsKey(item.path()) || there.get(item.path()).key() != item.key()).map(Item::path).toList();
    }
}
