package galley.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page says of its article in JSON-LD.
record LinkedData(@Nullable String headline, @Nullable String name, @Nullable String author, @Nullable String published, @Nullable String publisher,
                  @Nullable String language, @Nullable String body) {

    static final LinkedData NONE = new LinkedData(null, null, null, null, null, null, null);

    private static final JsonMapper FORGIVING = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER).build();
    private static final Pattern WRAPPING = Pattern.compile("^\\s*(<!\\[CDATA\\[|<!--|//\\s*<!\\[CDATA\\[)|(\\]\\]>|-->|//\\s*\\]\\]>)\\s*;?\\s*$");
    private static final Set<String> ARTICLES = Set.of("article", "newsarticle", "blogposting", "reportagenewsarticle", "techarticle", "analysisnewsarticle",
            "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle", "scholarlyarticle", "medicalscholarlyarticle",
            "socialmediaposting", "liveblogposting", "discussionforumposting", "report", "apireference", "advertisercontentarticle", "review", "recipe");
    private static final int DEEPEST = 6;

    static LinkedData of(Document page) {
        for (var script : page.select("script[type*=ld+json]")) {
            var articles = new ArrayList<JsonNode>();
            try {
                articles(FORGIVING.readTree(WRAPPING.matcher(script.data()).replaceAll("")), articles, 0);
            } catch (JacksonException unreadable) {
                // another script of the page may be readable
                continue;
            }
            if (!articles.isEmpty()) {
                return of(articles.getFirst());
            }
        }
        return NONE;
    }

    /// Some pages put their headline under "name" and a description under "headline", some the other way round: the document's
    /// own title decides.
    @Nullable String titleOf(String document) {
        if (headline == null || name == null) {
            return headline == null ? name : headline;
        }
        boolean described = document.startsWith(name) || document.contains(name) && name.length() > headline.length() / 2;
        return name.length() > 3 && described && !document.contains(headline) ? name : headline;
    }

    private static void articles(JsonNode node, List<JsonNode> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(each -> articles(each, found, depth + 1));
        } else if (node.isObject()) {
            if (isArticle(node.path("@type"))) {
                found.add(node);
            }
            for (var name : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
                articles(node.path(name), found, depth + 1);
            }
        }
    }

    private static boolean isArticle(JsonNode type) {
        if (type.isArray()) {
            for (var each : type) {
                if (isArticle(each)) {
                    return true;
                }
            }
            return false;
        }
        var name = type.asString("");
        return ARTICLES.contains(name.substring(name.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT));
    }

    private static LinkedData of(JsonNode article) {
        return new LinkedData(words(article.path("headline")), words(article.path("name")), names(article.path("author")),
                first(words(article.path("datePublished")), words(article.path("dateCreated"))), names(article.path("publisher")), words(article.path("inLanguage")), words(article.path("articleBody")));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static @Nullable String words(JsonNode node) {
        var value = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        var words = value.isString() ? Parser.unescapeEntities(value.stringValue(), false).strip() : "";
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String names(JsonNode node) {
        if (node.isArray()) {
            var names = new ArrayList<String>();
            for (var each : node) {
                var name = names(each);
                if (name != null && !names.contains(name)) {
                    names.add(name);
                }
            }
            return names.isEmpty() ? null : String.join(", ", names);
        }
        return node.isObject() ? words(node.path("name")) : words(node);
    }
}
