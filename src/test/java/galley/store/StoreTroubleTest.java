package galley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import galley.notice.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told when the newsroom's file is not as it should be. Nothing is written to it then.
class StoreTroubleTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(Store.FILE);
    }

    private void filled() {
        try (var room = new NewsroomInATest(folder)) {
            for (int i = 0; i < 20; i++) {
                room.taken(room.rosa);
            }
        }
    }

    @Test
    void aDamagedHeaderIsNamedAndTheFileLeftAlone() throws IOException {
        filled();
        var bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 0, 100, (byte) 'x');
        Files.write(file(), bytes);

        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(Trouble.class).hasMessageContaining("is damaged").hasMessageContaining("It was not touched")
                .hasMessageContaining("galley backup restore");
        assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    }

    @Test
    void anEmptiedFileDoesNotOpenAsANewNewsroom() throws IOException {
        filled();
        Files.createDirectories(folder.resolve("backups"));
        Files.writeString(folder.resolve("backups/one.db"), "a copy");
        Files.write(file(), new byte[0]);
        Files.deleteIfExists(folder.resolve(Store.FILE + "-wal"));

        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(Trouble.class).hasMessageContaining("is damaged").hasMessageContaining("galley backup restore");
        assertThat(Files.size(file())).isZero();
    }

    @Test
    void aDamagedPageInTheMiddleIsFoundAndNamed() throws IOException {
        filled();
        var bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 8192, bytes.length - 8192, (byte) 0x5a);
        Files.write(file(), bytes);

        assertThatThrownBy(() -> {
            try (var store = Store.open(folder)) {
                assertThat(store.unsound()).isNotEmpty();
                store.stories().all();
                store.lines().all();
                store.wire().untaken(Long.MAX_VALUE, 100);
            }
        }).isInstanceOf(Trouble.class).hasMessageContaining("is damaged");
    }

    @Test
    void aFileThatEndsTooEarlyIsDamaged() throws IOException {
        filled();
        var bytes = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(bytes, bytes.length / 3));

        assertThatThrownBy(() -> {
            try (var store = Store.open(folder)) {
                assertThat(store.unsound()).isNotEmpty();
                store.lines().all();
                store.wire().untaken(Long.MAX_VALUE, 100);
                store.audit().last();
            }
        }).isInstanceOf(Trouble.class).hasMessageContaining("is damaged");
    }

    @Test
    void aNewerNewsroomIsNotTouched() throws Exception {
        filled();
        sql("PRAGMA user_version = 9999");
        var before = Files.readAllBytes(file());

        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(Trouble.class).hasMessageContaining("was written by a newer Galley").hasMessageContaining("Open it with the newer Galley");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void anotherProgramsDatabaseIsNotTouched() throws Exception {
        sql("CREATE TABLE other (x)");
        assertThatThrownBy(() -> Store.open(folder)).isInstanceOf(Trouble.class).hasMessageContaining("is a database, but not a newsroom");
    }

    @Test
    void aFullDiskKeepsWhatWasSavedAndHalfOfNothing() {
        try (var database = new Database(file())) {
            Migrations.run(database, file());
            var settings = new SqliteSettings(database);
            settings.choose("before", "is safe");
            long pages = database.read(h -> h.createQuery("PRAGMA page_count").mapTo(long.class).one());
            database.write(h -> h.createQuery("PRAGMA max_page_count = " + pages).mapTo(long.class).one());

            assertThatThrownBy(() -> database.together(() -> {
                settings.choose("half", "of it");
                return new SqliteAssets(database).keep("image/png", new byte[3_000_000]);
            })).isInstanceOf(Trouble.class).hasMessageContaining("The disk is full").hasMessageContaining("Everything saved before is safe").hasMessageContaining("Make room");

            assertThat(settings.choice("before")).contains("is safe");
            assertThat(settings.choice("half")).isEmpty();
            database.write(h -> h.createQuery("PRAGMA max_page_count = 1000000").mapTo(long.class).one());
            settings.choose("after", "it goes on");
            assertThat(settings.choice("after")).contains("it goes on");
        }
    }

    @Test
    void aNewsroomThatAnotherProgramWritesForLongIsSaidToBeBusy() throws Exception {
        filled();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = other.createStatement();
             var database = new Database(file(), 100)) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> new SqliteSettings(database).choose("x", "y")).isInstanceOf(Trouble.class)
                    .hasMessageContaining("Another program is writing to this newsroom").hasMessageContaining("Nothing was changed").hasMessageContaining("Wait for it");
            statement.execute("ROLLBACK");
            new SqliteSettings(database).choose("x", "y");
            assertThat(new SqliteSettings(database).choice("x")).contains("y");
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        filled();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThatThrownBy(() -> {
                try (var store = Store.open(folder)) {
                    store.settings().choose("x", "y");
                }
            }).isInstanceOf(Trouble.class).hasMessageMatching("(?s).*(may not be written|could not be opened).*");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        var inTheWay = Files.writeString(folder.resolve("a-file"), "x");
        assertThatThrownBy(() -> Store.open(inTheWay.resolve("newsroom"))).isInstanceOf(Trouble.class).hasMessageContaining("could not be made");
        assertThat(inTheWay).hasContent("x");
    }

    @Test
    void anEarlierNewsroomIsBroughtToTheNewestFormWithItsWordsFound() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = connection.createStatement();
             var in = StoreTroubleTest.class.getResourceAsStream("/galley/store/sqlite/001-newsroom.sql")) {
            statement.executeUpdate(new String(in.readAllBytes()));
            statement.executeUpdate("""
                    INSERT INTO person (id, name, roles, credits, joined) VALUES ('018f0000-0000-7000-8000-000000000001', 'Rosa', '["editor"]', '[]', '2026-11-17T08:00:00Z');
                    INSERT INTO wire_entry (id, feed, item_key, source, latest, first_seen) VALUES ('018f0000-0000-7000-8000-000000000002', 'f', 'k', 'Northwire',
                      '018f0000-0000-7000-8000-000000000003', '2026-11-17T08:00:00Z');
                    INSERT INTO wire_item (id, entry, version, title, summary, body, authors, categories, language, fetched, raw_hash, content_hash) VALUES
                      ('018f0000-0000-7000-8000-000000000003', '018f0000-0000-7000-8000-000000000002', 1, '桥梁工程完成', '', '<p>Quay</p>', '[]', '[]', 'zh', '2026-11-17T08:00:00Z',
                      printf('%064d', 0), printf('%064d', 0));
                    PRAGMA user_version = 1; PRAGMA application_id = 1197567084;
                    """);
        }
        Files.copy(file(), folder.resolve("before.db"), StandardCopyOption.REPLACE_EXISTING);
        try (var store = Store.open(folder)) {
            assertThat(store.wireLines().newest("工程", 10)).hasSize(1);
            assertThat(store.wireLines().newest("quay", 10)).hasSize(1);
            assertThat(store.people().all()).hasSize(1);
            assertThat(store.unsound()).isEmpty();
        }
    }

    private void sql(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file()); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
