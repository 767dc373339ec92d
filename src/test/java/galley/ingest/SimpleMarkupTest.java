package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The quick way may say that it does not know; where it answers, its answer is the parser's.
class SimpleMarkupTest {

    private static final String BASE = "https://harbour.example/feed/rss.xml";
    private static final Pattern BODY = Pattern.compile("<(description|content:encoded|content|summary|title)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final int MADE_UP = 20_000;

    private static final String[] PIECES = ("<p>|</p>|<p>|</p>|<div>|</div>|<blockquote>|</blockquote>|<ul>|</ul>|<ol>|<li>|</li>|<h2>|</h2>|<figure>|</figure>|<figcaption>|</figcaption>"
            + "|<b>|</b>|<em>|</em>|<strong>|</strong>|<a href=\"https://a.example/x?y=1&amp;z=2#f\">|</a>|<a href=\"../y\" target=\"_blank\" class=\"x\">|<a title=\"T\" href=\"http://b.example\">"
            + "|<a name=\"x\">|<a href=\"javascript:x\">|<img src=\"https://i.example/p.jpg\" alt=\"\" />|<img class=\"c\" width=\"3\" src=\"/p.png\" alt=\"A &amp; b\">|<img alt=\"x\">|<br>|<br/>|<br />"
            + "|<span style=\"x\">|</span>|<sub>|</sub>|<cite>|</cite>|<code>|</code>|<u>|</u>|<s>|</s>|<i lang=\"de\">|</i>|<p class=\"x\" dir=\"rtl\">|<script>|</script>|<table>|<tr>|<td>|<hr>|<pre>|</pre>"
            + "|words |words|\n|\t| |&amp;|&lt;|&gt;|&nbsp;|&quot;|&#39;|&eacute;|&|>|\u00a0|é|桥|\ud83d\ude00|\ufeff|\u00ad|\u2028|\r\n|<|<!-- x -->").split("\\|");

    @ParameterizedTest
    @ValueSource(strings = {"<p>Bridge <b>opens</b> &amp; <a href=\"https://a.example/\">ships</a> pass</p>\n<p>Two<br/>three</p>",
            "<ul><li>One<ul><li>a</li></ul></li><li>Two</li></ul>", "<figure><img src=\"https://img.example/7.jpg\" alt=\"ABC\"/></figure>", "Words &gt; <em>words</em>"})
    void whatMostFeedsSendIsSimple(String html) {
        assertEquals(Cleaner.once(html, null), SimpleMarkup.clean(html, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>One<p>Two", "<b><p>x</p></b>", "<p><script>x</script></p>", "<a href=\"javascript:x\">x</a>", "<a href='https://a.example/'>x</a>", "<p onclick=x>x</p>",
            "<a href=\"https://a.example/\"><a href=\"https://b.example/\">x</a></a>", "<table><tr><td>x</td></tr></table>", "<p>x</p", "</p>", "<p>x</b></p>", "<P>x</P>", "&copy; x <br>", "\u0000<b>x</b>"})
    void anythingElseIsLeftToTheParser(String html) {
        assertNull(SimpleMarkup.clean(html, null));
    }

    @Test
    void everyBodyOfTheCapturedFeedsComesOutAsTheParserWritesIt() {
        var bodies = new ArrayList<String>();
        var lines = SharedData.lines("feeds/MANIFEST.tsv");
        for (var line : lines.subList(1, lines.size())) {
            var document = new String(SharedData.bytes("feeds/" + line.split("\t", -1)[0]), StandardCharsets.UTF_8);
            for (var body = BODY.matcher(document); body.find(); ) {
                var words = body.group(2).strip();
                bodies.add(words.startsWith("<![CDATA[") ? words.substring(9, Math.max(9, words.length() - 3)).strip() : Parser.unescapeEntities(words, false));
            }
        }
        assertThat(bodies.size()).isGreaterThan(10_000);
        assertThat(faults(bodies.parallelStream())).isEmpty();
        System.out.println("bodies: " + bodies.size() + ", simple: " + bodies.stream().filter(body -> SimpleMarkup.clean(body, BASE) != null).count());
    }

    @Test
    void everyKnownAttackComesOutAsTheParserWritesIt() {
        var attacks = new ArrayList<String>();
        JsonMapper.shared().readTree(SharedData.bytes("xss/payloads.json")).forEach(payload -> attacks.add(payload.get("payload").asString()));
        assertThat(faults(attacks.parallelStream().flatMap(attack -> Stream.of(attack, "<p>" + attack + "</p>", "<p title=\"" + attack + "\">x</p>", "<a href=\"" + attack + "\">x</a>")))).isEmpty();
    }

    @Test
    void anyMixtureOfPiecesComesOutAsTheParserWritesIt() {
        var mixtures = IntStream.range(0, MADE_UP).parallel().mapToObj(SimpleMarkupTest::mixture).toList();
        assertThat(faults(mixtures.parallelStream())).isEmpty();
        assertThat(mixtures.stream().filter(html -> SimpleMarkup.clean(html, BASE) != null).count()).isGreaterThan(MADE_UP / 20);
    }

    /// Every second one closes what it opens, so that it has a chance to be simple.
    private static String mixture(int seed) {
        var random = new Random(seed);
        var html = new StringBuilder();
        var open = new ArrayList<String>();
        for (int i = random.nextInt(1, 14); i > 0; i--) {
            var piece = PIECES[random.nextInt(PIECES.length)];
            if (seed % 2 == 0 && piece.startsWith("</")) {
                piece = open.isEmpty() ? "words" : "</" + open.removeLast() + ">";
            } else if (piece.matches("<[a-z].*") && !piece.matches("<(br|img|hr).*")) {
                open.add(piece.replaceAll("[<>]| .*", ""));
            }
            html.append(piece);
        }
        for (var name : seed % 2 == 0 ? open.reversed() : List.<String>of()) {
            html.append("</").append(name).append('>');
        }
        return html.toString();
    }

    private static List<String> faults(Stream<String> htmls) {
        return htmls.map(SimpleMarkupTest::fault).filter(Objects::nonNull).limit(20).toList();
    }

    private static @Nullable String fault(String html) {
        var quick = SimpleMarkup.clean(html, BASE);
        if (quick == null) {
            return null;
        }
        var slow = Cleaner.once(html, BASE);
        if (!quick.equals(slow)) {
            return html + "\n quick: " + quick + "\n slow:  " + slow;
        }
        return quick.equals(Cleaner.once(quick, null)) ? null : html + "\n changes when read again: " + quick;
    }
}
