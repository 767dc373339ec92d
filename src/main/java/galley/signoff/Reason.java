package galley.signoff;

import java.util.Locale;

/// Why an act is not allowed now.
///
/// @param words a sentence for a person
/// @param place what it points at: `headline`, `body`, `draft`, `comment 3`, `suggestion 2`, `preflight headline-long`; empty when nowhere in particular
public record Reason(Why why, String words, String place) {

    /// The kinds of reason, stable for scripts.
    public enum Why {
        LEFT, NOT_EDITOR, NOT_SENIOR, NOT_YOURS, ALREADY_SIGNED, NOT_EDITED, NOT_REVIEWED, SAME_PERSON, WROTE_IN_IT, CHANGES_WANTED,
        NOTHING_TO_LIFT, NOT_AWAITING, NEEDS_REASON, SPIKED, NOT_SPIKED, PUBLISHED, HOLD, LEGAL_HOLD, NOT_HELD, EMBARGO, RIGHTS, UNSIGNED_WORDS, EMPTY,
        NOT_YOUR_CREDIT, KEY, OVERTAKEN, ALTERED, OPEN_COMMENT, OPEN_SUGGESTION, PREFLIGHT_ERROR, PREFLIGHT_WARNING, NO_BOARD, NOT_ON_BOARD,
        ALREADY_REVIEWED, BEFORE_REVIEW, NOT_OPEN, NOT_RESOLVED, WORDS_GONE, NO_SUCH_WARNING, TOO_EARLY,
        NOT_PUBLISHED, KILLED, UNCHANGED, SILENT_CHANGE, STALE_NOTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Reason(Why why, String words) {
        this(why, words, "");
    }
}
