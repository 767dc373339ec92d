package galley.signoff;

import java.util.UUID;

/// The state of the text a person was looking at when they decided.
///
/// @param draft the sequence of the draft they saw; 0 when there was none
public record Seen(UUID revision, long draft) {}
