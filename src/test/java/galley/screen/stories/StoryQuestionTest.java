package galley.screen.stories;

import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.stories.StoryQuestion.By;
import org.junit.jupiter.api.Test;

class StoryQuestionTest {

    private static final Place WIRE = new Place.InQueue(Queue.WIRE);

    @Test
    void wordsAndNarrowingsAreToldApart() {
        assertThat(StoryQuestion.of(WIRE, "quay source:Northwire wall category:\"Sea ports\" status:Ready", By.AGE, false))
                .isEqualTo(new StoryQuestion(WIRE, "quay wall", "Northwire", "Sea ports", "ready", By.AGE, false));
        assertThat(StoryQuestion.of(WIRE, "  the re-source: of  ", By.AGE, false).words()).isEqualTo("the re-source: of");
        assertThat(StoryQuestion.of(WIRE, "category:\"half typed", By.AGE, false).category()).isEqualTo("half typed");
    }

    @Test
    void aNarrowingTakesThePlaceOfItsOwnKind() {
        assertThat(StoryQuestion.with("quay source:Northwire", "source", "Meridian Press")).isEqualTo("quay source:\"Meridian Press\" ");
        assertThat(StoryQuestion.with("", "status", "ready")).isEqualTo("status:ready ");
    }
}
