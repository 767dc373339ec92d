package galley.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the newsroom makes, usually from a wire item. The words are in its revisions.
///
/// @param row order of taking, ascending
/// @param entry the wire entry it was taken from; null for an own story
/// @param head the newest revision
/// @param embargo not to be exported before this time
/// @param kill null unless it was withdrawn after publication
public record Story(long row, UUID id, @Nullable UUID entry, UUID head, UUID takenBy, Instant takenAt, @Nullable Stop spike,
                    @Nullable Stop hold, @Nullable Stop legalHold, @Nullable Instant embargo, @Nullable Kill kill) {

    /// A story that was not withdrawn.
    public Story(long row, UUID id, @Nullable UUID entry, UUID head, UUID takenBy, Instant takenAt, @Nullable Stop spike, @Nullable Stop hold,
                 @Nullable Stop legalHold, @Nullable Instant embargo) {
        this(row, id, entry, head, takenBy, takenAt, spike, hold, legalHold, embargo, null);
    }

    /// Someone stopped a story, and why.
    public record Stop(UUID by, Instant at, String reason) {}
}
