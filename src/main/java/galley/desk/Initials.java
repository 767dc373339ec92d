package galley.desk;

import java.util.Arrays;

/// The one or two letters that stand for a person or a source.
public final class Initials {

    private Initials() {}

    /// First letters of the first and last word; for scripts without capitals or spaces, the first letter alone.
    public static String of(String name) {
        var words = Arrays.stream(name.strip().split("[\\s\\p{Pd}]+")).filter(w -> !w.isEmpty() && Character.isLetterOrDigit(w.codePointAt(0))).toList();
        if (words.isEmpty()) {
            return "?";
        }
        var first = letter(words.getFirst());
        return words.size() == 1 || !Character.isUpperCase(first.codePointAt(0)) && !hasCase(words.getFirst())
                ? first : first + letter(words.getLast());
    }

    private static String letter(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }

    private static boolean hasCase(String word) {
        return Character.toUpperCase(word.codePointAt(0)) != Character.toLowerCase(word.codePointAt(0));
    }
}
