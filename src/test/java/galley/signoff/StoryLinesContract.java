package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.CanonicalText;
import galley.story.Draft;
import galley.story.Publication;
import galley.story.Revision;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must tell of the stories as lines of a list.
public abstract class StoryLinesContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");
    private static final StoryText TEXT = StoryText.of("Storm keeps the harbour shut", "<p>It stayed closed.</p>");

    protected abstract StoryLine.Lines lines();

    protected abstract Stories stories();

    protected abstract SignOffs signOffs();

    /// Adds a person and answers their id.
    protected abstract UUID person(String name);

    protected abstract UUID newId();

    private Story added(UUID by, StoryText text) {
        var id = newId();
        var first = new Revision(0, newId(), id, null, by, MORNING, Revision.Why.TAKEN, text, CanonicalText.of(text).digest());
        stories().add(new Story(0, id, null, first.id(), by, MORNING, null, null, null, null), first);
        return stories().story(id).orElseThrow();
    }

    private SignOff signed(Story story, Meaning meaning, UUID by, UUID previous) {
        var signOff = new SignOff(0, newId(), story.id(), story.head(), CanonicalText.of(TEXT).digest(), meaning, by, "Rosa Lind", MORNING, previous, "cGF5", "aGVh",
                "s".repeat(86), "k".repeat(43));
        signOffs().add(signOff);
        return signOff;
    }

    @Test
    public void aLineShowsTheWordsAsTheyStandADraftsIncluded() {
        var rosa = person("Rosa Lind");
        var idris = person("Idris Bello");
        var one = added(rosa, TEXT);
        var two = added(rosa, TEXT.withFurniture("slug", "Weather", java.util.List.of(), "de", ""));
        var typed = TEXT.withHeadline("Harbour opens").withFurniture("other", "Ships", java.util.List.of(), "en", "");
        stories().keep(new Draft(one.id(), idris, one.head(), 1, typed, CanonicalText.of(typed).digest(), MORNING.plusSeconds(5)));

        assertThat(lines().all()).extracting(StoryLine::id).containsExactly(two.id(), one.id());
        assertThat(lines().all().getFirst()).satisfies(line -> {
            assertThat(line.slugline()).isEqualTo("slug");
            assertThat(line.category()).isEqualTo("Weather");
            assertThat(line.language()).isEqualTo("de");
            assertThat(line.words()).isEqualTo(TEXT.wordCount());
            assertThat(line.changed()).isEqualTo(MORNING);
        });
        assertThat(lines().all().getLast()).satisfies(line -> {
            assertThat(line.headline()).isEqualTo("Harbour opens");
            assertThat(line.slugline()).isEqualTo("other");
            assertThat(line.author()).isEqualTo(idris);
            assertThat(line.changed()).isEqualTo(MORNING.plusSeconds(5));
        });
    }

    @Test
    public void itsStatusIsTheOneThatTheStorysFileHas() {
        var rosa = person("Rosa Lind");
        var idris = person("Idris Bello");
        var story = added(rosa, TEXT);
        assertThat(status()).isEqualTo(Status.DRAFT);
        var edited = signed(story, Meaning.EDITED, rosa, null);
        assertThat(status()).isEqualTo(Status.AWAITING_REVIEW);
        signed(story, Meaning.REVIEWED, idris, edited.id());
        assertThat(status()).isEqualTo(Status.READY);
        stories().publish(new Publication(0, newId(), story.id(), story.head(), CanonicalText.of(TEXT).digest(), idris, MORNING, MORNING,
                "https://quay.example/a", "a", "{}", "{}"));
        assertThat(status()).isEqualTo(Status.PUBLISHED);
        signOffs().add(new SentBack(0, newId(), story.id(), story.head(), idris, MORNING, "why?", null, null));
        assertThat(lines().all().getFirst().standing().changesWanted()).isPresent();
    }

    private Status status() {
        return lines().all().getFirst().status();
    }
}
