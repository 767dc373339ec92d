package galley.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import galley.ingest.FeedParser;
import galley.publish.OwnWords.Kind;
import galley.publish.OwnWords.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// How well copied and lightly reworded sentences are found, on a labelled set of our own and on one made from captured feeds.
class OwnWordsTest {

    private static final Path FEEDS = Path.of("../shared/data/feeds");

    private record Labelled(String label, String sentence) {}

    /// Of the sentences called copied (verbatim or adapted), how many are; of those that are, how many are called so.
    private record Measured(int rightly, int wrongly, int missed, int verbatimAsSuch, int verbatim) {

        double precision() {
            return rightly / (double) (rightly + wrongly);
        }

        double recall() {
            return rightly / (double) (rightly + missed);
        }

        Measured and(Measured other) {
            return new Measured(rightly + other.rightly, wrongly + other.wrongly, missed + other.missed, verbatimAsSuch + other.verbatimAsSuch, verbatim + other.verbatim);
        }
    }

    @Test
    void ourLabelledSentencesAreToldApart() throws IOException {
        var sources = new ArrayList<Source>();
        var labelled = new ArrayList<Labelled>();
        try (var in = OwnWordsTest.class.getResourceAsStream("whose-words.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t", 2)).forEach(l -> {
                if (l[0].equals("source")) {
                    sources.add(new Source("wire", l[1]));
                } else {
                    labelled.add(new Labelled(l[0], l[1]));
                }
            });
        }
        var measured = measure(new OwnWords(sources), labelled);
        assertThat(labelled).hasSize(41);
        assertThat(measured.verbatimAsSuch()).isEqualTo(measured.verbatim());
        assertThat(measured.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(measured.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void sentencesOfCapturedFeedsAreToldApart() throws IOException {
        assumeTrue(Files.isDirectory(FEEDS), "the captured feeds are not here");
        var all = new Measured(0, 0, 0, 0, 0);
        int feeds = 0;
        try (var files = Files.walk(FEEDS)) {
            for (var file : files.filter(Files::isRegularFile).filter(f -> !f.toString().endsWith(".tsv")).sorted().toList()) {
                var items = englishItems(file);
                if (items.size() >= 2 && feeds < 40) {
                    all = all.and(measure(new OwnWords(List.of(new Source("wire", String.join(" ", items.getFirst())))), made(items)));
                    feeds++;
                }
            }
        }
        System.out.printf(Locale.ROOT, "whose words, %d feeds: %s precision %.3f recall %.3f%n", feeds, all, all.precision(), all.recall());
        assertThat(all.rightly() + all.missed()).isGreaterThan(200);
        assertThat(all.verbatimAsSuch()).isGreaterThanOrEqualTo((int) (all.verbatim() * 0.99));
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void everyCopiedSentenceNamesWhereItCameFrom() {
        var own = new OwnWords(List.of(new Source("Northwire, version 1", "The port was shut on Monday. The harbour stayed closed on Tuesday because of the storm."),
                new Source("Harbour log", "41 ships lay outside the mole at noon.")));
        var sentences = own.sentences(List.of("The harbour stayed closed on Tuesday because of the storm. At noon 41 ships were lying outside the mole. Nobody asked why."), Locale.ENGLISH);
        assertThat(sentences).extracting(OwnWords.Sentence::kind).containsExactly(Kind.VERBATIM, Kind.ADAPTED, Kind.OWN);
        assertThat(sentences.get(0).match()).isEqualTo(new OwnWords.Match("Northwire, version 1", "The harbour stayed closed on Tuesday because of the storm."));
        assertThat(sentences.get(1).match()).isEqualTo(new OwnWords.Match("Harbour log", "41 ships lay outside the mole at noon."));
        assertThat(sentences.get(2).match()).isNull();
        assertThat(sentences.get(0).copied()).isEqualTo(10);
    }

    // ---- a labelled set from captured feeds

    private static List<Labelled> made(List<List<String>> items) {
        var made = new ArrayList<Labelled>();
        var source = items.getFirst();
        for (int i = 0; i < Math.min(12, source.size()); i++) {
            made.add(new Labelled("verbatim", source.get(i)));
            made.add(new Labelled("reworded", reworded(source.get(i), i)));
        }
        items.stream().skip(1).flatMap(List::stream).filter(s -> !source.contains(s)).limit(24).forEach(s -> made.add(new Labelled("own", s)));
        return made;
    }

    private static final Map<String, String> OTHER = Map.of("said", "stated", "and", "as well as", "big", "large", "new", "fresh", "also", "too", "but", "yet",
            "about", "around", "many", "several", "use", "employ", "has", "holds");

    /// Lightly: another word here, one left out there, the last clause first.
    private static String reworded(String sentence, int how) {
        var words = new ArrayList<>(Arrays.asList(sentence.split(" ")));
        words.replaceAll(w -> OTHER.getOrDefault(w, w));
        words.remove(words.size() / 2);
        if (how % 3 == 0) {
            words.set(words.size() / 3, "indeed");
        } else if (how % 3 == 1) {
            var tail = new ArrayList<>(words.subList(words.size() / 2, words.size()));
            tail.addAll(words.subList(0, words.size() / 2));
            return String.join(" ", tail);
        }
        return "Now " + String.join(" ", words);
    }

    private static List<List<String>> englishItems(Path file) throws IOException {
        var items = new ArrayList<List<String>>();
        var feed = FeedParser.parse(new FeedParser.Source(Files.readAllBytes(file), null, null, null));
        for (var entry : feed.entries()) {
            var copy = entry.content() == null ? entry.summary() : entry.content();
            var text = copy == null ? "" : Jsoup.parse(copy.value()).text();
            var sentences = new LinkedHashSet<String>();
            var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
            breaks.setText(text);
            for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                var sentence = text.substring(from, to).strip();
                // Whole English sentences: not lists of links, not scraps.
                if (sentence.matches("[A-Z].*[a-z][.!?]") && sentence.split(" ").length >= 9 && sentence.split(" ").length <= 45
                        && sentence.matches(".*\\b(the|of|to|and)\\b.*") && !sentence.contains("http")) {
                    sentences.add(sentence);
                }
            }
            if (sentences.size() >= 4) {
                items.add(List.copyOf(sentences));
            }
        }
        return items;
    }

    private static Measured measure(OwnWords own, List<Labelled> labelled) {
        int rightly = 0;
        int wrongly = 0;
        int missed = 0;
        int asSuch = 0;
        int verbatim = 0;
        for (var one : labelled) {
            var kinds = own.sentences(List.of(one.sentence()), Locale.ENGLISH).stream().map(OwnWords.Sentence::kind).toList();
            boolean copied = kinds.stream().anyMatch(k -> k != Kind.OWN);
            if (one.label().equals("own")) {
                wrongly += copied ? 1 : 0;
            } else if (copied) {
                rightly++;
            } else {
                missed++;
            }
            boolean isVerbatim = one.label().equals("verbatim");
            verbatim += isVerbatim ? 1 : 0;
            asSuch += isVerbatim && kinds.stream().allMatch(k -> k == Kind.VERBATIM) ? 1 : 0;
        }
        return new Measured(rightly, wrongly, missed, asSuch, verbatim);
    }
}
