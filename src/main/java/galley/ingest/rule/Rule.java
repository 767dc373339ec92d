package galley.ingest.rule;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a newsroom wants done with items of a certain kind, as soon as they arrive.
///
/// @param feed the only feed it is for; null for all
/// @param on whether it is followed; a new rule is tried first
/// @param when all of these must hold
/// @param last whether no later rule is asked about an item that this one hits
public record Rule(UUID id, String name, @Nullable UUID feed, boolean on, List<Condition> when, List<Action> then, boolean last) {

    public Rule {
        name = name.strip();
        when = List.copyOf(when);
        then = List.copyOf(then);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A rule needs a name.");
        }
        if (when.isEmpty() && feed == null) {
            throw new IllegalArgumentException("A rule needs a condition or a feed: without either it would take everything.");
        }
        if (then.isEmpty()) {
            throw new IllegalArgumentException("A rule needs something to do.");
        }
    }

    public Rule switched(boolean on) {
        return new Rule(id, name, feed, on, when, then, last);
    }

    boolean hits(Subject subject) {
        return (feed == null || feed.equals(subject.feed())) && when.stream().allMatch(condition -> condition.holds(subject));
    }
}
