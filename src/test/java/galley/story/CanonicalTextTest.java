package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import galley.story.Evidence.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The clauses of `story-text/1` about a story and about an article; `src/docs/trust.md` numbers them.
class CanonicalTextTest {

    @Nested
    class Blocks {

        @Test
        void everyBlockElementEndsABlock() {
            assertThat(body("<h2>Wall</h2><p>One.</p><ul><li>Two</li><li>Three</li></ul><blockquote><p>Four</p>Five</blockquote>Six<div>Seven</div>"))
                    .containsExactly("Wall", "One.", "Two", "Three", "Four", "Five", "Six", "Seven");
        }

        @Test
        void inlineElementsDoNot() {
            assertThat(body("<p>No<strong>thing</strong> <em>was</em> <a href=\"https://a.example/\">lo</a>st.</p>")).containsExactly("Nothing was lost.");
        }

        @Test
        void aLineBreakIsASpace() {
            assertThat(body("<p>Quay road<br>Harbour</p>")).containsExactly("Quay road Harbour");
        }

        @Test
        void emphasisClassesWrappersAndHeadingLevelsDoNotCount() {
            var plain = body("<h2>Wall</h2><p>Nobody was hurt.</p>");
            assertThat(body("<h3 class=\"x\" id=\"y\">Wall</h3><section><div><p lang=\"en\">Nobody <b><i>was</i></b> <span>hurt</span>.</p></div></section>")).isEqualTo(plain);
        }

        @Test
        void emptyElementsAreNoBlocks() {
            assertThat(body("<p></p><p> &nbsp; </p><p>&shy;</p><p>Text</p><s> </s>")).containsExactly("Text");
        }

        @Test
        void blocksMovedOrMergedAreOtherBlocks() {
            assertThat(digest("<p>One.</p><p>Two.</p>")).isNotEqualTo(digest("<p>Two.</p><p>One.</p>")).isNotEqualTo(digest("<p>One. Two.</p>"));
        }

        @Test
        void characterReferencesAreTheCharacters() {
            assertThat(body("<p>Caf&eacute; &amp; caf&#233; &lt;b&gt;</p>")).containsExactly("Café & café <b>");
        }

        @Test
        void commentsCountForNothing() {
            assertThat(body("<p>No<!-- not -->thing</p>")).containsExactly("Nothing");
        }
    }

    @Nested
    class Marks {

        @Test
        void struckTextIsNotTheTextUnstruck() {
            for (var element : List.of("del", "s", "strike")) {
                assertThat(body("<p>It is <" + element + ">not</" + element + "> true.</p>")).containsExactly("It is \uFDD0not\uFDD1 true.");
            }
        }

        @Test
        void raisedAndLoweredDigitsAreNotOrdinaryDigits() {
            assertThat(digest("<p>10<sup>2</sup></p>")).isNotEqualTo(digest("<p>102</p>")).isNotEqualTo(digest("<p>10<sub>2</sub></p>"));
            assertThat(body("<p>10<sup>2</sup> H<sub>2</sub>O</p>")).containsExactly("10\uFDD22\uFDD3 H\uFDD42\uFDD5O");
        }

        @Test
        void howARunWasCutIntoElementsDoesNotCount() {
            assertThat(body("<p><s>one</s><s> two</s></p>")).isEqualTo(body("<p><s>one<em> two</em></s></p>"));
            assertThat(body("<p><s><sup>1</sup></s><s><sup>2</sup></s></p>")).isEqualTo(body("<p><sup><s>12</s></sup></p>"));
        }

        @Test
        void aStruckBlockIsStruckAsABlock() {
            assertThat(body("<del><p>One.</p><p>Two.</p></del>")).containsExactly("\uFDD0One.\uFDD1", "\uFDD0Two.\uFDD1");
        }

        @Test
        void textCannotFakeAMark() {
            assertThat(body("<p>It is \uFDD0not&#xFDD1; true.</p>")).containsExactly("It is not true.");
        }
    }

    @Nested
    class AStorysText {

        @Test
        void isAllThatReadersAreTold() {
            var text = full();

            var canonical = CanonicalText.of(text);

            assertThat(canonical.blocks()).containsExactly(entry(Part.HEADLINE, List.of("Storm keeps the harbour \"shut\"")),
                    entry(Part.STANDFIRST, List.of("No ship in or out.")), entry(Part.BYLINE, List.of("By Rosa Lind")), entry(Part.DATELINE, List.of("QUAY HARBOUR")),
                    entry(Part.BODY, List.of("The harbour stayed closed.", "No one was hurt.")),
                    entry(Part.IMAGE, List.of("Waves over the wall", "[image without words]")), entry(Part.CAPTION, List.of("The wall on Monday")),
                    entry(Part.CREDIT, List.of("Ola Berg", "Quay Post")), entry(Part.SOURCE, List.of("Northwire")), entry(Part.CONTEXT, List.of("Third closure this year.")),
                    entry(Part.METHODOLOGY, List.of("We rang the pilot.")),
                    entry(Part.EVIDENCE, List.of("Pilot's log", "Primary source", "closed from 06:00", "The harbour stayed closed.")),
                    entry(Part.CORRECTION, List.of("The day was Monday.")));
            assertThat(canonical.links()).containsExactly("https://port.example/", "https://northwire.example/1", "mailto:desk@quay.example", "https://log.example/9");
            assertThat(canonical.pictures()).containsExactly("a".repeat(64), "b".repeat(64));
        }

        @Test
        void leavesOutFurniture() {
            var text = full();
            assertThat(CanonicalText.of(text.withFurniture("OTHER", "Sport", List.of("x"), "fr", "note"))).isEqualTo(CanonicalText.of(text));
        }

        @Test
        void changesWithEveryPartOfIt() {
            var seen = new java.util.HashSet<String>();
            var text = full();
            seen.add(CanonicalText.of(text).digest());
            for (var changed : List.of(text.withHeadline("x"), text.withBody("<p>x</p>"), text.withPictures(List.of()),
                    text.withWords(text.slugline(), text.headline(), "x", text.body(), text.context()),
                    text.withWords(text.slugline(), text.headline(), text.standfirst(), text.body(), "<p>x</p>"),
                    text.withBody(text.body().replace("https://port.example/", "https://evil.example/")))) {
                assertThat(seen.add(CanonicalText.of(changed).digest())).isTrue();
            }
        }

        @Test
        void anotherPictureUnderTheSameWordsIsAnotherText() {
            var text = full();
            var pictures = text.pictures().stream().map(p -> new Picture("c".repeat(64), p.mediaType(), p.width(), p.height(), p.alt(), p.caption(), p.credit(), p.licence())).toList();
            assertThat(CanonicalText.of(text.withPictures(pictures)).digest()).isNotEqualTo(CanonicalText.of(text).digest());
        }

        @Test
        void attributesInItsMarkupHideNothingFromTheSignature() {
            for (var attribute : List.of("data-unsigned", "hidden", "data-part=\"headline\"", "data-claim=\"edited-by\"", "style=\"display:none\"")) {
                assertThat(CanonicalText.of(StoryText.of("H", "<p>One.</p><p " + attribute + ">Two.</p>")).blocks())
                        .isEqualTo(Map.of(Part.HEADLINE, List.of("H"), Part.BODY, List.of("One.", "Two.")));
            }
        }

        @Test
        void noElementInItsMarkupHidesTextFromTheSignature() {
            for (var element : List.of("template", "noscript", "details", "object", "textarea")) {
                assertThat(CanonicalText.of(StoryText.of("H", "<p>One.</p><" + element + ">Two.</" + element + ">")).body()).contains("Two.");
            }
        }

        @Test
        void anAddressThatIsNoWebAddressIsNoLinkForItIsNotPrintedAsOne() {
            var text = new StoryText("", "H", "", "", "", "<p>x</p>", List.of(), "", "", List.of(new Evidence("archive, box 12", "Ledger", Kind.PRIMARY, null, null, "", "")),
                    new Source("Northwire", ""), List.of(), "", List.of(), "en", "");
            assertThat(CanonicalText.of(text).links()).isEmpty();
        }

        @Test
        void typographyDoesNotChangeItsDigest() {
            assertThat(CanonicalText.of(StoryText.of("“Shut” – again…", "<p>It’s  off</p>")).digest())
                    .isEqualTo(CanonicalText.of(StoryText.of("\"Shut\" - again...", "<p>It's&nbsp;off</p>\n")).digest());
        }
    }

    @Nested
    class AnArticle {

        @Test
        void saysWhatItsStorySays() {
            var page = """
                    <header><ul data-unsigned><li>Weather</li></ul><h1 data-part="headline">Storm keeps the harbour “shut”</h1>
                    <p data-part=standfirst>No ship in or out.</p><p data-part="byline">By Rosa Lind</p>
                    <p><span data-unsigned>Based on</span> <a data-part="source" href="https://northwire.example/1">Northwire</a></p></header>
                    <figure><img data-part="image" alt="Waves over the wall"><figcaption><span data-part="caption">The wall on Monday</span> <span data-part="credit">Ola Berg</span></figcaption></figure>
                    <div data-part="body"><p><span data-part="dateline">QUAY HARBOUR</span><span data-unsigned> – </span>The <a href="https://port.example/">harbour</a> stayed closed.</p>
                    <figure><img data-part="image" alt=""><figcaption><span data-part="credit">Quay Post</span></figcaption></figure><p>No one was hurt.</p></div>
                    <div><strong data-unsigned>Correction</strong> <span data-part="correction">The day was Monday.</span></div>
                    <section><h2 data-unsigned>Context</h2><div data-part="context"><p>Third <a href="mailto:desk@quay.example">closure</a> this year.</p></div><p data-part="methodology">We rang the pilot.</p>
                    <ol><li><a data-part="evidence" href="https://log.example/9">Pilot’s log</a><p><span data-part="evidence">Primary source</span></p>
                    <q data-part="evidence">closed from 06:00</q><q data-part="evidence">The harbour stayed closed.</q></li></ol></section>""";
            var story = CanonicalText.of(full());

            var article = CanonicalText.of(walk(page));

            assertThat(article.blocks()).isEqualTo(story.blocks());
            assertThat(article.links()).isEqualTo(story.links());
            assertThat(article.digests()).isEqualTo(story.digests());
            assertThat(walk(page).in(CanonicalWalk.STRAY)).isEmpty();
        }

        @Test
        void textThatNobodyMarkedIsStray() {
            assertThat(walk("<p>Loose</p><p data-part=\"body\">Held</p>tail<p data-part=\"boddy\">Odd</p>").in(CanonicalWalk.STRAY)).containsExactly("Loose", "tail", "Odd");
        }

        @Test
        void furnitureIsSkipped() {
            var found = walk("<p data-unsigned>Share <a href=\"https://x.example/\">this</a></p><p data-part=\"body\">Held<span data-unsigned> – </span></p>");
            assertThat(found.blocks()).isEqualTo(Map.of("body", List.of("Held")));
            assertThat(found.links()).isEmpty();
        }

        @Test
        void wordsMarkedAsFurnitureAmongSignedWordsAreStray() {
            assertThat(walk("<p data-part=\"body\">The mayor is <span data-unsigned>not</span> corrupt.</p>").in(CanonicalWalk.STRAY)).containsExactly("not");
            assertThat(walk("<p data-claim=\"edited-by\">Edited by Rosa <b data-unsigned>and Idris</b></p>").in(CanonicalWalk.STRAY)).containsExactly("and Idris");
            assertThat(walk("<div data-part=\"body\"><p data-unsigned><img alt=\"\" src=\"words.png\"></p></div>").in(CanonicalWalk.STRAY)).containsExactly("[image without words]");
        }

        @Test
        void aPartInsideAPartIsItsOwn() {
            assertThat(walk("<div data-part=\"body\"><p>One <span data-part=\"caption\">two</span> three</p></div>").blocks())
                    .isEqualTo(Map.of("body", List.of("One", "three"), "caption", List.of("two")));
        }

        @Test
        void generatedLinesAreSortedByKind() {
            assertThat(walk("<p data-claim=\"edited-by\"><span>Edited by</span> Rosa Lind</p>").blocks()).isEqualTo(Map.of("claim:edited-by", List.of("Edited by Rosa Lind")));
        }

        @Test
        void signedTextThatIsHiddenIsFound() {
            for (var how : List.of("hidden", "style=\"display: none\"", "style=\"VISIBILITY:hidden\"", "style=\"font-size:0\"", "style=\"opacity: 0\"")) {
                assertThat(walk("<div data-part=\"body\"><p>One.</p><p " + how + ">Not so.</p></div>").concealed()).containsExactly(new Concealment("hidden", "Not so."));
            }
            assertThat(walk("<div data-part=\"body\" hidden><img alt=\"Waves\"></div>").concealed()).containsExactly(new Concealment("hidden", "Waves"));
            assertThat(walk("<p data-part=\"body\">One.<span hidden></span></p>").concealed()).isEmpty();
        }

        @Test
        void anImageCountsByItsAltTextWhereverItStands() {
            assertThat(walk("<div data-part=\"body\"><p>One<img alt=\"Waves\">two</p></div>").blocks())
                    .isEqualTo(Map.of("body", List.of("One", "two"), "image", List.of("Waves")));
            assertThat(walk("<img data-part=\"image\" src=\"x\">").in("image")).containsExactly("[image without words]");
            assertThat(walk("<p><img alt=\"Waves\"></p>").in(CanonicalWalk.STRAY)).containsExactly("Waves");
        }

        @Test
        void whateverElseCanShowWordsCountsByItsKind() {
            for (var element : List.of("iframe", "object", "embed", "video", "audio", "canvas", "svg", "input", "noscript", "progress", "meter")) {
                assertThat(walk("<div data-part=\"body\"><p>One.</p><" + element + "></" + element + "></div>").in("body")).contains("[" + element + "]");
                assertThat(walk("<" + element + "></" + element + ">").in(CanonicalWalk.STRAY)).contains("[" + element + "]");
            }
            assertThat(walk("<svg><text>Drawn words</text></svg>").in(CanonicalWalk.STRAY)).contains("Drawn words");
            assertThat(walk("<textarea>Typed</textarea><button>Pressed</button>").in(CanonicalWalk.STRAY)).containsExactly("[textarea]", "Typed", "[button]", "Pressed");
        }

        @Test
        void scriptsStylesAndTemplatesShowNothing() {
            assertThat(walk("<script>var x = 'y'</script><style>p { color: red }</style><template><p>z</p></template>").blocks()).isEmpty();
        }

        @Test
        void linksCountByTheirAbsoluteAddressPartAfterPart() {
            var found = CanonicalWalk.ofArticle(Jsoup.parseBodyFragment(
                    "<div data-part=\"context\"><a href=\" https://b.example/ \">b</a></div><p data-part=\"body\"><a href=\"../a.html?x=1#y\">a</a></p>").body(), "https://quay.example/2026/storm.html");
            assertThat(CanonicalText.of(found).links()).containsExactly("https://quay.example/a.html?x=1#y", "https://b.example/");
        }

        @Test
        void anAddressThatCannotBeReadCountsAsItStands() {
            var found = CanonicalWalk.ofArticle(Jsoup.parseBodyFragment("<p data-part=\"body\"><a href=\"https://a.example/a b|c\">a</a></p>").body(), "https://quay.example/");
            assertThat(CanonicalText.of(found).links()).containsExactly("https://a.example/a b|c");
        }
    }

    private static StoryText full() {
        return new StoryText("STORM", "Storm keeps the harbour “shut”", "No ship in or out.", "By Rosa Lind", "QUAY HARBOUR",
                "<p>The <a href=\"https://port.example/\">harbour</a> stayed closed.</p><p>No one was hurt.</p>",
                List.of(new Picture("a".repeat(64), "image/jpeg", 8, 8, "Waves over the wall", "The wall on Monday", "Ola Berg", "CC0"),
                        new Picture("b".repeat(64), "image/png", 8, 8, "\u00AD", "", "Quay Post", "")),
                "<p>Third <a href=\"mailto:desk@quay.example\">closure</a> this year.</p>", "We rang the pilot.",
                List.of(new Evidence("https://log.example/9", "Pilot’s log", Kind.PRIMARY, null, null, "closed from 06:00", "The harbour stayed closed.")),
                new Source("Northwire", "https://northwire.example/1"), List.of(new Correction(Instant.EPOCH, "The day was Monday.")),
                "Weather", List.of("storm"), "en", "ask again");
    }

    private static List<String> body(String html) {
        return CanonicalText.of(StoryText.of("", html)).body();
    }

    private static String digest(String html) {
        return CanonicalText.of(StoryText.of("", html)).digest();
    }

    private static CanonicalWalk.Found walk(String article) {
        return CanonicalWalk.ofArticle(Jsoup.parseBodyFragment(article).body(), "");
    }
}
