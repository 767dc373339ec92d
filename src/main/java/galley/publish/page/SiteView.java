package galley.publish.page;

import galley.desk.Newsroom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page of the site shares.
///
/// @param newsroom its name, address, language, zone and policies
/// @param sections the categories that have stories, in the order of the navigation
/// @param checkPath the checker page inside the site; null when the site has none
public record SiteView(Newsroom newsroom, List<Section> sections, Trending trending, @Nullable String checkPath) {

    /// A category: its printed name and its page.
    public record Section(String name, String path) {

        public static Section named(String name) {
            return new Section(name, SitePaths.section(name));
        }

        /// Fit for an `id`.
        public String id() {
            return SitePaths.slug(name);
        }
    }

    public SiteView {
        sections = List.copyOf(sections);
    }
}
