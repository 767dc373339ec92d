package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.story.CanonicalText;
import galley.story.Revision;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must keep of sign-offs and of what was sent back.
public abstract class SignOffsContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");
    private static final StoryText TEXT = StoryText.of("Storm keeps the harbour shut", "<p>It stayed closed.</p>");

    private UUID rosa;
    private UUID idris;
    private Story story;

    protected abstract SignOffs signOffs();

    protected abstract Stories stories();

    /// Adds a person and answers their id.
    protected abstract UUID person(String name);

    protected abstract UUID newId();

    @BeforeEach
    void aStory() {
        rosa = person("Rosa Lind");
        idris = person("Idris Bello");
        var id = newId();
        var first = new Revision(0, newId(), id, null, rosa, MORNING, Revision.Why.TAKEN, TEXT, CanonicalText.of(TEXT).digest());
        stories().add(new Story(0, id, null, first.id(), rosa, MORNING, null, null, null, null), first);
        story = stories().story(id).orElseThrow();
    }

    private SignOff signOff(Meaning meaning, UUID person, UUID previous) {
        return new SignOff(0, newId(), story.id(), story.head(), CanonicalText.of(TEXT).digest(), meaning, person, "City desk", MORNING, previous, "cGF5", "aGVh",
                "s".repeat(86), "k".repeat(43));
    }

    @Test
    public void everyWordGivenStaysInOrder() {
        var edited = signOff(Meaning.EDITED, rosa, null);
        var reviewed = signOff(Meaning.REVIEWED, idris, edited.id());
        signOffs().add(edited);
        signOffs().add(reviewed);

        assertThat(signOffs().of(story.id())).usingRecursiveFieldByFieldElementComparatorIgnoringFields("row").containsExactly(edited, reviewed);
        assertThat(signOffs().of(story.id())).extracting(SignOff::row).isSorted().doesNotHaveDuplicates();
        assertThat(signOffs().of(newId())).isEmpty();
    }

    @Test
    public void theSameWordIsNotKeptTwiceAndNoneOfAnUnknownStory() {
        var edited = signOff(Meaning.EDITED, rosa, null);
        signOffs().add(edited);

        assertThatThrownBy(() -> signOffs().add(edited)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> signOffs().add(new SignOff(0, newId(), newId(), story.head(), edited.digest(), Meaning.EDITED, rosa, "Rosa Lind", MORNING, null,
                "cGF5", "aGVh", "s".repeat(86), "k".repeat(43)))).isInstanceOf(RuntimeException.class);
        assertThat(signOffs().of(story.id())).hasSize(1);
    }

    @Test
    public void whatWasSentBackStandsUntilItIsLifted() {
        var first = new SentBack(0, newId(), story.id(), story.head(), idris, MORNING, "A second source – please.", null, null);
        var second = new SentBack(0, newId(), story.id(), story.head(), idris, MORNING, "And a picture.", null, null);
        signOffs().add(first);
        signOffs().add(second);
        var noon = MORNING.plusSeconds(14_400);
        signOffs().lift(first.id(), idris, noon);

        assertThat(signOffs().sentBack(story.id())).usingRecursiveFieldByFieldElementComparatorIgnoringFields("row")
                .containsExactly(new SentBack(0, first.id(), story.id(), story.head(), idris, MORNING, first.reason(), idris, noon), second);
        assertThatThrownBy(() -> signOffs().lift(first.id(), rosa, noon)).as("lifted is lifted").isInstanceOf(RuntimeException.class);
    }
}
