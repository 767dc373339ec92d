package galley.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every database must keep of the newsroom's rules.
public abstract class RuleBookContract {

    protected abstract RuleBook rules();

    protected abstract UUID newId();

    @Test
    public void rulesStandInTheOrderInWhichTheyAreAsked() {
        var one = rule("One");
        var two = rule("Two");
        var three = rule("Three");
        List.of(one, two, three).forEach(rules()::keep);

        rules().move(three.id(), 1);
        assertEquals(List.of(three, one, two), rules().all());
        rules().move(three.id(), 99);
        assertEquals(List.of(one, two, three), rules().all());
    }

    @Test
    public void aChangedRuleStaysWhereItStands() {
        var one = rule("One");
        rules().keep(one);
        rules().keep(rule("Two"));

        rules().keep(one.switched(false));

        assertEquals(one.switched(false), rules().all().getFirst());
    }

    @Test
    public void aRemovedRuleIsGone() {
        var one = rule("One");
        rules().keep(one);

        rules().remove(one.id());

        assertThat(rules().all()).isEmpty();
    }

    private Rule rule(String name) {
        return new Rule(newId(), name, newId(), true, List.of(Condition.read("title contains bridge"), Condition.read("age under 2 days")),
                List.of(Action.read("category Local"), Action.read("full text")), true);
    }
}
