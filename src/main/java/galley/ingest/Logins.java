package galley.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the names and passwords that feeds ask for, where only their owner can read them.
public interface Logins {

    Map<UUID, Login> all();

    /// @param login null to forget
    void keep(UUID feed, @Nullable Login login);

    default Optional<Login> of(UUID feed) {
        return Optional.ofNullable(all().get(feed));
    }
}
