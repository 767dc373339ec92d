package galley.screen.editor;

import static galley.store.NewsroomInATest.PASSPHRASE;
import static galley.store.NewsroomInATest.done;
import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.screen.common.Acting;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.signoff.Status;
import galley.store.NewsroomInATest;
import galley.story.Draft;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.WordDiff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The editor without its window: opening, typing, keeping, signing, and what happens when two people write at once.
class EditorViewModelTest {

    @TempDir
    Path folder;
    private EditingInATest desk;
    private NewsroomInATest room;
    private EditingInATest.HeldWork work;
    private EditingInATest.Heard heard;
    private Acting acting;
    private EditorViewModel model;
    private final List<StoryText> shown = new ArrayList<>();

    @BeforeEach
    void open() {
        desk = new EditingInATest(folder);
        room = desk.room;
        work = desk.work;
        heard = desk.heard;
        acting = desk.acting;
        model = desk.model;
        model.onOpened(shown::add);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void openingShowsTheTextAndWhatStandsAroundIt() {
        var story = opened();
        assertThat(shown).containsExactly(harbour());
        var around = model.aroundProperty().get();
        assertThat(around.status()).isEqualTo(Status.DRAFT);
        assertThat(around.steps()).hasSize(4);
        assertThat(around.versions()).hasSize(1);
        assertThat(around.promises()).noneMatch(PagePromises.Promise::holds).extracting(PagePromises.Promise::words)
                .containsExactly("Edited by Rosa Lind", "Reviewed by", "Original analysis", "Primary sources", "Methodology");
        assertThat(model.story()).isEqualTo(story.id());
    }

    @Test
    void whatTheSourceDidSinceIsToldUntilSomebodyHasSeenItAndEveryActIsListed() {
        var story = opened();
        room.sourceChanges(story, "Port open again");
        model.refresh();
        assertThat(model.aroundProperty().get().news()).extracting(news -> news.words()).containsExactly("The source has changed its copy.");
        model.noteSources();
        assertThat(model.aroundProperty().get().news()).isEmpty();
        assertThat(model.aroundProperty().get().acts()).extracting(act -> act.action()).containsExactly("take", "note source");
        assertThat(heard.said).containsExactly("Noted. It comes back when the source changes again.");
    }

    @Test
    void readersAreToldOfAChangeFromTheEditorItself() {
        var story = opened();
        assertThat(model.aroundProperty().get().againstCorrecting()).isNotEmpty();
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        room.clock.pass(Duration.ofMinutes(1));
        done(room.flow.publish(story.id(), room.idris, file -> new galley.story.Publication(0, java.util.UUID.randomUUID(), story.id(), file.head().id(), file.digest(), room.idris.id(),
                room.clock.instant(), room.clock.instant(), "https://quay.example/2026/page.html", "2026/page.html", "[]", "{}")));
        model.open(story.id());
        model.changed(model.text().withHeadline("Storm keeps both harbours shut"));
        assertThat(model.aroundProperty().get().againstCorrecting()).isEmpty();
        model.tellReaders(galley.story.Correction.Kind.CORRECTION, "Both harbours are shut, not one.");
        assertThat(model.text().corrections()).extracting(galley.story.Correction::text).containsExactly("Both harbours are shut, not one.");
        assertThat(heard.said).last().asString().startsWith("The correction stands in the text.");
        assertThat(shown).last().extracting(galley.story.StoryText::headline).isEqualTo("Storm keeps both harbours shut");
    }

    @Test
    void whatIsTypedIsInTheStoreWhenSavedIsSaid() {
        var story = opened();
        model.changed(harbour().withHeadline("Storm keeps the harbour shut again"));
        assertThat(room.file(story).draft()).extracting(Draft::author, d -> d.text().headline()).containsExactly(room.rosa.id(), "Storm keeps the harbour shut again");
        assertThat(model.savedProperty().get()).isEqualTo("Saved 08:00:00");
        assertThat(model.aroundProperty().get().sinceWire()).anyMatch(b -> b.change() == WordDiff.Change.CHANGED);
    }

    @Test
    void wordsTypedWhileTheDiskIsBusyFollowOneAnotherAndNothingIsOvertaken() {
        var story = opened();
        work.holding = true;
        model.changed(harbour().withHeadline("One"));
        model.changed(harbour().withHeadline("One two"));
        model.changed(harbour().withHeadline("One two three"));
        var left = new ArrayList<String>();
        model.kept(() -> left.add("kept"));
        assertThat(left).isEmpty();
        work.letGo();
        assertThat(room.file(story).text().headline()).isEqualTo("One two three");
        assertThat(left).containsExactly("kept");
        assertThat(model.overtakenProperty().get()).isNull();
    }

    @Test
    void signingAsksForThePassphraseAndGoesOnAfterwards() {
        var story = opened();
        model.changed(harbour().withHeadline("Storm shuts the harbour"));
        assertThat(model.needsPassphrase()).isTrue();
        var answers = new ArrayList<Boolean>();
        model.sign("not hers".toCharArray(), true, answers::add);
        assertThat(model.problemProperty().get().happened()).isEqualTo("That is not Rosa Lind's passphrase.");
        model.sign(PASSPHRASE.clone(), true, answers::add);
        assertThat(answers).containsExactly(false, true);
        assertThat(model.aroundProperty().get().status()).isEqualTo(Status.AWAITING_REVIEW);
        assertThat(heard.said).contains("Signed “edited” as Rosa Lind");

        model.changed(harbour().withHeadline("One more word"));
        assertThat(model.overtakenProperty().get()).isNull();
        assertThat(room.file(story).draft().text().headline()).isEqualTo("One more word");
        assertThat(model.aroundProperty().get().status()).isEqualTo(Status.LAPSED);
    }

    @Test
    void wordsTypedWhileTheSignatureIsMadeComeAfterItAndLapseIt() {
        var story = opened();
        model.changed(harbour().withHeadline("Signed words"));
        work.holding = true;
        model.sign(PASSPHRASE.clone(), true, _ -> { });
        model.changed(harbour().withHeadline("Signed words and one more"));
        work.letGo();
        assertThat(model.overtakenProperty().get()).isNull();
        assertThat(room.file(story).head().text().headline()).isEqualTo("Signed words");
        assertThat(room.file(story).draft().text().headline()).isEqualTo("Signed words and one more");
    }

    @Test
    void aRefusalNamesEveryReasonAndItsPlace() {
        var story = done(room.flow.begin(room.ines, StoryText.of("", "")));
        model.open(story.id());
        assertThat(model.aroundProperty().get().against()).extracting(Reason::why, Reason::place).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(Reason.Why.EMPTY, "headline"), org.assertj.core.groups.Tuple.tuple(Reason.Why.EMPTY, "body"),
                org.assertj.core.groups.Tuple.tuple(Reason.Why.NOT_YOURS, ""));
        model.sign(PASSPHRASE.clone(), true, done -> assertThat(done).isFalse());
        assertThat(model.problemProperty().get().happened()).contains("The headline is empty.", "The story has no text.", "Rosa Lind did neither.");
        assertThat(model.problemProperty().get().safe()).isEqualTo("Nothing was signed.");
    }

    @Test
    void whenTheTextMovedBothVersionsAreKeptAndShown() {
        var story = opened();
        done(room.flow.write(story.id(), room.ines, harbour().withHeadline("Ines was quicker"), room.file(story).seen()));
        model.changed(harbour().withHeadline("Rosa wrote this"));

        var both = model.overtakenProperty().get();
        assertThat(both.mine().headline()).isEqualTo("Rosa wrote this");
        assertThat(both.theirs().headline()).isEqualTo("Ines was quicker");
        assertThat(both.words()).contains("Ines Varga changed this story");
        assertThat(WordDiff.isSame(both.difference())).isFalse();
        assertThat(model.hasStopped()).isTrue();
        assertThat(room.file(story).text().headline()).isEqualTo("Ines was quicker");
        assertThat(model.aroundProperty().get().aside()).extracting(d -> d.text().headline()).contains("Rosa wrote this");
    }

    @Test
    void whatIsTypedAfterTheTextMovedIsKeptAsideToo() {
        var story = opened();
        done(room.flow.write(story.id(), room.ines, harbour().withHeadline("Ines was quicker"), room.file(story).seen()));
        work.holding = true;
        model.changed(harbour().withHeadline("Rosa wrote"));
        model.changed(harbour().withHeadline("Rosa wrote more"));
        work.letGo();
        assertThat(room.store.stories().aside(story.id())).extracting(d -> d.text().headline()).contains("Rosa wrote more");
        assertThat(model.overtakenProperty().get().mine().headline()).isEqualTo("Rosa wrote more");
    }

    @Test
    void eitherVersionCanBeChosenAndTheOtherStays() {
        var story = opened();
        done(room.flow.write(story.id(), room.ines, harbour().withHeadline("Ines was quicker"), room.file(story).seen()));
        model.changed(harbour().withHeadline("Rosa wrote this"));
        model.putMine();
        assertThat(model.overtakenProperty().get()).isNull();
        assertThat(room.file(story).text().headline()).isEqualTo("Rosa wrote this");
        assertThat(room.file(story).revisions()).extracting(r -> r.text().headline()).contains("Ines was quicker");
        assertThat(room.file(story).contributors()).contains(room.rosa.id(), room.ines.id());

        done(room.flow.write(story.id(), room.ines, harbour().withHeadline("Ines again"), room.file(story).seen()));
        model.changed(harbour().withHeadline("Rosa again"));
        model.takeTheirs();
        assertThat(shown.getLast().headline()).isEqualTo("Ines again");
        assertThat(room.store.stories().aside(story.id())).extracting(d -> d.text().headline()).contains("Rosa again");
    }

    @Test
    void anotherPersonsDraftIsSaidToBeTheirsAndBecomesTheirRevision() {
        var story = room.taken(room.ines);
        done(room.type(story, room.ines, harbour().withHeadline("Ines is writing")));
        model.open(story.id());
        assertThat(model.aroundProperty().get().writing()).isEqualTo("Ines Varga");
        model.changed(harbour().withHeadline("Rosa goes on"));
        assertThat(room.file(story).head()).extracting(r -> r.author(), r -> r.text().headline()).containsExactly(room.ines.id(), "Ines is writing");
        assertThat(model.aroundProperty().get().writing()).isEmpty();
    }

    @Test
    void aSpikedStoryTakesNoWordsButKeepsThemAside() {
        var story = opened();
        done(room.flow.spike(story.id(), room.idris, "Overtaken by events"));
        model.changed(harbour().withHeadline("Too late"));
        assertThat(model.problemProperty().get().happened()).contains("spiked");
        assertThat(model.problemProperty().get().safe()).contains("kept aside");
        assertThat(room.store.stories().aside(story.id())).extracting(d -> d.text().headline()).containsExactly("Too late");
    }

    @Test
    void aStorySwappedWhileTypingKeepsEachTextInItsOwnStory() {
        var first = opened();
        var second = room.taken(room.rosa);
        work.holding = true;
        model.changed(harbour().withHeadline("For the first"));
        model.open(second.id());
        work.letGo();
        model.changed(harbour().withHeadline("For the second"));
        assertThat(room.file(first).text().headline()).isEqualTo("For the first");
        assertThat(room.file(second).text().headline()).isEqualTo("For the second");
    }

    @Test
    void wordsBelongToWhoTypedThemThoughSomebodyElseSitsDownMeanwhile() {
        var story = opened();
        work.holding = true;
        model.changed(harbour().withHeadline("Rosa one"));
        model.changed(harbour().withHeadline("Rosa two"));
        acting.personProperty().set(room.idris);
        work.letGo();
        assertThat(room.file(story).draft().author()).isEqualTo(room.rosa.id());
    }

    @Test
    void aChangedTagIsUndoneWithoutTouchingWordsTypedSince() {
        var story = opened();
        model.change("Category is kept", t -> t.withFurniture(t.slugline(), "Weather", t.tags(), t.language(), t.notes()),
                t -> t.withFurniture(t.slugline(), "", t.tags(), t.language(), t.notes()));
        model.changed(model.text().withHeadline("Typed since"));
        assertThat(room.file(story).text().category()).isEqualTo("Weather");
        heard.offered.getFirst().run();
        assertThat(room.file(story).text()).extracting(StoryText::category, StoryText::headline).containsExactly("", "Typed since");
    }

    @Test
    void anOlderRevisionComesBackAsANewOne() {
        var story = opened();
        var first = room.file(story).head();
        model.changed(harbour().withHeadline("Something else"));
        model.putBack(first.id());
        assertThat(room.file(story).text()).isEqualTo(first.text());
        assertThat(room.file(story).revisions()).hasSize(3);
        assertThat(shown.getLast()).isEqualTo(first.text());
    }

    @Test
    void aDraftIsKeptAsARevisionWhenAsked() {
        var story = opened();
        model.changed(harbour().withHeadline("Good enough to keep"));
        model.saveRevision();
        assertThat(room.file(story).draft()).isNull();
        model.changed(harbour().withHeadline("And on"));
        assertThat(model.overtakenProperty().get()).isNull();
        assertThat(room.file(story).draft().text().headline()).isEqualTo("And on");
    }

    @Test
    void holdAndEmbargoNeedNoDialogAndAreShown() {
        var story = opened();
        model.act("holding", (id, by) -> room.flow.hold(id, by, "For Idris"), _ -> { });
        model.act("embargo", (id, by) -> room.flow.embargo(id, by, room.clock.instant().plus(Duration.ofHours(2))), _ -> { });
        assertThat(room.file(story).story()).extracting(s -> s.hold().reason(), Story::embargo).containsExactly("For Idris", room.clock.instant().plus(Duration.ofHours(2)));
        assertThat(model.aroundProperty().get().againstExport()).extracting(Reason::why).contains(Reason.Why.HOLD, Reason.Why.EMBARGO);
        model.act("holding", (id, by) -> room.flow.hold(id, by, " "), _ -> { });
        assertThat(model.problemProperty().get().happened()).isEqualTo("A hold needs a reason.");
    }

    @Test
    void whatWasTypedIsThereAfterTheProgramWasKilled() {
        var story = opened();
        model.changed(harbour().withHeadline("Typed before the power went"));
        // No close of any kind: the folder is opened anew as it lies there.
        var again = new NewsroomInATest(folder);
        assertThat(again.flow.file(story.id()).orElseThrow().text().headline()).isEqualTo("Typed before the power went");
        again.close();
    }

    @Test
    void readyStoriesAreExportedFromHere() {
        var story = opened();
        done(room.sign(story, Meaning.EDITED, room.rosa));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        model.refresh();
        assertThat(model.aroundProperty().get().status()).isEqualTo(Status.READY);
        model.export();
        assertThat(heard.said).contains("Exported: 2026/page.html");
    }

    @Test
    void aSeniorEditorIsLedToTheReviewAndNobodyElseIs() {
        var story = opened();
        done(room.sign(story, Meaning.EDITED, room.rosa));
        model.refresh();
        assertThat(model.aroundProperty().get().waitsForOurReview()).isFalse();
        assertThat(model.aroundProperty().get().againstReview()).contains("Rosa Lind");

        acting.personProperty().set(room.idris);
        assertThat(model.aroundProperty().get().waitsForOurReview()).isTrue();
        assertThat(model.aroundProperty().get().againstReview()).isEmpty();
    }

    private Story opened() {
        var story = room.taken(room.rosa);
        model.open(story.id());
        return story;
    }
}
