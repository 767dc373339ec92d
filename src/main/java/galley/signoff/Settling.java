package galley.signoff;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// What became of a comment thread or a suggestion. The newest one counts.
///
/// @param remark the comment that began the thread, or the suggestion
public record Settling(long row, UUID id, UUID story, UUID remark, UUID by, Instant at, How how) {

    public enum How {
        RESOLVED, OPENED_AGAIN, ACCEPTED, REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static How of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
