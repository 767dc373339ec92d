package galley.signoff;

import java.time.Instant;
import java.util.UUID;

/// A story as one line of a list.
///
/// @param source the outlet's name; empty for an own story
/// @param changed when its words last changed
/// @param author whose words are newest
/// @param standing with sign-offs that carry no payload, header or signature: enough to show, not to prove
public record StoryLine(UUID id, String headline, String slugline, String source, String category, String language, int words,
                        Instant changed, UUID author, Standing standing) {

    public Status status() {
        return Status.of(standing);
    }

    /// Lists stories without reading their texts.
    public interface Lines {

        /// Every story, newest first.
        java.util.List<StoryLine> all();
    }
}
