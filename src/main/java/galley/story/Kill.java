package galley.story;

import java.time.Instant;
import java.util.UUID;

/// A published story was withdrawn, by whom and why. It is kept for good: what was printed once cannot be unprinted.
///
/// @param reason what readers are told
public record Kill(UUID story, UUID by, Instant at, String reason) {}
