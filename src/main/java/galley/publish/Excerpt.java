package galley.publish;

/// The beginning of a text, short enough for a message.
final class Excerpt {

    private static final int LENGTH = 80;

    private Excerpt() {}

    static String of(String text) {
        return text.codePointCount(0, text.length()) <= LENGTH ? text
                : text.substring(0, text.offsetByCodePoints(0, LENGTH - 1)).stripTrailing() + "…";
    }
}
