package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.story.Anchor;
import galley.story.CanonicalText;
import galley.story.Revision;
import galley.story.Stories;
import galley.story.Story;
import galley.story.StoryText;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must keep of what stands in the margin, and of assignments.
public abstract class MarginsContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");
    private static final StoryText TEXT = StoryText.of("Storm keeps the harbour shut", "<p>It stayed closed – again.</p>");

    private UUID rosa;
    private UUID idris;
    private Story story;

    protected abstract Margins margins();

    protected abstract Assignment.Assignments assignments();

    protected abstract Stories stories();

    /// Adds a person and answers their id.
    protected abstract UUID person(String name);

    protected abstract UUID newId();

    @BeforeEach
    void aStory() {
        rosa = person("Rosa Lind");
        idris = person("Idris Bello");
        story = story();
    }

    private Story story() {
        var id = newId();
        var first = new Revision(0, newId(), id, null, rosa, MORNING, Revision.Why.TAKEN, TEXT, CanonicalText.of(TEXT).digest());
        stories().add(new Story(0, id, null, first.id(), rosa, MORNING, null, null, null, null), first);
        return stories().story(id).orElseThrow();
    }

    private Comment comment(Story about, UUID answers, Anchor anchor, String words) {
        return new Comment(0, newId(), about.id(), about.head(), answers, idris, MORNING, anchor, words);
    }

    private Settling settling(UUID remark, Settling.How how) {
        return new Settling(0, newId(), story.id(), remark, rosa, MORNING, how);
    }

    @Test
    public void threadsComeBackWholeNumberedAndWithWhatBecameOfThem() {
        var anchor = Anchor.on(TEXT, "closed – again").orElseThrow();
        var first = comment(story, null, anchor, "Since when?");
        var second = comment(story, null, null, "Check all names – שלום.");
        var answer = comment(story, first.id(), null, "Since Monday.");
        margins().add(first);
        margins().add(second);
        margins().add(answer);
        var resolved = settling(first.id(), Settling.How.RESOLVED);
        margins().add(resolved);

        var margin = margins().of(story.id());
        assertThat(margin.threads()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("first.row", "answers.row", "settled.row")
                .containsExactly(new Margin.Thread(1, first, java.util.List.of(answer), resolved), new Margin.Thread(2, second, java.util.List.of(), null));
        assertThat(margin.openThreads()).extracting(Margin.Thread::number).containsExactly(2);
        margins().add(settling(first.id(), Settling.How.OPENED_AGAIN));
        assertThat(margins().of(story.id()).openThreads()).hasSize(2);
    }

    @Test
    public void aSuggestionIsSettledOnce() {
        var suggestion = new Suggestion(0, newId(), story.id(), story.head(), idris, MORNING, Anchor.on(TEXT, "closed").orElseThrow(), "shut", "house style");
        margins().add(suggestion);
        assertThat(margins().of(story.id()).openSuggestions()).hasSize(1);
        margins().add(settling(suggestion.id(), Settling.How.REJECTED));
        assertThat(margins().of(story.id()).openSuggestions()).isEmpty();
        assertThatThrownBy(() -> margins().add(settling(suggestion.id(), Settling.How.ACCEPTED))).isInstanceOf(RuntimeException.class);
        assertThat(margins().of(story.id()).suggestions()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("suggestion.row", "settled")
                .containsExactly(new Margin.Suggested(1, suggestion, null));
    }

    @Test
    public void onlyStoriesWithSomethingOpenAreListed() {
        var quiet = story();
        var asked = story();
        var done = comment(quiet, null, null, "Done with.");
        margins().add(done);
        margins().add(new Settling(0, newId(), quiet.id(), done.id(), rosa, MORNING, Settling.How.RESOLVED));
        margins().add(comment(asked, null, null, "And?"));
        assertThat(margins().open()).containsOnlyKeys(asked.id());
        assertThat(margins().of(newId())).isEqualTo(Margin.EMPTY);
    }

    @Test
    public void anAcknowledgementCoversWhatWasFoundAndNotTheNext() {
        margins().add(new Acknowledgement(0, newId(), story.id(), rosa, MORNING, "headline-long", "abc"));
        var margin = margins().of(story.id());
        assertThat(margin.acknowledged(new Finding("headline-long", Finding.Weight.WARNING, "Long.", "headline", "abc"))).isPresent();
        assertThat(margin.acknowledged(new Finding("headline-long", Finding.Weight.WARNING, "Longer.", "headline", "def"))).isEmpty();
    }

    @Test
    public void theNewestAssignmentCounts() {
        assignments().add(new Assignment(0, newId(), story.id(), idris, MORNING, rosa, Assignment.Priority.NORMAL, MORNING.plusSeconds(7200)));
        var urgent = new Assignment(0, newId(), story.id(), idris, MORNING.plusSeconds(60), null, Assignment.Priority.URGENT, null);
        assignments().add(urgent);
        assertThat(assignments().of(story.id())).get().usingRecursiveComparison().ignoringFields("row").isEqualTo(urgent);
        assertThat(assignments().all()).containsOnlyKeys(story.id());
        assertThat(assignments().of(newId())).isEmpty();
    }
}
