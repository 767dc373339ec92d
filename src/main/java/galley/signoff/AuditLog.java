package galley.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /// What is asked of the log; newest first.
    ///
    /// @param person whose acts; null for everybody's
    /// @param actions which acts; empty for all
    /// @param story of which story; null for all
    /// @param from not before; null for no bound
    /// @param until before; null for no bound
    /// @param before only lines with a smaller number, to read on where a page ended
    /// @param most how many lines at most
    record Question(@Nullable UUID person, Set<String> actions, @Nullable UUID story, @Nullable Instant from, @Nullable Instant until, long before, int most) {

        public Question {
            actions = Set.copyOf(actions);
        }

        /// All lines about these acts.
        public static Question about(Set<String> actions) {
            return new Question(null, actions, null, null, null, Long.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    List<AuditEntry> find(Question question);

    /// The verbs that stand in the log, in alphabetical order.
    List<String> actions();

    /// Reads all, oldest first, without holding them.
    void each(Consumer<AuditEntry> reader);
}
