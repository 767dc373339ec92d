package galley.publish.page;

import com.ibm.icu.text.Transliterator;
import galley.desk.Newsroom.Policy;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where everything lies on the site, relative to its root. File names end in `.html`, so that the folder works from a disk, a
/// bucket and any web server alike; links between pages are relative for the same reason.
public final class SitePaths {

    public static final String HOME = "index.html";
    public static final String CORRECTIONS = "corrections.html";
    public static final String PEOPLE = "people.html";
    public static final String HOW_WE_WORK = "how-we-work.html";
    public static final String NOT_FOUND = "404.html";
    public static final String ARCHIVE = "archive.html";
    public static final String SEARCH = "search.html";
    public static final String FEED = "feed.xml";
    public static final String ATOM = "atom.xml";
    public static final String JSON_FEED = "feed.json";
    /// What trends, for pages that ask for it when they are read.
    public static final String TRENDING = "trending.json";
    public static final String SITEMAP = "sitemap.xml";
    public static final String NEWS_SITEMAP = "news-sitemap.xml";
    public static final String ROBOTS = "robots.txt";
    public static final String KEYS = ".well-known/newsroom-keys.json";
    public static final String CHECKER = "check.html";

    private static final int LONGEST_SLUG = 80;
    private static final int MOST_TOPICS = 20_000;
    private static final Map<String, String> TOPICS = new ConcurrentHashMap<>();

    private SitePaths() {}

    /// `2026/11/17/storm-keeps-larnholm-harbour-shut.html`: from the day and words of the first publication, kept for good.
    /// A headline in another script lends no readable address; then the slugline does.
    ///
    /// @param apart told after the words, to keep two stories of one day and name apart; or empty
    public static String article(Instant published, ZoneId zone, String headline, String slugline, String apart) {
        var day = published.atZone(zone).toLocalDate();
        var words = isLatin(headline) || slug(slugline).equals("untitled") ? headline : slugline;
        return "%04d/%02d/%02d/%s%s.html".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(),
                slug(words), apart.isEmpty() ? "" : "-" + slug(apart));
    }

    public static String section(String category) {
        return "section/" + topic(category) + ".html";
    }

    public static String tag(String tag) {
        return "tag/" + topic(tag) + ".html";
    }

    /// The page of all stories based on one outlet's reports.
    public static String source(String outlet) {
        return "source/" + topic(outlet) + ".html";
    }

    /// An older page of a list: `section/politics/3.html`, numbered from the oldest, so that a page once full never changes.
    public static String older(String list, int page) {
        return list.substring(0, list.length() - ".html".length()) + "/" + page + ".html";
    }

    /// A part of the sitemap or of the search index, numbered from the oldest.
    public static String part(String of, int number, String ending) {
        return of + "/" + number + "." + ending;
    }

    /// The story as other newsrooms' systems read it (ninjs), beside its page.
    public static String ninjs(String article) {
        return article.substring(0, article.length() - ".html".length()) + ".json";
    }

    /// The same picture, less wide.
    public static String rendition(String picture, int width) {
        int dot = picture.lastIndexOf('.');
        return picture.substring(0, dot) + "-" + width + picture.substring(dot);
    }

    public static String policy(Policy policy) {
        return "policies/" + policy.slug() + ".html";
    }

    public static String person(String name) {
        return "people/" + slug(name) + ".html";
    }

    /// Categories, tags and sources come up with every story: each is spelt once.
    private static String topic(String name) {
        var known = TOPICS.get(name);
        if (known == null) {
            known = slug(name);
            if (TOPICS.size() < MOST_TOPICS) {
                TOPICS.put(name, known);
            }
        }
        return known;
    }

    /// Words as part of an address: Latin letters, digits and single hyphens, whatever came in.
    public static String slug(String words) {
        var latin = (isAscii(words) ? words : Latin.ONE.transliterate(words)).toLowerCase(Locale.ROOT)
                .replaceAll("[’'`]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (latin.length() > LONGEST_SLUG) {
            int lastHyphen = latin.lastIndexOf('-', LONGEST_SLUG);
            latin = latin.substring(0, lastHyphen > LONGEST_SLUG / 2 ? lastHyphen : LONGEST_SLUG);
        }
        if (!latin.isEmpty()) {
            return latin;
        }
        // A headline of one emoji still needs an address.
        return words.isBlank() ? "untitled" : "u" + Integer.toHexString(words.strip().codePointAt(0));
    }

    /// The way from one page of the site to another, both given from its root.
    public static String between(String from, String to) {
        int same = 0;
        for (int slash = from.indexOf('/'); slash >= 0 && to.startsWith(from.substring(0, slash + 1));
             slash = from.indexOf('/', slash + 1)) {
            same = slash + 1;
        }
        var up = "../".repeat((int) from.substring(same).chars().filter(c -> c == '/').count());
        var way = up + to.substring(same);
        return way.isEmpty() ? "./" : way;
    }

    /// The one public address of a path; the home page's is the site's own.
    public static String canonical(URI site, String path) {
        return site + (path.equals(HOME) ? "" : path);
    }

    private static boolean isAscii(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLatin(String words) {
        long letters = words.codePoints().filter(Character::isLetter).count();
        long latin = words.codePoints().filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN).count();
        return latin * 2 > letters;
    }

    /// Loaded when the first address is made: the rules take a moment.
    private static final class Latin {
        static final Transliterator ONE = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
