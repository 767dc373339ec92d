package galley.screen.review;

import static galley.store.NewsroomInATest.PASSPHRASE;
import static galley.store.NewsroomInATest.done;
import static galley.store.NewsroomInATest.harbour;
import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.notice.Notice;
import galley.publish.ClaimLedger;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.screen.review.ReviewViewModel.With;
import galley.screen.stories.Readings;
import galley.signoff.Assignment;
import galley.signoff.Meaning;
import galley.signoff.Reason;
import galley.signoff.Sitting;
import galley.signoff.Status;
import galley.store.NewsroomInATest;
import galley.story.Anchor;
import galley.story.Story;
import galley.story.WordDiff;
import galley.work.ImmediateWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewViewModelTest {

    private final List<String> said = new ArrayList<>();
    private NewsroomInATest room;
    private Acting acting;
    private ReviewViewModel review;

    @BeforeEach
    void aNewsroom(@TempDir Path folder) {
        room = new NewsroomInATest(folder);
        acting = new Acting(room.idris);
        var times = new Times(room.clock);
        var notices = new Notices() {
            @Override
            public void say(String icon, String words, Command... acts) {
                said.add(words);
            }

            @Override
            public void tell(Notice notice) {
                throw new AssertionError(notice.inOneLine());
            }
        };
        review = new ReviewViewModel(new ReviewViewModel.Desk(room.flow, room.store.lines(), room.store.margins(), room.store.assignments(), room.store.wire(),
                new Sitting(room.keyFiles, room.clock), new ClaimLedger(room.store.wire(), room.store.assets()),
                new Readings(room.store.wire(), room.flow, room.store.people(), times, room.watched()), acting, times,
                id -> room.store.people().byId(id).map(Person::name).orElse("?"), () -> { }), new ImmediateWork(), notices);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theQueueGoesByPriorityThenByTheTimeItIsDueThenByAge() {
        var old = edited();
        var dueLate = edited();
        var dueSoon = edited();
        var urgent = edited();
        due(dueLate, Assignment.Priority.NORMAL, 120);
        due(dueSoon, Assignment.Priority.NORMAL, 20);
        due(urgent, Assignment.Priority.URGENT, 500);
        review.open(null);
        assertThat(review.overviewProperty().get().waiting()).extracting(ReviewViewModel.Waiting::story)
                .containsExactly(urgent.id(), dueSoon.id(), dueLate.id(), old.id());
        var opened = new ArrayList<UUID>();
        review.open(urgent.id());
        review.move(1, opened::add);
        review.move(-1, opened::add);
        assertThat(opened).containsExactly(dueSoon.id(), old.id());
        assertThat(review.shownProperty().get().place()).isEqualTo(1);
    }

    @Test
    void aReviewerSeesWhatTheSourceSaysSince() {
        var story = edited();
        room.sourceChanges(story, "Port open again");
        review.open(story.id());
        assertThat(review.shownProperty().get().news()).singleElement().satisfies(news -> assertThat(news.alarm()).isTrue());
        review.noteSources();
        assertThat(review.shownProperty().get().news()).isEmpty();
    }

    @Test
    void aSeniorWhoWroteNoneOfItSignsWhatIsShown() {
        var story = edited();
        review.open(story.id());
        assertThat(review.shownProperty().get().against()).isEmpty();
        review.sign(PASSPHRASE.clone(), true, done -> said.add("signed " + done));
        assertThat(said).containsExactly("Signed “reviewed” as Idris Bello", "signed true");
        assertThat(Status.of(room.file(story))).isEqualTo(Status.READY);
        assertThat(review.shownProperty().get().file().reviewed()).isPresent();
    }

    @Test
    void aWrongPassphraseAndAMovedTextSignNothing() {
        var story = edited();
        review.open(story.id());
        review.sign("not this one at all".toCharArray(), true, done -> { });
        assertThat(review.problemProperty().get().inOneLine()).isEqualTo("That is not Idris Bello's passphrase. Nothing was signed. Try again.");
        done(room.type(story, room.rosa, harbour().withHeadline("Moved while it was read")));
        review.sign(PASSPHRASE.clone(), true, done -> { });
        assertThat(review.problemProperty().get().happened()).startsWith("Rosa Lind changed this story while you were looking at it.");
        assertThat(room.file(story).signOffs()).hasSize(1);
        assertThat(review.shownProperty().get().file().text().headline()).isEqualTo("Moved while it was read");
    }

    @Test
    void aSmallChangeAfterOnesOwnApprovalIsComparedWithThatApproval() {
        var story = edited();
        review.open(story.id());
        assertThat(review.shownProperty().get().usual()).isEqualTo(With.WIRE);
        review.sign(PASSPHRASE.clone(), true, done -> { });
        done(room.type(story, room.rosa, harbour().withBody("<p>The harbour stayed shut on Tuesday.</p><p>No one was hurt.</p>")));
        done(room.sign(story, Meaning.EDITED, room.rosa));
        review.open(story.id());
        var shown = review.shownProperty().get();
        assertThat(shown.usual()).isEqualTo(With.MY_APPROVAL);
        assertThat(shown.with(With.MY_APPROVAL).changes()).isEqualTo(1);
        assertThat(shown.with(With.MY_APPROVAL).blocks()).filteredOn(b -> b.change() == WordDiff.Change.CHANGED).singleElement()
                .satisfies(b -> assertThat(b.runs()).extracting(WordDiff.Run::text).contains("closed ", "shut "));
        assertThat(review.needsPassphrase()).isFalse();
        review.sign(new char[0], false, done -> { });
        assertThat(Status.of(room.file(story))).isEqualTo(Status.READY);
    }

    @Test
    void anOpenCommentStandsAgainstTheSignatureAndInTheListOfAllStories() {
        var story = edited();
        review.open(story.id());
        review.margin().comment(Anchor.on(harbour(), "No one was hurt").orElseThrow(), "Who says so?");
        assertThat(review.shownProperty().get().against()).extracting(Reason::why).containsExactly(Reason.Why.OPEN_COMMENT);
        review.open(null);
        assertThat(review.overviewProperty().get().talks()).singleElement().satisfies(t -> assertThat(t.story()).isEqualTo(story.id()));
        review.open(story.id());
        review.margin().resolve(review.shownProperty().get().file().margin().threads().getFirst().first().id());
        assertThat(review.shownProperty().get().against()).isEmpty();
    }

    @Test
    void sendingBackNeedsAReasonAndSticksUntilItIsLifted() {
        var story = edited();
        review.open(story.id());
        review.sendBack("  ");
        assertThat(review.problemProperty().get().happened()).contains("needs a reason");
        room.clock.pass(Duration.ofSeconds(5));
        review.sendBack("Second source, please.");
        assertThat(Status.of(room.file(story))).isEqualTo(Status.SENT_BACK);
        review.lift();
        assertThat(Status.of(room.file(story))).isEqualTo(Status.AWAITING_REVIEW);
    }

    @Test
    void anEditorSeesTheReviewAndWhyItIsNotTheirsToSign() {
        var story = edited();
        acting.personProperty().set(room.ines);
        review.open(story.id());
        assertThat(review.shownProperty().get().against()).extracting(Reason::why).containsExactly(Reason.Why.NOT_SENIOR);
        assertThat(review.shownProperty().get().againstSendingBack()).extracting(Reason::why).containsExactly(Reason.Why.NOT_SENIOR);
        review.sign(PASSPHRASE.clone(), true, done -> { });
        assertThat(room.file(story).signOffs()).hasSize(1);
    }

    private Story edited() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        return story;
    }

    private void due(Story story, Assignment.Priority priority, int minutes) {
        done(room.flow.assign(story.id(), room.idris, null, priority, room.clock.instant().plus(Duration.ofMinutes(minutes))));
    }
}
