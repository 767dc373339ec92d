package galley.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One immutable state of a story's text.
///
/// @param row order of making, ascending
/// @param parent the revision it was made from; null for the first
/// @param author whose words changed it
/// @param digest of its canonical text, lower-case hex SHA-256 (see [CanonicalText#digest()])
public record Revision(long row, UUID id, UUID story, @Nullable UUID parent, UUID author, Instant at, Why why, StoryText text,
                       String digest) {

    /// Why a state became a revision.
    public enum Why { TAKEN, SAVED, SIGNED, HANDED_OVER, RESTORED }
}
