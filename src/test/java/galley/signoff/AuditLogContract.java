package galley.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.story.InOneGo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every database must keep of who did what.
public abstract class AuditLogContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00.123456Z");

    protected abstract AuditLog audit();

    protected abstract InOneGo inOneGo();

    private List<AuditEntry> all() {
        var all = new ArrayList<AuditEntry>();
        audit().each(all::add);
        return all;
    }

    @Test
    public void linesFollowFromEachOther() {
        assertThat(audit().last()).isEmpty();
        var story = UUID.randomUUID();
        var person = UUID.randomUUID();
        var first = audit().append(MORNING, person, "take", story, "{\"from\":\"Nordwind – ñ\"}");
        var second = audit().append(MORNING, null, "pull", null, "{}");

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(AuditEntry.NO_PREVIOUS);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(all()).containsExactly(first, second);
        assertThat(audit().last()).contains(second);
        assertThat(audit().of(story)).containsExactly(first);
        assertThat(AuditChain.breaks(audit())).isEmpty();
    }

    @Test
    public void manyWhoWriteAtOnceMakeOneChain() {
        var writers = IntStream.range(0, 6).mapToObj(n -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 10; i++) {
                audit().append(MORNING, null, "write " + n, null, "{}");
            }
        }, Thread.ofVirtual()::start)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();

        assertThat(all()).hasSize(60);
        assertThat(AuditChain.breaks(audit())).isEmpty();
    }

    @Test
    public void anActThatIsNotKeptLeavesNoLineAndNoGap() {
        audit().append(MORNING, null, "one", null, "{}");
        assertThatThrownBy(() -> inOneGo().together(() -> {
            audit().append(MORNING, null, "never", null, "{}");
            throw new IllegalStateException("the act failed");
        })).hasMessage("the act failed");
        audit().append(MORNING, null, "two", null, "{}");

        assertThat(all()).extracting(AuditEntry::action).containsExactly("one", "two");
        assertThat(AuditChain.breaks(audit())).isEmpty();
    }

    @Test
    public void linesAreFoundByPersonActStoryAndTimeTheNewestFirst() {
        var story = UUID.randomUUID();
        var rosa = UUID.randomUUID();
        audit().append(MORNING, rosa, "take", story, "{}");
        audit().append(MORNING.plusSeconds(60), null, "pull", null, "{}");
        audit().append(MORNING.plusSeconds(120), rosa, "spike", story, "{}");
        assertThat(actions(rosa, Set.of(), null, null, null)).containsExactly("spike", "take");
        assertThat(actions(null, Set.of("pull", "take"), null, null, null)).containsExactly("pull", "take");
        assertThat(actions(null, Set.of(), story, MORNING.plusSeconds(1), null)).containsExactly("spike");
        assertThat(actions(null, Set.of(), null, null, MORNING.plusSeconds(60))).containsExactly("take");
        assertThat(audit().find(new AuditLog.Question(null, Set.of(), null, null, null, 3, 1))).extracting(AuditEntry::action).containsExactly("pull");
        assertThat(audit().actions()).containsExactly("pull", "spike", "take");
    }

    private List<String> actions(UUID person, Set<String> actions, UUID story, Instant from, Instant until) {
        return audit().find(new AuditLog.Question(person, actions, story, from, until, Long.MAX_VALUE, 10)).stream().map(AuditEntry::action).toList();
    }
}
