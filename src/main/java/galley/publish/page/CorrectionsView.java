package galley.publish.page;

import java.time.Instant;
import java.util.List;

/// Everything the newsroom has corrected.
///
/// @param corrections newest first
public record CorrectionsView(List<Line> corrections) {

    /// @param language BCP 47 tag of its words
    public record Line(String headline, String path, String language, Instant at, String text) {}

    public CorrectionsView {
        corrections = List.copyOf(corrections);
    }
}
