package galley.publish;

import galley.story.PublishedLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything published, by its line, kept in memory while the program is open and brought up to date by what was added since:
/// so that one changed story costs no more in a large archive than in a small one. A line takes about a kilobyte.
final class PublishedStories {

    static final Comparator<PublishedLine> NEWEST_FIRST = Comparator.comparing(PublishedLine::firstAt).reversed()
            .thenComparing(Comparator.comparingLong(PublishedLine::storyRow).reversed());

    private final PublishedLine.Lines lines;
    private List<PublishedLine> known = List.of();
    private PublishedLine.@Nullable Mark upTo;

    PublishedStories(PublishedLine.Lines lines) {
        this.lines = lines;
    }

    /// All lines as they stand, newest first, withdrawn stories included.
    synchronized List<PublishedLine> now() {
        // The mark is taken first: what is added in between is read twice rather than never.
        var mark = lines.mark();
        if (upTo == null) {
            known = sorted(lines.all());
        } else if (!mark.equals(upTo)) {
            var changed = lines.since(upTo);
            var ids = new HashSet<UUID>();
            changed.forEach(line -> ids.add(line.story()));
            var merged = new ArrayList<PublishedLine>(known.size() + changed.size());
            merged.addAll(changed);
            known.stream().filter(line -> !ids.contains(line.story())).forEach(merged::add);
            known = sorted(merged);
        }
        upTo = mark;
        return known;
    }

    List<PublishedLine.Copy> copies(List<PublishedLine> some) {
        return lines.copies(some);
    }

    private static List<PublishedLine> sorted(List<PublishedLine> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(NEWEST_FIRST);
        return java.util.Collections.unmodifiableList(sorted);
    }
}
