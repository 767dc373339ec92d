package galley.ingest.extract;

import galley.ingest.Cleaner;
import galley.ingest.Links;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the article in a web page.
public final class Extractor {

    private static final int LONGEST = 8_000_000;
    private static final int ENOUGH = 400;

    private Extractor() {}

    /// @param page as it was fetched
    /// @param contentType the HTTP header, if there was one
    /// @param url where the page lives; its links are resolved against it; null when unknown
    public static Extracted of(byte[] page, @Nullable String contentType, @Nullable String url) {
        return of(PageText.of(page, contentType), url);
    }

    /// @param html the page's text
    /// @param url where the page lives; its links are resolved against it; null when unknown
    public static Extracted of(String html, @Nullable String url) {
        if (html.isBlank()) {
            return Extracted.NOTHING;
        }
        var source = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        var page = Prepared.parse(source, url == null ? "" : url);
        var facts = PageFacts.of(page, url == null ? "" : url);
        var base = page.selectFirst("base[href]");
        var address = base == null ? url : Links.resolve(url, base.attr("href"));
        Prepared.prepare(page, false);
        var body = MainCopy.of(page, facts.title(), true);
        if (Weight.of(body.text()) < ENOUGH) {
            body = better(body, again(source, facts, false, false));
            if (Weight.of(body.text()) < ENOUGH / 4) {
                body = better(body, again(source, facts, true, false));
            }
        }
        if (facts.body() != null && Weight.of(facts.body()) > ENOUGH && saysMore(facts.body(), Lines.of(body))) {
            body = saidInData(facts.body());
        }
        if (Weight.of(body.text()) < ENOUGH) {
            var inScript = ScriptData.longest(source);
            body = inScript == null ? body : better(body, tidy(inScript, facts));
        }
        if (!facts.isArticle() && FrontPage.is(body)) {
            body = new Element("div");
        }
        var clean = Cleaner.clean(asWritten(body), address);
        return new Extracted(facts.title(), facts.byline(), facts.published(), facts.language(), facts.siteName(), clean, Lines.of(body));
    }

    /// Without line ends that the page does not have: they would show inside preformatted text.
    private static String asWritten(Element body) {
        var shell = org.jsoup.nodes.Document.createShell("");
        shell.outputSettings().prettyPrint(false);
        shell.body().appendChild(body);
        return body.html();
    }

    private static Element again(String source, PageFacts facts, boolean withHidden, boolean strict) {
        var page = Prepared.parse(source, "");
        Prepared.prepare(page, withHidden);
        return MainCopy.of(page, facts.title(), strict);
    }

    private static Element better(Element one, Element other) {
        return Weight.of(other.text()) > 1.3 * Weight.of(one.text()) ? other : one;
    }

    /// Whether the words in the page's data are the article and those in its boxes only the beginning of it, or something else.
    private static boolean saysMore(String data, String found) {
        if (Weight.of(found) * 2 < Weight.of(data)) {
            return true;
        }
        var all = letters(data);
        var lines = found.lines().map(Extractor::letters).filter(line -> line.length() > 30).limit(200).toList();
        return !lines.isEmpty() && Weight.of(found) * 5 < Weight.of(data) * 4 && lines.stream().allMatch(all::contains);
    }

    private static String letters(String words) {
        return words.replaceAll("<[^>]{0,1000}>|[^\\p{L}\\p{N}]", "");
    }

    private static Element tidy(Element body, PageFacts facts) {
        Trimmed.trim(body, facts.title());
        return body;
    }

    /// A page that is built by script may carry its words in JSON-LD alone.
    static Element saidInData(String words) {
        if (words.contains("</p>")) {
            return Prepared.parse(words, "").body();
        }
        var body = new Element("div");
        for (var paragraph : words.split("\\s*\\n\\s*")) {
            if (!paragraph.isBlank()) {
                body.appendElement("p").text(paragraph);
            }
        }
        return body;
    }
}
