package galley.screen.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as a desk says them: 11:26, Mon 11:26, 3 Nov; ages as 38 m, 2 h, 1 d.
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final Clock clock;

    /// @param clock with the zone in which the newsroom reads times
    public Times(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /// The shortest words that are still exact.
    public String at(Instant time) {
        var then = time.atZone(clock.getZone());
        var now = ZonedDateTime.now(clock);
        long days = Duration.between(then.toLocalDate().atStartOfDay(), now.toLocalDate().atStartOfDay()).toDays();
        if (days == 0) {
            return CLOCK.format(then);
        }
        if (Math.abs(days) < 6) {
            return WEEKDAY.format(then);
        }
        return (then.getYear() == now.getYear() ? DAY : YEAR).format(then);
    }

    /// The day alone: 3 Nov 2026.
    public String day(Instant time) {
        return YEAR.format(time.atZone(clock.getZone()));
    }

    /// The time of day alone: 11:26.
    public String clock(Instant time) {
        return CLOCK.format(time.atZone(clock.getZone()));
    }

    /// On which day a moment is here.
    public LocalDate dayOf(Instant time) {
        return time.atZone(clock.getZone()).toLocalDate();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /// The last second of a day.
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1)).minusSeconds(1);
    }

    public String toTheSecond(Instant time) {
        return SECONDS.format(time.atZone(clock.getZone()));
    }

    /// How long ago, in one unit.
    public String age(Instant time) {
        var age = Duration.between(time, clock.instant());
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return "now";
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return age.toMinutes() + " m";
        }
        if (age.compareTo(Duration.ofDays(1)) < 0) {
            return age.toHours() + " h";
        }
        return age.toDays() < 365 ? age.toDays() + " d" : age.toDays() / 365 + " y";
    }
}
