package galley.signoff;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How pressing a story is, when it is due, and who is asked to see to it. Appended; the newest counts.
///
/// @param to who is asked; null for nobody in particular
/// @param due null for no time
public record Assignment(long row, UUID id, UUID story, UUID by, Instant at, @Nullable UUID to, Priority priority, @Nullable Instant due) {

    /// Urgent goes before everything.
    public enum Priority {
        URGENT, HIGH, NORMAL, LOW;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Priority> of(String code) {
            for (var priority : values()) {
                if (priority.code().equalsIgnoreCase(code.strip())) {
                    return Optional.of(priority);
                }
            }
            return Optional.empty();
        }
    }

    /// Keeps assignments.
    public interface Assignments {

        void add(Assignment assignment);

        Optional<Assignment> of(UUID story);

        /// The newest of every story that has one.
        Map<UUID, Assignment> all();
    }
}
