package galley.publish.page;

import galley.desk.Newsroom;
import galley.publish.theme.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page of the site shares.
///
/// @param newsroom its name, address, language, zone and policies
/// @param sections the categories that have stories, in the order of the navigation
/// @param checkPath the checker page inside the site; null when the site has none
/// @param asksForTrending whether its pages ask for what trends when they are read, instead of carrying it
/// @param theme the newsroom's own look
public record SiteView(Newsroom newsroom, List<Section> sections, Trending trending, @Nullable String checkPath, boolean asksForTrending, Theme theme) {

    public SiteView(Newsroom newsroom, List<Section> sections, Trending trending, @Nullable String checkPath) {
        this(newsroom, sections, trending, checkPath, false, Theme.NONE);
    }

    /// The same site for pages of the archive: a headline that is withdrawn tomorrow may not stand in ten thousand old pages.
    public SiteView forArchive() {
        return new SiteView(newsroom, sections, Trending.none(trending.asOf()), checkPath, true, theme);
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
