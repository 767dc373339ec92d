package galley.publish.page;

import galley.story.Correction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the newsroom has corrected.
///
/// @param corrections newest first
public record CorrectionsView(List<Line> corrections) {

    /// @param headline empty for a withdrawn story
    /// @param language BCP 47 tag of its words
    /// @param kind null for a withdrawn story
    public record Line(String headline, String path, String language, Instant at, String text, Correction.@Nullable Kind kind) {

        public Line(String headline, String path, String language, Instant at, String text) {
            this(headline, path, language, at, text, Correction.Kind.CORRECTION);
        }
    }

    public CorrectionsView {
        corrections = List.copyOf(corrections);
    }
}
