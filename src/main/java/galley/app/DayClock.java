package galley.app;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that stands still until it is set: it keeps the sample news day's time, whenever the day is played.
final class DayClock extends Clock {

    private volatile Instant now;

    DayClock(Instant start) {
        this.now = start;
    }

    /// Time only goes forward.
    void set(Instant time) {
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("The day cannot go back from " + now + " to " + time + ".");
        }
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
