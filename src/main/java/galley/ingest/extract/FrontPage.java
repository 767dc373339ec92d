package galley.ingest.extract;

import org.jsoup.nodes.Element;

/// Tells a page that leads to articles from one that is an article.
final class FrontPage {

    private static final int MANY = 5;
    private static final int A_TEASER = 300;

    private FrontPage() {}

    /// Whether what was found is a row of teasers: every heading leads to another page and has only a few words under it.
    static boolean is(Element body) {
        var headings = body.select("h2, h3, h4");
        long leading = headings.stream().filter(FrontPage::leads).count();
        return leading >= MANY && leading == headings.size() && Weight.of(body.text()) < leading * A_TEASER;
    }

    private static boolean leads(Element heading) {
        var link = heading.closest("a[href]") != null ? heading : heading.selectFirst("a[href]:not([href^=#])");
        return link != null && link.text().length() >= 0.9 * heading.text().length();
    }
}
