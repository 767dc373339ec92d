package galley.screen.common;

import galley.notice.Notice;
import galley.notice.TroubleLog;
import galley.signoff.CopyFlow;
import galley.signoff.Outcome;
import galley.signoff.Seen;
import galley.story.Anchor;
import galley.work.Work;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What a person does in the margin of one story: comment, answer, resolve, suggest, accept, reject, let a warning stand. Every screen that
/// shows the margin works through it.
public final class MarginModel {

    private final CopyFlow flow;
    private final Acting acting;
    private final Work work;
    private final Notices notices;
    private final Function<UUID, String> nameOf;
    private final Times times;
    private final ObjectProperty<@Nullable UUID> story = new SimpleObjectProperty<>(this, "story");
    private final ObjectProperty<@Nullable Notice> problem = new SimpleObjectProperty<>(this, "problem");
    private Runnable changed = () -> { };
    private Supplier<@Nullable Seen> seen = () -> null;

    public MarginModel(CopyFlow flow, Acting acting, Work work, Notices notices, Function<UUID, String> nameOf, Times times) {
        this.flow = flow;
        this.acting = acting;
        this.work = work;
        this.notices = notices;
        this.nameOf = nameOf;
        this.times = times;
    }

    /// The story whose margin is shown.
    public ObjectProperty<@Nullable UUID> storyProperty() {
        return story;
    }

    /// Why the last act was refused; null when it was not.
    public ObjectProperty<@Nullable Notice> problemProperty() {
        return problem;
    }

    /// Told after each change, to read anew.
    public void onChanged(Runnable changed) {
        this.changed = changed;
    }

    /// What the person sees of the text, for accepting a suggestion into it.
    public void seeing(Supplier<@Nullable Seen> seen) {
        this.seen = seen;
    }

    public String nameOf(UUID person) {
        return person.equals(acting.person().id()) ? "you" : nameOf.apply(person);
    }

    public String name(UUID person) {
        return nameOf.apply(person);
    }

    public Times times() {
        return times;
    }

    /// @param anchor the words it is about; null for the whole story
    public void comment(@Nullable Anchor anchor, String words) {
        act("commenting", id -> flow.comment(id, acting.person(), anchor, words), "");
    }

    public void answer(UUID thread, String words) {
        act("answering", id -> flow.answer(id, acting.person(), thread, words), "");
    }

    public void resolve(UUID thread) {
        act("resolving a comment", id -> flow.resolve(id, acting.person(), thread), "Comment resolved");
    }

    public void openAgain(UUID thread) {
        act("opening a comment again", id -> flow.openAgain(id, acting.person(), thread), "Comment opened again");
    }

    public void suggest(Anchor anchor, String becomes, String reason) {
        act("suggesting", id -> flow.suggest(id, acting.person(), anchor, becomes, reason), "");
    }

    public void accept(UUID suggestion) {
        act("accepting a suggestion", id -> {
            var looked = seen.get();
            return flow.accept(id, acting.person(), suggestion, looked == null ? flow.file(id).orElseThrow().seen() : looked);
        }, "Accepted: the words are yours now");
    }

    public void reject(UUID suggestion) {
        act("rejecting a suggestion", id -> flow.reject(id, acting.person(), suggestion), "Suggestion rejected");
    }

    /// Lets a warning stand.
    public void acknowledge(String finding) {
        act("acknowledging a warning", id -> flow.acknowledge(id, acting.person(), finding), "Warning acknowledged");
    }

    private void act(String doing, Function<UUID, Outcome<?>> act, String said) {
        var id = story.get();
        if (id == null) {
            return;
        }
        work.start(doing, (_, _) -> act.apply(id), outcome -> {
            if (outcome instanceof Outcome.Done<?>) {
                problem.set(null);
                if (!said.isEmpty()) {
                    notices.say("fth-check", said);
                }
            } else {
                problem.set(Notice.of(outcome.whyNot(), "Nothing was changed.", ""));
            }
            changed.run();
        }, fault -> problem.set(TroubleLog.tell(doing, fault)));
    }
}
