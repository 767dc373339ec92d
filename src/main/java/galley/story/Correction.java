package galley.story;

import java.time.Instant;

/// A published fix, said openly.
public record Correction(Instant at, String text) {}
