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

    public static String robots(SiteView site) {
        return "User-agent: *\nAllow: /\n\nSitemap: " + site.newsroom().site() + SitePaths.SITEMAP + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
