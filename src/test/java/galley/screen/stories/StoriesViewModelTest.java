package galley.screen.stories;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;

import galley.notice.Notice;
import galley.screen.BusyDay;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Place;
import galley.screen.common.Queue;
import galley.screen.common.Screens;
import galley.signoff.Assignment;
import galley.signoff.Status;
import galley.story.WordDiff;
import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import galley.work.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesViewModelTest {

    private BusyDay day;
    private StoriesViewModel stories;
    private final List<String> said = new ArrayList<>();
    private final List<Command> undo = new ArrayList<>();
    private final List<Place> shown = new ArrayList<>();
    private int changes;

    private final Notices notices = new Notices() {
        @Override
        public void say(String icon, String words, Command... acts) {
            said.add(words);
            undo.addAll(List.of(acts));
        }

        @Override
        public void tell(Notice notice) {
            throw new AssertionError(notice.inOneLine());
        }
    };

    private final Screens screens = new Screens() {
        @Override
        public void show(Place place) {
            shown.add(place);
        }

        @Override
        public void back() {
            shown.removeLast();
        }
    };

    @BeforeEach
    void aBusyDay(@TempDir Path folder) {
        day = new BusyDay(folder).filled();
        stories = new StoriesViewModel(day.desk(() -> changes++), new ImmediateWork(), notices, screens);
    }

    @AfterEach
    void close() {
        day.close();
    }

    @Test
    void theNewestComesFirstAndIsReadAtOnce() {
        stories.show(new Place.InQueue(Queue.AWAITING_REVIEW));

        assertThat(headlines()).containsExactly("Storm keeps Larnholm harbour shut for a second day", "Quarry inquiry may name its witnesses, judge rules");
        assertThat(stories.readingProperty().get().headline()).isEqualTo("Storm keeps Larnholm harbour shut for a second day");
        assertThat(stories.readingProperty().get().next()).isEqualTo(
                new Reading.Next("Ready for your review", "No words of yours are in it", Reading.Act.REVIEW));
    }

    @Test
    void aStoryWhoseSourceChangedStandsInAQueueOfItsOwnUntilSomebodyHasSeenIt() {
        stories.show(new Place.InQueue(Queue.SOURCE_CHANGED));
        assertThat(headlines()).isEmpty();
        var story = day.newsroom.store.stories().all().stream().filter(s -> s.spike() == null && s.kill() == null && s.entry() != null
                && !day.newsroom.store.stories().publications(s.id()).isEmpty()).findFirst().orElseThrow();
        day.newsroom.sourceChanges(story, "Orchard growers lose half their crop");
        stories.ask();
        assertThat(headlines()).containsExactly(day.newsroom.file(story).text().headline());
        assertThat(stories.readingProperty().get().news()).singleElement().satisfies(news -> {
            assertThat(news.words()).isEqualTo("The source has changed its copy.");
            assertThat(news.alarm()).as("readers have it").isTrue();
            assertThat(news.difference()).anyMatch(block -> block.change() == galley.story.WordDiff.Change.CHANGED);
        });
        stories.noteSource().run();
        assertThat(said).last().isEqualTo("Noted. It comes back when the source changes again.");
        assertThat(headlines()).isEmpty();
        assertThat(stories.noteSource().isAllowed()).isFalse();
    }

    @Test
    void theArticleBehindAnItemIsFetchedAndAStoryIsPinnedAtAWord() {
        stories.show(new Place.InQueue(Queue.WIRE));
        rare("Fetch the full text").run();
        assertThat(said).last().isEqualTo("The full text stands beside what the feed delivered");
        assertThat(stories.readingProperty().get().paragraphs()).last().asString().contains("to the last line");

        stories.show(new Place.InQueue(Queue.DRAFTS));
        assertThat(rare("Pin to trending").refusal().getValue()).isEqualTo("only a published story can be pinned");
        stories.show(new Place.InQueue(Queue.PUBLISHED));
        assertThat(rare("Leave trending to its rule").refusal().getValue()).isEqualTo("nothing was said of it");
        rare("Pin to trending").run();
        assertThat(day.newsroom.store.trendingChoices().standing()).containsEntry(stories.readingProperty().get().id(), galley.publish.TrendingDesk.Choice.PIN);
        assertThat(rare("Pin to trending").refusal().getValue()).isEqualTo("it is pinned already");
        rare("Hide from trending").run();
        assertThat(day.newsroom.store.trendingChoices().standing()).containsValue(galley.publish.TrendingDesk.Choice.HIDE);
    }

    private Command rare(String words) {
        return stories.rarer(stories.readingProperty().get()).stream().filter(command -> command.words().equals(words)).findFirst().orElseThrow();
    }

    @Test
    void severalAreHeldAtOnceAndEveryRefusalIsListed() {
        stories.show(new Place.InQueue(Queue.AWAITING_REVIEW));
        stories.bulk().choose(List.of(0, 1));
        press("Release all from hold");
        var result = stories.bulk().resultProperty().get();
        assertThat(result.refused()).extracting(Bulk.Refused::why).contains("This story is not on hold.");

        press("Hold all");
        var asked = stories.bulk().askedProperty().get();
        asked.then().accept("For counsel");
        assertThat(stories.bulk().resultProperty().get()).isEqualTo(new Bulk.Result("2 stories on hold", List.of()));
        assertThat(stories.rowsProperty().get().stream().map(slot -> slot.row().addition().words())).anyMatch(words -> words.contains("For counsel"));
        undo.getLast().run();
        assertThat(said).last().isEqualTo("2 stories are as they were");
        assertThat(stories.rowsProperty().get().stream().filter(slot -> slot.row().addition() != null && slot.row().addition().words().contains("For counsel"))).isEmpty();
    }

    @Test
    void severalWireItemsAreSpikedAndComeBackTogether() {
        stories.show(new Place.InQueue(Queue.WIRE));
        int before = stories.rowsProperty().get().size();
        stories.bulk().choose(List.of(0, 2, 3));
        press("Spike all");
        stories.bulk().askedProperty().get().then().accept("Old news");
        assertThat(stories.rowsProperty().get()).hasSize(before - 3);
        undo.getLast().run();
        assertThat(stories.rowsProperty().get()).hasSize(before);
    }

    @Test
    void withSeveralChosenTheKeysMeanAllOfThem() {
        stories.show(new Place.InQueue(Queue.WIRE));
        assertThat(stories.commands()).extracting(Command::words).contains("Spike story").doesNotContain("Spike all");
        stories.bulk().choose(List.of(0, 1));
        assertThat(stories.commands()).extracting(Command::words).contains("Spike all").doesNotContain("Spike story");
        press("Export all");
        assertThat(stories.bulk().resultProperty().get().refused()).extracting(Bulk.Refused::why).containsExactly("these are wire items; take them first");

        stories.show(new Place.InQueue(Queue.READY));
        stories.bulk().choose(List.of(0, 1));
        press("Export all");
        assertThat(shown.getLast()).isInstanceOfSatisfying(Place.Exporting.class, to -> assertThat(to.stories()).hasSize(2));
    }

    private void press(String words) {
        stories.bulk().commands().stream().filter(c -> c.words().equals(words)).findFirst().orElseThrow().run();
    }

    @Test
    void everyStoryStandsInTheQueueOfItsStatus() {
        assertThat(inQueue(Queue.WIRE)).isEqualTo(12);
        assertThat(inQueue(Queue.DRAFTS)).isEqualTo(3);
        assertThat(inQueue(Queue.AWAITING_REVIEW)).isEqualTo(2);
        assertThat(inQueue(Queue.READY)).isEqualTo(2);
        assertThat(inQueue(Queue.PUBLISHED)).isEqualTo(1);
        assertThat(inQueue(Queue.SPIKED)).isEqualTo(1);
        day.acting.personProperty().set(day.newsroom.rosa);
        assertThat(inQueue(Queue.MINE)).isEqualTo(4);
    }

    @Test
    void searchAndNarrowingWorkOnWireAndStoriesAlike() {
        stories.show(new Place.InQueue(Queue.WIRE));
        stories.wordsProperty().set("source:Northwire category:weather gale");
        assertThat(headlines()).containsExactly("Gale warning extended for the outer islands until Wednesday night");

        stories.show(new Place.InQueue(Queue.DRAFTS));
        stories.wordsProperty().set("status:lapsed");
        assertThat(headlines()).containsExactly("Toll bridge to close at night until March");
    }

    @Test
    void theListSortsByAnyColumn() {
        stories.show(new Place.InQueue(Queue.DRAFTS));
        stories.sort(StoryQuestion.By.HEADLINE, true);
        assertThat(headlines()).isSorted();
        stories.sort(StoryQuestion.By.AGE, true);
        assertThat(headlines()).containsExactly("Toll bridge to close at night until March", "Hospital trust says sorry for 1,140 lost scans",
                "Council votes to rebuild the east breakwater");
    }

    @Test
    void theMostPressingComesFirstAndThenWhatIsDueSoonest() {
        for (var priority : List.of(Assignment.Priority.LOW, Assignment.Priority.URGENT)) {
            read(Queue.DRAFTS, priority == Assignment.Priority.LOW ? "Council" : "Toll");
            done(day.newsroom.flow.assign(stories.readingProperty().get().id(), day.newsroom.idris, null, priority, null));
        }
        stories.show(new Place.InQueue(Queue.DRAFTS));
        stories.sort(StoryQuestion.By.PRIORITY, true);
        assertThat(headlines()).containsExactly("Toll bridge to close at night until March", "Hospital trust says sorry for 1,140 lost scans",
                "Council votes to rebuild the east breakwater");
        assertThat(stories.rowsProperty().get().getLast().row().detail()).contains("low");
    }

    @Test
    void hiddenColumnsAreRemembered() {
        var kept = new ArrayList<String>();
        var columns = new Columns("CATEGORY NONSENSE HEADLINE", kept::add);
        assertThat(columns.hidden()).containsExactly(StoryQuestion.By.CATEGORY);
        columns.show(StoryQuestion.By.AGE, false);
        columns.show(StoryQuestion.By.HEADLINE, false);
        assertThat(kept).containsExactly("AGE CATEGORY");
        assertThat(new Columns(kept.getLast(), _ -> { }).isShown(StoryQuestion.By.AGE)).isFalse();
        assertThat(columns.isShown(StoryQuestion.By.HEADLINE)).isTrue();
    }

    @Test
    void takingAnItemOpensItAsAStory() {
        stories.show(new Place.InQueue(Queue.WIRE));
        run("Take story");

        assertThat(shown).hasSize(1).first().isInstanceOf(Place.Editing.class);
        assertThat(inQueue(Queue.WIRE)).isEqualTo(11);
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void reviewingOpensTheReviewScreen() {
        read(Queue.AWAITING_REVIEW, "Storm");
        run("Review story");
        assertThat(shown).containsExactly(new Place.Review(stories.readingProperty().get().id()));
    }

    @Test
    void aWrongPassphraseSignsNothingAndSaysSo() {
        day.acting.personProperty().set(day.newsroom.ines);
        read(Queue.DRAFTS, "Toll bridge");
        run("Sign “edited”");
        stories.sign((StoriesViewModel.Asked.ForSignature) stories.askedProperty().get(), "not this one at all".toCharArray());

        assertThat(stories.refusedProperty().get().inOneLine()).isEqualTo("That is not Ines Varga's passphrase. Nothing was signed. Try again.");
        assertThat(stories.askedProperty().get()).isNotNull();
        assertThat(inQueue(Queue.AWAITING_REVIEW)).isEqualTo(2);
    }

    @Test
    void whatIsNotAllowedSaysWhy() {
        day.acting.personProperty().set(day.newsroom.ines);
        read(Queue.AWAITING_REVIEW, "Storm");

        assertThat(stories.readingProperty().get().next().says()).isEqualTo("Waits for a review");
        assertThat(command("Review story").refusal().getValue()).contains("Ines Varga");
        assertThat(command("Export story").refusal().getValue()).contains("No second person");
        run("Review story");
        assertThat(stories.askedProperty().get()).isNull();
    }

    @Test
    void aTextThatMovedWhileItWasReadIsNotSigned() {
        day.acting.personProperty().set(day.newsroom.ines);
        read(Queue.DRAFTS, "Toll bridge");
        run("Sign “edited”");
        var story = day.newsroom.store.stories().story(stories.readingProperty().get().id()).orElseThrow();
        done(day.newsroom.type(story, day.newsroom.rosa, day.newsroom.file(story).text().withHeadline("Toll bridge to close at night until Friday")));

        stories.sign((StoriesViewModel.Asked.ForSignature) stories.askedProperty().get(), BusyDay.passphrase());

        assertThat(said).isEmpty();
        assertThat(stories.refusedProperty().get().happened()).startsWith("Rosa Lind changed this story while you were looking at it.");
        assertThat(stories.readingProperty().get().headline()).isEqualTo("Toll bridge to close at night until Friday");
        assertThat(Status.of(day.newsroom.file(story))).isEqualTo(Status.LAPSED);
    }

    @Test
    void aLapsedSignatureShowsTheWordsThatBrokeIt() {
        read(Queue.DRAFTS, "Toll bridge");

        var edited = stories.readingProperty().get().steps().get(1);
        assertThat(edited.who()).isEqualTo("Ines Varga");
        assertThat(edited.detail()).endsWith(": “until March”");
    }

    @Test
    void sendingBackAsksForAReasonInThePane() {
        read(Queue.AWAITING_REVIEW, "Storm");
        run("Send back with a reason");
        day.newsroom.clock.pass(Duration.ofMinutes(1));
        ((StoriesViewModel.Asked.ForReason) stories.askedProperty().get()).then().accept("Who counted eleven?");

        assertThat(headlinesIn(Queue.DRAFTS)).contains("Storm keeps Larnholm harbour shut for a second day");
        read(Queue.DRAFTS, "Storm");
        assertThat(stories.readingProperty().get().stands()).extracting(Reading.Stand::words).anyMatch(words -> words.contains("“Who counted eleven?”"));
    }

    @Test
    void whatChangedSinceTheWireIsShownInPlaceOfTheTextWhereSomethingDid() {
        stories.show(new Place.InQueue(Queue.WIRE));
        assertThat(command("Show what changed since the wire").refusal().getValue()).isEqualTo("these are the wire's own words");

        read(Queue.DRAFTS, "Toll bridge");
        assertThat(stories.readingProperty().get().sinceWire()).anyMatch(block -> block.change() == WordDiff.Change.CHANGED);
        run("Show what changed since the wire");
        assertThat(stories.comparingProperty().get()).isTrue();
        run("Show what changed since the wire");
        assertThat(stories.comparingProperty().get()).isFalse();
    }

    @Test
    void aRowOpensTheOtherReportsOfItsEventBelowItAndNothingElseMoves() {
        read(Queue.WIRE, "Breakwater plan");
        var before = headlines();
        int at = stories.selectedProperty().get();
        assertThat(stories.rowsProperty().get().get(at).row().event().words()).isEqualTo("same event · 3 sources");
        run("Other reports of this event");

        assertThat(headlines().subList(0, at + 1)).isEqualTo(before.subList(0, at + 1));
        assertThat(headlines().subList(at + 1, at + 3)).containsExactlyInAnyOrder("Council votes to rebuild the east breakwater",
                "What the new east wall will cost, and who pays");
        assertThat(headlines().subList(at + 3, before.size() + 2)).isEqualTo(before.subList(at + 1, before.size()));
        assertThat(stories.rowsProperty().get().subList(at + 1, at + 3)).allMatch(slot -> slot.row().isBelow());

        stories.selectedProperty().set(at + 2);
        assertThat(stories.readingProperty().get().headline()).isEqualTo(headlines().get(at + 2));
        run("Other reports of this event");
        assertThat(headlines()).isEqualTo(before);
        assertThat(stories.selectedProperty().get()).isEqualTo(at);

        read(Queue.WIRE, "Gale warning");
        assertThat(command("Other reports of this event").refusal().getValue()).isEqualTo("nobody else reports this event");
    }

    @Test
    void killingSaysFirstHowFarItReachesAndNeedsASenior() {
        day.acting.personProperty().set(day.newsroom.rosa);
        read(Queue.PUBLISHED, "Orchard");
        assertThat(command("Kill story").refusal().getValue()).contains("Only a senior editor may kill");

        day.acting.personProperty().set(day.newsroom.idris);
        run("Kill story");
        var asked = (StoriesViewModel.Asked.ForReason) stories.askedProperty().get();
        assertThat(asked.touches()).containsExactly("2026/11/17/frost.html", "index.html");
        asked.then().accept("The count was invented");

        read(Queue.PUBLISHED, "Orchard");
        assertThat(stories.readingProperty().get().next().says()).isEqualTo("Killed");
    }

    @Test
    void readersAreToldOfAChangeOncePublishedWordsHaveChanged() {
        read(Queue.PUBLISHED, "Orchard");
        assertThat(command("Correct what is published").refusal().getValue()).startsWith("The words are those that are published");

        var story = day.newsroom.store.stories().story(stories.readingProperty().get().id()).orElseThrow();
        done(day.newsroom.type(story, day.newsroom.rosa, day.newsroom.file(story).text().withHeadline("Orchard growers count the cost of two frosts")));
        read(Queue.DRAFTS, "Orchard");
        run("Correct what is published");
        ((StoriesViewModel.Asked.ForReason) stories.askedProperty().get()).then().accept("There were two frosts.");

        assertThat(said).last().isEqualTo("The correction stands in the text. Both sign it again before it is exported.");
        assertThat(day.newsroom.file(story).note().text()).isEqualTo("There were two frosts.");
    }

    @Test
    void whatIsSpikedOffTheWireComesBackWithUndo() {
        stories.show(new Place.InQueue(Queue.WIRE));
        run("Spike story");
        assertThat(inQueue(Queue.WIRE)).isEqualTo(11);
        undo.getFirst().run();
        assertThat(inQueue(Queue.WIRE)).isEqualTo(12);
    }

    @Test
    void whatIsReadForAWhileCountsAsSeenAndStaysInItsPlace() {
        stories.show(new Place.InQueue(Queue.WIRE));
        stories.selectedProperty().set(2);

        assertThat(stories.rowsProperty().get().get(2).row().unseen()).isFalse();
        assertThat(stories.rowsProperty().get().get(3).row().unseen()).isTrue();
    }

    @Test
    void whatComesMeanwhileWaitsBehindItsBar() {
        stories.show(new Place.InQueue(Queue.WIRE));
        assertThat(command("Show what is new").isAllowed()).isFalse();
        day.deliver("Northwire", "Lifeboat launched twice in one night", "Weather", "en");
        stories.lookForNew();

        assertThat(stories.freshProperty().get()).isEqualTo(1);
        assertThat(headlines()).hasSize(12);
        run("Show what is new");
        assertThat(headlines()).hasSize(13).first().isEqualTo("Lifeboat launched twice in one night");
        assertThat(stories.freshProperty().get()).isZero();
    }

    @Test
    void aLateAnswerToAnEarlierQuestionIsDropped() {
        var work = new HandWork();
        var slow = new StoriesViewModel(day.desk(() -> { }), work, notices, screens);
        slow.show(new Place.InQueue(Queue.DRAFTS));
        slow.show(new Place.InQueue(Queue.READY));
        var first = work.waiting.removeFirst();
        work.runAll();
        var ready = slow.rowsProperty().get();
        first.run();

        assertThat(slow.rowsProperty().get()).isSameAs(ready);
        assertThat(slow.answeredProperty().get().place()).isEqualTo(new Place.InQueue(Queue.READY));
    }

    @Test
    void aKeyActsOnTheSelectedStoryAlsoWhileTheOneBeforeIsStillShown() {
        var work = new HandWork();
        var slow = new StoriesViewModel(day.desk(() -> { }), work, notices, screens);
        slow.show(new Place.InQueue(Queue.AWAITING_REVIEW));
        work.runAll();
        var first = slow.rowsProperty().get().get(0).row().id();
        slow.selectedProperty().set(1);
        work.runAll();
        for (var words : List.of("Previous story", "Review story")) {
            slow.commands().stream().filter(c -> c.words().equals(words)).findFirst().orElseThrow().run();
        }
        assertThat(shown).isEmpty();
        work.runAll();
        assertThat(shown).containsExactly(new Place.Review(first));
    }

    private int inQueue(Queue queue) {
        stories.show(new Place.InQueue(queue));
        return stories.rowsProperty().get().size();
    }

    private List<String> headlinesIn(Queue queue) {
        stories.show(new Place.InQueue(queue));
        return headlines();
    }

    private List<String> headlines() {
        return stories.rowsProperty().get().stream().map(slot -> slot.row().headline()).toList();
    }

    private void read(Queue queue, String beginning) {
        stories.show(new Place.InQueue(queue));
        var all = headlines();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).startsWith(beginning)) {
                stories.selectedProperty().set(i);
                return;
            }
        }
        throw new AssertionError(beginning + " is not in " + all);
    }

    private Command command(String words) {
        return stories.commands().stream().filter(c -> c.words().equals(words)).findFirst().orElseThrow();
    }

    private void run(String words) {
        command(words).run();
    }

    /// Work that waits until a test lets it run.
    private static final class HandWork implements Work {
        final Deque<Runnable> waiting = new ArrayDeque<>();
        private final ImmediateWork now = new ImmediateWork();

        void runAll() {
            while (!waiting.isEmpty()) {
                waiting.removeFirst().run();
            }
        }

        @Override
        public <T> Job start(String name, Slow<T> slow, Consumer<T> then, Consumer<Throwable> trouble) {
            return start(name, slow, Progress.Watcher.NONE, then, trouble);
        }

        @Override
        public <T> Job start(String name, Slow<T> slow, Progress.Watcher watcher, Consumer<T> then, Consumer<Throwable> trouble) {
            waiting.add(() -> now.start(name, slow, watcher, then, trouble));
            return new Job(name, new Cancel());
        }

        @Override
        public Cancel after(long millis, Runnable later) {
            return new Cancel();
        }

        @Override
        public void onHome(Runnable task) {
            task.run();
        }
    }
}
