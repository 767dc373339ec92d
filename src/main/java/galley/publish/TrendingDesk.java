package galley.publish;

import galley.desk.People;
import galley.desk.Person;
import galley.signoff.AuditLog;
import galley.signoff.Outcome;
import galley.signoff.Reason;
import galley.story.InOneGo;
import galley.story.Stories;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What editors say of the list of what many sources report: a story may be pinned to its top, hidden from it, or left to the rule
/// again. It decides what the list shows, never whether a story may be in it: only what is signed and published can be.
public final class TrendingDesk {

    public enum Choice { PIN, HIDE, LEAVE }

    /// What one editor said of one story; the last word counts.
    public record Said(UUID story, Choice choice, UUID by, Instant at) {}

    /// Keeps every word; none is taken back, a later one replaces it.
    public interface Choices {

        void say(Said said);

        /// The last word on each story of which one was said.
        Map<UUID, Choice> standing();

        /// Where nobody has said anything.
        static Choices none() {
            return new Choices() {
                @Override
                public void say(Said said) {
                    throw new UnsupportedOperationException("Nothing is kept here.");
                }

                @Override
                public Map<UUID, Choice> standing() {
                    return Map.of();
                }
            };
        }
    }

    private final Choices choices;
    private final Stories stories;
    private final People people;
    private final AuditLog audit;
    private final InOneGo inOneGo;
    private final Clock clock;

    public TrendingDesk(Choices choices, Stories stories, People people, AuditLog audit, InOneGo inOneGo, Clock clock) {
        this.choices = choices;
        this.stories = stories;
        this.people = people;
        this.audit = audit;
        this.inOneGo = inOneGo;
        this.clock = clock;
    }

    /// Editors decide, and the audit log names them.
    public Outcome<Said> say(UUID story, Person asking, Choice choice) {
        return inOneGo.together(() -> {
            var by = people.byId(asking.id()).orElse(asking);
            if (by.hasLeft() || !by.isEditor()) {
                return new Outcome.Refused<>(List.of(new Reason(by.hasLeft() ? Reason.Why.LEFT : Reason.Why.NOT_EDITOR,
                        by.name() + (by.hasLeft() ? " has left the newsroom." : " is not an editor here."))));
            }
            if (stories.story(story).isEmpty() || choice == Choice.PIN && stories.publications(story).isEmpty()) {
                return new Outcome.Refused<>(List.of(new Reason(Reason.Why.NOT_PUBLISHED, "Only a published story can be pinned.")));
            }
            var said = new Said(story, choice, by.id(), clock.instant());
            choices.say(said);
            audit.append(said.at(), by.id(), switch (choice) {
                case PIN -> "pin";
                case HIDE -> "hide from trending";
                case LEAVE -> "leave to trending";
            }, story, "{}");
            return new Outcome.Done<>(said);
        });
    }
}
