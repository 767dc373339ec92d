package galley.publish.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One generated phrase of trust, already found true. A page prints the claims it is given and no others.
///
/// @param label the fixed words: "Edited by"
/// @param words what is claimed: "Ines Varga"; empty when the label says it all
/// @param href where the record stands: an anchor on the page, or a path of the site; null for none
/// @param at the time it is about, printed as `<time>`; its text is `words`
public record Claim(Kind kind, String label, String words, @Nullable String href, @Nullable Instant at) {

    /// The kinds of claim, by the name that stands in `data-claim`.
    public enum Kind {
        EDITED_BY("edited-by", Shape.LINE),
        REVIEWED_BY("reviewed-by", Shape.LINE),
        /// "Published before second review": an emergency export.
        UNREVIEWED("published-before-review", Shape.LINE),
        PUBLISHED("published", Shape.LINE),
        /// "Corrected" or "Updated", and when.
        MODIFIED("modified", Shape.LINE),
        ORIGINAL_ANALYSIS("original-analysis", Shape.BOX),
        PRIMARY_SOURCES("primary-sources", Shape.LINE),
        BOARD("verified-by-board", Shape.BOX),
        METHODOLOGY("methodology-record", Shape.BOX);

        private final String code;
        private final Shape shape;

        Kind(String code, Shape shape) {
            this.code = code;
            this.shape = shape;
        }

        public String code() {
            return code;
        }
    }

    private enum Shape { LINE, BOX }

    public static Claim of(Kind kind, String label, String words) {
        return new Claim(kind, label, words, null, null);
    }

    public Claim linkedTo(String href) {
        return new Claim(kind, label, words, href, at);
    }

    /// The text blocks of this claim as they stand on the page, in the terms of `story-text/1`: a line is one block, a box has
    /// its heading and its words. Their digests go into the newsroom's signature.
    public List<String> blocks() {
        if (words.isEmpty()) {
            return List.of(label);
        }
        return kind.shape == Shape.LINE ? List.of((label + " " + words).strip()) : List.of(label, words);
    }
}
