package galley.screen.editor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Until when a story waits: a day, a time of day, and the zone in which both are meant.
final class EmbargoForm {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Instant now;
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty();
    private final StringProperty zone = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");

    /// @param until the embargo that stands; null for none
    EmbargoForm(Instant now, @org.jspecify.annotations.Nullable Instant until, ZoneId home) {
        this.now = now;
        var at = (until != null ? until : now.plusSeconds(3_600)).atZone(home);
        day.set(at.toLocalDate());
        time.set(until != null ? CLOCK.format(at) : at.getHour() + ":00");
        zone.set(home.getId());
        day.addListener((_, _, _) -> look());
        time.addListener((_, _, _) -> look());
        zone.addListener((_, _, _) -> look());
        look();
    }

    ObjectProperty<LocalDate> dayProperty() {
        return day;
    }

    /// As typed: "14:00".
    StringProperty timeProperty() {
        return time;
    }

    /// As an IANA name: "Europe/Berlin".
    StringProperty zoneProperty() {
        return zone;
    }

    /// What is wrong; empty when it can be set.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The time in words, in the other zone that could be meant too.
    ReadOnlyStringProperty saysProperty() {
        return says.getReadOnlyProperty();
    }

    /// The moment, if it is one and still to come.
    Optional<Instant> until() {
        try {
            var place = ZoneId.of(zone.get().strip());
            var at = day.get() == null ? null : day.get().atTime(LocalTime.parse(time.get().strip(), CLOCK)).atZone(place);
            return at == null || !at.toInstant().isAfter(now) ? Optional.empty() : Optional.of(at.toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void look() {
        problem.set(wrong());
        says.set(until().map(at -> DAY.format(at.atZone(ZoneId.of(zone.get().strip()))) + ", which is "
                + DAY.format(at.atZone(ZoneId.of("UTC"))) + " UTC").orElse(""));
    }

    private String wrong() {
        if (day.get() == null) {
            return "Choose a day.";
        }
        try {
            LocalTime.parse(time.get().strip(), CLOCK);
        } catch (DateTimeParseException unreadable) {
            return "Write the time as 14:00.";
        }
        try {
            ZoneId.of(zone.get().strip());
        } catch (DateTimeException unknown) {
            return "There is no time zone “" + zone.get().strip() + "”.";
        }
        return until().isEmpty() ? "That time is over." : "";
    }
}
