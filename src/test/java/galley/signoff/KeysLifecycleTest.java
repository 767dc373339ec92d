package galley.signoff;

import static galley.store.NewsroomInATest.PASSPHRASE;
import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.desk.Board;
import galley.notice.Trouble;
import galley.signoff.Reason.Why;
import galley.store.NewsroomInATest;
import galley.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysLifecycleTest {

    private static final char[] OTHER = "quite another passphrase".toCharArray();

    @TempDir
    Path folder;
    NewsroomInATest room;
    KeyFiles files;
    Enrolment enrolment;

    @BeforeEach
    void open() {
        room = new NewsroomInATest(folder);
        files = new KeyFiles(folder.resolve("keys"), room.clock);
        enrolment = new Enrolment(room.store.people(), room.store.keys(), room.store.audit(), room.store.inOneGo(), files, folder.resolve("keys"), room.clock, Store::newId);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aLostKeyIsReplacedByOneThatSomebodyElseVouchesForAndOldSignaturesHold() {
        var story = room.taken(room.rosa);
        var old = room.key(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        room.clock.pass(Duration.ofMinutes(5));
        assertThatThrownBy(() -> enrolment.newKey(room.rosa, OTHER, room.rosa)).isInstanceOf(Trouble.class).hasMessageContaining("Somebody else");
        var fresh = enrolment.newKey(room.rosa, OTHER, room.ines);
        assertThat(files.open(room.rosa.id(), OTHER)).map(KeyFiles.OpenKey::kid).contains(fresh.kid());
        assertThat(Altered.in(room.file(story), room.store.keys().all())).isEmpty();
        room.clock.pass(Duration.ofSeconds(2));
        var other = room.taken(room.rosa);
        assertThat(((Outcome.Refused<?>) room.flow.sign(other.id(), Meaning.EDITED, room.rosa, old, room.file(other).seen(), room.rosa.name())).reasons())
                .extracting(Reason::why).containsExactly(Why.KEY);
        assertThat(folder.resolve("keys").resolve(room.rosa.id() + ".1.old.p12")).exists();
        assertThat(room.store.audit().last().orElseThrow().action()).isNotEqualTo("revise");
    }

    @Test
    void aKeyEndsWhenItIsSaidToAndNeverInThePast() {
        assertThatThrownBy(() -> enrolment.endKeys(room.rosa, room.clock.instant(), Enrolment.Ending.ENDED, room.ines)).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> enrolment.endKeys(room.rosa, room.clock.instant().minusSeconds(3600), Enrolment.Ending.ENDED, room.rosa)).isInstanceOf(Trouble.class).hasMessageContaining("past");
        enrolment.endKeys(room.rosa, room.clock.instant().plusSeconds(3600), Enrolment.Ending.ENDED, room.idris);
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        enrolment.endKeys(room.rosa, room.clock.instant().plusSeconds(7200), Enrolment.Ending.ENDED, room.idris);
        room.clock.pass(Duration.ofMinutes(61));
        var later = room.taken(room.rosa);
        assertThat(((Outcome.Refused<?>) room.sign(later, Meaning.EDITED, room.rosa)).reasons()).extracting(Reason::why).containsExactly(Why.KEY);
    }

    @Test
    void wrongPassphrasesSlowOneKeyAndNobodyElses() {
        for (int i = 0; i < 3; i++) {
            assertThat(files.open(room.rosa.id(), OTHER)).isEmpty();
        }
        assertThatThrownBy(() -> files.open(room.rosa.id(), PASSPHRASE)).isInstanceOf(Trouble.class).hasMessageContaining("Too many wrong passphrases");
        assertThatThrownBy(() -> new KeyFiles(folder.resolve("keys"), room.clock).open(room.rosa.id(), PASSPHRASE)).as("closing the program does not help").isInstanceOf(Trouble.class);
        assertThat(files.open(room.idris.id(), PASSPHRASE)).isPresent();
        room.clock.pass(Duration.ofSeconds(3));
        assertThat(files.open(room.rosa.id(), PASSPHRASE)).isPresent();
        assertThat(files.open(room.rosa.id(), OTHER)).as("counted anew").isEmpty();
        assertThat(files.open(room.rosa.id(), PASSPHRASE)).isPresent();
    }

    @Test
    void aClockThatWasSetBackDoesNotMakeAKeyWaitForEver() {
        for (int i = 0; i < 12; i++) {
            files.open(room.rosa.id(), OTHER);
            room.clock.pass(Duration.ofMinutes(2));
        }
        files.open(room.rosa.id(), OTHER);
        room.clock.pass(Duration.ofDays(-3));
        assertThatThrownBy(() -> files.open(room.rosa.id(), PASSPHRASE)).isInstanceOf(Trouble.class).hasMessageContaining("60 seconds");
    }

    @Test
    void aCopyOfTheKeyFileComesBackAndAForeignOneDoesNot() throws IOException {
        var copy = folder.resolve("rosa.p12");
        files.copyTo(room.rosa.id(), copy);
        assertThatThrownBy(() -> files.copyTo(room.rosa.id(), copy)).isInstanceOf(Trouble.class).hasMessageContaining("already");
        Files.write(files.file(room.rosa.id()), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> files.open(room.rosa.id(), PASSPHRASE)).isInstanceOf(Trouble.class).hasMessageContaining("damaged");
        assertThatThrownBy(() -> enrolment.bringBack(room.rosa, copy, OTHER)).isInstanceOf(Trouble.class).hasMessageContaining("does not open");
        assertThatThrownBy(() -> enrolment.bringBack(room.ines, copy, PASSPHRASE)).isInstanceOf(Trouble.class).hasMessageContaining("not enrolled as Ines Varga's");
        enrolment.bringBack(room.rosa, copy, PASSPHRASE);
        assertThat(files.open(room.rosa.id(), PASSPHRASE)).isPresent();
    }

    @Test
    void onlyASeniorEditorStatesWhatTheBoardIs() {
        assertThatThrownBy(() -> enrolment.state(new Board(2, true), room.store.settings(), room.rosa)).isInstanceOf(Trouble.class);
        enrolment.state(new Board(2, true), room.store.settings(), room.idris);
        assertThat(room.store.settings().board()).isEqualTo(new Board(2, true));
        assertThat(room.store.audit().last().orElseThrow().action()).isEqualTo("state board");
    }

    @Test
    void nothingIsSignedOrPrintedBeforeWhatItBuildsOn() {
        var story = room.taken(room.rosa);
        done(room.sign(story, Meaning.EDITED, room.rosa));
        room.clock.pass(Duration.ofHours(-5));
        assertThat(((Outcome.Refused<?>) room.sign(story, Meaning.REVIEWED, room.idris)).reasons()).extracting(Reason::why).containsExactly(Why.TOO_EARLY);
        room.clock.pass(Duration.ofHours(6));
        done(room.sign(story, Meaning.REVIEWED, room.idris));
        room.clock.pass(Duration.ofHours(-5));
        assertThat(room.flow.againstExport(room.file(story), room.rosa)).extracting(Reason::why).containsExactly(Why.TOO_EARLY);
    }
}
