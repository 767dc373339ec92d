package galley.publish.send;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// In which order files go, so that a reader who comes in the middle finds no page without its picture and no list that names a page
/// which is not there yet: pictures and marks, articles, lists, and last what everybody asks for first.
final class SendingOrder {

    private static final Set<String> FIRST_ASKED = Set.of("index.html", "feed.xml", "atom.xml", "feed.json", "trending.json", "sitemap.xml", "news-sitemap.xml");

    private SendingOrder() {}

    /// The files in stages; each stage is whole before the next begins.
    static List<List<String>> stages(Collection<String> paths) {
        var stages = new ArrayList<List<String>>();
        for (int i = 0; i < 4; i++) {
            stages.add(new ArrayList<>());
        }
        paths.stream().sorted(Comparator.naturalOrder()).forEach(path -> stages.get(stage(path)).add(path));
        stages.removeIf(List::isEmpty);
        return stages;
    }

    static int stage(String path) {
        if (FIRST_ASKED.contains(path)) {
            return 3;
        }
        if (path.matches("\\d{4}/.*")) {
            return 1;
        }
        return path.endsWith(".html") || path.endsWith(".json") || path.endsWith(".xml") ? 2 : 0;
    }
}
