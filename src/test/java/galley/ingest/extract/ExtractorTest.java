package galley.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExtractorTest {

    private static final String LEAD = "The old bridge over the harbour mouth opened again on Tuesday, after eleven months of work that cost more than planned.";
    private static final String SECOND = "Engineers found rust in nine of its forty bearings, and the port authority decided, against its own timetable, to replace them all.";
    private static final String THIRD = "Ferries will keep running until the end of the month, the operator said; tickets stay valid for both.";
    private static final String BODY = "<p>" + LEAD + "</p><p>" + SECOND + "</p><p>" + THIRD + "</p>";

    @Test
    void theArticleComesWithoutThePageAroundIt() {
        var page = """
                <html lang="en"><head><title>Bridge opens again after repairs | Quay Post</title><meta property="og:site_name" content="Quay Post">
                <meta name="author" content="Rosa Lind"><meta property="article:published_time" content="2026-03-03T08:00:00+01:00"></head><body>
                <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
                <div class="cookie-consent"><p>We and our partners keep small files on your machine, to measure and to remember. Choose what you allow.</p></div>
                <main><h1>Bridge opens again after repairs</h1><p class="byline">By Rosa Lind</p><div class="story-body">%s
                <figure><img src="bridge.jpg" alt="The bridge"><figcaption>The bridge on Tuesday. Photo: T. Okoye</figcaption></figure>
                <div class="share-buttons"><a href="#">Tweet</a></div><div class="related"><h3>Read more</h3><ul><li><a href="/1">Ferry fares rise in spring, operator says in letter</a></li></ul></div>
                </div><section id="comments"><h2>Comments</h2><p>I waited for this for a whole year, and I would do it again, said nobody ever. Well done to all.</p></section></main>
                <footer>Quay Post, Harbour Street 1. All rights reserved.</footer></body></html>""".formatted(BODY);

        var article = Extractor.of(page, "https://quay.example/news/bridge");

        assertThat(article.text()).isEqualTo(String.join("\n", LEAD, SECOND, THIRD, "The bridge on Tuesday. Photo: T. Okoye"));
        assertThat(article.title()).isEqualTo("Bridge opens again after repairs");
        assertThat(article.byline()).isEqualTo("Rosa Lind");
        assertThat(article.siteName()).isEqualTo("Quay Post");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.published()).isEqualTo(Instant.parse("2026-03-03T07:00:00Z"));
        assertThat(article.html()).contains("src=\"https://quay.example/news/bridge.jpg\"");
        assertThat(article.isLittle()).isFalse();
    }

    @Test
    void paragraphsMayBeMadeOfBreaksAlone() {
        var article = Extractor.of("<title>Bridge</title><table><tr><td><a href=/>Home</a></td><td>" + LEAD + "<br><br>" + SECOND + "<br> <br>" + THIRD + "</td></tr></table>", null);

        assertThat(article.text()).isEqualTo(String.join("\n", LEAD, SECOND, THIRD));
        assertThat(article.html()).contains("<p>" + SECOND + "</p>");
    }

    @Test
    void aPageBuiltByScriptIsReadFromItsLinkedData() {
        var words = LEAD + " " + SECOND + "\\n\\n" + THIRD + " " + LEAD + " " + SECOND;
        var article = Extractor.of("""
                <html><head><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge opens again","articleBody":"%s",
                "author":[{"name":"Rosa Lind"},{"name":"Ines Roth"}],"datePublished":"2026-03-03","inLanguage":"en-GB","publisher":{"name":"Quay Post"}}]}</script></head>
                <body><div id="app">Loading, please wait.</div></body></html>""".formatted(words), null);

        assertThat(article.text().lines()).hasSize(2).first().asString().startsWith(LEAD);
        assertThat(article.byline()).isEqualTo("Rosa Lind, Ines Roth");
        assertThat(article.language()).isEqualTo("en-GB");
    }

    @Test
    void writingWithoutSpacesWeighsAsMuchAsItSays() {
        var one = "港口的旧桥在经过十一个月的维修之后于星期二重新开放，费用超出了原来的计划。";
        var two = "工程师在四十个支座中的九个发现了锈蚀，港务局决定全部更换，尽管这违背了自己的时间表。";
        var article = Extractor.of("<body><div class=nav><a href=/>首页</a> <a href=/n>新闻</a></div><div class=c><p>" + one + "</p><p>" + two + "</p></div><div class=f>版权所有</div>", null);

        assertThat(article.text()).isEqualTo(one + "\n" + two);
        assertThat(article.isLittle()).isFalse();
    }

    @Test
    void picturesThatLoadLateAreFoundAndTablesAndCodeStay() {
        var article = Extractor.of("<article>" + BODY + "<img src='data:image/gif;base64,R0' data-src='/late.jpg'><noscript><img src='/beacon.jpg'></noscript>"
                + "<table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tr><td>2024</td><td>4</td></tr></table><pre>make bridge\n  --open</pre></article>", "https://quay.example/");

        assertThat(article.html()).contains("https://quay.example/late.jpg").contains("<th>Year</th>").contains("make bridge\n  --open");
    }

    @Test
    void olderEncodingsAreReadAsThePageSays() {
        var page = "<html><head><meta charset=windows-1251><title>Мост</title></head><body><p>" + "Старый мост через вход в гавань снова открыт, сообщили власти порта. ".repeat(5) + "</p></body></html>";

        assertThat(Extractor.of(page.getBytes(Charset.forName("windows-1251")), null, null).text()).startsWith("Старый мост через вход");
    }

    @Test
    void hostilePagesEndInNothingOrInCleanWords() {
        assertThat(Extractor.of("", null)).isEqualTo(Extracted.NOTHING);
        assertThat(Extractor.of("<div>".repeat(20_000) + LEAD, null).html()).doesNotContain("<script");
        assertThat(Extractor.of("<p onclick='x()'>" + LEAD + "<script>steal()</script><a href='javascript:steal()'>more</a></p>" + BODY, null).html()).doesNotContain("steal").doesNotContain("onclick");
        assertThat(Extractor.of("<script type='application/ld+json'>" + "[".repeat(50_000) + "</script>" + BODY, null).text()).startsWith(LEAD);
    }

    @Test
    void pagesOfTheCollectionAreReadAsWellAsTheBest() {
        var folder = Path.of("../shared/data/articles");
        assumeTrue(Files.isDirectory(folder), folder + " is not here");

        var pages = ArticleScore.of(folder);

        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(pages.stream().mapToDouble(ArticleScore.Page::f1).average().orElse(0)).isGreaterThan(0.97);
        assertThat(pages.stream().filter(page -> page.f1() > 0.8).count()).isGreaterThan(pages.size() * 95L / 100);
    }
}
