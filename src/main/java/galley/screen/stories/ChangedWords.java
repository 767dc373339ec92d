package galley.screen.stories;

import galley.story.CanonicalText;
import galley.story.StoryText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The first words that differ between two texts, so that a lapsed signature can say what broke it.
final class ChangedWords {

    private static final int AT_MOST = 4;

    private ChangedWords() {}

    /// What stands now where the texts part; what stood before where words were only taken out; empty when they agree.
    static String between(StoryText before, StoryText now) {
        var old = words(before);
        var fresh = words(now);
        int same = 0;
        while (same < Math.min(old.size(), fresh.size()) && old.get(same).equals(fresh.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), fresh.size()) - same
                && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        var changed = fresh.subList(same, fresh.size() - tail);
        if (changed.isEmpty()) {
            changed = old.subList(same, old.size() - tail);
        }
        var words = String.join(" ", changed.subList(0, Math.min(AT_MOST, changed.size())));
        return changed.size() > AT_MOST ? words + " …" : words;
    }

    private static List<String> words(StoryText text) {
        var words = new ArrayList<String>();
        CanonicalText.of(text).blocks().values().forEach(blocks -> blocks.forEach(block -> words.addAll(Arrays.asList(block.split(" ")))));
        return words;
    }
}
