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
public record Story(long row, UUID id, @Nullable UUID entry, UUID head, UUID takenBy, Instant takenAt, @Nullable Stop spike,
                    @Nullable Stop hold, @Nullable Stop legalHold, @Nullable Instant embargo) {

    /// Someone stopped a story, and why.
    public record Stop(UUID by, Instant at, String reason) {}
}
