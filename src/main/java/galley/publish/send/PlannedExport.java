package galley.publish.send;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An export set for a time: of one story, or of everything that is ready then; once, or again and again.
///
/// @param story null for everything that is ready
/// @param destination as [Destination#read] reads it
/// @param every null for once
/// @param by who set it, and in whose name it will be done
/// @param events what came of it, oldest first
public record PlannedExport(long number, @Nullable UUID story, String destination, Instant first, @Nullable Duration every, UUID by, Instant madeAt, List<Event> events) {

    /// What can come of it.
    public enum Kind { BEGUN, DONE, REFUSED, FAILED, TAKEN_BACK }

    public record Event(Instant at, Kind kind, String words) {}

    /// Keeps them and what came of them; nothing is taken away.
    public interface Plans {

        List<PlannedExport> all();

        /// @return its number
        long add(@Nullable UUID story, String destination, Instant first, @Nullable Duration every, UUID by, Instant madeAt);

        void note(long number, Event event);
    }

    /// A program that began and has not ended by then was killed.
    private static final Duration LONGEST = Duration.ofMinutes(15);

    public PlannedExport {
        events = List.copyOf(events);
    }

    public Optional<Event> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.getLast());
    }

    /// When it is due next; empty when it is over.
    public Optional<Instant> next() {
        var last = last().orElse(null);
        if (last == null) {
            return Optional.of(first);
        }
        if (last.kind() == Kind.TAKEN_BACK) {
            return Optional.empty();
        }
        if (last.kind() == Kind.BEGUN) {
            return Optional.of(last.at().plus(LONGEST));
        }
        if (every == null) {
            return Optional.empty();
        }
        // From the first time on, so that an hourly export stays at its minute however long each takes.
        long rounds = Math.floorDiv(Duration.between(first, last.at()).toMillis(), every.toMillis()) + 1;
        return Optional.of(first.plus(every.multipliedBy(Math.max(0, rounds))));
    }

    public boolean isDue(Instant now) {
        return next().map(at -> !at.isAfter(now)).orElse(false);
    }
}
