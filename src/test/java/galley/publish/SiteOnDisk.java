package galley.publish;

import galley.story.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// A whole site as it lies in a folder, looked through: links and pictures lead somewhere, maps name what is there and all of it, feeds say
/// what RSS 2.0, Atom (RFC 4287), JSON Feed 1.1 and the sitemap protocol ask for.
public final class SiteOnDisk {

    private final Path root;
    private final String base;
    private final Map<String, Document> pages = new HashMap<>();
    private final Set<String> files = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();

    private SiteOnDisk(Path root) throws IOException {
        this.root = root;
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.add(root.relativize(file).toString().replace('\\', '/'));
            }
        }
        for (var path : files) {
            if (path.endsWith(".html")) {
                pages.put(path, Jsoup.parse(read(path)));
            }
        }
        base = pages.get("index.html").select("link[rel=canonical]").attr("href");
    }

    /// Everything that is wrong with it, in sentences.
    public static List<String> findings(Path root) throws IOException {
        var site = new SiteOnDisk(root);
        site.pages.forEach(site::links);
        site.maps();
        site.newsMap();
        site.rss();
        site.atom();
        site.jsonFeed();
        site.searchIndex();
        return site.wrong;
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private void must(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    // ---- links

    private void links(String from, Document page) {
        page.select("[href]").forEach(e -> leads(from, e.attr("href"), !e.normalName().equals("link")));
        page.select("[src]").forEach(e -> leads(from, e.attr("src"), false));
        page.select("[srcset]").forEach(e -> {
            for (var one : e.attr("srcset").split(",")) {
                leads(from, one.strip().split("\\s+")[0], false);
            }
        });
        page.select("meta[property=og:image], meta[property=og:url]").forEach(e -> leads(from, e.attr("content"), false));
    }

    /// @param withPlace whether the place on the page has to be there too
    private void leads(String from, String to, boolean withPlace) {
        var there = URI.create(base + from).resolve(to.replace(" ", "%20"));
        if (!there.toString().startsWith(base)) {
            must(there.getScheme() != null && there.getScheme().matches("https?|mailto"), from + " leads to " + to);
            return;
        }
        var path = path(there);
        must(files.contains(path), from + " leads to " + to + ", which is not there");
        var place = there.getFragment();
        if (withPlace && place != null && pages.containsKey(path)) {
            must(pages.get(path).getElementById(place) != null, from + " leads to " + to + ", and that page has no such place");
        }
    }

    private String path(URI address) {
        var path = address.getPath().substring(URI.create(base).getPath().length());
        return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
    }

    private boolean isThere(String address) {
        return address.startsWith(base) && files.contains(path(URI.create(address)));
    }

    // ---- maps

    private Document xml(String path) throws IOException {
        try {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(root.resolve(path).toFile());
        } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            wrong.add(path + " is no XML: " + e.getMessage());
        }
        return Jsoup.parse(read(path), "", Parser.xmlParser());
    }

    private void maps() throws IOException {
        must(Files.readString(root.resolve("robots.txt"), StandardCharsets.UTF_8).contains("Sitemap: " + base + "sitemap.xml"), "robots.txt does not name the map");
        var first = xml("sitemap.xml");
        var parts = new ArrayList<Document>();
        if (first.selectFirst("sitemapindex") == null) {
            parts.add(first);
        }
        for (var loc : first.select("sitemapindex > sitemap > loc")) {
            must(isThere(loc.text()), "The map names a part that is not there: " + loc.text());
            parts.add(xml(path(URI.create(loc.text()))));
        }
        var named = new HashSet<String>();
        for (var part : parts) {
            must(part.select("urlset > url").size() <= 50_000, "A map names more than 50,000 pages");
            for (var url : part.select("urlset > url")) {
                var loc = url.select("loc").text();
                must(isThere(loc), "The map names what is not there: " + loc);
                must(named.add(path(URI.create(loc))), "The map names twice: " + loc);
                url.select("lastmod").forEach(e -> must(isTime(e.text()), "The map says a time that is none: " + e.text()));
            }
        }
        pages.forEach((path, page) -> {
            boolean hidden = path.equals("404.html") || page.select("meta[name=robots]").attr("content").contains("noindex");
            must(named.contains(path) != hidden, (hidden ? "The map names " : "The map does not name ") + path);
        });
    }

    private void newsMap() throws IOException {
        var news = xml("news-sitemap.xml").select("urlset > url");
        must(news.size() <= 1_000, "The news map names more than a thousand stories");
        Instant newest = null;
        for (var url : news) {
            must(isThere(url.select("loc").text()), "The news map names what is not there: " + url.select("loc").text());
            for (var element : List.of("news|name", "news|language", "news|publication_date", "news|title")) {
                must(url.select(element).size() == 1 && !url.select(element).text().isBlank(), "The news map lacks " + element);
            }
            must(url.select("news|language").text().matches("[a-z]{2,3}|zh-cn|zh-tw"), "The news map has no language of this name: " + url.select("news|language").text());
            var at = Instant.parse(url.select("news|publication_date").text());
            newest = newest == null || at.isAfter(newest) ? at : newest;
        }
        for (var url : news) {
            must(!Instant.parse(url.select("news|publication_date").text()).isBefore(newest.minus(Duration.ofDays(2))), "The news map names an old story");
        }
    }

    // ---- feeds

    private void rss() throws IOException {
        var channel = xml("feed.xml").selectFirst("rss[version=2.0] > channel");
        for (var element : List.of("title", "link", "description")) {
            must(channel.select("> " + element).size() == 1, "The feed has no " + element);
        }
        date(channel.select("> lastBuildDate").text());
        var guids = new HashSet<String>();
        for (var item : channel.select("> item")) {
            must(!item.select("> title").text().isBlank() || !item.select("> description").text().isBlank(), "An item of the feed says nothing");
            must(isThere(item.select("> link").text()), "The feed names what is not there: " + item.select("> link").text());
            must(guids.add(item.select("> guid").text()), "Two items of the feed have one guid");
            date(item.select("> pubDate").text());
        }
    }

    private void date(String date) {
        try {
            OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
        } catch (java.time.DateTimeException e) {
            wrong.add("The feed says a date that is none: " + date);
        }
    }

    private void atom() throws IOException {
        var feed = xml("atom.xml").selectFirst("feed");
        must("http://www.w3.org/2005/Atom".equals(feed.attr("xmlns")), "The Atom feed is in no name space");
        whole(feed);
        must(feed.select("> link[rel=self]").size() == 1, "The Atom feed does not say where it lies");
        var ids = new HashSet<String>();
        for (var entry : feed.select("> entry")) {
            whole(entry);
            must(ids.add(entry.select("> id").text()), "Two entries have one id");
            must(isThere(entry.select("> link[rel=alternate]").attr("href")), "The Atom feed names what is not there");
            must(isTime(entry.select("> published").text()), "An entry says a time that is none");
            must(!entry.select("> author > name").text().isBlank() || !feed.select("> author > name").text().isBlank(), "An entry has no author");
        }
    }

    private void whole(Element element) {
        must(element.select("> id").size() == 1 && URI.create(element.select("> id").text()).isAbsolute(), element.normalName() + " has no id");
        must(element.select("> title").size() == 1, element.normalName() + " has no title");
        must(element.select("> updated").size() == 1 && isTime(element.select("> updated").text()), element.normalName() + " has no time");
    }

    private void jsonFeed() throws IOException {
        var feed = Json.MAPPER.readTree(read("feed.json"));
        must(feed.path("version").asString("").equals("https://jsonfeed.org/version/1.1"), "The JSON feed has no version");
        must(!feed.path("title").asString("").isBlank(), "The JSON feed has no title");
        must(isThere(feed.path("feed_url").asString("")) && feed.path("home_page_url").asString("").equals(base), "The JSON feed does not say where it lies");
        var ids = new HashSet<String>();
        for (var item : feed.path("items")) {
            must(ids.add(item.path("id").asString("")), "Two items of the JSON feed have one id");
            must(!item.path("content_text").asString("").isBlank() || !item.path("content_html").asString("").isBlank(), "An item of the JSON feed says nothing");
            must(isThere(item.path("url").asString("")), "The JSON feed names what is not there");
            must(isTime(item.path("date_published").asString("")) && isTime(item.path("date_modified").asString("")), "An item says a time that is none");
        }
    }

    private void searchIndex() throws IOException {
        int rows = 0;
        for (var path : files) {
            if (path.startsWith("search/") && path.endsWith(".json")) {
                for (var row : Json.MAPPER.readTree(read(path))) {
                    rows++;
                    must(files.contains(row.get(0).asString("")), "The search finds what is not there: " + row.get(0));
                }
            }
        }
        int stories = 0;
        for (var page : pages.values()) {
            stories += page.selectFirst("article[data-signoff]") == null ? 0 : 1;
        }
        must(rows == stories, "The search knows " + rows + " of " + stories + " stories");
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (java.time.DateTimeException e) {
            return false;
        }
    }
}
