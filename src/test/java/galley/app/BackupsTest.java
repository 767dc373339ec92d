package galley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.notice.Trouble;
import galley.signoff.AuditChain;
import galley.store.NewsroomInATest;
import galley.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    Path folder;

    private final NewsroomInATest.HandClock clock = new NewsroomInATest.HandClock();

    private Backups backups() {
        return new Backups(folder, clock);
    }

    private List<String> names() {
        return backups().all().stream().map(Backups.Copy::name).toList();
    }

    @Test
    void aDayHasOneWholeCopy() {
        try (var room = new NewsroomInATest(folder)) {
            var story = room.taken(room.rosa);

            assertThat(backups().isDue()).isTrue();
            assertThat(backups().makeTodays(room.store)).isTrue();
            assertThat(backups().makeTodays(room.store)).isFalse();

            assertThat(names()).containsExactly("newsroom-2026-11-17.db");
            assertThat(Store.unsound(backups().all().getFirst().file())).isEmpty();
            assertThat(backups().isDue()).isFalse();
            assertThat(story).isNotNull();
        }
    }

    @Test
    void sevenDaysAndFourWeeksAreKeptAndNothingElseIsTouched() throws IOException {
        try (var store = Store.open(folder)) {
            backups().makeTodays(store);
            Files.writeString(folder.resolve("backups/mine.db"), "a file of somebody else's");
            for (int day = 0; day < 59; day++) {
                clock.pass(Duration.ofDays(1));
                backups().makeTodays(store);
            }
        }
        assertThat(names()).containsExactly("newsroom-2027-01-15.db", "newsroom-2027-01-14.db", "newsroom-2027-01-13.db", "newsroom-2027-01-12.db",
                "newsroom-2027-01-11.db", "newsroom-2027-01-10.db", "newsroom-2027-01-09.db", "newsroom-2027-01-08.db", "newsroom-2027-01-03.db",
                "newsroom-2026-12-27.db", "newsroom-2026-12-20.db");
        assertThat(folder.resolve("backups/mine.db")).hasContent("a file of somebody else's");
    }

    @Test
    void whoeverWritesGoesOnWhileACopyIsMade() {
        try (var room = new NewsroomInATest(folder)) {
            var typing = CompletableFuture.runAsync(() -> IntStream.range(0, 40).forEach(i -> room.store.settings().choose("word", "" + i)), Thread.ofVirtual()::start);
            assertThat(backups().makeTodays(room.store)).isTrue();
            typing.join();

            assertThat(room.store.settings().choice("word")).contains("39");
            assertThat(Store.unsound(backups().all().getFirst().file())).isEmpty();
        }
    }

    @Test
    void aCopyThatWasBrokenOffIsNoCopyAndIsTakenAway() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        Files.write(folder.resolve("backups/newsroom-2026-11-17.db.making"), new byte[5000]);
        Files.write(folder.resolve("backups/newsroom-2026-11-16.db.making-journal"), new byte[50]);
        try (var store = Store.open(folder)) {
            assertThat(names()).isEmpty();
            assertThat(backups().makeTodays(store)).isTrue();
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(".lock", "newsroom-2026-11-17.db");
        }
    }

    @Test
    void aCopyIsPutBackAndWhatWasThereIsKept() {
        try (var room = new NewsroomInATest(folder)) {
            room.store.settings().choose("day", "before");
            backups().makeTodays(room.store);
            room.store.settings().choose("day", "after");
        }
        clock.pass(Duration.ofHours(3));

        var aside = backups().putBack("newsroom-2026-11-17.db", null);

        assertEquals("before", choice("day"));
        assertThat(aside).isEqualTo("aside-2026-11-17T110000Z.db");
        try (var store = Store.open(folder)) {
            assertThat(store.audit().last()).hasValueSatisfying(entry -> {
                assertThat(entry.action()).isEqualTo("put back");
                assertThat(entry.detail()).contains("newsroom-2026-11-17.db", aside);
            });
            assertThat(AuditChain.breaks(store.audit())).isEmpty();
        }
        clock.pass(Duration.ofHours(1));
        backups().putBack(aside, null);
        assertEquals("after", choice("day"));
    }

    @Test
    void nothingIsPutBackWhileSomebodyHasTheNewsroomOpen() {
        try (var room = new NewsroomInATest(folder)) {
            backups().makeTodays(room.store);
            room.store.settings().choose("day", "after");

            assertThatThrownBy(() -> backups().putBack("newsroom-2026-11-17.db", null)).isInstanceOf(Trouble.class).hasMessageContaining("Another program has this newsroom open");
            room.store.settings().choose("still", "writes");
        }
        assertEquals("after", choice("day"));
        assertEquals("writes", choice("still"));
        assertThat(names()).containsExactly("newsroom-2026-11-17.db");
    }

    @Test
    void aDamagedOrUnknownCopyIsNotPutBack() throws IOException {
        try (var store = Store.open(folder)) {
            store.settings().choose("day", "before");
            backups().makeTodays(store);
        }
        var copy = backups().all().getFirst().file();
        var bytes = Files.readAllBytes(copy);
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 9000, (byte) 0x5a);
        Files.write(copy, bytes);

        assertThatThrownBy(() -> backups().putBack(copy.getFileName().toString(), null)).hasMessageContaining("is damaged").hasMessageContaining("Nothing was changed");
        Files.writeString(copy, "not a database");
        assertThatThrownBy(() -> backups().putBack(copy.getFileName().toString(), null)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> backups().putBack("newsroom-1999-01-01.db", null)).hasMessageContaining("There is no copy newsroom-1999-01-01.db");
        assertThatThrownBy(() -> backups().putBack("../newsroom.db", null)).hasMessageContaining("There is no copy");
        assertEquals("before", choice("day"));
    }

    @Test
    void aCopyTakesThePlaceOfANewsroomThatIsDamaged() throws IOException {
        try (var store = Store.open(folder)) {
            store.settings().choose("day", "before");
            backups().makeTodays(store);
        }
        var damaged = "this is no database any more, whatever it was".repeat(300);
        Files.writeString(folder.resolve(Store.FILE), damaged);
        assertThatThrownBy(() -> Store.open(folder)).hasMessageContaining("is damaged").hasMessageContaining("galley backup restore");

        var aside = backups().putBack("newsroom-2026-11-17.db", null);

        assertEquals("before", choice("day"));
        assertThat(folder.resolve("backups").resolve(aside)).as("the damaged one, for whoever can mend it").hasContent(damaged);
    }

    private String choice(String name) {
        try (var store = Store.open(folder)) {
            return store.settings().choice(name).orElseThrow();
        }
    }
}
