package galley.publish.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the home page shows.
///
/// @param asOf when this front was made up; printed as its date
/// @param lead the story on top; null while nothing is published
/// @param top the next most important ones, beside it
/// @param blocks the newest of each section
public record HomeView(Instant asOf, @Nullable Teaser lead, List<Teaser> top, List<Block> blocks, List<StoryLink> corrected) {

    /// The newest stories of one section.
    public record Block(SiteView.Section section, List<Teaser> stories) {

        public Block {
            stories = List.copyOf(stories);
        }
    }

    public HomeView {
        top = List.copyOf(top);
        blocks = List.copyOf(blocks);
        corrected = List.copyOf(corrected);
    }
}
