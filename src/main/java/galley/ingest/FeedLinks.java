package galley.ingest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The feeds that a web page names: its `<link>` elements and, behind them, links in its text that look like feeds.
///
/// The best comes first. A link in the page's head that says what it is beats one in the text; a feed of the whole site beats one of
/// comments, of one tag or of one author; among equals the page's own order counts, which is its owner's opinion.
final class FeedLinks {

    /// @param title what the page calls it; empty when it says nothing
    /// @param score the higher the likelier; below [#DECLARED] the page only hints at it
    record Link(String url, String title, int score) {}

    /// From here on the page says outright that the link is a feed.
    static final int DECLARED = 100;

    private static final int MOST = 60;
    private static final Set<String> FEED_TYPES = Set.of("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
            "application/x.atom+xml", "application/x-atom+xml", "application/x-rss+xml", "text/rss+xml", "text/atom+xml", "text/rss", "application/rss", "application/atom",
            "application/x-netcdf", "application/cdf");
    /// Types that feeds are served under and much else too: a hint only where the address or the title hints as well.
    private static final Set<String> PERHAPS_TYPES = Set.of("text/xml", "application/xml", "application/json", "text/html", "");
    private static final Pattern FEED_ADDRESS = Pattern.compile("(?i)(?:\\.(?:rss|atom|rdf|cdf)|(?:feed|rss|atom|index)[\\w-]*\\.(?:xml|json|php|aspx?)|/(?:feeds?|rss2?|atom)(?:/[\\w-]+)?/?)(?:[?#].*)?$|[?&](?:feed|format|type|output|alt)=(?:rss2?|atom|feed|xml)\\b");
    private static final Pattern FEED_ITSELF = Pattern.compile("(?i)(?:\\.(?:rss|atom|rdf|cdf|xml|json)|/(?:feed|rss|rss2|atom)/?)(?:[?#].*)?$");
    private static final Pattern FEED_WORDS = Pattern.compile("(?i)\\b(?:rss|atom|feeds?|xml|syndication|abonnieren|flux|canal rss)\\b");
    private static final Pattern COMMENTS = Pattern.compile("(?i)comment|komment|kommentar|réponse|reply|replies|respuesta|discussion|коммент");
    private static final Pattern PART_OF_SITE = Pattern.compile("(?i)/(?:tag|tags|category|categories|author|authors|search|topic|label)/|[?&](?:tag|cat|author|s)=");
    private static final Pattern NOT_A_FEED = Pattern.compile("(?i)/wp-json\\b|oembed|opensearch|\\.(?:css|js|png|jpe?g|svg|ico)(?:[?#]|$)");

    private final Document page;
    private final @Nullable String address;
    private final List<Link> links = new ArrayList<>();

    private FeedLinks(Document page, @Nullable String address) {
        this.page = page;
        this.address = address;
    }

    /// @param address where the page lies; null when nobody knows
    static List<Link> on(String html, @Nullable String address) {
        var reading = new FeedLinks(Jsoup.parse(TagBudget.kept(html)), address);
        reading.read();
        return reading.best();
    }

    /// Whether an address names a feed by its looks, so that nobody need ask first.
    static boolean looksLikeFeed(String url) {
        return FEED_ITSELF.matcher(url.replaceFirst("(?i)^(?:https?://[^/?#]*|file:)", "")).find();
    }

    private void read() {
        var base = base();
        int nth = 0;
        for (var element : page.select("link[href]")) {
            add(element, base, ofLinkElement(element), nth++);
        }
        for (var element : page.select("a[href], area[href]")) {
            add(element, base, ofAnchor(element), nth++);
        }
    }

    /// What the page says its relative links start from: the first `<base>`, as browsers read it.
    private @Nullable String base() {
        var base = page.selectFirst("base[href]");
        return base == null ? address : Links.base(address, base.attr("href"));
    }

    private void add(Element element, @Nullable String base, int score, int nth) {
        var href = element.attr("href").strip().replaceFirst("(?i)^feed:(?=https?:)", "").replaceFirst("(?i)^feed:(?=//)", "http:");
        var url = score <= 0 || href.isEmpty() || href.startsWith("#") ? null : Links.resolve(base, href.replace(" ", "%20"));
        if (url == null || NOT_A_FEED.matcher(url).find() || !(Links.isWeb(url) || isFile(url))) {
            return;
        }
        var title = element.attr("title").isBlank() ? element.text().strip() : element.attr("title").strip();
        links.add(new Link(url, title, score + adjustment(url, title) - Math.min(nth, 20)));
    }

    /// A page on the disk may name feeds beside it.
    private boolean isFile(String url) {
        return url.startsWith("file:") && (address == null || address.startsWith("file:"));
    }

    private static int ofLinkElement(Element link) {
        var rel = List.of(link.attr("rel").strip().toLowerCase(Locale.ROOT).split("\\s+"));
        var type = type(link);
        boolean says = rel.contains("alternate") || rel.contains("feed");
        if (!says || rel.contains("stylesheet") || rel.contains("icon")) {
            return 0;
        }
        int inHead = link.closest("head") != null ? 20 : 0;
        if (FEED_TYPES.contains(type)) {
            return DECLARED + 60 + inHead;
        }
        boolean hints = FEED_ADDRESS.matcher(link.attr("href").strip()).find() || FEED_WORDS.matcher(link.attr("title")).find();
        if (rel.contains("feed") && PERHAPS_TYPES.contains(type)) {
            return DECLARED + 50 + inHead;
        }
        return PERHAPS_TYPES.contains(type) && hints && !link.hasAttr("hreflang") ? DECLARED + 20 + inHead : 0;
    }

    private static int ofAnchor(Element anchor) {
        if (FEED_TYPES.contains(type(anchor))) {
            return 90;
        }
        boolean byAddress = FEED_ADDRESS.matcher(anchor.attr("href").strip()).find();
        boolean byScheme = anchor.attr("href").strip().regionMatches(true, 0, "feed:", 0, 5);
        var words = anchor.text() + " " + anchor.attr("title") + " " + anchor.select("img").attr("alt") + " " + anchor.className();
        boolean byWords = FEED_WORDS.matcher(words).find();
        return byScheme ? 90 : byAddress && byWords ? 80 : byAddress ? 60 : byWords && anchor.text().length() < 60 ? 30 : 0;
    }

    /// Parameters do not change a type, and some pages write spaces around it.
    private static String type(Element element) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        return type.replaceFirst("\\s*;.*$", "");
    }

    private int adjustment(String url, String title) {
        int change = 0;
        if (COMMENTS.matcher(url).find() || COMMENTS.matcher(title).find()) {
            change -= 45;
        }
        if (PART_OF_SITE.matcher(url).find() && (address == null || !PART_OF_SITE.matcher(address).find())) {
            change -= 15;
        }
        return address != null && !sameSite(url, address) ? change - 5 : change;
    }

    private static boolean sameSite(String url, String other) {
        return site(url).equals(site(other));
    }

    private static String site(String url) {
        try {
            var host = URI.create(url.replace(" ", "%20")).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|feeds?|rss)\\.", "");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    private List<Link> best() {
        var byAddress = new LinkedHashMap<String, Link>();
        links.stream().sorted(Comparator.comparingInt(Link::score).reversed()).forEach(link -> byAddress.putIfAbsent(link.url(), link));
        return byAddress.values().stream().limit(MOST).toList();
    }
}
