package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CleanerTest {

    private static final Set<String> TAGS = Set.of(("a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption"
            + " figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup table tbody td tfoot"
            + " th thead time tr u ul var wbr").split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            "href", "title", "cite", "span", "alt", "height", "src", "width", "start", "type", "colspan", "rowspan", "scope", "datetime", "dir", "lang");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<p onclick='x()'>Bridge</p>                       | <p>Bridge</p>",
            "<a href='javascript:alert(1)'>Bridge</a>          | <a>Bridge</a>",
            "<a href='https://harbour.example/?a=1&b=2'>B</a>  | <a href=\"https://harbour.example/?a=1&amp;b=2\">B</a>",
            "<script>alert(1)</script>Bridge                   | Bridge",
            "<svg><a xlink:href='javascript:x'>B</a></svg>Bridge | Bridge",
            "One<iframe src='https://a.example/'/><p>Two</p>    | One<p>Two</p>",
            "One <iframe src='https://a.example/'> two          | One  two",
            "One <object data=x><b>two</b>                      | One <b>two</b>",
            "<section>One</section><section>Two</section>      | <div>One</div><div>Two</div>",
            "<q cite='javascript:x'>B</q>                      | <q>B</q>",
            "Tom &amp; Jerry &lt;3                             | Tom &amp; Jerry &lt;3",
            "Fish & chips                                      | Fish &amp; chips",
            "<img src=data:image/png;base64,AAAA alt=Pier>     | <img alt=\"Pier\" />",
    })
    void keepsWhatReadersNeedAndNothingThatActs(String hostile, String clean) {
        assertEquals(clean, Cleaner.clean(hostile));
    }

    @Test
    void relativeLinksBecomeAbsolute() {
        assertEquals("<a href=\"https://harbour.example/news/bridge\">B</a>", Cleaner.clean("<a href='../news/bridge'>B</a>", "https://harbour.example/feed/rss.xml"));
    }

    @Test
    void everyKnownAttackIsDisarmedAndStaysSo() {
        assertThat(attacks().parallelStream().map(CleanerTest::faultOf).filter(Objects::nonNull).toList()).isEmpty();
    }

    /// Attacks that work only where a page is read twice, each time a little differently.
    @ParameterizedTest
    @ValueSource(strings = {
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<template><style></template><img src=x onerror=alert(1)></style>",
            "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">",
            "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">", "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
            "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"></iframe>", "<noembed><img title=\"</noembed><img src=x onerror=alert(1)>\">",
            "<a href=\"java&#10;script:alert(1)\">x</a>", "<a href=\" &#1; javascript:alert(1)\">x</a>", "<a href=\"//evil.example\\@harbour.example\">x</a>",
            "<p lang=\"en\" dir=\"ltr\" style=\"x\" class=\"y\" id=\"z\">B</p>", "<img src=\"https://a.example/x\" srcset=\"javascript:x 2x\" onload=x>",
            "<a href=\"data:text/html,x\">x</a><a href=\"vbscript:x\">y</a><a href=\"ftp://a.example/\">z</a>",
            "<select><template><img src=x onerror=alert(1)></template></select>", "<plaintext><img src=x onerror=alert(1)>", "<frameset><frame src=javascript:x>",
            "<table><td><a href=https://a.example/><table><a href=javascript:x>y", "<title><a href=\"</title><img src=x onerror=alert(1)>\">",
            "<svg><foreignObject><p><a xlink:href=javascript:x href=javascript:x>x", "&lt;img src=x onerror=alert(1)&gt;", "<<script>alert(1)//<</script>"})
    void whatChangesWhenReadAgainIsDisarmedToo(String hostile) {
        assertThat(faultOf(hostile)).isNull();
    }

    private static List<String> attacks() {
        var attacks = new ArrayList<String>();
        JsonMapper.shared().readTree(SharedData.bytes("xss/payloads.json")).forEach(payload -> attacks.add(payload.get("payload").asString()));
        return attacks;
    }

    private static @Nullable String faultOf(String hostile) {
        var clean = Cleaner.clean(hostile);
        var fault = whatIsUnsafeIn(clean);
        if (fault != null) {
            return hostile + ": " + fault + ": " + clean;
        }
        if (!Cleaner.clean(clean).equals(clean)) {
            return hostile + " changes when cleaned twice: " + clean;
        }
        var story = Cleaner.storyMarkup(hostile);
        return !Cleaner.storyMarkup(story).equals(story) || whatIsUnsafeIn(story) != null ? hostile + " as a story: " + story + " then " + Cleaner.storyMarkup(story) : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<font>", "<b id=%d>", "<b i=%d><p>", "<div><b i=%d></div>", "<p><b i=%d></p>", "<b i=%d><p></b>", "<a href=x%d><p>", "<table>",
            "<table><tr><td>", "<table><b i=%d>", "<ul><li>", "<svg>", "<svg><g>", "<math><mi>", "<blockquote><b i=%d>", "<nobr>", "<object><b i=%d>", "<!--", "&#x%d;",
            "<p x%d=y", "<font color=%d><p>", "<select><option>", "<br><script></script>", "<noscript><p>", "<style>", "<p =\"><b i=%d><p>"})
    void aBombOfAHundredThousandTagsIsDisarmedWithinSeconds(String tag) {
        var bomb = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            bomb.append(tag.replace("%d", Integer.toString(i)));
        }
        isDisarmedInTime(bomb.append("Bridge").toString());
    }

    @Test
    void aTagOfAHundredThousandAttributesAndOneOfAMegabyteAreDisarmed() {
        var many = new StringBuilder("<b");
        for (int i = 0; i < 100_000; i++) {
            many.append(" a").append(i).append("=x");
        }
        isDisarmedInTime(many + ">Bridge</b>");
        isDisarmedInTime("<a title=\"" + "x".repeat(1 << 20) + "\" href=\"https://a.example/" + "../".repeat(1 << 18) + "\">Bridge</a>");
    }

    @Test
    void whatIsPastTheBoundsKeepsItsWords() {
        var bomb = "<b class=x><p>".repeat(50_000) + "The <i>bridge</i> is shut.<script>alert(1)</script>";

        assertThat(Cleaner.plainText(bomb)).isEqualTo("The bridge is shut.");
        assertThat(TagBudget.kept(bomb)).doesNotContain("alert").hasSizeLessThan(bomb.length());
    }

    @Test
    void anHonestTextIsWithinTheBounds() {
        var article = "<div><h2>Bridge</h2><p>One <b>two</b> <a href='https://a.example/'>three</a>, <i>four</i>.<table><tr><td><font color=red>5</table></div>".repeat(300);

        assertThat(TagBudget.kept(article) == article).isTrue();
        assertThat(attacks()).allSatisfy(attack -> assertThat(TagBudget.kept(attack)).isSameAs(attack));
    }

    private static void isDisarmedInTime(String bomb) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            var clean = Cleaner.clean(bomb);
            assertThat(whatIsUnsafeIn(clean)).isNull();
            assertThat(clean.length()).isLessThan(40_000_000);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', value = {
            "Bridge reopens                                         § <p>Bridge reopens</p>",
            "<h1>Bridge</h1><div>One<br><br>Two</div>               § <h2>Bridge</h2><p>One</p><p>Two</p>",
            "<p><b>Rosa</b> <i>edits</i></p>                        § <p><strong>Rosa</strong> <em>edits</em></p>",
            "<h5>Small</h5>text                                     § <h3>Small</h3><p>text</p>",
            "<b style='font-weight:normal'><p>Pasted</p></b>        § <p>Pasted</p>",
            "<span style='font-weight:700'>Bold</span>              § <p><strong>Bold</strong></p>",
            "<ul><li><p>One</p></li><li>Two<ul><li>x</li></ul></li></ul> § <ul><li>One</li><li>Two<ul><li>x</li></ul></li></ul>",
            "<ol><li>One<ol><li>a</li></ol></li></ol><p> </p>       § <ol><li>One<ol><li>a</li></ol></li></ol>",
            "<ul><li>One</li><ul><li>a</li></ul></ul>               § <ul><li>One<ul><li>a</li></ul></li></ul>",
            "<ul><li><p>One</p><p>Two</p></li></ul>                 § <ul><li><p>One</p><p>Two</p></li></ul>",
            "<table><tr><th>Town</th><th>Ships</th></tr><tr><td>Ayr</td><td>3</td></tr></table> § <p><strong>Town</strong> | <strong>Ships</strong></p><p>Ayr | 3</p>",
            "<figure><img src=x><figcaption>Pier</figcaption></figure><p>Text</p> § <p>Text</p>",
            "<blockquote>Said</blockquote>                          § <blockquote><p>Said</p></blockquote>",
            "<a href='https://a.example/'><b>A</b> b</a>            § <p><a href=\"https://a.example/\"><strong>A</strong> b</a></p>",
            "<a href='javascript:x'>A</a>                           § <p>A</p>",
            "H<sub>2</sub>O &amp; <u>more</u>                       § <p>H<sub>2</sub>O &amp; more</p>",
            "<p>One<br>two</p><p>&nbsp;</p>                         § <p>One<br>two</p>",
            "<article><h2>A</h2>loose<p>B</p></article>             § <h2>A</h2><p>loose</p><p>B</p>",
    })
    void anyHtmlBecomesStoryMarkup(String html, String story) {
        assertEquals(story, Cleaner.storyMarkup(html));
        assertEquals(story, Cleaner.storyMarkup(story));
    }

    @Test
    void plainTextKeepsWordsOfNeighbouringBlocksApart() {
        assertEquals("Bridge reopens Ships pass & wait", Cleaner.plainText("<h2>Bridge reopens</h2><p>Ships<br>pass &amp; wait</p><style>p{}</style>"));
    }

    @Test
    void aSummaryEndsBetweenWords() {
        assertEquals("The harbour bridge…", Cleaner.summary("<p>The harbour bridge, closed since May, reopens</p>", 22));
    }

    @Test
    void onlyHtmlLooksLikeMarkup() {
        assertThat(List.of("Example <b>Atom</b>", "Q&amp;A", "one<br>two")).allMatch(Cleaner::looksLikeMarkup);
        assertThat(List.of("List<String> of <T>", "AT&T", "a < b > c", "1 <2> 3")).noneMatch(Cleaner::looksLikeMarkup);
    }

    private static @Nullable String whatIsUnsafeIn(String clean) {
        for (var element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            if (element.nameIs("body")) {
                continue;
            }
            if (!TAGS.contains(element.tagName())) {
                return "tag " + element.tagName();
            }
            for (var attribute : element.attributes()) {
                if (!ATTRIBUTES.contains(attribute.getKey())) {
                    return "attribute " + attribute.getKey();
                }
                if (Set.of("href", "src", "cite").contains(attribute.getKey()) && !attribute.getValue().matches("(?is)(https?:|mailto:).*")) {
                    return "address " + attribute.getValue();
                }
            }
        }
        return null;
    }
}
