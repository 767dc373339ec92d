package galley.signoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Who has given their passphrase at this workstation. A key is open from the first signature of a sitting and closes after ten
/// idle minutes (rule 8); it is never written anywhere.
public final class Sitting {

    public static final Duration IDLE = Duration.ofMinutes(10);

    private record Seat(KeyFiles.OpenKey key, Instant lastUsed) {

        /// A clock that was set back does not make a sitting longer.
        boolean isOpenAt(Instant now) {
            return Duration.between(lastUsed, now).abs().compareTo(IDLE) <= 0;
        }
    }

    private final Map<UUID, Seat> seats = new ConcurrentHashMap<>();
    private final KeyFiles files;
    private final Clock clock;

    public Sitting(KeyFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /// The person's key, if they signed here within the last ten minutes.
    public Optional<KeyFiles.OpenKey> key(UUID person) {
        var now = clock.instant();
        var seat = seats.computeIfPresent(person, (who, s) -> s.isOpenAt(now) ? new Seat(s.key(), now) : null);
        return Optional.ofNullable(seat).map(Seat::key);
    }

    /// Whether a signature by this person needs the passphrase now.
    public boolean needsPassphrase(UUID person) {
        var seat = seats.get(person);
        return seat == null || !seat.isOpenAt(clock.instant());
    }

    /// Opens the person's key. Empty when the passphrase is wrong.
    public Optional<KeyFiles.OpenKey> open(UUID person, char[] passphrase) {
        var key = files.open(person, passphrase);
        key.ifPresent(k -> seats.put(person, new Seat(k, clock.instant())));
        return key;
    }

    /// The person gets up: their key closes.
    public void leave(UUID person) {
        seats.remove(person);
    }
}
