package galley.signoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// "Changes wanted". It sticks, over all later revisions, until its author or another senior lifts it.
///
/// @param liftedBy null while it stands
public record SentBack(long row, UUID id, UUID story, UUID revision, UUID by, Instant at, String reason, @Nullable UUID liftedBy,
                       @Nullable Instant liftedAt) {

    public boolean stands() {
        return liftedBy == null;
    }
}
