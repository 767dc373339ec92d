package galley.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page that lists stories: of one category, one tag, one source, or all.
///
/// @param section its name and the page where the list begins
/// @param about what it lists, in a sentence
/// @param stories newest first
/// @param turn where the list goes on
public record SectionView(SiteView.Section section, String about, List<Teaser> stories, Turn turn) {

    /// @param path of this page
    /// @param newer page of newer stories; null on the first
    /// @param older page of older stories; null on the last
    /// @param number of this page from the oldest; 0 when it is the first of the list
    public record Turn(String path, @Nullable String newer, @Nullable String older, int number) {}

    public SectionView {
        stories = List.copyOf(stories);
    }

    /// A list that needs one page only.
    public SectionView(SiteView.Section section, List<Teaser> stories) {
        this(section, "", stories, new Turn(section.path(), null, null, 0));
    }
}
