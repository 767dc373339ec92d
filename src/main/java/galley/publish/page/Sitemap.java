package galley.publish.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What search engines are told: all pages of the site, and that they may come in.
public final class Sitemap {

    private Sitemap() {}

    /// @param changed when its words last changed; null when not known
    public record Entry(String path, @Nullable Instant changed) {}

    public static String render(List<Entry> entries, SiteView site) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (var entry : entries) {
            xml.append("<url><loc>").append(escaped(SitePaths.canonical(site.newsroom().site(), entry.path()))).append("</loc>");
            if (entry.changed() != null) {
                xml.append("<lastmod>").append(Frame.iso(entry.changed())).append("</lastmod>");
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    /// The list of the parts that a large sitemap is cut into.
    public static String index(int parts, SiteView site) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        xml.append("<sitemap><loc>").append(escaped(site.newsroom().site() + "sitemap/pages.xml")).append("</loc></sitemap>\n");
        for (int part = 1; part <= parts; part++) {
            xml.append("<sitemap><loc>").append(escaped(site.newsroom().site() + SitePaths.part("sitemap", part, "xml"))).append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    /// What news search engines are told: the stories of the last two days.
    ///
    /// @param stories newest first, at most a thousand
    public static String news(List<Teaser> stories, SiteView site) {
        var newsroom = site.newsroom();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
        for (var story : stories) {
            var language = java.util.Locale.forLanguageTag(story.language().isEmpty() ? newsroom.language() : story.language());
            // Two letters, but for the two written forms of Chinese.
            var code = language.getLanguage().equals("zh") ? "TW".equals(language.getCountry()) || "Hant".equals(language.getScript()) ? "zh-tw" : "zh-cn"
                    : language.getLanguage();
            xml.append("<url><loc>").append(escaped(SitePaths.canonical(newsroom.site(), story.path()))).append("</loc><news:news><news:publication><news:name>")
                    .append(escaped(RssFeed.printable(newsroom.name()))).append("</news:name><news:language>").append(escaped(code))
                    .append("</news:language></news:publication><news:publication_date>").append(Frame.iso(story.published()))
                    .append("</news:publication_date><news:title>").append(escaped(RssFeed.printable(ArticleData.oneLine(story.headline())))).append("</news:title></news:news></url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    public static String robots(SiteView site) {
        return "User-agent: *\nAllow: /\n\nSitemap: " + site.newsroom().site() + SitePaths.SITEMAP + "\nSitemap: " + site.newsroom().site() + SitePaths.NEWS_SITEMAP + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
