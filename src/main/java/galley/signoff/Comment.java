package galley.signoff;

import galley.story.Anchor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something said in the margin of a story. Appended, never rewritten.
///
/// @param revision the head when it was said
/// @param answers the comment that began the thread; null when this one begins it
/// @param anchor the words it is about; null for the whole story, and for answers
public record Comment(long row, UUID id, UUID story, UUID revision, @Nullable UUID answers, UUID by, Instant at, @Nullable Anchor anchor, String words) {}
