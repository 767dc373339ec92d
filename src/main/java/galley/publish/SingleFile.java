package galley.publish;

import galley.publish.page.Inlined;
import galley.publish.page.SitePaths;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A page of the site that needs nothing beside itself: pictures and fonts stand in it, links lead to the site. The signed words are
/// the very same, so it proves what the page on the site proves.
final class SingleFile {

    private static final int WIDEST = 960;
    private static final Pattern FONT = Pattern.compile("url\\((?:\\.\\./)*(theme/fonts/[^)]+)\\)");
    private static final Set<String> KEPT_ATTRIBUTES = Set.of("href", "src", "alt", "lang", "dir", "datetime", "width", "height");

    private final Map<String, byte[]> files;
    private final String path;
    private final URI address;
    private final Document page;

    /// @param files bytes by path on the site: pictures, and what the theme brings
    /// @param path of the page on the site
    /// @param site the address of the site
    SingleFile(String html, Map<String, byte[]> files, String path, URI site) {
        this.files = files;
        this.path = path;
        this.address = site.resolve(path);
        this.page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
    }

    /// The whole page.
    String page() {
        page.select("nav.ticker, aside, link[rel=apple-touch-icon]").remove();
        page.select("picture > source, link[rel=icon]").forEach(this::inlineOrDrop);
        page.select("img").forEach(this::inline);
        page.select("[href]").forEach(this::absolute);
        var style = page.selectFirst("style");
        var csp = page.selectFirst("meta[http-equiv=Content-Security-Policy]");
        if (style != null && csp != null) {
            var text = FONT.matcher(style.data()).replaceAll(m -> Matcher.quoteReplacement(files.containsKey(m.group(1)) ? "url(" + data(m.group(1)) + ")" : m.group()));
            csp.attr("content", csp.attr("content").replace(Inlined.hash(style.data()), Inlined.hash(text)).replace("img-src 'self'", "img-src data:")
                    .replace("font-src 'self'", "font-src data:").replace("connect-src 'self'", "connect-src 'none'"));
            style.empty().appendChild(new org.jsoup.nodes.DataNode(text));
        }
        return new String(Preflight.passed(page.outerHtml().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /// The article alone, in plain elements, for pasting into another system: words, pictures, who signed, and the way to the page.
    String fragment() {
        var article = page.selectFirst("article").clone();
        article.select(".tags, .square, svg, script").remove();
        article.select("img").forEach(this::inline);
        article.select("[href]").forEach(this::absolute);
        // The dash behind a dateline is drawn by the style sheet, which does not come along.
        article.select("span.dateline").forEach(dateline -> dateline.appendText(" –"));
        article.select("span, div, header, ul.ways").forEach(element -> {
            if (!element.normalName().equals("span") || element.hasAttr("data-part") || element.classNames().contains("label") || element.classNames().contains("value")) {
                element.unwrap();
            }
        });
        article.select("*").forEach(element -> {
            for (var attribute : element.attributes().asList()) {
                if (!KEPT_ATTRIBUTES.contains(attribute.getKey())) {
                    element.removeAttr(attribute.getKey());
                }
            }
        });
        article.attr("lang", page.selectFirst("html").attr("lang"));
        if (page.selectFirst("html").hasAttr("dir")) {
            article.attr("dir", page.selectFirst("html").attr("dir"));
        }
        article.appendElement("p").appendElement("a").attr("href", address.toString()).text(address.toString());
        return article.outerHtml().replaceAll("\\n{2,}", "\n");
    }

    private void inlineOrDrop(Element element) {
        var key = element.hasAttr("srcset") ? "srcset" : "href";
        var at = within(element.attr(key));
        if (at == null || !files.containsKey(at)) {
            element.remove();
        } else {
            element.attr(key, data(at));
        }
    }

    private void inline(Element image) {
        var at = within(image.attr("src"));
        if (at == null) {
            return;
        }
        var narrower = SitePaths.rendition(at, WIDEST);
        var chosen = files.containsKey(narrower) ? narrower : at;
        if (files.containsKey(chosen)) {
            image.attr("src", data(chosen));
        } else {
            // The newsroom has lost this picture; its words stay.
            image.attr("src", address.resolve(image.attr("src")).toString());
        }
        List.of("srcset", "sizes", "loading", "fetchpriority").forEach(image::removeAttr);
    }

    private void absolute(Element link) {
        var href = link.attr("href");
        if (!href.startsWith("data:") && !href.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !(href.startsWith("#") && link.parent() != null && link.ownerDocument() == page)) {
            link.attr("href", address.resolve(href).toString());
        }
    }

    /// The path on the site that a link of this page leads to; null when it leads elsewhere.
    private @Nullable String within(String href) {
        if (href.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return null;
        }
        var root = URI.create("site:///");
        var to = URI.create("site:///" + path).resolve(href);
        return to.getPath() == null ? null : root.relativize(to).getPath().replaceFirst("^/", "");
    }

    private String data(String at) {
        return "data:" + type(at) + ";base64," + Base64.getEncoder().encodeToString(files.get(at));
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "gif" -> "image/gif";
            case "woff2" -> "font/woff2";
            case "woff" -> "font/woff";
            default -> "image/jpeg";
        };
    }
}
