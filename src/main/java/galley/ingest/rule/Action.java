package galley.ingest.rule;

import java.util.Locale;

/// What a rule does with an item: `category Local`, `desk Harbour`, `tag ships`, `priority 1`, `spike`, `notify`, `full text`.
///
/// @param value empty where the kind needs none
public record Action(Kind kind, String value) {

    public enum Kind { CATEGORY, DESK, TAG, PRIORITY, SPIKE, NOTIFY, FULL_TEXT }

    /// The least pressing; 1 is the most.
    public static final int LOWEST_PRIORITY = 5;

    public Action {
        value = value.strip().replaceAll("\\s+", " ");
        boolean needs = kind.ordinal() <= Kind.PRIORITY.ordinal();
        if (needs == value.isEmpty()) {
            throw new IllegalArgumentException(needs ? "Say which " + said(kind) + "." : "“" + said(kind) + "” stands alone.");
        }
        if (kind == Kind.PRIORITY && !value.matches("[1-5]")) {
            throw new IllegalArgumentException("A priority is a number from 1, the most pressing, to 5, not “" + value + "”.");
        }
    }

    /// Reads an action as it is written.
    ///
    /// @throws IllegalArgumentException saying what is wrong with it
    public static Action read(String sentence) {
        var words = sentence.strip();
        for (var kind : Kind.values()) {
            var said = said(kind);
            if (words.equalsIgnoreCase(said) || words.regionMatches(true, 0, said + " ", 0, said.length() + 1)) {
                return new Action(kind, words.substring(said.length()));
            }
        }
        throw new IllegalArgumentException("“" + words + "” is nothing a rule can do. It can: category NAME, desk NAME, tag NAME, priority 1 to 5, spike, notify, full text.");
    }

    /// As it is written.
    public String sentence() {
        return value.isEmpty() ? said(kind) : said(kind) + " " + value;
    }

    private static String said(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
