package galley.ingest.extract;

import galley.ingest.FeedDates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page says of its article: in JSON-LD first, then in its meta elements, then in print.
record PageFacts(@Nullable String title, @Nullable String byline, @Nullable Instant published, @Nullable String language, @Nullable String siteName,
                 @Nullable String body, boolean isArticle) {

    private static final Pattern NAMED = Pattern.compile("(?:by|von|par|por|di|door) ((?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|den|la|del|al|bin|and|&)(?: (?:\\p{Lu}[\\p{L}.'’-]*,?|de|van|von|der|den|la|del|al|bin|and|&)){1,7})\\b.*", Pattern.UNICODE_CASE);
    private static final Pattern ROLE = Pattern.compile("(?iu)(reporter|correspondent|last updated:?|editor|writer|columnist|journalist|contributor|staff|producer|analyst|critic|min read|read|updated.*|published.*|follow)$");
    private static final Pattern A_DATE = Pattern.compile("\\d{1,2}(?:st|nd|rd|th|\\.)? \\p{L}{3,10}\\.?,? (?:19|20)\\d\\d|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d");

    private static final Pattern PARTED = Pattern.compile("\\s[|\\-–—\\\\/>»·:]\\s");
    private static final Pattern DAY_IN_ADDRESS = Pattern.compile("/(20\\d\\d)[/-](\\d{1,2})[/-](\\d{1,2})(?=[/\\-_.]|$)");
    private static final Pattern DATED = Pattern.compile("\\s*[|•·,–—-]?\\s*((on )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2},? \\d{4}|\\d{1,2}[./ ]\\S{2,9}[./ ](19|20)\\d\\d|(19|20)\\d\\d-\\d\\d-\\d\\d|\\d+ ?(h|hours? ago|min|minutes? ago|days? ago|d)$).*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD_IN = Pattern.compile("^(by|von|par|por|di|door|av|af|autor|author|written by|posted by|作者|文)\\s*[:：]?\\s+", Pattern.CASE_INSENSITIVE);

    static PageFacts of(Document page, String url) {
        var data = LinkedData.of(page);
        var meta = new Meta(page);
        var site = first(data.publisher(), meta.get("og:site_name", "application-name", "al:ios:app_name", "dc.publisher"));
        var title = title(page, data, meta, site);
        var byline = first(name(data.author()), name(meta.get("dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "author", "byl", "article:author", "og:article:author", "weibo:article:author", "twitter:creator-name")));
        if (byline == null || byline.equalsIgnoreCase(site)) {
            byline = first(printedByline(page), byline == null ? namedInPrint(page) : null, byline);
        }
        boolean article = data != LinkedData.NONE || "article".equalsIgnoreCase(meta.get("og:type"));
        return new PageFacts(withoutSite(page, title, site), byline, published(page, data, meta, url), language(page, data, meta), site, data.body(), article);
    }

    private static @Nullable String title(Document page, LinkedData data, Meta meta, @Nullable String site) {
        var said = first(data.titleOf(page.title()), meta.get("dc.title", "dcterms.title", "og:title", "weibo:article:title", "weibo:webpage:title", "parsely-title", "twitter:title", "title", "sailthru.title"));
        if (said != null) {
            return said;
        }
        var whole = page.title().replaceAll("\\s+", " ").strip();
        var heads = page.select("h1");
        if (PARTED.matcher(whole).find()) {
            for (var head : page.select("h1, h2")) {
                if (MainCopy.sameWords(head.text(), whole) && head.text().length() >= whole.length() - 1) {
                    return whole;
                }
            }
            var parts = PARTED.split(whole);
            var cut = parts[parts.length - 1].length() + 3;
            var left = whole.length() > cut ? whole.substring(0, whole.length() - cut).strip() : whole;
            if (words(left) >= 3 || site != null && site.equalsIgnoreCase(parts[parts.length - 1].strip())) {
                return left;
            }
            var right = whole.substring(parts[0].length()).replaceFirst("^\\s*[|\\-–—\\\\/>»·:]\\s", "").strip();
            return words(right) >= 3 ? right : whole;
        }
        if ((whole.length() > 150 || whole.equalsIgnoreCase(site)) && heads.size() == 1 && !heads.text().isBlank()) {
            return heads.text();
        }
        return whole.isEmpty() ? heads.isEmpty() || heads.first() == null ? null : heads.first().text() : whole;
    }

    /// A title that ends with the outlet's name, where the page prints the headline without it.
    private static @Nullable String withoutSite(Document page, @Nullable String title, @Nullable String site) {
        if (title == null || site == null) {
            return title;
        }
        var parted = PARTED.matcher(title);
        int last = -1;
        while (parted.find()) {
            last = parted.start();
        }
        if (last < 0 || !title.substring(last + 3).strip().equalsIgnoreCase(site)) {
            return title;
        }
        var headline = title.substring(0, last).strip();
        return page.select("h1, h2").stream().anyMatch(head -> MainCopy.sameWords(head.text(), headline)) ? headline : title;
    }

    /// A line that begins "By" and goes on with a name.
    private static @Nullable String namedInPrint(Document page) {
        for (var line : page.body() == null ? List.<Element>of() : page.body().select("p, div, span, h3, h4, h5, h6, em, strong, b, small, font, td")) {
            if (line.childrenSize() > 4 || line.ownText().length() > 100 || line.ownText().isEmpty()) {
                continue;
            }
            var words = Hints.beginning(line, 101);
            var named = NAMED.matcher(words.isEmpty() || words.length() > 100 ? "" : Character.toLowerCase(words.charAt(0)) + words.substring(1));
            if (named.matches()) {
                return name(named.group(1).replaceFirst(",$", ""));
            }
        }
        return null;
    }

    /// A date in print, near the headline or in a box that is named for it.
    private static @Nullable Instant printedDate(Document page) {
        var boxes = page.select("body [class*=date], body [class*=time], body [class*=Date], body [class*=publish], body [class*=posted], body time");
        var head = page.selectFirst("h1");
        var under = head == null ? null : head.nextElementSibling();
        for (int i = 0; under != null && i < 4; i++, under = under.nextElementSibling()) {
            boxes.add(under);
        }
        for (var box : boxes.subList(0, Math.min(boxes.size(), 200))) {
            var words = box.text();
            var date = A_DATE.matcher(words.length() > 120 ? "" : words);
            if (date.find()) {
                var read = FeedDates.read(date.group().replaceFirst("(?<=\\d)(st|nd|rd|th)", ""));
                if (read != null) {
                    return read;
                }
            }
        }
        return null;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static @Nullable String printedByline(Document page) {
        Element found = null;
        for (var element : page.body() == null ? List.<Element>of() : page.body().select("[rel=author], [itemprop~=author], [class*=byline], [class*=Byline], [class*=author], [class*=Author], [id*=byline], [data-component*=byline], [data-testid*=byline], [class*=dateline], [class*=writtenby], address")) {
            var words = element.text().strip();
            if (!words.isEmpty() && words.length() < 100 && Hints.isByline(element) && !isHidden(element)) {
                found = element;
                break;
            }
        }
        if (found == null) {
            return null;
        }
        var name = found.selectFirst("[itemprop~=name]");
        return name(name != null ? name.text() : found.ownText().isBlank() ? people(found) : found.text());
    }

    /// A byline of several boxes holds dates and roles beside the names.
    private static String people(Element byline) {
        var parts = byline.getAllElements().stream().map(Element::ownText).map(String::strip).filter(words -> !words.isEmpty()).toList();
        var people = parts.stream().filter(words -> !ROLE.matcher(words).find() && !A_DATE.matcher(words).find() && words.chars().anyMatch(Character::isLetter)
                && !LEAD_IN.matcher(words + " ").matches()).toList();
        boolean roles = people.size() < parts.size();
        return people.isEmpty() && roles ? "" : !roles ? byline.text() : String.join(", ", people);
    }

    private static boolean isHidden(Element element) {
        return element.attr("style").replace(" ", "").contains("display:none");
    }

    private static @Nullable String name(@Nullable String words) {
        if (words == null || words.isBlank() || words.startsWith("http://") || words.startsWith("https://") || words.startsWith("@") || words.length() > 150) {
            return null;
        }
        var name = LEAD_IN.matcher(words.replaceAll("\\s+", " ").strip()).replaceFirst("").strip();
        var undated = DATED.matcher(name).replaceFirst("").strip();
        return undated.isEmpty() ? null : undated;
    }

    private static @Nullable Instant published(Document page, LinkedData data, Meta meta, String url) {
        var said = java.util.Arrays.asList(data.published(), meta.get("article:published_time", "og:published_time", "og:article:published_time"), meta.get("parsely-pub-date"), meta.get("datepublished"), meta.get("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created"),
                meta.get("sailthru.date", "publishdate", "pubdate", "publish-date", "publish_date", "date", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime"),
                attribute(page, "[itemprop~=datePublished]", "content"), attribute(page, "[itemprop~=datePublished]", "datetime"),
                attribute(page, "time[pubdate]", "datetime"), attribute(page, "article time[datetime], header time[datetime], time[class*=publish][datetime], .published[datetime]", "datetime"),
                attribute(page, "abbr.published, .published[title]", "title"));
        for (var date : said) {
            var read = date == null ? null : FeedDates.read(date);
            if (read != null) {
                return read;
            }
        }
        var day = DAY_IN_ADDRESS.matcher(url);
        return day.find() ? FeedDates.read(day.group(1) + "-" + two(day.group(2)) + "-" + two(day.group(3))) : printedDate(page);
    }

    private static String two(String figures) {
        return figures.length() == 1 ? "0" + figures : figures;
    }

    private static @Nullable String attribute(Document page, String where, String name) {
        var element = page.selectFirst(where);
        return element == null || element.attr(name).isBlank() ? null : element.attr(name).strip();
    }

    private static @Nullable String language(Document page, LinkedData data, Meta meta) {
        var root = page.selectFirst("html");
        var said = first(root == null ? null : root.attr("lang"), root == null ? null : root.attr("xml:lang"), page.body() == null ? null : page.body().attr("lang"),
                meta.get("content-language", "language", "dc.language", "dcterms.language"), data.language(), meta.get("og:locale"));
        return said == null ? null : said.split("[,;\\s]")[0].replace('_', '-');
    }

    private static @Nullable String first(@Nullable String... words) {
        for (var word : words) {
            if (word != null && !word.isBlank()) {
                return word.replaceAll("\\s+", " ").strip();
            }
        }
        return null;
    }

    /// The meta elements of a page under any of the attributes that carry their names.
    private static final class Meta {

        private final java.util.Map<String, String> values = new java.util.HashMap<>();

        Meta(Document page) {
            for (var attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                for (var element : page.select("meta")) {
                    for (var name : element.attr(attribute).toLowerCase(Locale.ROOT).strip().split("\\s+")) {
                        var value = element.attr("content").strip();
                        if (!name.isEmpty() && !value.isEmpty()) {
                            values.putIfAbsent(name.startsWith("dc:") || name.startsWith("dcterms:") || name.startsWith("dcterm:") ? name.replace(':', '.').replace("dcterm.", "dcterms.") : name, value);
                        }
                    }
                }
            }
        }

        @Nullable String get(String... names) {
            for (var name : names) {
                var value = values.get(name);
                if (value != null) {
                    return value.indexOf('&') < 0 ? value : org.jsoup.parser.Parser.unescapeEntities(value, false);
                }
            }
            return null;
        }
    }
}
