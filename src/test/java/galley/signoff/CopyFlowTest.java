package galley.signoff;

import static galley.store.NewsroomInATest.done;
import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.desk.Role;
import galley.signoff.Reason.Why;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.CanonicalText;
import galley.story.Json;
import galley.story.Publication;
import galley.story.Rights;
import galley.story.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFlowTest {

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
    void aStoryTravelsFromTheWireToReady() {
        var story = room.taken(room.rosa);
        assertThat(status(story)).isEqualTo(Status.DRAFT);
        done(room.type(story, room.rosa, harbour().withHeadline("Storm shuts the harbour")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(status(story)).isEqualTo(Status.AWAITING_REVIEW);
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        assertThat(status(story)).isEqualTo(Status.READY);
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).isEmpty();
    }

    @Test
    void takingTwiceGivesTheSameStory() {
        var entry = room.wireEntry("Once only");
        var first = done(room.flow.take(entry, room.rosa, item -> harbour()));
        assertThat(done(room.flow.take(entry, room.ines, item -> harbour())).id()).isEqualTo(first.id());
        assertThat(room.store.stories().all()).hasSize(1);
    }

    @Test
    void thePersonWhoEditedCannotReview() {
        var story = room.taken(room.idris);
        done(room.sign(story, Meaning.EDITED, room.idris));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).contains(Why.SAME_PERSON);
    }

    @Test
    void aSeniorWhoTypedCannotReviewButAnotherCan() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.idris, harbour().withHeadline("Idris wrote this")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).containsExactly(Why.WROTE_IN_IT);
        done(room.sign(story, Meaning.REVIEWED, room.tomas));
    }

    @Test
    void anEditorCannotReviewAndNobodySignsWhatTheyHaveNoPartIn() {
        var story = room.taken(room.rosa);
        assertThat(whys(room.sign(story, Meaning.EDITED, room.ines))).containsExactly(Why.NOT_YOURS);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.ines))).containsExactly(Why.NOT_SENIOR);
    }

    @Test
    void reviewComesAfterEditing() {
        var story = room.taken(room.rosa);
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).containsExactly(Why.NOT_EDITED);
    }

    @Test
    void oneChangedWordLapsesBothAndExportRefuses() {
        var story = ready();
        done(room.type(story, room.rosa, harbour().withBody("<p>The harbour stayed shut on Tuesday.</p><p>No one was hurt.</p>")));
        assertThat(status(story)).isEqualTo(Status.LAPSED);
        assertThat(room.file(story).lapsed()).hasSize(2);
        assertThat(codes(room.flow.againstExport(room.file(story), room.rosa)))
                .containsExactly(Why.UNSIGNED_WORDS, Why.NOT_EDITED, Why.NOT_REVIEWED);
    }

    @Test
    void typingTheOldWordsBackMakesTheSignaturesHoldAgain() {
        var story = ready();
        done(room.type(story, room.rosa, harbour().withHeadline("Other")));
        done(room.type(story, room.rosa, harbour()));
        assertThat(status(story)).isEqualTo(Status.READY);
    }

    @Test
    void tagsAndNotesMayChangeWithoutANewSignature() {
        var story = ready();
        done(room.type(story, room.idris, harbour().withFurniture("HARBOUR", "Weather", List.of("storm"), "en-GB", "call the pilot")));
        done(room.flow.handOver(story.id(), room.idris));
        assertThat(status(story)).isEqualTo(Status.READY);
        assertThat(room.file(story).contributors()).doesNotContain(room.idris.id());
    }

    @Test
    void sendingBackNeedsAReasonAndSticksUntilLifted() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(whys(room.flow.sendBack(story.id(), room.idris, room.file(story).seen(), "  "))).containsExactly(Why.NEEDS_REASON);
        room.clock.pass(Duration.ofMinutes(1));
        done(room.flow.sendBack(story.id(), room.idris, room.file(story).seen(), "Second source, please."));
        assertThat(status(story)).isEqualTo(Status.SENT_BACK);
        done(room.type(story, room.rosa, harbour().withHeadline("Two sources say: harbour shut")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        assertThat(status(story)).isEqualTo(Status.AWAITING_REVIEW);
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.tomas))).containsExactly(Why.CHANGES_WANTED);
        assertThat(whys(room.flow.lift(story.id(), room.rosa))).contains(Why.NOT_SENIOR);
        done(room.flow.lift(story.id(), room.idris));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        assertThat(status(story)).isEqualTo(Status.READY);
    }

    @Test
    void signingWhatMovedMeanwhileIsOvertakenAndLosesNothing() {
        var story = room.taken(room.rosa);
        var seen = room.file(story).seen();
        done(room.type(story, room.rosa, harbour().withHeadline("Newer")));
        var outcome = room.flow.sign(story.id(), Meaning.EDITED, room.rosa, room.key(room.rosa), seen, "Rosa Lind");
        assertThat(outcome).isInstanceOf(Outcome.Overtaken.class);
        assertThat(room.file(story).text().headline()).isEqualTo("Newer");
    }

    @Test
    void twoWindowsTypingLoseNothing() {
        var story = room.taken(room.rosa);
        var seen = room.file(story).seen();
        done(room.flow.write(story.id(), room.rosa, harbour().withHeadline("From the first window"), seen));
        assertThat(room.flow.write(story.id(), room.rosa, harbour().withHeadline("From the second"), seen)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(room.file(story).text().headline()).isEqualTo("From the first window");
        assertThat(room.store.stories().aside(story.id()).getFirst().text().headline()).isEqualTo("From the second");
    }

    @Test
    void anotherPersonsDraftBecomesTheirRevisionFirst() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, harbour().withHeadline("Rosa's words")));
        done(room.type(story, room.ines, harbour().withHeadline("Ines's words")));
        var file = room.file(story);
        assertThat(file.head().text().headline()).isEqualTo("Rosa's words");
        assertThat(file.head().author()).isEqualTo(room.rosa.id());
        assertThat(file.contributors()).isEqualTo(Set.of(room.rosa.id(), room.ines.id()));
    }

    @Test
    void aRefusedSignatureLeavesTheDraftADraft() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, harbour().withHeadline("")));
        assertThat(whys(room.sign(story, Meaning.EDITED, room.rosa))).containsExactly(Why.EMPTY);
        assertThat(room.file(story).draft()).isNotNull();
        assertThat(room.file(story).revisions()).hasSize(1);
    }

    @Test
    void holdsAndEmbargoesBlockExportButNotEditing() {
        var story = ready();
        done(room.flow.hold(story.id(), room.rosa, "Waiting for the mayor."));
        done(room.flow.legalHold(story.id(), room.rosa, "Counsel reads it."));
        done(room.flow.embargo(story.id(), room.rosa, room.clock.instant().plusSeconds(3600)));
        assertThat(codes(room.flow.againstExport(room.file(story), room.rosa))).containsExactly(Why.HOLD, Why.LEGAL_HOLD, Why.EMBARGO);
        assertThat(whys(room.flow.releaseLegal(story.id(), room.rosa))).containsExactly(Why.NOT_SENIOR);
        done(room.flow.release(story.id(), room.rosa));
        done(room.flow.releaseLegal(story.id(), room.idris));
        room.clock.pass(Duration.ofHours(2));
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).isEmpty();
        done(room.type(story, room.rosa, harbour().withHeadline("Typing goes on")));
    }

    @Test
    void aFeedsRightsBlockExport() {
        var story = ready();
        room.rights = Rights.NONE;
        assertThat(codes(room.flow.againstExport(room.file(story), room.rosa))).containsExactly(Why.RIGHTS);
        room.rights = Rights.REWORK;
        assertThat(codes(room.flow.againstExport(room.file(story), room.rosa))).containsExactly(Why.RIGHTS);
        room.rights = Rights.FULL_TEXT;
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).isEmpty();
    }

    @Test
    void aSpikedStoryComesBackAsItWas() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.flow.spike(story.id(), room.rosa, "No news."));
        assertThat(status(story)).isEqualTo(Status.SPIKED);
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).contains(Why.SPIKED);
        done(room.flow.restore(story.id(), room.rosa));
        assertThat(status(story)).isEqualTo(Status.AWAITING_REVIEW);
    }

    @Test
    void afterPublicationOnlyNewWordsMakeContributors() {
        var story = ready();
        publish(story);
        assertThat(status(story)).isEqualTo(Status.PUBLISHED);
        assertThat(room.file(story).contributors()).isEmpty();
        done(room.type(story, room.idris, harbour().withHeadline("Updated by Idris")));
        assertThat(status(story)).isEqualTo(Status.DRAFT);
        done(room.sign(story, Meaning.EDITED, room.idris));
        done(room.sign(story, Meaning.REVIEWED, room.tomas));
        assertThat(status(story)).isEqualTo(Status.READY);
        assertThat(whys(room.flow.spike(story.id(), room.rosa, "late"))).containsExactly(Why.PUBLISHED);
    }

    @Test
    void anotherPersonsKeyDoesNotSign() {
        var story = room.taken(room.rosa);
        var outcome = room.flow.sign(story.id(), Meaning.EDITED, room.rosa, room.key(room.ines), room.file(story).seen(), "Rosa Lind");
        assertThat(whys(outcome)).containsExactly(Why.KEY);
    }

    @Test
    void nobodySignsUnderACreditThatIsNotTheirs() {
        var story = room.taken(room.rosa);
        var outcome = room.flow.sign(story.id(), Meaning.EDITED, room.rosa, room.key(room.rosa), room.file(story).seen(), "The Editor-in-Chief");
        assertThat(whys(outcome)).containsExactly(Why.NOT_YOUR_CREDIT);
        done(room.flow.sign(story.id(), Meaning.EDITED, room.rosa, room.key(room.rosa), room.file(story).seen(), "Quay Post desk"));
    }

    @Test
    void whoLeftDoesNothing() {
        var story = room.taken(room.rosa);
        room.store.people().update(new Person(room.rosa.id(), "Rosa Lind", room.rosa.roles(), List.of(), room.rosa.joined(), room.clock.instant()));
        assertThat(whys(room.flow.spike(story.id(), room.rosa, "x"))).as("asked by a window that has not heard").containsExactly(Why.LEFT);
        assertThat(whys(room.flow.begin(room.rosa, harbour()))).containsExactly(Why.LEFT);
        assertThat(whys(room.type(story, room.rosa, harbour()))).containsExactly(Why.LEFT);
    }

    @Test
    void aSeniorWhoIsOneNoLongerDoesNotReview() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        room.store.people().update(new Person(room.idris.id(), "Idris Bello", Set.of(Role.EDITOR), List.of(), room.idris.joined(), null));
        assertThat(whys(room.sign(story, Meaning.REVIEWED, room.idris))).containsExactly(Why.NOT_SENIOR);
    }

    @Test
    void aDraftThatSaysWhatTheHeadSaysStillCountsAsAStep() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.rosa, harbour()));
        var seenByRosa = room.file(story).seen();
        done(room.type(story, room.ines, harbour().withHeadline("Ines typed this")));

        var outcome = room.flow.sign(story.id(), Meaning.EDITED, room.rosa, room.key(room.rosa), seenByRosa, "Rosa Lind");

        assertThat(outcome).as("Rosa never saw these words").isInstanceOf(Outcome.Overtaken.class);
    }

    @Test
    void theEditThatWasReviewedIsTheOneInPrint() {
        var story = room.taken(room.rosa);
        done(room.type(story, room.ines, harbour().withHeadline("Two edited this")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        done(room.sign(story, Meaning.EDITED, room.ines));
        var standing = room.file(story).standing();
        assertThat(standing.edited().orElseThrow().person()).isEqualTo(room.ines.id());
        assertThat(standing.printedEdit().orElseThrow().person()).isEqualTo(room.rosa.id());
        assertThat(status(story)).isEqualTo(Status.READY);
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        var story = room.taken(room.rosa);
        done(room.flow.hold(story.id(), room.rosa, "Wait"));
        assertThat(codes(room.flow.againstExport(room.file(story), room.rosa))).containsExactly(Why.NOT_EDITED, Why.NOT_REVIEWED, Why.HOLD);
    }

    @Test
    void everyActLeavesALineAndTheChainIsWhole() {
        var story = ready();
        publish(story);
        var actions = room.store.audit().of(story.id()).stream().map(AuditEntry::action).toList();
        assertThat(actions).containsExactly("take", "sign edited", "sign reviewed", "export");
        assertThat(AuditChain.breaks(room.store.audit())).isEmpty();
    }

    private Story ready() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        return story;
    }

    /// Publishes with the newsroom's own signature over the address and times, as an export does.
    private void publish(Story story) {
        var pair = Ed25519.newPair();
        var x = Ed25519.x(pair.getPublic());
        room.store.keys().add(new PublicKeyRecord(Ed25519.thumbprint(x), x, null, room.clock.instant(), null, null));
        done(room.flow.publish(story.id(), room.rosa, file -> {
            var now = room.clock.instant();
            var url = "https://quay-post.example/x";
            var payload = Statement.of(story.id(), CanonicalText.of(file.head().text())).payload();
            var header = Json.write(Map.of("alg", "Ed25519", "kid", Ed25519.thumbprint(x), "role", "publisher", "iat", now.getEpochSecond(),
                    "url", url, "published", now.toString(), "claims", Map.of()));
            var jws = Jws.sign(header, payload, pair.getPrivate());
            var block = Json.write(Map.of("payload", payload, "signatures", List.of(Map.of("protected", jws.header(), "signature", jws.signature()))));
            return new Publication(0, Store.newId(), story.id(), file.head().id(), file.digest(), room.rosa.id(), now, now, url, "x.html", "[]", block);
        }));
    }

    private Status status(Story story) {
        var computed = Status.of(room.file(story));
        var line = room.store.lines().all().stream().filter(l -> l.id().equals(story.id())).findFirst().orElseThrow();
        assertThat(line.status()).isEqualTo(computed);
        return computed;
    }

    private static List<Why> whys(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return codes(((Outcome.Refused<?>) outcome).reasons());
    }

    private static List<Why> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::why).toList();
    }
}
