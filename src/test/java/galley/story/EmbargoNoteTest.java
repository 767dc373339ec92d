package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoNoteTest {

    /// A Sunday.
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "EMBARGO until 10:00 GMT Tuesday 3 March 2026. The bridge reopens. | 2026-03-03T10:00:00Z",
            "EMBARGOED: NOT FOR PUBLICATION BEFORE 00:01 BST, 5 May 2026       | 2026-05-04T23:01:00Z",
            "Embargoed until 3 March 2026, 0001 CET                            | 2026-03-02T23:01:00Z",
            "Sperrfrist: 3. März 2026, 10 Uhr                                  | 2026-03-03T09:00:00Z",
            "Sous embargo jusqu’au 3 mars 2026 à 10h00                         | 2026-03-03T09:00:00Z",
            "EMBARGO hasta el 3 de marzo de 2026 a las 10:30 CET               | 2026-03-03T09:30:00Z",
            "Sotto embargo fino alle 10.00 del 3 marzo 2026                    | 2026-03-03T09:00:00Z",
            "** EMBARGOED UNTIL MARCH 3, 2026 AT 9 A.M. ET **                  | 2026-03-03T14:00:00Z",
            "HOLD FOR RELEASE until 2026-03-03T10:00Z                          | 2026-03-03T10:00:00Z",
            "Not for publication before noon GMT on Tuesday                    | 2026-03-03T12:00:00Z",
            "[Embargo: 03.03.2026 10:00 +02:00]                                | 2026-03-03T08:00:00Z",
            "STRICTLY EMBARGOED UNTIL 6pm tomorrow UTC                         | 2026-03-02T18:00:00Z",
            "EMBARGO: 15:00 UTC                                                | 2026-03-01T15:00:00Z",
            "EMBARGO: 11:00 UTC                                                | 2026-03-02T11:00:00Z",
            "EMBARGO until 3 March                                             | 2026-03-02T23:00:00Z",
    })
    void readsUntilWhen(String words, Instant time) {
        assertThat(EmbargoNote.in(words, ROME, NOW)).get().isInstanceOfSatisfying(EmbargoNote.Until.class, until -> assertEquals(time, until.time()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMBARGO: see the cover note", "Embargoed until the minister has spoken", "EMBARGOED until 03/04/2026", "EMBARGO until 25:00 on 3 March 2026"})
    void saysSoWhenItCannotBeRead(String words) {
        assertThat(EmbargoNote.in(words, ROME, NOW)).get().isInstanceOf(EmbargoNote.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The EU lifts its arms embargo on 3 March 2026.", "Embargo on Russian oil until 2027, says minister", "A trade embargo against the island ends", "",
            "The embargo of 1962 still holds"})
    void newsOfAnEmbargoIsNone(String words) {
        assertThat(EmbargoNote.in(words, ROME, NOW)).isEmpty();
    }

    @Test
    void theWordsAreKept() {
        assertEquals("EMBARGO until 10:00 GMT Tuesday 3 March 2026", EmbargoNote.in("EMBARGO until 10:00 GMT Tuesday 3 March 2026. The bridge reopens.", ROME, NOW).orElseThrow().words());
    }
}
