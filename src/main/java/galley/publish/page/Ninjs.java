package galley.publish.page;

import galley.story.BlockText;
import galley.story.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A story as other newsrooms' systems read it: ninjs 3.1 of the IPTC ("News in JSON"). It says what the page says: whose report it is
/// based on, who edited and reviewed it, and where the page with the signatures stands.
public final class Ninjs {

    private static final String SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#";
    /// The IPTC's words for kinds of trust indicators.
    private static final String TRUST = "http://cv.iptc.org/newscodes/trustindicator/";

    private Ninjs() {}

    public static String render(ArticleView view, SiteView site) {
        return render(view, StoryBody.of(view.text().body()), site);
    }

    /// @param body of the same story
    public static String render(ArticleView view, StoryBody body, SiteView site) {
        var newsroom = site.newsroom();
        var text = view.text();
        var news = new LinkedHashMap<String, Object>();
        news.put("uri", "urn:uuid:" + view.story());
        news.put("standard", standard());
        news.put("type", "text");
        news.put("representationType", "full");
        news.put("profile", text.pictures().isEmpty() ? "text-only" : "text-photo");
        news.put("version", Integer.toString(view.version()));
        news.put("firstCreated", Frame.iso(view.published()));
        news.put("versionCreated", Frame.iso(view.modified() == null ? view.published() : view.modified()));
        news.put("pubStatus", "usable");
        news.put("language", text.language());
        if (!text.slugline().isBlank()) {
            news.put("slugline", ArticleData.oneLine(text.slugline()));
        }
        news.put("headlines", List.of(value("main", "text/plain", ArticleData.oneLine(text.headline()))));
        if (!text.standfirst().isBlank()) {
            news.put("descriptions", List.of(value("summary", "text/plain", ArticleData.oneLine(text.standfirst()))));
        }
        if (!text.byline().isBlank()) {
            news.put("by", ArticleData.oneLine(text.byline()));
        }
        if (!text.dateline().isBlank()) {
            news.put("located", ArticleData.oneLine(text.dateline()));
        }
        news.put("bodies", List.of(body(body)));
        news.put("subjects", subjects(view));
        news.put("infoSources", sources(view, newsroom.name()));
        news.put("altIds", List.of(ordered("role", "page", "value", SitePaths.canonical(newsroom.site(), view.path()))));
        news.put("copyrightHolder", text.source() == null ? newsroom.name() : text.source().name());
        Publisher.licence(newsroom).flatMap(Ninjs::uri).ifPresent(licence -> news.put("rightsInfo", Map.of("linkedRights", licence)));
        news.put("trustIndicators", trust(site));
        var pictures = pictures(view, site);
        if (!pictures.isEmpty()) {
            news.put("associations", pictures);
        }
        if (!text.corrections().isEmpty()) {
            news.put("edNote", String.join(" ", text.corrections().stream().map(c -> Frame.iso(c.at()) + " " + c.kind().code() + ": " + c.printed()).toList()));
        }
        return Json.write(news) + "\n";
    }

    private static Map<String, Object> standard() {
        return ordered("name", "ninjs", "version", "3.1", "schema", SCHEMA);
    }

    private static Map<String, Object> body(StoryBody story) {
        var body = value("main", "text/html", story.html());
        body.put("wordCount", story.words());
        return body;
    }

    private static List<Map<String, Object>> subjects(ArticleView view) {
        var subjects = new ArrayList<Map<String, Object>>();
        if (!view.text().category().isBlank()) {
            subjects.add(ordered("name", view.text().category().strip(), "rel", "category"));
        }
        view.text().tags().stream().filter(tag -> !tag.isBlank()).forEach(tag -> subjects.add(ordered("name", tag.strip(), "rel", "about")));
        return subjects;
    }

    private static List<Map<String, Object>> sources(ArticleView view, String newsroom) {
        var sources = new ArrayList<Map<String, Object>>();
        var source = view.text().source();
        if (source != null) {
            var from = ordered("name", source.name(), "role", "origin");
            uri(source.url()).ifPresent(address -> from.put("uri", address));
            sources.add(from);
        }
        for (var signature : view.signatures()) {
            var role = switch (signature.role()) {
                case EDITED -> "editor";
                case REVIEWED -> "reviewer";
                case BOARD -> "board";
                case PUBLISHED -> "publisher";
            };
            sources.add(ordered("name", signature.role() == SignatureLine.Role.PUBLISHED ? newsroom : signature.name(), "role", role, "literal", signature.keyId()));
        }
        return sources;
    }

    private static List<Map<String, Object>> trust(SiteView site) {
        var trust = new ArrayList<Map<String, Object>>();
        for (var policy : galley.desk.Newsroom.Policy.values()) {
            if (!site.newsroom().policies().getOrDefault(policy, "").isBlank()) {
                trust.add(ordered("role", TRUST + policy.schemaOrg(), "title", policy.title(), "href", site.newsroom().site() + SitePaths.policy(policy)));
            }
        }
        return trust;
    }

    private static List<Map<String, Object>> pictures(ArticleView view, SiteView site) {
        var pictures = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < view.pictures().size(); i++) {
            var said = view.text().pictures().get(i);
            var lies = view.pictures().get(i);
            var picture = ordered("name", "picture " + (i + 1), "uri", SitePaths.canonical(site.newsroom().site(), lies.path()), "type", "picture",
                    "rel", i == 0 ? "lead" : "inline");
            var words = new ArrayList<Map<String, Object>>();
            if (!said.caption().isBlank()) {
                words.add(value("caption", "text/plain", BlockText.of(said.caption())));
            }
            if (!said.alt().isBlank()) {
                words.add(value("alt", "text/plain", BlockText.of(said.alt())));
            }
            if (!words.isEmpty()) {
                picture.put("descriptions", words);
            }
            if (!said.credit().isBlank()) {
                picture.put("by", BlockText.of(said.credit()));
            }
            picture.put("renditions", List.of(ordered("name", "main", "href", SitePaths.canonical(site.newsroom().site(), lies.path()),
                    "contentType", lies.mediaType(), "width", lies.width(), "height", lies.height())));
            pictures.add(picture);
        }
        return pictures;
    }

    private static Map<String, Object> value(String role, String type, String value) {
        return ordered("role", role, "contentType", type, "value", value);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /// An address as the standard wants it, or none.
    private static java.util.Optional<String> uri(@Nullable String address) {
        try {
            return address == null || !Frame.isWeb(address.strip()) ? java.util.Optional.empty() : java.util.Optional.of(new URI(address.strip()).toASCIIString());
        } catch (URISyntaxException noUri) {
            return java.util.Optional.empty();
        }
    }
}
