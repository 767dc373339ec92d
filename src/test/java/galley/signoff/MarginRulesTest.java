package galley.signoff;

import static galley.store.NewsroomInATest.done;
import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Board;
import galley.desk.Person;
import galley.desk.Role;
import galley.signoff.Reason.Why;
import galley.store.NewsroomInATest;
import galley.story.Anchor;
import galley.story.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules 4, 5 and 11: what stands in the margin, what preflight finds, and the board.
class MarginRulesTest {

    @TempDir
    Path folder;
    NewsroomInATest room;

    @BeforeEach
    void open() {
        room = new NewsroomInATest(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anOpenCommentBlocksBothSignaturesAndPointsAtItself() {
        var story = room.taken(room.rosa);
        var thread = done(room.flow.comment(story.id(), room.idris, on("No one was hurt"), "Who says so?"));
        assertThat(reasons(room.sign(story, Meaning.EDITED, room.rosa))).extracting(Reason::why, Reason::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Why.OPEN_COMMENT, "comment 1"));
        done(room.flow.answer(story.id(), room.rosa, thread.id(), "The harbour office."));
        done(room.flow.resolve(story.id(), room.rosa, thread.id()));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.flow.openAgain(story.id(), room.idris, thread.id()));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).containsExactly(Why.OPEN_COMMENT);
        done(room.flow.resolve(story.id(), room.idris, thread.id()));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
    }

    @Test
    void aCommentWhoseWordsAreGoneStillWaitsForAnAnswer() {
        var story = room.taken(room.rosa);
        done(room.flow.comment(story.id(), room.idris, on("No one was hurt"), "Who says so?"));
        done(room.type(story, room.rosa, harbour().withBody("<p>The harbour stayed closed on Tuesday.</p>")));
        assertThat(reasons(room.sign(story, Meaning.EDITED, room.rosa)).getFirst().words()).contains("words that are gone");
    }

    @Test
    void anAcceptedSuggestionIsTheWordsOfWhoAcceptsIt() {
        var story = room.taken(room.rosa);
        var suggestion = done(room.flow.suggest(story.id(), room.idris, on("No one was hurt"), "Nobody was hurt", "shorter"));
        assertThat(whys(room.sign(story, Meaning.EDITED, room.rosa))).containsExactly(Why.OPEN_SUGGESTION);
        done(room.flow.accept(story.id(), room.rosa, suggestion.id(), room.file(story).seen()));
        assertThat(room.file(story).text().body()).contains("<p>Nobody was hurt.</p>");
        assertThat(room.file(story).contributors()).containsExactly(room.rosa.id());
        assertThat(whys(room.flow.accept(story.id(), room.rosa, suggestion.id(), room.file(story).seen()))).containsExactly(Why.NOT_OPEN);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
    }

    @Test
    void aSeniorWhoAcceptsTheirOwnSuggestionHasWordsInTheText() {
        var story = room.taken(room.rosa);
        var suggestion = done(room.flow.suggest(story.id(), room.idris, on("No one was hurt"), "Nobody was hurt", ""));
        done(room.flow.accept(story.id(), room.idris, suggestion.id(), room.file(story).seen()));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).containsExactly(Why.WROTE_IN_IT);
    }

    @Test
    void aSuggestionOnMovedOrMissingWordsIsRefusedAndNothingIsLost() {
        var story = room.taken(room.rosa);
        var suggestion = done(room.flow.suggest(story.id(), room.idris, on("No one was hurt"), "Nobody was hurt", ""));
        var seen = room.file(story).seen();
        done(room.type(story, room.rosa, harbour().withBody("<p>All is well.</p>")));
        assertThat(room.flow.accept(story.id(), room.rosa, suggestion.id(), seen)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(whys(room.flow.accept(story.id(), room.rosa, suggestion.id(), room.file(story).seen()))).containsExactly(Why.WORDS_GONE);
        assertThat(whys(room.flow.suggest(story.id(), room.idris, on("No one was hurt"), "x", ""))).containsExactly(Why.WORDS_GONE);
        done(room.flow.reject(story.id(), room.rosa, suggestion.id()));
        done(room.sign(story, Meaning.EDITED, room.rosa));
    }

    @Test
    void errorsBlockAndWarningsWaitToBeAcknowledgedByName() {
        var story = room.taken(room.rosa);
        room.preflight = file -> List.of(new Finding("too-much-of-the-wire", Finding.Weight.ERROR, "The feed allows 30 words.", "body 1", "1"),
                new Finding("headline-long", Finding.Weight.WARNING, "The headline is long.", "headline", galley.story.Hash.hex(file.text().headline())));
        assertThat(whys(room.sign(story, Meaning.EDITED, room.rosa))).containsExactly(Why.PREFLIGHT_ERROR, Why.PREFLIGHT_WARNING);
        assertThat(whys(room.flow.acknowledge(story.id(), room.rosa, "too-much-of-the-wire"))).containsExactly(Why.PREFLIGHT_ERROR);
        assertThat(whys(room.flow.acknowledge(story.id(), room.rosa, "no-such"))).containsExactly(Why.NO_SUCH_WARNING);
        done(room.flow.acknowledge(story.id(), room.rosa, "headline-long"));
        assertThat(whys(room.sign(story, Meaning.EDITED, room.rosa))).containsExactly(Why.PREFLIGHT_ERROR);
        done(room.type(story, room.rosa, harbour().withHeadline("Another headline, as long")));
        assertThat(whys(room.sign(story, Meaning.EDITED, room.rosa))).as("the next finding of that name").containsExactly(Why.PREFLIGHT_ERROR, Why.PREFLIGHT_WARNING);
        room.preflight = Preflight.NONE;
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        room.preflight = file -> List.of(new Finding("link-leads-nowhere", Finding.Weight.ERROR, "A link leads nowhere.", "body", "1"));
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).extracting(Reason::why).containsExactly(Why.PREFLIGHT_ERROR);
    }

    @Test
    void theBoardSignsWhatWasReviewedAndOnlyItsMembersDo() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(whys(room.sign(story, Meaning.BOARD, room.idris))).containsExactly(Why.NO_BOARD, Why.NOT_REVIEWED);
        room.store.settings().state(new Board(1, false));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        assertThat(whys(room.sign(story, Meaning.BOARD, room.tomas))).containsExactly(Why.NOT_ON_BOARD);
        var tomas = onTheBoard(room.tomas);
        done(room.sign(story, Meaning.BOARD, tomas));
        assertThat(whys(room.sign(story, Meaning.BOARD, tomas))).containsExactly(Why.ALREADY_SIGNED);
        assertThat(room.file(story).isVerifiedByBoard()).isTrue();
        assertThat(Altered.in(room.file(story), room.store.keys().all())).isEmpty();
        done(room.type(story, room.rosa, harbour().withHeadline("Other words")));
        assertThat(room.file(story).isVerifiedByBoard()).isFalse();
    }

    @Test
    void theReviewerAloneIsNotTheBoardUnlessTheNewsroomHasSaidThatItsSeniorsAre() {
        room.store.settings().state(new Board(1, false));
        var story = room.taken(room.rosa);
        var idris = onTheBoard(room.idris);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, idris));
        done(room.sign(story, Meaning.BOARD, idris));
        assertThat(room.file(story).isVerifiedByBoard()).isFalse();
        room.store.settings().state(new Board(1, true));
        assertThat(room.file(story).isVerifiedByBoard()).isTrue();
        room.store.settings().state(new Board(2, true));
        assertThat(room.file(story).isVerifiedByBoard()).isFalse();
    }

    @Test
    void everythingSaidInTheMarginLeavesALine() {
        var story = room.taken(room.rosa);
        var thread = done(room.flow.comment(story.id(), room.idris, null, "All names checked?"));
        done(room.flow.resolve(story.id(), room.rosa, thread.id()));
        done(room.flow.assign(story.id(), room.idris, room.rosa.id(), Assignment.Priority.URGENT, room.clock.instant()));
        assertThat(room.store.audit().of(story.id())).extracting(AuditEntry::action).containsExactly("take", "comment", "resolved", "assign");
        assertThat(AuditChain.breaks(room.store.audit())).isEmpty();
    }

    private Anchor on(String words) {
        return Anchor.on(harbour(), words).orElseThrow();
    }

    private Person onTheBoard(Person person) {
        var member = new Person(person.id(), person.name(), Set.of(Role.SENIOR_EDITOR, Role.BOARD), person.credits(), person.joined(), null);
        room.store.people().update(member);
        return member;
    }

    private static List<Reason> reasons(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).reasons();
    }

    private static List<Why> whys(Outcome<?> outcome) {
        return reasons(outcome).stream().map(Reason::why).toList();
    }
}
