package galley.screen.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EmbargoFormTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:20:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final EmbargoForm form = new EmbargoForm(NOW, null, BERLIN);

    @Test
    void itOffersTheNextFullHourInTheNewsroomsZone() {
        assertThat(form.timeProperty().get()).isEqualTo("10:00");
        assertThat(form.until()).contains(Instant.parse("2026-11-17T09:00:00Z"));
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(form.saysProperty().get()).isEqualTo("Tue 17 Nov 2026 10:00, which is Tue 17 Nov 2026 09:00 UTC");
    }

    @Test
    void theZoneIsMeantAsItIsSaid() {
        form.timeProperty().set("14:30");
        form.zoneProperty().set("America/New_York");
        assertThat(form.until()).contains(Instant.parse("2026-11-17T19:30:00Z"));
    }

    @Test
    void whatIsWrongIsSaid() {
        form.timeProperty().set("half past two");
        assertThat(form.problemProperty().get()).isEqualTo("Write the time as 14:00.");
        form.timeProperty().set("09:00");
        assertThat(form.problemProperty().get()).isEqualTo("That time is over.");
        form.zoneProperty().set("Mars/Olympus");
        assertThat(form.problemProperty().get()).isEqualTo("There is no time zone “Mars/Olympus”.");
        form.zoneProperty().set("UTC");
        form.dayProperty().set(null);
        assertThat(form.problemProperty().get()).isEqualTo("Choose a day.");
        assertThat(form.until()).isEmpty();
    }

    @Test
    void anEmbargoThatStandsIsShownAsItIs() {
        var standing = new EmbargoForm(NOW, Instant.parse("2026-12-01T05:05:00Z"), BERLIN);
        assertThat(standing.dayProperty().get()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(standing.timeProperty().get()).isEqualTo("6:05");
    }
}
