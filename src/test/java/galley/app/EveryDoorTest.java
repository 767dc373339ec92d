package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import galley.desk.Person;
import galley.desk.Role;
import galley.screen.common.Acting;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.screen.common.Watched;
import galley.screen.review.ReviewViewModel;
import galley.screen.stories.Readings;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.store.NewsroomInATest;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import galley.work.ImmediateWork;
import galley.work.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rules forbid is forbidden at every door: the window's code, an export of one story, and an export of everything that is ready, which
/// bulk action and clockwork both use.
class EveryDoorTest {

    private static final char[] PASSPHRASE = "four plain words here".toCharArray();

    @TempDir
    Path folder;
    private final NewsroomInATest.HandClock clock = new NewsroomInATest.HandClock();
    private OpenNewsroom room;
    private Person rosa;
    private Person idris;
    private Person tomas;

    @BeforeEach
    void open() {
        room = OpenNewsroom.atOrNew(folder.resolve("newsroom"), clock);
        room.settings().save(galley.desk.Newsroom.named("Quay Post"));
        idris = room.enrolment().add("Idris Bello", Set.of(Role.SENIOR_EDITOR), List.of(), PASSPHRASE.clone(), null);
        tomas = room.enrolment().add("Tomas Roth", Set.of(Role.SENIOR_EDITOR), List.of(), PASSPHRASE.clone(), idris);
        rosa = room.enrolment().add("Rosa Lind", Set.of(Role.EDITOR), List.of(), PASSPHRASE.clone(), idris);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void nobodyPrintsWhatMayNotBePrinted() {
        forbidden("not reviewed", (story, by) -> { }, false);
        forbidden("on hold", (story, by) -> done(room.flow().hold(story.id(), rosa, "Wait.")), true);
        forbidden("under legal hold", (story, by) -> done(room.flow().legalHold(story.id(), rosa, "Counsel.")), true);
        forbidden("under embargo", (story, by) -> done(room.flow().embargo(story.id(), rosa, clock.instant().plus(Duration.ofHours(3)))), true);
        forbidden("spiked", (story, by) -> done(room.flow().spike(story.id(), rosa, "No.")), true);
        forbidden("changes wanted", (story, by) -> done(room.flow().sendBack(story.id(), tomas, seen(story), "Second source.")), true);
        forbidden("a changed word", (story, by) -> done(room.flow().write(story.id(), rosa, room.flow().file(story.id()).orElseThrow().text().withHeadline("Other"), seen(story))), true);
    }

    private void forbidden(String what, BiConsumer<Story, Person> then, boolean reviewed) {
        clock.pass(Duration.ofMinutes(3));
        var story = edited();
        if (reviewed) {
            done(room.flow().sign(story.id(), Meaning.REVIEWED, idris, key(idris), seen(story), idris.name()));
        }
        clock.pass(Duration.ofSeconds(5));
        then.accept(story, rosa);
        for (var by : List.of(rosa, idris, tomas)) {
            var one = room.exporter().export(List.of(story.id()), folder.resolve("site"), by, false, room.newsroom(), Progress.Watcher.NONE, new Cancel());
            assertThat(one.refused()).as(what + ", one story").hasSize(1);
            var all = room.exporter().export(List.of(), folder.resolve("site"), by, true, room.newsroom(), Progress.Watcher.NONE, new Cancel());
            assertThat(all.pages()).as(what + ", everything").isEmpty();
        }
        assertThat(room.store().stories().publications(story.id())).as(what).isEmpty();
    }

    @Test
    void nobodySignsWhatIsNotTheirsToSign() {
        var story = edited();
        refused(story, rosa);
        done(room.flow().comment(story.id(), tomas, null, "Who says so?"));
        refused(story, idris);
        done(room.flow().resolve(story.id(), rosa, room.flow().file(story.id()).orElseThrow().margin().threads().getFirst().first().id()));
        done(room.flow().write(story.id(), idris, room.flow().file(story.id()).orElseThrow().text().withHeadline("Idris typed this"), seen(story)));
        refused(story, tomas);
        done(room.flow().sign(story.id(), Meaning.EDITED, rosa, key(rosa), seen(story), rosa.name()));
        refused(story, idris);
        assertThat(room.flow().sign(story.id(), Meaning.REVIEWED, tomas, key(idris), seen(story), tomas.name())).as("somebody else's key").isInstanceOf(Outcome.Refused.class);
        assertThat(room.flow().file(story.id()).orElseThrow().reviewed()).isEmpty();
    }

    /// The flow and the review screen both refuse.
    private void refused(Story story, Person by) {
        assertThat(room.flow().sign(story.id(), Meaning.REVIEWED, by, key(by), seen(story), by.name())).as(by.name()).isInstanceOf(Outcome.Refused.class);
        var times = new Times(clock);
        var review = new ReviewViewModel(new ReviewViewModel.Desk(room.flow(), room.store().lines(), room.store().margins(), room.store().assignments(), room.store().wire(),
                room.sitting(), room.ledger(), new Readings(room.store().wire(), room.flow(), room.people(), times, new Watched(room.sources(), room.store().audit(), _ -> List.of())), new Acting(by), times, id -> "?", () -> { }),
                new ImmediateWork(), new Notices() {
                    @Override
                    public void say(String icon, String words, Command... acts) {
                        throw new AssertionError(words);
                    }

                    @Override
                    public void tell(galley.notice.Notice notice) {
                        throw new AssertionError(notice.inOneLine());
                    }
                });
        review.open(story.id());
        assertThat(review.shownProperty().get().against()).as(by.name()).isNotEmpty();
        review.sign(PASSPHRASE.clone(), true, signed -> assertThat(signed).isFalse());
        assertThat(review.problemProperty().get()).isNotNull();
    }

    private Story edited() {
        var story = done(room.flow().begin(rosa, StoryText.of("Storm keeps the harbour shut", "<p>The harbour stayed closed on Tuesday.</p>")));
        clock.pass(Duration.ofSeconds(5));
        done(room.flow().sign(story.id(), Meaning.EDITED, rosa, key(rosa), seen(story), rosa.name()));
        return story;
    }

    private galley.signoff.Seen seen(Story story) {
        return room.flow().file(story.id()).orElseThrow().seen();
    }

    private galley.signoff.KeyFiles.OpenKey key(Person person) {
        return room.sitting().key(person.id()).or(() -> room.sitting().open(person.id(), PASSPHRASE.clone())).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome instanceof Outcome.Done<T> done ? done.value() : org.junit.jupiter.api.Assertions.fail(outcome.whyNot());
    }
}
