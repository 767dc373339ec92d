package galley.publish;

import galley.story.BlockText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Measures how much of a text is the newsroom's own, sentence by sentence, against the texts it had before it: every wire
/// version and every passage of evidence. `src/docs/measurements.md` says how well it finds what was copied.
///
/// A sentence whose runs of four words mostly stand in a source is *verbatim*. It is *adapted* when some of its runs do, or when
/// most of its telling words stand in one or two neighbouring sentences of a source in much the same order. Everything else is *own*.
/// A sentence of fewer than four words counts as verbatim when a source has it whole.
public final class OwnWords {

    private static final int RUN = 4;
    private static final double VERBATIM = 0.8;
    /// So many of its runs of four are chance: names, figures, "on Tuesday morning".
    private static final double OWN = 0.2;
    /// A word of this many letters, or a figure, tells something.
    private static final int TELLING = 4;
    private static final int FEWEST_TELLING = 6;
    private static final double IN_ORDER = 0.6;
    private static final double SHARED = 0.7;
    /// Endings change with the sentence; beginnings tell the word.
    private static final int STEM = 6;

    /// How a sentence came about.
    public enum Kind { VERBATIM, ADAPTED, OWN }

    /// A text the newsroom had before it wrote.
    ///
    /// @param name for a person: "Northwire, version 2"
    public record Source(String name, String text) {}

    /// Where the words of a sentence stand in a source.
    public record Match(String source, String passage) {}

    /// One sentence measured.
    ///
    /// @param words how many words it has
    /// @param copied how many of them stand word for word in a source
    /// @param match the passage it is nearest to; null for an own sentence
    public record Sentence(String text, Kind kind, int words, int copied, @Nullable Match match) {}

    /// One or two neighbouring sentences of a source.
    private record Window(Match match, List<String> telling, Set<String> runs) {}

    private final Set<String> runs = new HashSet<>();
    private final List<String> wholes = new ArrayList<>();
    private final List<Window> windows = new ArrayList<>();
    private final Map<String, List<Integer>> windowsWith = new HashMap<>();

    public OwnWords(List<Source> sources) {
        sources.stream().distinct().forEach(this::read);
    }

    private void read(Source source) {
        var words = words(source.text());
        wholes.add(" " + String.join(" ", words) + " ");
        runs.addAll(runs(words));
        var sentences = split(BlockText.of(source.text()), Locale.ROOT);
        for (int i = 0; i < sentences.size(); i++) {
            window(source, sentences.get(i));
            if (i + 1 < sentences.size()) {
                window(source, sentences.get(i) + " " + sentences.get(i + 1));
            }
        }
    }

    private void window(Source source, String passage) {
        var words = words(passage);
        var window = new Window(new Match(source.name(), passage), telling(words), new HashSet<>(runs(words)));
        new HashSet<>(window.telling()).forEach(word -> windowsWith.computeIfAbsent(word, w -> new ArrayList<>()).add(windows.size()));
        windows.add(window);
    }

    /// Every sentence of these blocks, in order.
    public List<Sentence> sentences(List<String> blocks, Locale language) {
        var sentences = new ArrayList<Sentence>();
        for (var block : blocks) {
            for (var sentence : split(block, language)) {
                var words = words(sentence);
                if (!words.isEmpty()) {
                    sentences.add(measured(sentence, words));
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

    private Sentence measured(String text, List<String> words) {
        if (words.size() < RUN) {
            var whole = " " + String.join(" ", words) + " ";
            boolean there = wholes.stream().anyMatch(w -> w.contains(whole));
            return new Sentence(text, there ? Kind.VERBATIM : Kind.OWN, words.size(), there ? words.size() : 0, there ? holding(whole) : null);
        }
        var all = runs(words);
        double found = all.stream().filter(runs::contains).count() / (double) all.size();
        var telling = telling(words);
        var nearest = nearest(telling, all);
        boolean alike = nearest != null && telling.size() >= FEWEST_TELLING
                && (inOrder(telling, nearest.telling()) >= IN_ORDER || shared(telling, nearest.telling()) >= SHARED);
        var kind = found >= VERBATIM ? Kind.VERBATIM : found > OWN || alike ? Kind.ADAPTED : Kind.OWN;
        return new Sentence(text, kind, words.size(), copied(words), kind == Kind.OWN || nearest == null ? null : nearest.match());
    }

    private @Nullable Match holding(String whole) {
        return windows.stream().filter(w -> (" " + String.join(" ", words(w.match().passage())) + " ").contains(whole)).map(Window::match).findFirst().orElse(null);
    }

    /// The window that has most in common with a sentence; of equals the shorter.
    private @Nullable Window nearest(List<String> telling, List<String> all) {
        Window best = null;
        double most = 0;
        var near = new LinkedHashSet<Integer>();
        telling.forEach(word -> near.addAll(windowsWith.getOrDefault(word, List.of())));
        for (int i : near) {
            var window = windows.get(i);
            double score = shared(telling, window.telling()) + inOrder(telling, window.telling())
                    + all.stream().filter(window.runs()::contains).count() / (double) all.size();
            boolean better = score > most + 1e-9
                    || score > most - 1e-9 && best != null && window.match().passage().length() < best.match().passage().length();
            if (better) {
                best = window;
                most = Math.max(most, score);
            }
        }
        return best;
    }

    /// How many words stand in a run that a source has.
    private int copied(List<String> words) {
        var copied = new boolean[words.size()];
        for (int i = 0; i + RUN <= words.size(); i++) {
            if (runs.contains(String.join(" ", words.subList(i, i + RUN)))) {
                java.util.Arrays.fill(copied, i, i + RUN, true);
            }
        }
        int count = 0;
        for (boolean c : copied) {
            count += c ? 1 : 0;
        }
        return count;
    }

    /// The part of a sentence's telling words that a window has too.
    private static double shared(List<String> telling, List<String> window) {
        if (telling.isEmpty()) {
            return 0;
        }
        var left = new ArrayList<>(window);
        return telling.stream().filter(left::remove).count() / (double) telling.size();
    }

    /// The part of a sentence's telling words that a window has in the same order: their longest common subsequence.
    private static double inOrder(List<String> telling, List<String> window) {
        var lengths = new int[telling.size() + 1][window.size() + 1];
        for (int i = 1; i <= telling.size(); i++) {
            for (int j = 1; j <= window.size(); j++) {
                lengths[i][j] = telling.get(i - 1).equals(window.get(j - 1)) ? lengths[i - 1][j - 1] + 1 : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return telling.isEmpty() ? 0 : lengths[telling.size()][window.size()] / (double) telling.size();
    }

    private static List<String> split(String block, Locale language) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(language);
        breaks.setText(block);
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var sentence = block.substring(from, to).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static List<String> telling(List<String> words) {
        return words.stream().filter(w -> w.codePointCount(0, w.length()) >= TELLING || w.codePoints().anyMatch(Character::isDigit) || isWordless(w.codePointAt(0)))
                .map(w -> w.codePointCount(0, w.length()) > STEM ? w.substring(0, w.offsetByCodePoints(0, STEM)) : w).toList();
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
