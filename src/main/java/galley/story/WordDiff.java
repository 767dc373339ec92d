package galley.story;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import galley.story.ReadingText.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What changed between two texts, word by word, for a person to read.
///
/// Blocks are paired by likeness first and only then compared, so that a new paragraph does not smear the change over the next ones.
/// Words are compared as they are signed ([BlockText]): a straightened quote is no change, another link address is. What is same or added,
/// read in order, is the text now; what is same or removed is the text before, but for white space.
public final class WordDiff {

    /// Two blocks are the same one, rewritten, when this share of their words is common.
    private static final double ALIKE = 0.4;
    /// Beyond this many pairs of blocks only equal ones are paired.
    private static final long PAIRS = 2_000_000;
    private static final Pattern WORD = Pattern.compile(
            "(?:[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+(?:['’‐-‑-][\\p{L}\\p{M}\\p{N}]+)*|\\S)\\s*|\\s+");

    public enum Kind { SAME, ADDED, REMOVED }

    /// What became of a block. One that only went elsewhere is [#MOVED] where it stands now and [#LEFT] where it stood.
    public enum Change { SAME, CHANGED, ADDED, REMOVED, MOVED, LEFT }

    /// Words of one kind that look alike. White space after a word belongs to it.
    public record Run(Kind kind, ReadingText.Run words) {

        public String text() {
            return words.text();
        }
    }

    /// One block of one part.
    ///
    /// @param number of a numbered item, else 0
    public record Block(Part part, ReadingText.Kind kind, int number, Change change, List<Run> runs) {

        public Block {
            runs = List.copyOf(runs);
        }

        /// The block's words now; for a removed one, as they were.
        public String text() {
            boolean gone = change == Change.REMOVED || change == Change.LEFT;
            var text = new StringBuilder();
            runs.stream().filter(r -> gone || r.kind() != Kind.REMOVED).forEach(r -> text.append(r.text()));
            return text.toString();
        }
    }

    private WordDiff() {}

    /// Every block that a signature covers and a reader sees as words, in the order of the page.
    public static List<Block> between(StoryText before, StoryText now) {
        var blocks = new ArrayList<Block>();
        plain(blocks, Part.HEADLINE, List.of(before.headline()), List.of(now.headline()));
        plain(blocks, Part.STANDFIRST, List.of(before.standfirst()), List.of(now.standfirst()));
        plain(blocks, Part.BYLINE, List.of(before.byline()), List.of(now.byline()));
        plain(blocks, Part.DATELINE, List.of(before.dateline()), List.of(now.dateline()));
        plain(blocks, Part.CAPTION, before.pictures().stream().map(WordDiff::words).toList(), now.pictures().stream().map(WordDiff::words).toList());
        blocks.addAll(between(Part.BODY, before.body(), now.body()));
        blocks.addAll(between(Part.CONTEXT, before.context(), now.context()));
        plain(blocks, Part.METHODOLOGY, List.of(before.methodology()), List.of(now.methodology()));
        plain(blocks, Part.EVIDENCE, before.evidence().stream().map(WordDiff::words).toList(), now.evidence().stream().map(WordDiff::words).toList());
        plain(blocks, Part.CORRECTION, before.corrections().stream().map(Correction::printed).toList(), now.corrections().stream().map(Correction::printed).toList());
        return List.copyOf(blocks);
    }

    /// The blocks of one part in story markup.
    public static List<Block> between(Part part, String before, String now) {
        return between(part, ReadingText.of(before), ReadingText.of(now));
    }

    /// Whether anything but order and words stayed as it was.
    public static boolean isSame(List<Block> blocks) {
        return blocks.stream().allMatch(b -> b.change() == Change.SAME);
    }

    private static String words(Picture picture) {
        return String.join(" · ", java.util.stream.Stream.of(picture.alt(), picture.caption(), picture.credit()).filter(s -> !s.isBlank()).toList());
    }

    private static String words(Evidence evidence) {
        return String.join(" · ", java.util.stream.Stream.of(evidence.title(), evidence.kind().words(), evidence.passage(), evidence.supports(), evidence.url())
                .filter(s -> !s.isBlank()).toList());
    }

    private static void plain(List<Block> blocks, Part part, List<String> before, List<String> now) {
        blocks.addAll(between(part, paragraphs(before), paragraphs(now)));
    }

    private static List<Paragraph> paragraphs(List<String> texts) {
        return texts.stream().filter(t -> !t.isBlank())
                .map(t -> new Paragraph(ReadingText.Kind.PARAGRAPH, 0, List.of(new ReadingText.Run(t.strip(), false, false, "")))).toList();
    }

    // ---- blocks

    private static List<Block> between(Part part, List<Paragraph> before, List<Paragraph> now) {
        var partner = partners(before.stream().map(Measured::new).toList(), now.stream().map(Measured::new).toList());
        var blocks = new ArrayList<Block>();
        int old = 0;
        for (int i = 0; i < now.size(); i++) {
            if (partner[i] >= 0) {
                while (old < partner[i]) {
                    blocks.add(whole(part, before.get(old++), Kind.REMOVED));
                }
                old++;
                blocks.add(compared(part, before.get(partner[i]), now.get(i)));
            } else {
                blocks.add(whole(part, now.get(i), Kind.ADDED));
            }
        }
        while (old < before.size()) {
            blocks.add(whole(part, before.get(old++), Kind.REMOVED));
        }
        return moved(blocks);
    }

    private static Block whole(Part part, Paragraph paragraph, Kind kind) {
        return new Block(part, paragraph.kind(), paragraph.number(), kind == Kind.ADDED ? Change.ADDED : Change.REMOVED,
                paragraph.runs().stream().map(r -> new Run(kind, r)).toList());
    }

    /// A block as it is paired: its words and how often each stands in it.
    private static final class Measured {
        private final String text;
        private final Map<String, Integer> bag = new HashMap<>();
        private int size;

        Measured(Paragraph paragraph) {
            text = paragraph.kind() + " " + BlockText.of(paragraph.text());
            words(paragraph).forEach(word -> {
                if (Character.isLetterOrDigit(word.key.codePointAt(0))) {
                    bag.merge(word.key, 1, Integer::sum);
                    size++;
                }
            });
        }

        double likeness(Measured other) {
            if (text.equals(other.text)) {
                return 2;
            }
            if (size == 0 || other.size == 0) {
                return 0;
            }
            int common = 0;
            for (var entry : bag.entrySet()) {
                common += Math.min(entry.getValue(), other.bag.getOrDefault(entry.getKey(), 0));
            }
            return 2.0 * common / (size + other.size);
        }
    }

    /// For each block now its block before, or -1: the pairs in order that are most alike together.
    private static int[] partners(List<Measured> before, List<Measured> now) {
        var partner = new int[now.size()];
        java.util.Arrays.fill(partner, -1);
        int head = 0;
        while (head < before.size() && head < now.size() && before.get(head).text.equals(now.get(head).text)) {
            partner[head] = head++;
        }
        int tail = 0;
        while (tail < before.size() - head && tail < now.size() - head
                && before.get(before.size() - 1 - tail).text.equals(now.get(now.size() - 1 - tail).text)) {
            partner[now.size() - 1 - tail] = before.size() - 1 - tail++;
        }
        int rows = before.size() - head - tail;
        int columns = now.size() - head - tail;
        if (rows == 1 && columns == 1) {
            // One block in the place of one: the same one, however much of it is new.
            partner[head] = before.get(head).size > 0 && now.get(head).size > 0 ? head : -1;
            return partner;
        }
        boolean equalOnly = (long) rows * columns > PAIRS;
        var best = new float[rows + 1][columns + 1];
        var pair = new float[equalOnly ? 0 : rows][columns];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                float alike = alike(before.get(head + i), now.get(head + j), equalOnly);
                if (!equalOnly) {
                    pair[i][j] = alike;
                }
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (alike > 0) {
                    best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + alike);
                }
            }
        }
        for (int i = 0, j = 0; i < rows && j < columns;) {
            float alike = equalOnly ? alike(before.get(head + i), now.get(head + j), true) : pair[i][j];
            if (alike > 0 && best[i][j] == best[i + 1][j + 1] + alike) {
                partner[head + j++] = head + i++;
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return partner;
    }

    private static float alike(Measured before, Measured now, boolean equalOnly) {
        if (equalOnly) {
            return before.text.equals(now.text) ? 2 : 0;
        }
        double likeness = before.likeness(now);
        return likeness >= ALIKE ? (float) likeness : 0;
    }

    /// A block that went away here and stands whole elsewhere was moved.
    private static List<Block> moved(List<Block> blocks) {
        var result = new ArrayList<>(blocks);
        for (int i = 0; i < result.size(); i++) {
            var gone = result.get(i);
            if (gone.change() != Change.REMOVED) {
                continue;
            }
            var words = BlockText.of(gone.text());
            for (int j = 0; j < result.size(); j++) {
                var come = result.get(j);
                if (come.change() == Change.ADDED && BlockText.of(come.text()).equals(words)) {
                    result.set(i, as(gone, Change.LEFT));
                    result.set(j, as(come, Change.MOVED));
                    break;
                }
            }
        }
        return result;
    }

    private static Block as(Block block, Change change) {
        return new Block(block.part(), block.kind(), block.number(), change, block.runs());
    }

    // ---- words

    /// A word with the white space behind it; `key` is what is compared.
    private static final class Word {
        private final ReadingText.Run run;
        private final String text;
        private final String key;
        private final String compared;

        Word(ReadingText.Run run, String text) {
            this.run = run;
            this.text = text;
            var folded = BlockText.of(text);
            this.key = folded.isEmpty() ? " " : folded;
            this.compared = run.link().isEmpty() ? key : key + " " + run.link();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Word word && compared.equals(word.compared);
        }

        @Override
        public int hashCode() {
            return compared.hashCode();
        }
    }

    private static List<Word> words(Paragraph paragraph) {
        var words = new ArrayList<Word>();
        for (var run : paragraph.runs()) {
            var found = WORD.matcher(run.text());
            while (found.find()) {
                words.add(new Word(run, found.group()));
            }
        }
        return words;
    }

    private static Block compared(Part part, Paragraph before, Paragraph now) {
        var old = words(before);
        var fresh = words(now);
        var runs = new ArrayList<Run>();
        int at = 0;
        for (var delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int to = delta.getTarget().getPosition();
            add(runs, Kind.SAME, fresh.subList(at, to));
            if (delta.getType() != DeltaType.INSERT) {
                add(runs, Kind.REMOVED, delta.getSource().getLines());
            }
            add(runs, Kind.ADDED, delta.getTarget().getLines());
            at = to + delta.getTarget().size();
        }
        add(runs, Kind.SAME, fresh.subList(at, fresh.size()));
        boolean same = before.kind() == now.kind() && runs.stream().allMatch(r -> r.kind() == Kind.SAME);
        return new Block(part, now.kind(), now.number(), same ? Change.SAME : Change.CHANGED, joined(runs));
    }

    private static void add(List<Run> runs, Kind kind, List<Word> words) {
        for (var word : words) {
            runs.add(new Run(kind, new ReadingText.Run(word.text, word.run.strong(), word.run.emphasis(), word.run.link())));
        }
    }

    /// Neighbours of one kind and look become one; a lone sign between two changes joins them, so that the eye reads phrases.
    private static List<Run> joined(List<Run> runs) {
        var phrases = phrases(runs);
        var joined = new ArrayList<Run>();
        for (var run : phrases) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.kind() == run.kind() && looks(last).equals(looks(run))) {
                joined.set(joined.size() - 1, new Run(run.kind(), new ReadingText.Run(last.text() + run.text(), run.words().strong(),
                        run.words().emphasis(), run.words().link())));
            } else {
                joined.add(run);
            }
        }
        return joined;
    }

    private static ReadingText.Run looks(Run run) {
        return new ReadingText.Run("", run.words().strong(), run.words().emphasis(), run.words().link());
    }

    private static List<Run> phrases(List<Run> runs) {
        var result = new ArrayList<Run>();
        for (int i = 0; i < runs.size();) {
            if (runs.get(i).kind() == Kind.SAME) {
                result.add(runs.get(i++));
                continue;
            }
            var removed = new ArrayList<Run>();
            var added = new ArrayList<Run>();
            while (i < runs.size() && (runs.get(i).kind() != Kind.SAME || joins(runs, i))) {
                var run = runs.get(i++);
                if (run.kind() != Kind.ADDED) {
                    removed.add(new Run(Kind.REMOVED, run.words()));
                }
                if (run.kind() != Kind.REMOVED) {
                    added.add(new Run(Kind.ADDED, run.words()));
                }
            }
            result.addAll(removed);
            result.addAll(added);
        }
        return result;
    }

    private static boolean joins(List<Run> runs, int i) {
        return i + 1 < runs.size() && runs.get(i + 1).kind() != Kind.SAME
                && runs.get(i).text().codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
