package galley.story;

import java.time.Instant;
import java.util.UUID;

/// Words being typed, kept within two seconds and not yet a revision. A story has at most one.
///
/// @param parent the revision it started from
/// @param sequence counts saves; a save names the sequence it saw
/// @param digest of its canonical text
public record Draft(UUID story, UUID author, UUID parent, long sequence, StoryText text, String digest,
                    Instant at) {}
