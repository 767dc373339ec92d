package galley.store;

import java.util.ArrayList;
import java.util.List;

/// Turns what a person typed into a full-text question that cannot be malformed: every word must occur, the last may be a
/// beginning, a quoted phrase stays together.
final class Words {

    private Words() {}

    /// Empty when nothing searchable was typed.
    static String question(String typed) {
        var terms = new ArrayList<String>();
        var parts = typed.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1 && i < parts.length - 1) {
                addPhrase(terms, parts[i]);
            } else {
                for (var word : words(parts[i])) {
                    terms.add('"' + word + "\"*");
                }
            }
        }
        return String.join(" ", terms);
    }

    private static void addPhrase(List<String> terms, String phrase) {
        var words = words(phrase);
        if (!words.isEmpty()) {
            terms.add('"' + String.join(" ", words) + '"');
        }
    }

    private static List<String> words(String text) {
        return java.util.Arrays.stream(text.split("[^\\p{L}\\p{N}\\p{M}]+")).filter(w -> !w.isEmpty()).toList();
    }
}
