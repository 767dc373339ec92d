package galley.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What checking a page found. A verdict is never shown without the verified text: a badge alone proves nothing.
///
/// @param file the file or address that was checked
/// @param editedBy the name the edit is signed under; null when no signature could be read
/// @param differences one sentence for each thing that is not as it was signed
/// @param board the names the board's members signed under; empty when the page claims no board
/// @param beforeReview whether the page was printed before its second review, and says so
/// @param text the words as the page carries them, block by block, by part
/// @param editedAt when the edit was signed, ISO 8601; null when unknown
/// @param publishedAt when the newsroom signed this version, ISO 8601; null when unknown
public record Verdict(String file, Kind verdict, @Nullable String editedBy, @Nullable String reviewedBy, List<String> differences,
                      @Nullable String story, @Nullable String url, @Nullable String editedAt, @Nullable String reviewedAt,
                      @Nullable String publishedAt, Map<String, List<String>> text, List<String> board, boolean beforeReview) {

    /// The answers there are.
    public enum Kind {
        /// Signed by known keys, unchanged, and the newest version known.
        OURS_CURRENT,
        /// Signed by known keys and unchanged, but the newsroom has published a newer version.
        OURS_SUPERSEDED,
        /// Not what was signed.
        ALTERED,
        /// No signature block.
        UNSIGNED,
        /// Signed with a key that the given key set does not hold.
        UNKNOWN_KEY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isOurs() {
            return this == OURS_CURRENT || this == OURS_SUPERSEDED;
        }
    }

    /// An article that should stand somewhere and does not.
    public static Verdict missing(String file, String why) {
        return new Verdict(file, Kind.UNSIGNED, null, null, List.of(why), null, null, null, null, null, Map.of(), List.of(), false);
    }

    /// The same findings under another verdict.
    public Verdict as(Kind kind) {
        return new Verdict(file, kind, editedBy, reviewedBy, differences, story, url, editedAt, reviewedAt, publishedAt, text, board, beforeReview);
    }
}
