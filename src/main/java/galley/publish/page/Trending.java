package galley.publish.page;

import java.time.Instant;
import java.util.List;

/// What many sources report now, computed from signed stories.
///
/// @param links most reported first; each note says by how many sources
/// @param asOf when it was computed
/// @param rule how it is ranked, in a sentence readers see: "Ranked by how many sources report it and how lately."
public record Trending(List<StoryLink> links, Instant asOf, String rule) {

    public Trending {
        links = List.copyOf(links);
    }

    public static Trending none(Instant asOf) {
        return new Trending(List.of(), asOf, "");
    }

    public boolean isEmpty() {
        return links.isEmpty();
    }
}
