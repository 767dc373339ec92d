package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.page.Claim.Kind;
import galley.story.BlockText;
import galley.story.CanonicalText;
import galley.story.CanonicalWalk;
import galley.story.Json;
import galley.story.StoryText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArticlePageTest {

    static Stream<ArticleView> everyStory() {
        return Stream.of(Courier.storm(), Courier.shortNotice(), Courier.arabic(), Courier.japanese(), Courier.hebrew(), Courier.emoji(),
                Courier.longHeadline());
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void everyTextInTheArticleIsSignedAClaimOrFurniture(ArticleView view) {
        var article = page(view).selectFirst("article");
        var stray = article.getAllElements().stream().flatMap(e -> e.textNodes().stream()).filter(t -> !t.isBlank())
                .filter(t -> ((Element) t.parentNode()).closest("[data-part], [data-claim], [data-unsigned]") == null)
                .map(TextNode::text).toList();
        assertThat(stray).isEmpty();
        assertThat(article.select("img:not([data-part=image])")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void thePageSaysTheCanonicalTextThatWasSigned(ArticleView view) {
        var found = CanonicalWalk.ofArticle(page(view).selectFirst("article"), "https://larn-courier.example/" + view.path());
        assertThat(CanonicalText.of(found).digests()).isEqualTo(CanonicalText.of(view.text()).digests());
        assertThat(CanonicalText.of(found).links()).isEqualTo(CanonicalText.of(view.text()).links());
        assertThat(found.in(CanonicalWalk.STRAY)).isEmpty();
        assertThat(found.concealed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void theClaimsOnThePageAreThoseGivenWordForWord(ArticleView view) {
        var found = CanonicalWalk.ofArticle(page(view).selectFirst("article"), "");
        for (var kind : Kind.values()) {
            var given = view.claim(kind).map(Claim::blocks).orElse(List.of()).stream().map(BlockText::of).toList();
            assertThat(found.in(CanonicalWalk.CLAIM + kind.code())).as(kind.code()).isEqualTo(given);
        }
    }

    @Test
    void aClaimThatIsNotGivenIsNowhereOnThePage() {
        var full = Courier.storm();
        var bare = new ArticleView(full.story(), full.path(), full.text(), full.pictures(), full.report(), List.of(), List.of(), null,
                List.of(), List.of(), full.published(), null, 1);
        var html = ArticlePage.render(bare, Courier.site());
        assertThat(html).doesNotContain("data-claim").doesNotContain("Rosa").doesNotContain("Idris").doesNotContain("Editorial Board")
                .doesNotContain("Original analysis").doesNotContain("Cross-referenced").doesNotContain("are signed")
                .doesNotContain("reviewedBy").doesNotContain("\"editor\"").doesNotContain("id=\"signoff\"");
    }

    @Test
    void aStoryOfWhichLittleIsKnownHasNoEmptyBoxes() {
        var page = page(Courier.shortNotice());
        assertThat(page.select(".context, .correction, figure, .standfirst, .byline, .tags, .source, .dateline")).isEmpty();
        assertThat(page.select("main p, main li, main h2, main div, main section").stream().filter(e -> e.text().isBlank() && e.select("img").isEmpty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void noRelativeTimeIsBakedIn(ArticleView view) {
        var page = page(view);
        assertThat(page.body().text()).doesNotContainPattern("(?i)\\bago\\b|just now|yesterday|منذ \\d|前に");
        page.select("time").forEach(time -> assertThat(time.attr("datetime")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void theSecurityPolicyNamesWhatIsInlinedByItsHash(ArticleView view) throws Exception {
        var page = page(view);
        var policy = page.selectFirst("meta[http-equiv]").attr("content");
        assertThat(policy).contains("default-src 'none'").contains("connect-src 'self'").doesNotContain("unsafe").doesNotContain("http");
        for (var inlined : page.select("style, script:not([type])")) {
            var hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(inlined.data().getBytes(StandardCharsets.UTF_8)));
            assertThat(policy).contains("'sha256-" + hash + "'");
        }
        assertThat(page.select("[style], [onclick], [onload], script[src], link[rel=stylesheet]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStory")
    void aPageWeighsLessThanFiftyKilobytes(ArticleView view) {
        assertThat(ArticlePage.render(view, Courier.site()).getBytes(StandardCharsets.UTF_8).length).isLessThan(50 * 1024);
    }

    @Test
    void theSameViewGivesTheSameBytes() {
        assertThat(ArticlePage.render(Courier.storm(), Courier.site())).isEqualTo(ArticlePage.render(Courier.storm(), Courier.site()));
    }

    @Test
    void theAuthorOfAWireStoryIsTheWire() {
        var article = graph(page(Courier.storm())).getFirst();
        assertThat(names(article.get("author"))).containsExactly("Northwire");
        assertThat(names(article.get("editor"))).containsExactly("Rosa Lindqvist");
        assertThat(names(graph(page(Courier.storm())).get(1).get("reviewedBy"))).containsExactly("Idris Bello");
        assertThat(article).doesNotContainKey("copyrightHolder");
        assertThat(names(graph(page(Courier.shortNotice())).getFirst().get("author"))).containsExactly("The Larn Courier");
    }

    @Test
    void anArabicStoryReadsFromTheRightAmongArabicLabels() {
        var page = page(Courier.arabic());
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("ar");
        assertThat(page.selectFirst("[data-claim=edited-by] .label").text()).isEqualTo("حرّره");
        assertThat(page.selectFirst("body > header").attr("lang")).isEqualTo("en-GB");
        assertThat(page.selectFirst("body > header").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void theDatelineRunsIntoTheFirstParagraph() {
        assertThat(page(Courier.storm()).selectFirst(".body p").text()).startsWith("LARNHOLM The harbour at Larnholm");
    }

    @Test
    void everyPictureIsPrintedOnceAndInOrder() {
        assertThat(page(Courier.storm()).select("article img").eachAttr("src")).containsExactly("../../../pictures/storm-chart.png", "../../../pictures/harbour-map.png");
    }

    @Test
    void aPictureAtSeveralWidthsIsOfferedAtAll() {
        var storm = Courier.storm();
        var picture = new PagePicture("pictures/a.jpg", "image/jpeg", 1600, 900, "", List.of(new PagePicture.Rendition("pictures/a-480.jpg", 480), new PagePicture.Rendition("pictures/a-960.jpg", 960)));
        var view = new ArticleView(storm.story(), storm.path(), storm.text(), List.of(picture, storm.pictures().get(1)), null, storm.claims(),
                storm.signatures(), storm.signoff(), List.of(), List.of(), storm.published(), null, 1);
        assertThat(page(view).selectFirst("article img").attr("srcset")).isEqualTo("../../../pictures/a-480.jpg 480w, ../../../pictures/a-960.jpg 960w, ../../../pictures/a.jpg 1600w");
    }

    @Test
    void theLongerTheHeadlineTheSmallerItIsSet() {
        assertThat(page(Courier.shortNotice()).selectFirst("h1").className()).isEmpty();
        assertThat(page(Courier.longHeadline()).selectFirst("h1").className()).isEqualTo("longest");
        assertThat(page(Courier.emoji()).selectFirst("h1").text()).isEqualTo("🌊");
    }

    @Test
    void aTeamCreditIsNotCalledAPerson() {
        var view = Courier.shortNotice();
        var lines = List.of(new SignatureLine(SignatureLine.Role.EDITED, "City desk", SignatureLine.Signer.TEAM, null, null, Courier.NOON, "I edited this text and stand by it.", Courier.KEY_ROSA));
        var team = new ArticleView(view.story(), view.path(), view.text(), List.of(), null, Courier.signedClaims("City desk", "Idris Bello"), lines,
                view.signoff(), List.of(), List.of(), view.published(), null, 1);
        assertThat(graph(page(team)).getFirst().get("editor")).isEqualTo(Map.of("name", "City desk"));
    }

    @Test
    void hostileWordsStayWordsInEveryField() {
        var html = ArticlePage.render(Courier.hostile(), Courier.site());
        var page = Jsoup.parse(html);
        assertThat(page.select("article script, article iframe, article svg, article style, article object, [onerror], [onclick], [onload]")).isEmpty();
        assertThat(page.select("a[href^=javascript], a[href*=javascript:], img[src=x]")).isEmpty();
        assertThat(page.select("script")).hasSize(3);
        assertThat(page.select("script:not([type])")).hasSize(1);
        assertThat(page.select("article h1")).hasSize(1);
        assertThat(page.selectFirst("h1").text()).contains("</script><script>alert(1)</script>").contains("${7*7}");
        assertThat(page.select(".body [data-part], .body [data-unsigned]").stream().filter(e -> e.text().equals("marked"))).isEmpty();
        assertThat(html).doesNotContain("\u0001").doesNotContain("\uFFFE");
        assertThat(page.head().select("title")).hasSize(1);
    }

    @Test
    void dataForMachinesCannotEndItsScript() {
        var data = page(Courier.hostile()).select("script[type=application/ld+json]").getFirst().data();
        assertThat(data).doesNotContain("\"javascript:").doesNotContain("<").doesNotContain(">").doesNotContain("\u2028");
        var signoff = page(Courier.hostile()).getElementById("signoff").data();
        assertThat(Json.read(signoff, Map.class)).isEqualTo(Map.of("payload", "</script><script>alert(8)</script>"));
    }

    @Test
    void headingsNeverSkipALevel() {
        var text = StoryText.of("Levels", "<h3>Deep first</h3><p>One.</p><h2>Then high</h2><p>Two.</p><h3>Then deep</h3><p>Three.</p>");
        assertThat(page(Courier.signed(9, text)).select(".body h2, .body h3").stream().map(Element::normalName)).containsExactly("h2", "h2", "h3");
    }

    static Document page(ArticleView view) {
        return Jsoup.parse(ArticlePage.render(view, Courier.site()), "https://larn-courier.example/" + view.path());
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> graph(Document page) {
        return (List<Map<String, Object>>) Json.read(page.selectFirst("script[type=application/ld+json]").data(), Map.class).get("@graph");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> names(Object value) {
        return (value instanceof List<?> many ? many : Arrays.asList(value)).stream().map(v -> ((Map<String, Object>) v).get("name")).map(Object.class::cast).toList();
    }
}
