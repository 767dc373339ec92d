package galley.publish;

import galley.publish.page.SitePaths;
import galley.story.PublishedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which stories belong together: by category, by tag, by source. Two names with one address are one topic, under the newer name.
final class Topics {

    enum Kind { SECTION, TAG, SOURCE }

    record Topic(Kind kind, String name, String path, Positions stories) {}

    /// Positions in the list of stories, ascending: the newest first.
    static final class Positions {
        private int[] at = new int[4];
        private int size;

        private void add(int position) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
            }
            at[size++] = position;
        }

        int size() {
            return size;
        }

        /// The stories at these positions.
        List<PublishedLine> in(List<PublishedLine> lines) {
            return Arrays.stream(at, 0, size).mapToObj(lines::get).toList();
        }
    }

    private final List<PublishedLine> lines;
    private final Map<String, Topic> byPath = new LinkedHashMap<>();
    /// By position of a story: its category and its tags.
    private final Topic[][] ofStory;
    private final int[][] related;
    private final int live;
    private final int most;

    /// @param lines newest first, none withdrawn
    /// @param live how many of the newest are related to whatever is newest; older ones to what was published before them: a list that new
    /// stories leave as it is
    /// @param most how many stories are related to one
    Topics(List<PublishedLine> lines, int live, int most) {
        this.lines = lines;
        this.live = live;
        this.most = most;
        this.ofStory = new Topic[lines.size()][];
        this.related = new int[lines.size()][];
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var seen = new ArrayList<Topic>(5);
            add(Kind.SECTION, line.category(), i, seen);
            for (var tag : line.tags()) {
                add(Kind.TAG, tag, i, seen);
            }
            ofStory[i] = seen.toArray(Topic[]::new);
            add(Kind.SOURCE, line.source(), i, seen);
        }
    }

    /// Whether these are the topics of these stories too: the same places in the same order.
    boolean areOf(List<PublishedLine> others) {
        if (others.size() != lines.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            var known = lines.get(i);
            var other = others.get(i);
            if (known != other && !(known.category().equals(other.category()) && known.tags().equals(other.tags()) && known.source().equals(other.source()))) {
                return false;
            }
        }
        return true;
    }

    private void add(Kind kind, String name, int story, List<Topic> seen) {
        if (name.isBlank()) {
            return;
        }
        var path = path(kind, name);
        var topic = byPath.get(path);
        if (topic == null) {
            topic = new Topic(kind, name.strip(), path, new Positions());
            byPath.put(path, topic);
        }
        if (!seen.contains(topic)) {
            seen.add(topic);
            topic.stories().add(story);
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
    int[] related(int story) {
        if (related[story] == null) {
            var found = new int[most];
            int size = 0;
            for (var topic : ofStory[story]) {
                size = gather(topic.stories(), story, found, size);
            }
            related[story] = size == 0 ? NONE : Arrays.copyOf(found, size);
        }
        return related[story];
    }

    private static final int[] NONE = {};

    /// Puts a topic's first stories among those found, in order, each once. Answers how many there are then.
    private int gather(Positions stories, int story, int[] found, int size) {
        int here = story < live ? -1 : Arrays.binarySearch(stories.at, 0, stories.size, story);
        int taken = 0;
        for (int i = Math.max(0, here + 1); i < stories.size && taken < most; i++) {
            int other = stories.at[i];
            if (other == story) {
                continue;
            }
            taken++;
            int place = Arrays.binarySearch(found, 0, size, other);
            if (place < 0 && -place - 1 < most) {
                place = -place - 1;
                int moved = Math.min(size, most - 1) - place;
                System.arraycopy(found, place, found, place + 1, moved);
                found[place] = other;
                size = Math.min(most, size + 1);
            }
        }
        return size;
    }
}
