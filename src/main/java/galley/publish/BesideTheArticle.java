package galley.publish;

import galley.publish.page.Claim;
import galley.signoff.Header;
import galley.story.BlockText;
import galley.story.CanonicalWalk;
import galley.story.Json;
import galley.story.Part;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// What a page says about its story outside the signed article: in its title, to machines, in the strip of signatures, anywhere. None of it is
/// signed, so none of it may name others than those who signed, other words, or other times.
final class BesideTheArticle {

    private static final Pattern PEOPLE = Pattern.compile(".*(author|creator|editor|reviewe|byl|contributor|verifie|fact-?check).*");
    private static final Pattern TITLES = Pattern.compile("(og|twitter|dc|dcterms|citation|parsely|sailthru)[:._-]title|headline|title");
    private static final Pattern DESCRIPTIONS = Pattern.compile("((og|twitter|dc|dcterms|sailthru)[:.])?description");
    private static final Pattern PUBLISHED = Pattern.compile("(article:published_time|datepublished|dc\\.date|dc\\.date\\.issued|citation_publication_date|parsely-pub-date|sailthru\\.date)");
    private static final Pattern MODIFIED = Pattern.compile("(article:modified_time|og:updated_time|datemodified)");
    /// A title of fewer words than these names a template, not a story.
    private static final int A_SENTENCE = 4;

    private final Document page;
    private final Element article;
    private final Signed signed;
    private final Set<String> wrong = new LinkedHashSet<>();

    /// @param role `editor`, `reviewer`, `board` or `publisher`
    /// @param name as printed
    /// @param own the key owner's own name
    record Signer(String role, String name, String own, String kid, long iat) {}

    /// What was signed.
    ///
    /// @param text the words of the page's parts, which were compared with the signatures before
    record Signed(List<Signer> signers, Header publisher, Map<String, List<String>> text) {

        List<String> names(String... roles) {
            return signers.stream().filter(s -> List.of(roles).contains(s.role())).flatMap(s -> Stream.of(s.name(), s.own())).distinct().toList();
        }

        String words(Part part) {
            return String.join(" ", text.getOrDefault(part.code(), List.of()));
        }
    }

    private BesideTheArticle(Document page, Element article, Signed signed) {
        this.page = page;
        this.article = article;
        this.signed = signed;
    }

    /// @param drawn what style sheets write on the page
    static List<String> differences(Document page, Element article, Signed signed, List<String> drawn) {
        var beside = new BesideTheArticle(page, article, signed);
        beside.title();
        page.select("meta[content]").forEach(beside::meta);
        page.select("script[type*=ld+json]").forEach(beside::linkedData);
        beside.strip();
        beside.phrases(drawn);
        return List.copyOf(beside.wrong);
    }

    /// As it is compared: a template may have broken a line in it.
    private static String words(String said) {
        return BlockText.of(said.replaceAll("<[^<>]*>", " "));
    }

    // ---- the head

    private void title() {
        for (var title : page.select("head > title, body > title")) {
            var words = words(title.wholeText());
            if (words.split(" ").length >= A_SENTENCE && !isTitle(words)) {
                wrong.add("The title says “" + Excerpt.of(words) + "”, which is not the signed headline.");
            }
        }
    }

    private boolean isTitle(String words) {
        var headline = signed.words(Part.HEADLINE);
        return words.contains(headline) || words.length() >= 20 && headline.startsWith(words.replaceFirst(" ?\\.\\.\\.$", ""));
    }

    private void meta(Element meta) {
        var name = Stream.of("property", "name", "itemprop").map(meta::attr).filter(n -> !n.isBlank()).findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
        var content = words(meta.attr("content"));
        if (content.isEmpty()) {
            return;
        }
        if (TITLES.matcher(name).matches()) {
            if (!isTitle(content)) {
                wrong.add("“" + name + "” says “" + Excerpt.of(content) + "”, which is not the signed headline.");
            }
        } else if (DESCRIPTIONS.matcher(name).matches()) {
            if (!isSaid(content)) {
                wrong.add("“" + name + "” says what nobody signed: “" + Excerpt.of(content) + "”.");
            }
        } else if (PUBLISHED.matcher(name).matches()) {
            time(name, content, published());
        } else if (MODIFIED.matcher(name).matches()) {
            time(name, content, modified());
        } else if (name.equals("og:url") && !content.equals(signed.publisher().url())) {
            wrong.add("“" + name + "” names another address than the one it was published at.");
        } else if (PEOPLE.matcher(name).matches()) {
            name(name, content, anybody());
        }
    }

    private boolean isSaid(String words) {
        var start = words.replaceFirst(" ?\\.\\.\\.$", "");
        return Stream.of(Part.HEADLINE, Part.STANDFIRST, Part.BODY, Part.CONTEXT).map(signed::words).anyMatch(said -> said.contains(start))
                || inOneLine().contains(start);
    }

    /// The body as machines read it, whatever ends a block.
    private String inOneLine() {
        return signed.words(Part.DATELINE) + " " + signed.words(Part.BODY);
    }

    /// When the page was changed last: as printed, or, where only who stands behind it changed, when the newsroom signed it.
    private List<String> modified() {
        return Stream.of(signed.publisher().modified(), signed.publisher().published(), Instant.ofEpochSecond(signed.publisher().iat()).toString())
                .filter(Objects::nonNull).toList();
    }

    private List<String> published() {
        return Stream.ofNullable(signed.publisher().published()).toList();
    }

    private void time(String place, String said, List<String> when) {
        if (when.stream().noneMatch(w -> isAt(said, Instant.parse(w), 0))) {
            wrong.add("“" + place + "” names another time than was signed: " + Excerpt.of(said) + ".");
        }
    }

    /// Whether a date or time is this one; a date alone may be a day off, for it does not say where.
    private static boolean isAt(String said, Instant when, long seconds) {
        try {
            if (said.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Math.abs(LocalDate.parse(said).toEpochDay() - LocalDate.ofInstant(when, ZoneOffset.UTC).toEpochDay()) <= 1;
            }
            return Math.abs(OffsetDateTime.parse(said).toEpochSecond() - when.getEpochSecond()) <= seconds;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private void name(String place, String said, List<String> may) {
        if (!said.matches("(?i)https?://.*|@.*") && may.stream().noneMatch(n -> words(n).equals(said))) {
            wrong.add("“" + place + "” names “" + Excerpt.of(said) + "”, who signed nothing of the kind.");
        }
    }

    /// Who may be named as having made it.
    private List<String> anybody() {
        var all = new ArrayList<>(signed.names("editor", "reviewer", "publisher"));
        all.addAll(signed.text().getOrDefault(Part.SOURCE.code(), List.of()));
        all.addAll(signed.text().getOrDefault(Part.BYLINE.code(), List.of()));
        return all;
    }

    // ---- for machines

    private void linkedData(Element script) {
        try {
            visit(Json.MAPPER.readTree(PageVerifier.json(script).replaceAll("[\\x00-\\x1F]", " ")), 0);
        } catch (RuntimeException unreadable) {
            wrong.add("What the page tells machines of its story cannot be read.");
        }
    }

    private void visit(JsonNode node, int depth) {
        if (depth > 8) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> visit(one, depth + 1));
        } else if (node.isObject()) {
            told(node);
            for (var inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
                if (node.has(inner)) {
                    visit(node.get(inner), depth + 1);
                }
            }
        }
    }

    private void told(JsonNode node) {
        people(node, "editor", signed.names("editor"));
        people(node, "reviewedBy", signed.names("reviewer", "board"));
        for (var maker : List.of("author", "creator", "contributor")) {
            people(node, maker, anybody());
        }
        for (var title : List.of("headline", "alternativeHeadline")) {
            var said = words(node.path(title).isString() ? node.path(title).stringValue() : "");
            if (!said.isEmpty() && !isTitle(said)) {
                wrong.add("“" + title + "” says “" + Excerpt.of(said) + "”, which is not the signed headline.");
            }
        }
        var description = words(node.path("description").isString() && node.has("headline") ? node.path("description").stringValue() : "");
        if (!description.isEmpty() && !isSaid(description)) {
            wrong.add("“description” says what nobody signed: “" + Excerpt.of(description) + "”.");
        }
        if (node.path("datePublished").isString()) {
            time("datePublished", node.path("datePublished").stringValue(), published());
        }
        if (node.path("dateModified").isString()) {
            time("dateModified", node.path("dateModified").stringValue(), modified());
        }
        if (node.path("lastReviewed").isString()) {
            var review = signed.signers().stream().filter(s -> s.role().equals("reviewer")).findFirst();
            if (review.isEmpty() || !isAt(node.path("lastReviewed").stringValue(), Instant.ofEpochSecond(review.get().iat()), 86_400)) {
                wrong.add("“lastReviewed” names another time than was signed: " + Excerpt.of(node.path("lastReviewed").stringValue()) + ".");
            }
        }
    }

    private void people(JsonNode node, String property, List<String> may) {
        names(node.path(property), 0).forEach(said -> name(property, said, may));
    }

    private static List<String> names(JsonNode value, int depth) {
        if (value.isString()) {
            return List.of(words(value.stringValue()));
        }
        if (value.isObject()) {
            return value.has("name") && depth < 4 ? names(value.get("name"), depth + 1) : List.of();
        }
        var all = new ArrayList<String>();
        if (depth < 4) {
            value.forEach(one -> all.addAll(names(one, depth + 1)));
        }
        return all;
    }

    // ---- the strip of signatures

    private static final Map<String, String> STRIP = Map.of("signed-edited", "editor", "signed-reviewed", "reviewer", "signed-board", "board", "signed-published", "publisher");

    private void strip() {
        for (var id : List.of("signed-edited", "signed-reviewed", "signed-board", "signed-published")) {
            for (var line : page.select("#" + id)) {
                var role = STRIP.get(id);
                var signers = signed.signers().stream().filter(s -> s.role().equals(role)).toList();
                var said = CanonicalWalk.said(line);
                var letters = BareLetters.of(said).text();
                boolean right = line.closest("article") != article && signers.stream().anyMatch(s ->
                        Stream.of(s.name(), s.own()).anyMatch(n -> letters.contains(BareLetters.of(n).text()))
                                && line.select("a").stream().allMatch(a -> isOneOf(CanonicalWalk.said(a), s.name(), s.own()))
                                && line.select("code").stream().allMatch(c -> CanonicalWalk.said(c).equals(s.kid()))
                                && line.select("time[datetime]").stream().allMatch(t -> isAt(t.attr("datetime"), Instant.ofEpochSecond(s.iat()), 0)));
                if (!right) {
                    wrong.add("“" + id + "” does not say who signed, and when: “" + Excerpt.of(said) + "”.");
                }
            }
        }
    }

    private static boolean isOneOf(String said, String... names) {
        return Stream.of(names).anyMatch(n -> words(n).equals(said));
    }

    // ---- phrases of trust, anywhere

    private void phrases(List<String> drawn) {
        phrases(OuterText.of(page, article));
        var rest = new ArrayList<>(drawn);
        var headline = signed.words(Part.HEADLINE);
        page.select("head > title, meta[content]").stream().map(e -> words(e.nameIs("meta") ? e.attr("content") : e.wholeText()))
                .filter(said -> !isSaid(said) && signed.text().values().stream().noneMatch(blocks -> blocks.contains(said)))
                .map(said -> headline.isEmpty() ? said : said.replace(headline, " | ")).forEach(rest::add);
        rest.forEach(words -> phrases(new OuterText.Said(words, List.of())));
    }

    private void phrases(OuterText.Said said) {
        var letters = BareLetters.of(said.text());
        for (var match : TrustPhrases.in(letters)) {
            int at = letters.origin().get(match.from());
            if (!said.isInsideLink(at) && !isTrue(match.phrase().kind(), letters, match.to())) {
                wrong.add("Outside the article the page claims what nobody signed: “" + Excerpt.of(OuterText.from(said.text(), at)) + "”.");
            }
        }
    }

    private boolean isTrue(String kind, BareLetters letters, int after) {
        if (kind.equals(Claim.Kind.EDITED_BY.code())) {
            return isFollowed(kind, letters, after, signed.names("editor"));
        }
        if (kind.equals(Claim.Kind.REVIEWED_BY.code())) {
            return isFollowed(kind, letters, after, signed.names("reviewer"));
        }
        if (kind.equals(TrustPhrases.NEVER)) {
            return isFollowed(kind, letters, after, signed.names("board"));
        }
        return signed.publisher().claims() != null && signed.publisher().claims().containsKey(kind);
    }

    /// Whether one of the names follows, perhaps after the same phrase in another language.
    private static boolean isFollowed(String kind, BareLetters letters, int after, List<String> names) {
        int at = after;
        for (var again = TrustPhrases.at(letters, at); again != null && again.phrase().kind().equals(kind); again = TrustPhrases.at(letters, at)) {
            at = again.to();
        }
        int from = at;
        return names.stream().map(n -> BareLetters.of(n).text()).anyMatch(n -> !n.isEmpty() && letters.text().startsWith(n, from)
                && (from + n.length() == letters.text().length() || letters.begins().get(from + n.length())));
    }
}
