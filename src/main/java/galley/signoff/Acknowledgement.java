package galley.signoff;

import java.time.Instant;
import java.util.UUID;

/// Somebody has seen a warning and lets it stand. It covers that finding and no other one of the same name.
///
/// @param name of the finding
/// @param record of the finding
public record Acknowledgement(long row, UUID id, UUID story, UUID by, Instant at, String name, String record) {

    public boolean covers(Finding finding) {
        return name.equals(finding.name()) && record.equals(finding.record());
    }
}
