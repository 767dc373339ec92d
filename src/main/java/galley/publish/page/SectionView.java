package galley.publish.page;

import java.util.List;

/// The page of one category.
///
/// @param stories newest first
public record SectionView(SiteView.Section section, List<Teaser> stories) {

    public SectionView {
        stories = List.copyOf(stories);
    }
}
