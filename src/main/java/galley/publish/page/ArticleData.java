package galley.publish.page;

import galley.story.Evidence;
import galley.story.Picture;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article for machines: `NewsArticle` and `WebPage` of schema.org. It says what the page says and no more: the author of a
/// wire-based text is the source, the desk is its editor; the reviewer belongs to the page (`reviewedBy` is not for articles).
final class ArticleData {

    private final ArticleView view;
    private final StoryBody body;
    private final SiteView site;
    private final String url;

    private ArticleData(ArticleView view, StoryBody body, SiteView site) {
        this.view = view;
        this.body = body;
        this.site = site;
        this.url = SitePaths.canonical(site.newsroom().site(), view.path());
    }

    static String of(ArticleView view, StoryBody body, SiteView site, String description) {
        var data = new ArticleData(view, body, site);
        return JsonLd.graph(List.of(data.article(description), data.page()));
    }

    private JsonLd article(String description) {
        var text = view.text();
        var newsroom = site.newsroom();
        return JsonLd.node("NewsArticle").put("@id", url + "#article").put("mainEntityOfPage", url).put("url", url)
                .put("headline", oneLine(text.headline())).put("description", description)
                .put("inLanguage", text.language()).put("isAccessibleForFree", true)
                .put("datePublished", Frame.iso(view.published()))
                .put("dateModified", Frame.iso(view.modified() == null ? view.published() : view.modified()))
                .put("articleSection", text.category()).put("keywords", text.tags())
                .put("wordCount", body.words())
                .put("image", images())
                .put("author", author())
                .put("editor", view.claim(Claim.Kind.EDITED_BY).flatMap(c -> view.signature(SignatureLine.Role.EDITED))
                        .map(s -> signer(s, "Person", null)).orElse(null))
                .put("publisher", Publisher.of(newsroom))
                .put("isBasedOn", basedOn())
                .put("citation", text.evidence().stream().map(ArticleData::citation).toList())
                .put("backstory", backstory())
                .put("correction", text.corrections().stream().map(c -> JsonLd.node("CorrectionComment").put("text", c.printed())
                        .put("datePublished", Frame.iso(c.at()))).toList())
                .put("creativeWorkStatus", "Published").put("version", Integer.toString(view.version()))
                .put("copyrightHolder", text.source() == null ? JsonLd.reference(Publisher.id(newsroom)) : null)
                .put("copyrightYear", text.source() == null ? view.published().atZone(newsroom.zone()).getYear() : null)
                .put("license", Publisher.licence(newsroom).orElse(null));
    }

    private JsonLd page() {
        var reviewed = view.claim(Claim.Kind.REVIEWED_BY).flatMap(c -> view.signature(SignatureLine.Role.REVIEWED));
        return JsonLd.node("WebPage").put("@id", url).put("url", url).put("name", oneLine(view.text().headline()))
                .put("inLanguage", view.text().language())
                .put("lastReviewed", reviewed.map(s -> s.at().atZone(site.newsroom().zone()).toLocalDate().toString()).orElse(null))
                .put("reviewedBy", reviewed.map(s -> signer(s, "Person", "Organization")).orElse(null))
                .put("isPartOf", JsonLd.node("WebSite").put("@id", site.newsroom().site() + "#site")
                        .put("name", site.newsroom().name()).put("url", site.newsroom().site().toString()))
                .put("mainEntity", JsonLd.reference(url + "#article"));
    }

    /// A role credit is not a person and schema.org has no type for it: then the property speaks for itself.
    private JsonLd signer(SignatureLine line, String person, @Nullable String team) {
        var type = switch (line.signer()) {
            case PERSON -> person;
            case TEAM, NEWSROOM -> team;
            case ROLE -> null;
        };
        var address = line.path() == null ? null : SitePaths.canonical(site.newsroom().site(), line.path());
        return JsonLd.node(type).put("@id", address).put("name", oneLine(line.name())).put("url", address)
                .put("jobTitle", "Person".equals(type) ? line.jobTitle() : null);
    }

    private List<JsonLd> author() {
        var source = view.text().source();
        if (source == null) {
            return List.of(JsonLd.node("NewsMediaOrganization").put("@id", Publisher.id(site.newsroom()))
                    .put("name", site.newsroom().name()).put("url", site.newsroom().site().toString()));
        }
        return List.of(outlet());
    }

    private @Nullable JsonLd outlet() {
        var source = view.text().source();
        if (source == null) {
            return null;
        }
        var known = view.report() == null ? null : web(view.report().outletUrl());
        return JsonLd.node("Organization").put("name", source.name()).put("url", known == null ? originOf(source.url()) : known);
    }

    private @Nullable JsonLd basedOn() {
        var source = view.text().source();
        if (source == null || web(source.url()) == null) {
            return null;
        }
        var report = view.report();
        return JsonLd.node("NewsArticle").put("headline", report == null ? null : report.headline())
                .put("url", withPath(source.url()))
                .put("datePublished", report == null || report.published() == null ? null : Frame.iso(report.published()))
                .put("publisher", outlet());
    }

    private static JsonLd citation(Evidence evidence) {
        return JsonLd.node("CreativeWork").put("name", evidence.title()).put("url", web(evidence.url()));
    }

    private String backstory() {
        var record = view.claim(Claim.Kind.METHODOLOGY).map(Claim::words).orElse("");
        return (record + " " + view.text().methodology()).strip();
    }

    private List<JsonLd> images() {
        var images = new ArrayList<JsonLd>();
        for (int i = 0; i < view.pictures().size(); i++) {
            Picture said = view.text().pictures().get(i);
            images.add(image(view.pictures().get(i)).put("caption", said.caption()).put("creditText", said.credit())
                    .put("license", Frame.isWeb(said.licence()) ? said.licence() : null));
        }
        // Search engines want a picture of every article: without one, the newsroom's mark.
        return images.isEmpty() ? List.of(image(SiteMark.share(site.newsroom().name()))) : images;
    }

    private JsonLd image(PagePicture picture) {
        return JsonLd.node("ImageObject").put("url", SitePaths.canonical(site.newsroom().site(), picture.path()))
                .put("width", picture.width()).put("height", picture.height());
    }

    /// Text with every run of white space as one space, as a browser reads a heading.
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = !line.isEmpty();
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.toString().strip();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r' || c >= 0xA0 && (c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x2028 || c == 0x2029
                || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF);
    }

    /// An address of the web, or null: a link that the page does not follow is not named to machines either.
    private static @Nullable String web(@Nullable String url) {
        return url != null && Frame.isWeb(url.strip()) ? url.strip() : null;
    }

    private static @Nullable String originOf(String url) {
        if (web(url) == null) {
            return null;
        }
        try {
            var address = URI.create(url.strip());
            return address.getHost() == null ? null : address.getScheme() + "://" + address.getRawAuthority() + "/";
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /// A browser reads `https://wire.example` as `https://wire.example/`.
    private static String withPath(String url) {
        var address = url.strip();
        return address.equals(stripSlash(originOf(address))) ? address + "/" : address;
    }

    private static @Nullable String stripSlash(@Nullable String origin) {
        return origin == null ? null : origin.substring(0, origin.length() - 1);
    }
}
