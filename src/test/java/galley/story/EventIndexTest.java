package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIndexTest {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    /// Pairs put together rightly of those put together, and of those that belong together.
    private record Score(double precision, double recall) {}

    @Test
    void reportsOfOneEventFindEachOtherInWhateverOrderTheyArrive() {
        var scores = new ArrayList<Score>();
        for (int order = 0; order < 12; order++) {
            scores.add(score(order));
        }
        assertThat(scores.stream().mapToDouble(Score::precision).average().orElse(0)).as("precision").isGreaterThan(0.95);
        assertThat(scores.stream().mapToDouble(Score::recall).average().orElse(0)).as("recall").isGreaterThan(0.75);
    }

    private static Score score(int order) {
        var reports = new ArrayList<>(LabelledEvents.all());
        Collections.shuffle(reports, new Random(order));
        var index = new EventIndex();
        var found = new ArrayList<UUID>();
        for (int i = 0; i < reports.size(); i++) {
            var report = reports.get(i);
            var id = new UUID(1, i);
            found.add(Objects.requireNonNullElse(index.add(id, report.language(), EventWords.of(report.title(), report.lead()), MORNING.plusSeconds(i), null), id));
        }
        int right = 0;
        int together = 0;
        int belong = 0;
        for (int i = 0; i < reports.size(); i++) {
            for (int k = i + 1; k < reports.size(); k++) {
                boolean same = reports.get(i).event().equals(reports.get(k).event());
                boolean put = found.get(i).equals(found.get(k));
                right += same && put ? 1 : 0;
                together += put ? 1 : 0;
                belong += same ? 1 : 0;
            }
        }
        return new Score(together == 0 ? 1 : (double) right / together, (double) right / belong);
    }

    @Test
    void languagesAreKeptApartAndSoAreDays() {
        var index = new EventIndex();
        var words = EventWords.of("Tanker Maribel leaks oil off Brensund", "Forty tonnes of oil drift towards the harbour.");
        assertThat(index.add(new UUID(1, 1), "en-GB", words, MORNING, null)).isNull();
        assertThat(index.add(new UUID(1, 2), "de", words, MORNING, null)).isNull();
        assertThat(index.add(new UUID(1, 3), "en", words, MORNING.plus(Duration.ofHours(70)), null)).isEqualTo(new UUID(1, 1));
        assertThat(index.add(new UUID(1, 4), "en", words, MORNING.plus(Duration.ofDays(9)), null)).isNull();
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void whatIsKnownStaysAndGathersMore() {
        var index = new EventIndex();
        var words = EventWords.of("Tanker Maribel leaks oil off Brensund", "Forty tonnes of oil drift towards the harbour.");
        var old = new UUID(7, 7);
        assertThat(index.add(new UUID(1, 1), "en", words, MORNING, old)).as("its first report was forgotten").isEqualTo(old);
        assertThat(index.add(new UUID(1, 2), "en", words, MORNING, null)).isEqualTo(old);
        assertThat(new HashMap<>(EventWords.of("港の橋", "").counts())).containsOnlyKeys("港の", "の橋");
    }

    @Test
    void emptyAndTellingNothingStandsAlone() {
        var index = new EventIndex();
        for (var title : List.of("", "News", "News", "The week", "The week")) {
            assertThat(index.add(UUID.randomUUID(), "en", EventWords.of(title, ""), MORNING, null)).isNull();
        }
    }
}
