package galley.signoff;

import galley.story.Anchor;
import java.time.Instant;
import java.util.UUID;

/// "These words should become those": a record beside the text, which an editor accepts or rejects singly.
///
/// @param revision the head when it was made
/// @param becomes the new words; empty to strike the old ones
/// @param reason why; may be empty
public record Suggestion(long row, UUID id, UUID story, UUID revision, UUID by, Instant at, Anchor anchor, String becomes, String reason) {}
