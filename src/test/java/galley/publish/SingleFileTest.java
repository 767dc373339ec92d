package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;

import galley.publish.page.Inlined;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SingleFileTest {

    private static final String STYLE = "@font-face{src:url(../../../theme/fonts/a.woff2)}";
    private static final String PAGE = """
            <!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'; img-src 'self'; font-src 'self'; connect-src 'self'">
            <title>Storm</title><link rel="icon" href="../../../favicon.svg"><link rel="apple-touch-icon" href="../../../icon-180.png"><style>%s</style></head><body>
            <header><nav class="ticker"><a href="../../../x.html">Trending</a></nav></header>
            <main><article data-signoff="story-text/1"><ul class="tags" data-unsigned><li><a href="../../../section/a.html">A</a></li></ul><h1 data-part="headline">Storm</h1>
            <p class="edited-by" data-claim="edited-by"><span class="label">Edited by </span><a href="#edited">Rosa</a></p>
            <figure><img data-part="image" src="../../../pictures/ab.jpg" srcset="../../../pictures/ab-960.jpg 960w" width="1200" height="800" alt="Waves"></figure>
            <div class="body" data-part="body"><p>Words <a href="https://example.org/">there</a>.</p></div></article><aside><a href="../../../y.html">More</a></aside></main></body></html>
            """.formatted(Inlined.hash(STYLE), STYLE);

    private static SingleFile single() {
        return new SingleFile(PAGE, Map.of("pictures/ab.jpg", "large".getBytes(StandardCharsets.UTF_8), "pictures/ab-960.jpg", "small".getBytes(StandardCharsets.UTF_8),
                "theme/fonts/a.woff2", "font".getBytes(StandardCharsets.UTF_8), "favicon.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)), "2026/11/17/storm.html", URI.create("https://quay.example/"));
    }

    @Test
    void aPageNeedsNothingBesideItselfAndItsPolicyLetsInWhatItHolds() {
        var html = single().page();
        assertThat(html).contains("src=\"data:image/jpeg;base64,c21hbGw=\"").doesNotContain("srcset").doesNotContain("ticker").doesNotContain("../").doesNotContain("apple-touch")
                .contains("href=\"data:image/svg+xml;base64").contains("url(data:font/woff2;base64,Zm9udA==)").contains("img-src data:").contains("font-src data:").contains("connect-src 'none'")
                .contains("href=\"https://quay.example/section/a.html\"").contains("href=\"#edited\"");
        var style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        assertThat(html).contains("style-src '" + Inlined.hash(style) + "'");
    }

    @Test
    void anArticleForPastingIsPlainAndLeadsToThePage() {
        assertThat(single().fragment()).contains("<h1>Storm</h1>").contains("Edited by ").contains("href=\"https://quay.example/2026/11/17/storm.html#edited\"").contains("alt=\"Waves\"")
                .contains("data:image/jpeg").contains("lang=\"ar\"").contains("dir=\"rtl\"").doesNotContain("class=").doesNotContain("data-part").doesNotContain("data-claim").doesNotContain("section/a.html").doesNotContain("<span")
                .endsWith("<p><a href=\"https://quay.example/2026/11/17/storm.html\">https://quay.example/2026/11/17/storm.html</a></p></article>");
    }
}
