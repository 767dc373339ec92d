package galley.publish.page;

import galley.desk.Newsroom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page of the site shares.
///
/// @param newsroom its name, address, language, zone and policies
/// @param sections the categories that have stories, in the order of the navigation
/// @param checkPath the checker page inside the site; null when the site has none
/// @param asksForTrending whether its pages ask for what trends when they are read, instead of carrying it
public record SiteView(Newsroom newsroom, List<Section> sections, Trending trending, @Nullable String checkPath, boolean asksForTrending) {

    public SiteView(Newsroom newsroom, List<Section> sections, Trending trending, @Nullable String checkPath) {
        this(newsroom, sections, trending, checkPath, false);
    }

    /// The same site for pages of the archive: a headline that is withdrawn tomorrow may not stand in ten thousand old pages.
    public SiteView forArchive() {
        return new SiteView(newsroom, sections, Trending.none(trending.asOf()), checkPath, true);
    }

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
