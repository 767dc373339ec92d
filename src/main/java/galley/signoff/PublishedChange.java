package galley.signoff;

import galley.story.BlockText;
import galley.story.Correction;
import galley.story.Part;
import galley.story.StoryText;
import galley.story.WordDiff;
import java.util.ArrayList;
import java.util.List;

/// What changed between the words that are published and the words now, told to readers word by word: `“14” → “4”`.
public final class PublishedChange {

    private static final int MOST = 4;
    private static final int LONGEST = 90;

    private PublishedChange() {}

    /// Whether a reader would find the same words.
    static boolean isNone(StoryText published, StoryText now) {
        return galley.story.CanonicalText.of(untold(published)).digest().equals(galley.story.CanonicalText.of(untold(now)).digest());
    }

    /// The changes in the order of the page; the same two texts always give the same words.
    public static String words(StoryText published, StoryText now) {
        var changes = new ArrayList<String>();
        for (var block : WordDiff.between(untold(published), untold(now))) {
            if (block.part() != Part.CORRECTION && block.change() != WordDiff.Change.SAME) {
                add(block, changes);
            }
        }
        var told = new ArrayList<>(changes.subList(0, Math.min(MOST, changes.size())));
        if (changes.size() > MOST) {
            told.add("(+" + (changes.size() - MOST) + ")");
        }
        return String.join(" ", told);
    }

    private static void add(WordDiff.Block block, List<String> changes) {
        var was = new StringBuilder();
        var is = new StringBuilder();
        for (var run : block.runs()) {
            switch (run.kind()) {
                case REMOVED -> was.append(run.text());
                case ADDED -> is.append(run.text());
                case SAME -> flush(was, is, changes);
            }
        }
        flush(was, is, changes);
    }

    private static void flush(StringBuilder was, StringBuilder is, List<String> changes) {
        var before = BlockText.of(was.toString());
        var after = BlockText.of(is.toString());
        was.setLength(0);
        is.setLength(0);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        changes.add(before.isEmpty() ? "+ “" + shortened(after) + "”." : after.isEmpty() ? "− “" + shortened(before) + "”."
                : "“" + shortened(before) + "” → “" + shortened(after) + "”.");
    }

    private static String shortened(String words) {
        if (words.codePointCount(0, words.length()) <= LONGEST) {
            return words;
        }
        return words.substring(0, words.offsetByCodePoints(0, LONGEST)).stripTrailing() + " …";
    }

    /// The text without what readers are told about it.
    private static StoryText untold(StoryText text) {
        return with(text, List.of());
    }

    /// The text with these notes to readers.
    static StoryText with(StoryText t, List<Correction> corrections) {
        return new StoryText(t.slugline(), t.headline(), t.standfirst(), t.byline(), t.dateline(), t.body(), t.pictures(), t.context(), t.methodology(),
                t.evidence(), t.source(), corrections, t.category(), t.tags(), t.language(), t.notes());
    }
}
