package galley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.desk.Person;
import galley.desk.Role;
import galley.notice.Trouble;
import galley.publish.send.Destination;
import galley.publish.send.PlannedExport.Event;
import galley.publish.send.PlannedExport.Kind;
import galley.publish.send.Timetable;
import galley.signoff.Meaning;
import galley.signoff.Outcome;
import galley.store.NewsroomInATest;
import galley.story.Story;
import galley.story.StoryText;
import galley.work.Cancel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The clockwork goes through the door that everybody goes through.
class TimetableTest {

    private static final char[] PASSPHRASE = "four plain words here".toCharArray();

    @TempDir
    Path folder;
    private final NewsroomInATest.HandClock clock = new NewsroomInATest.HandClock();
    private OpenNewsroom room;
    private Timetable table;
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
        table = table();
    }

    private Timetable table() {
        return room.timetable(room.delivery(Map.of()));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private Destination.Given site() {
        return Destination.read(folder.resolve("site").toString());
    }

    @Test
    void aStoryIsExportedAtItsTimeAndOnce() {
        var story = reviewed();
        long number = table.set(story.id(), site(), clock.instant().plus(Duration.ofHours(1)), null, rosa);
        assertThat(table.runDue(new Cancel())).isEmpty();
        assertThat(room.store().stories().publications(story.id())).isEmpty();
        clock.pass(Duration.ofHours(1));
        assertThat(table.isAnyDue()).isTrue();
        assertThat(table.runDue(new Cancel())).singleElement().satisfies(came -> assertThat(came.event().words()).startsWith("1 story published"));
        assertThat(folder.resolve("site").resolve(room.store().stories().publications(story.id()).getFirst().path())).exists();
        clock.pass(Duration.ofDays(1));
        assertThat(table.runDue(new Cancel())).isEmpty();
        assertThat(plan(number).events()).extracting(Event::kind).containsExactly(Kind.BEGUN, Kind.DONE);
        assertThat(room.store().audit().find(galley.signoff.AuditLog.Question.about(Set.of("plan export")))).hasSize(1);
    }

    @Test
    void everythingThatIsReadyGoesAgainAndAgainAtItsMinute() {
        var first = clock.instant().plus(Duration.ofMinutes(30));
        long number = table.set(null, Destination.read(folder.resolve("out.zip").toString()), first, Duration.ofMinutes(15), idris);
        var story = reviewed();
        clock.pass(Duration.between(clock.instant(), first.plus(Duration.ofMinutes(4))));
        assertThat(table.runDue(new Cancel())).hasSize(1);
        assertThat(room.store().stories().publications(story.id())).hasSize(1);
        assertThat(folder.resolve("out.zip")).exists();
        assertThat(plan(number).next()).contains(first.plus(Duration.ofMinutes(15)));
        clock.pass(Duration.ofHours(5));
        assertThat(table.runDue(new Cancel())).as("what was missed is made up for once").hasSize(1);
        assertThat(table.runDue(new Cancel())).isEmpty();
        assertThat(table.takeBack(number, rosa)).isTrue();
        assertThat(table.takeBack(number, rosa)).isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(table.runDue(new Cancel())).isEmpty();
    }

    @Test
    void whatMayNotBePrintedIsRefusedHereTooAndTheRefusalIsKept() {
        forbidden("not reviewed", story -> { }, false);
        forbidden("on hold", story -> done(room.flow().hold(story.id(), rosa, "Wait.")), true);
        forbidden("legal hold", story -> done(room.flow().legalHold(story.id(), rosa, "Counsel.")), true);
        forbidden("embargo", story -> done(room.flow().embargo(story.id(), rosa, clock.instant().plus(Duration.ofHours(30)))), true);
        forbidden("spiked", story -> done(room.flow().spike(story.id(), rosa, "No.")), true);
        forbidden("changes wanted", story -> done(room.flow().sendBack(story.id(), tomas, seen(story), "Second source.")), true);
        forbidden("a changed word", story -> done(room.flow().write(story.id(), rosa, room.flow().file(story.id()).orElseThrow().text().withHeadline("Other"), seen(story))), true);
    }

    private void forbidden(String what, Consumer<Story> then, boolean reviewed) {
        var story = reviewed ? reviewed() : edited();
        clock.pass(Duration.ofSeconds(5));
        then.accept(story);
        long number = table.set(story.id(), site(), clock.instant().plus(Duration.ofMinutes(1)), null, idris);
        long all = table.set(null, site(), clock.instant().plus(Duration.ofMinutes(1)), null, idris);
        clock.pass(Duration.ofMinutes(2));
        table.runDue(new Cancel());
        assertThat(plan(number).last().orElseThrow().kind()).as(what).isEqualTo(Kind.REFUSED);
        assertThat(plan(number).last().orElseThrow().words()).as(what).isNotBlank();
        assertThat(plan(all).last().orElseThrow().words()).as(what).startsWith("No new page");
        assertThat(room.store().stories().publications(story.id())).as(what).isEmpty();
    }

    @Test
    void whoeverLeftExportsNothingAnyMore() {
        var story = reviewed();
        long number = table.set(story.id(), site(), clock.instant().plus(Duration.ofHours(1)), null, rosa);
        room.people().update(new Person(rosa.id(), rosa.name(), rosa.roles(), rosa.credits(), rosa.joined(), clock.instant()));
        clock.pass(Duration.ofHours(2));
        table.runDue(new Cancel());
        assertThat(plan(number).last().orElseThrow()).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.REFUSED);
            assertThat(event.words()).contains("has left");
        });
        assertThat(room.store().stories().publications(story.id())).isEmpty();
    }

    @Test
    void twoProgramsDoItOnceAndAKilledOneIsMadeUpFor() {
        reviewed();
        long number = table.set(null, site(), clock.instant().plus(Duration.ofMinutes(1)), null, rosa);
        clock.pass(Duration.ofMinutes(1));
        room.store().plannedExports().note(number, new Event(clock.instant(), Kind.BEGUN, ""));
        assertThat(table().runDue(new Cancel())).as("another program is at it").isEmpty();
        clock.pass(Duration.ofMinutes(16));
        assertThat(table().runDue(new Cancel())).as("it was killed").hasSize(1);
    }

    @Test
    void whatIsNoPlanIsSaidAndAPlaceThatFailsIsKept() {
        assertThatThrownBy(() -> table.set(null, site(), clock.instant().minusSeconds(1), null, rosa)).isInstanceOf(Trouble.class).hasMessageContaining("over");
        assertThatThrownBy(() -> table.set(null, site(), null, null, rosa)).hasMessageContaining("when");
        assertThatThrownBy(() -> table.set(null, site(), null, Duration.ofSeconds(5), rosa)).hasMessageContaining("too much");
        assertThatThrownBy(() -> table.set(null, Destination.read("sftp://rosa:secret@quay.example/www"), null, Duration.ofHours(1), rosa)).hasMessageContaining("no password");
        long number = table.set(null, Destination.read("s3://nowhere/"), null, Duration.ofHours(1), rosa);
        assertThat(table.runDue(new Cancel())).hasSize(1);
        assertThat(plan(number).last().orElseThrow()).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(Kind.FAILED);
            assertThat(event.words()).contains("Give an access key");
        });
        assertThat(plan(number).next()).isPresent();
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        var zone = ZoneId.of("Europe/Berlin");
        assertThat(table.time("9:30", zone)).isEqualTo(Instant.parse("2026-11-17T08:30:00Z"));
        assertThat(table.time("08:30", zone)).as("tomorrow").isEqualTo(Instant.parse("2026-11-18T07:30:00Z"));
        assertThat(table.time("2026-12-01 06:00", zone)).isEqualTo(Instant.parse("2026-12-01T05:00:00Z"));
        assertThat(table.time("2026-12-01T06:00+03:00", zone)).isEqualTo(Instant.parse("2026-12-01T03:00:00Z"));
        assertThatThrownBy(() -> table.time("soon", zone)).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> table.time("2026-13-40 06:00", zone)).isInstanceOf(Trouble.class);
    }

    private galley.publish.send.PlannedExport plan(long number) {
        return table.all().stream().filter(p -> p.number() == number).findFirst().orElseThrow();
    }

    private Story edited() {
        var story = done(room.flow().begin(rosa, StoryText.of("Storm keeps the harbour shut", "<p>The harbour stayed closed on Tuesday.</p>")));
        clock.pass(Duration.ofSeconds(5));
        done(room.flow().sign(story.id(), Meaning.EDITED, rosa, key(rosa), seen(story), rosa.name()));
        return story;
    }

    private Story reviewed() {
        var story = edited();
        done(room.flow().sign(story.id(), Meaning.REVIEWED, idris, key(idris), seen(story), idris.name()));
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
