package galley.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source consulted for a story.
///
/// @param fetchedAt when the kept copy was fetched; null when none is kept
/// @param copyHash SHA-256 of the kept copy, lower-case hex; null when none is kept
/// @param passage the words quoted from it
/// @param supports the sentence of the story that it supports
public record Evidence(String url, String title, Kind kind, @Nullable Instant fetchedAt, @Nullable String copyHash,
                       String passage, String supports) {

    /// A primary source is the record itself (a log, a ruling, a data set); a secondary one reports it.
    public enum Kind {
        PRIMARY, SECONDARY;

        /// The words printed beside it, and signed.
        public String words() {
            return this == PRIMARY ? "Primary source" : "Secondary source";
        }
    }
}
