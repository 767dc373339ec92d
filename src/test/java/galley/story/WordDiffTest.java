package galley.story;

import static galley.story.WordDiff.Change.ADDED;
import static galley.story.WordDiff.Change.CHANGED;
import static galley.story.WordDiff.Change.LEFT;
import static galley.story.WordDiff.Change.MOVED;
import static galley.story.WordDiff.Change.REMOVED;
import static galley.story.WordDiff.Change.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void aChangedPhraseIsOneRemovalAndOneAddition() {
        assertThat(shown("<p>Work is set to begin in May.</p>", "<p>Work will begin in May.</p>"))
                .containsExactly("CHANGED: Work [-is set to -][+will +]begin in May.");
    }

    @Test
    void aNewParagraphLeavesItsNeighboursAlone() {
        assertThat(shown("<p>The harbour stayed shut on Tuesday.</p><p>No one was hurt.</p>",
                "<p>The harbour stayed shut on Tuesday.</p><p>The lifeboat was out twice in the night.</p><p>No one was hurt.</p>"))
                .containsExactly("SAME: The harbour stayed shut on Tuesday.", "ADDED: [+The lifeboat was out twice in the night.+]", "SAME: No one was hurt.");
    }

    @Test
    void aMovedParagraphIsSaidToHaveMoved() {
        var blocks = WordDiff.between(Part.BODY, "<p>One stands first here.</p><p>Two has other words.</p><p>Three closes it.</p>",
                "<p>Three closes it.</p><p>One stands first here.</p><p>Two has other words.</p>");
        assertThat(changes(blocks)).containsExactly(MOVED, SAME, SAME, LEFT);
    }

    @Test
    void quotesAndSpacesThatASignatureDoesNotSeeAreNoChange() {
        assertThat(changes(WordDiff.between(Part.BODY, "<p>“We will open,” she said – soon.</p>", "<p>\"We  will open,\" she said - soon.</p>"))).containsExactly(SAME);
    }

    @Test
    void anotherLinkAddressIsAChangeThoughTheWordsAgree() {
        var blocks = WordDiff.between(Part.BODY, "<p>See the <a href=\"https://a.example/\">budget annex</a>.</p>",
                "<p>See the <a href=\"https://b.example/\">budget annex</a>.</p>");
        assertThat(changes(blocks)).containsExactly(CHANGED);
        assertThat(blocks.getFirst().runs()).extracting(r -> r.words().link()).contains("https://a.example/", "https://b.example/");
    }

    @Test
    void aHeadingMadeOfAParagraphIsAChange() {
        assertThat(changes(WordDiff.between(Part.BODY, "<p>What it costs</p>", "<h2>What it costs</h2>"))).containsExactly(CHANGED);
    }

    @Test
    void textsWithoutSpacesAreComparedSignBySign() {
        assertThat(shown("<p>港の防波堤工事、週末にも再開へ</p>", "<p>港の防波堤工事、明日にも再開へ</p>")).containsExactly("CHANGED: 港の防波堤工事、[-週末-][+明日+]にも再開へ");
        assertThat(shown("<p>إعادة فتح الميناء اليوم</p>", "<p>إعادة فتح الميناء غدا</p>")).containsExactly("CHANGED: إعادة فتح الميناء [-اليوم-][+غدا+]");
    }

    @Test
    void everyPartOfAStoryIsCompared() {
        var before = StoryText.of("Storm shuts harbour", "<p>It is shut.</p>");
        var now = before.withWords("", "Storm shuts the harbour", "For a second day", "<p>It is shut.</p>", "<p>Our view.</p>")
                .withPictures(List.of(new Picture("aa", "image/png", 10, 10, "A wall", "The wall", "R. Lind", "own")));
        assertThat(WordDiff.between(before, now)).extracting(WordDiff.Block::part, WordDiff.Block::change).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Part.HEADLINE, CHANGED), org.assertj.core.groups.Tuple.tuple(Part.STANDFIRST, ADDED),
                org.assertj.core.groups.Tuple.tuple(Part.CAPTION, ADDED), org.assertj.core.groups.Tuple.tuple(Part.BODY, SAME),
                org.assertj.core.groups.Tuple.tuple(Part.CONTEXT, ADDED));
        assertThat(WordDiff.isSame(WordDiff.between(now, now))).isTrue();
    }

    @Test
    void emptyTextsCompareToo() {
        assertThat(WordDiff.between(Part.BODY, "", "")).isEmpty();
        assertThat(changes(WordDiff.between(Part.BODY, "<p>Gone.</p>", ""))).containsExactly(REMOVED);
    }

    @Test
    void whatIsSameOrAddedIsAlwaysTheTextNowAndWhatIsSameOrRemovedTheTextBefore() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var before = text(random);
            var now = edited(before, random);
            var blocks = WordDiff.between(Part.BODY, html(before), html(now));
            assertThat(said(blocks, WordDiff.Kind.REMOVED)).as("now, round %s", round).isEqualTo(spaceless(now));
            assertThat(said(blocks, WordDiff.Kind.ADDED)).as("before, round %s", round).isEqualTo(spaceless(before));
        }
    }

    @Test
    void fiveThousandWordsAreComparedWhileNobodyNotices() {
        var random = new Random(1);
        var before = new ArrayList<String>();
        for (int i = 0; i < 120; i++) {
            before.add(sentence(random, 42));
        }
        var now = edited(before, random);
        WordDiff.between(Part.BODY, html(before), html(now));
        long start = System.nanoTime();
        WordDiff.between(Part.BODY, html(before), html(now));
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(2_000);
    }

    // ---- helpers

    private static List<WordDiff.Change> changes(List<WordDiff.Block> blocks) {
        return blocks.stream().map(WordDiff.Block::change).toList();
    }

    private static List<String> shown(String before, String now) {
        return WordDiff.between(Part.BODY, before, now).stream().map(b -> b.change() + ": " + b.runs().stream().map(r -> switch (r.kind()) {
            case SAME -> r.text();
            case ADDED -> "[+" + r.text() + "+]";
            case REMOVED -> "[-" + r.text() + "-]";
        }).collect(Collectors.joining())).toList();
    }

    /// The blocks that are left without one kind of run, in the order in which they stood then or stand now.
    private static List<String> said(List<WordDiff.Block> blocks, WordDiff.Kind without) {
        return blocks.stream().filter(b -> b.runs().stream().anyMatch(r -> r.kind() != without))
                .map(b -> b.runs().stream().filter(r -> r.kind() != without).map(WordDiff.Run::text).collect(Collectors.joining()).replace(" ", "")).toList();
    }

    /// Space before a sign belongs to the word that stood there; it is no change.
    private static List<String> spaceless(List<String> paragraphs) {
        return paragraphs.stream().map(p -> p.replace(" ", "")).toList();
    }

    private static String html(List<String> paragraphs) {
        return paragraphs.stream().map(p -> "<p>" + p + "</p>").collect(Collectors.joining());
    }

    private static List<String> text(Random random) {
        var text = new ArrayList<String>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.add(sentence(random, 3 + random.nextInt(9)));
        }
        return text;
    }

    private static String sentence(Random random, int words) {
        var some = List.of("harbour", "storm", "the", "a", "wall", "council", "voted", "six", "metres", "of", "water", "fish", "quay", "shut");
        return random.ints(words, 0, some.size()).mapToObj(some::get).collect(Collectors.joining(" ")) + ".";
    }

    private static List<String> edited(List<String> before, Random random) {
        var now = new ArrayList<>(before);
        for (int i = 0; i < 3; i++) {
            int at = now.isEmpty() ? 0 : random.nextInt(now.size());
            switch (random.nextInt(4)) {
                case 0 -> now.add(at, sentence(random, 5));
                case 1 -> {
                    if (!now.isEmpty()) {
                        now.remove(at);
                    }
                }
                case 2 -> {
                    if (!now.isEmpty()) {
                        now.add(now.remove(at));
                    }
                }
                default -> {
                    if (!now.isEmpty()) {
                        now.set(at, now.get(at).replaceFirst("the|storm|wall", "grey " + random.nextInt(9)));
                    }
                }
            }
        }
        return now;
    }
}
