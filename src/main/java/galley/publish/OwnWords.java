package galley.publish;

import galley.story.BlockText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Measures how much of a text is the newsroom's own, sentence by sentence, against the texts it had before it: every wire
/// version and every passage of evidence.
///
/// A sentence whose runs of four words mostly stand in a source is *verbatim*; one with hardly any is *own*; between lies *adapted*.
/// A sentence of fewer than four words counts as verbatim when a source has it whole.
public final class OwnWords {

    private static final int RUN = 4;
    private static final double VERBATIM = 0.8;
    private static final double OWN = 0.2;

    /// How a sentence came about.
    public enum Kind { VERBATIM, ADAPTED, OWN }

    /// One sentence measured.
    public record Sentence(String text, Kind kind, int words) {}

    private final Set<String> runs = new HashSet<>();
    private final List<String> wholes = new ArrayList<>();

    public OwnWords(List<String> sources) {
        for (var source : sources) {
            var words = words(source);
            wholes.add(" " + String.join(" ", words) + " ");
            runs.addAll(runs(words));
        }
    }

    /// Every sentence of these blocks, in order.
    public List<Sentence> sentences(List<String> blocks, Locale language) {
        var sentences = new ArrayList<Sentence>();
        for (var block : blocks) {
            var breaks = BreakIterator.getSentenceInstance(language);
            breaks.setText(block);
            for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                var sentence = block.substring(from, to).strip();
                var words = words(sentence);
                if (!words.isEmpty()) {
                    sentences.add(new Sentence(sentence, kind(words), words.size()));
                }
            }
        }
        return sentences;
    }

    /// Words in sentences of one kind, in per cent of all words, rounded down so that no claim is too large.
    public static int share(List<Sentence> sentences, Kind kind) {
        int all = sentences.stream().mapToInt(Sentence::words).sum();
        int some = sentences.stream().filter(s -> s.kind() == kind).mapToInt(Sentence::words).sum();
        return all == 0 ? 0 : some * 100 / all;
    }

    private Kind kind(List<String> words) {
        if (words.size() < RUN) {
            var whole = " " + String.join(" ", words) + " ";
            return wholes.stream().anyMatch(w -> w.contains(whole)) ? Kind.VERBATIM : Kind.OWN;
        }
        var all = runs(words);
        double found = all.stream().filter(runs::contains).count() / (double) all.size();
        return found >= VERBATIM ? Kind.VERBATIM : found <= OWN ? Kind.OWN : Kind.ADAPTED;
    }

    private static List<String> runs(List<String> words) {
        var runs = new ArrayList<String>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }

    /// Words in lower case; scripts without spaces give one word a character.
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        BlockText.of(text).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (isWordless(c)) {
                flush(word, words);
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                word.appendCodePoint(c);
            } else {
                flush(word, words);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isWordless(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER -> Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
