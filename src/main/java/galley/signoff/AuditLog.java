package galley.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps every act with person, time and story; append-only and hash-chained.
public interface AuditLog {

    /// Appends inside the running write, so that an act and its line are kept together or not at all.
    ///
    /// @param action a verb: `take`, `sign edited`, `export`
    /// @param detail JSON
    AuditEntry append(Instant at, @Nullable UUID person, String action, @Nullable UUID story, String detail);

    Optional<AuditEntry> last();

    /// All of a story, oldest first.
    List<AuditEntry> of(UUID story);

    /// Reads all, oldest first, without holding them.
    void each(Consumer<AuditEntry> reader);
}
