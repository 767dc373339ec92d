package galley.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing on the wire through all its versions.
///
/// @param row arrival order, ascending
/// @param feed the feed that delivers it
/// @param key its identity inside the feed: guid, else link, else hash
/// @param source the outlet's printed name
/// @param latest the newest version
/// @param story the story taken from it; null while nobody has
/// @param spiked when it was spiked off the wire; null otherwise
public record WireEntry(long row, UUID id, UUID feed, String key, String source, WireItem latest, Instant firstSeen,
                        @Nullable UUID story, @Nullable Instant spiked, boolean seen) {}
