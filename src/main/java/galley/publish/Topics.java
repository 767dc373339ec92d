package galley.publish;

import galley.publish.page.SitePaths;
import galley.story.PublishedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which stories belong together: by category, by tag, by source. Two names with one address are one topic, under the newer name.
final class Topics {

    enum Kind { SECTION, TAG, SOURCE }

    /// @param stories positions in the list of stories, newest first
    record Topic(Kind kind, String name, String path, List<Integer> stories) {}

    private final List<PublishedLine> lines;
    private final Map<String, Topic> byPath = new LinkedHashMap<>();

    /// @param lines newest first, none withdrawn
    Topics(List<PublishedLine> lines) {
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var seen = new LinkedHashSet<String>();
            add(Kind.SECTION, line.category(), i, seen);
            for (var tag : line.tags()) {
                add(Kind.TAG, tag, i, seen);
            }
            add(Kind.SOURCE, line.source(), i, seen);
        }
    }

    private void add(Kind kind, String name, int story, Set<String> seen) {
        if (name.isBlank()) {
            return;
        }
        var path = path(kind, name);
        if (seen.add(path)) {
            byPath.computeIfAbsent(path, p -> new Topic(kind, name.strip(), p, new ArrayList<>())).stories().add(story);
        }
    }

    private static String path(Kind kind, String name) {
        return switch (kind) {
            case SECTION -> SitePaths.section(name);
            case TAG -> SitePaths.tag(name);
            case SOURCE -> SitePaths.source(name);
        };
    }

    Collection<Topic> all() {
        return byPath.values();
    }

    List<Topic> of(Kind kind) {
        return byPath.values().stream().filter(t -> t.kind() == kind).toList();
    }

    /// Positions of stories of the same category or with a tag in common, the newest first.
    ///
    /// @param story position of the story
    /// @param olderOnly only those published before it: a list that new stories leave as it is
    List<Integer> related(int story, boolean olderOnly, int most) {
        var found = new java.util.TreeSet<Integer>();
        var line = lines.get(story);
        gather(byPath.get(SitePaths.section(line.category())), story, olderOnly, most, found);
        line.tags().forEach(tag -> gather(byPath.get(SitePaths.tag(tag)), story, olderOnly, most, found));
        return found.stream().limit(most).toList();
    }

    private static void gather(@org.jspecify.annotations.Nullable Topic topic, int story, boolean olderOnly, int most, Set<Integer> found) {
        if (topic == null) {
            return;
        }
        var stories = topic.stories();
        int at = olderOnly ? java.util.Collections.binarySearch(stories, story) : -1;
        int from = at >= 0 ? at + 1 : 0;
        int taken = 0;
        for (int i = from; i < stories.size() && taken < most; i++) {
            if (stories.get(i) != story) {
                found.add(stories.get(i));
                taken++;
            }
        }
    }
}
