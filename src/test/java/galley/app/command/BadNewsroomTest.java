package galley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Hash;
import galley.story.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Newsrooms that are not as they should be, and what the command line says of them: what happened, what is safe, what to do.
class BadNewsroomTest {

    private static final String ROSAS = "rosa's four plain words\n";

    @TempDir
    Path folder;
    private Path newsroom;
    private Galley galley;

    @BeforeEach
    void aNewsroom() {
        newsroom = folder.resolve("newsroom");
        galley = new Galley(newsroom);
        assertThat(galley.with(ROSAS, "init", "--name", "Quay Post", "--person", "Rosa Lind", "--role", "editor", "--passphrase-stdin").exit()).isZero();
    }

    @Test
    void aDamagedNewsroomIsPutBackFromItsCopy() throws IOException {
        var id = story();
        assertThat(galley.run("backup", "make").exit()).isZero();
        Files.writeString(newsroom.resolve("newsroom.db"), "no database any more ".repeat(500));

        for (var command : List.of(List.of("story", "list"), List.of("doctor"), List.of("pull"), List.of("person", "list"))) {
            var run = galley.run(command.toArray(String[]::new));
            assertThat(run.exit()).as(command.toString()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("galley: The newsroom file").contains("is damaged", "It was not touched", "galley backup restore");
        }
        var copies = galley.run("backup", "list", "--json");
        assertThat(copies.exit()).isZero();
        var copy = copies.json().path("copies").path(0).path("name").asString();
        assertThat(galley.run("backup", "restore", copy).exit()).as("unconfirmed").isEqualTo(2);
        assertThat(galley.run("backup", "restore", copy, "--yes").exit()).isZero();
        assertThat(galley.run("story", "list", "--json").exit()).isZero();
        assertThat(galley.run("doctor").exit()).isZero();
        assertThat(galley.run("audit").out()).contains("\"put back\"");
        assertThat(id).isNotBlank();
    }

    @Test
    void anEmptyOrForeignFileIsNotTakenForANewsroom() throws IOException {
        var other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("newsroom.db"), "SQLite format 3\0 but nothing more");
        var run = galley.run("story", "list", "--newsroom", other.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is damaged").doesNotContain("Exception");
    }

    @Test
    void aMissingOrDamagedKeyIsNamedAndNothingIsSigned() throws IOException {
        var id = story();
        var key = key();
        var bytes = Files.readAllBytes(key);
        Files.write(key, Arrays.copyOf(bytes, bytes.length / 2));
        var damaged = galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains(key.toString()).doesNotContain("Exception");
        Files.delete(key);
        var missing = galley.with(ROSAS, "sign", "edited", id, "--as", "Rosa Lind", "--passphrase-stdin");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no key file", "Nothing was signed", "have a new key enrolled");
        var doctor = galley.run("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("BROKEN  keys: the key file of Rosa Lind is missing");
        assertThat(galley.run("story", "show", id, "--json").json().path("status").asString()).isEqualTo("draft");
    }

    @Test
    void theDoctorSaysWhereTheAuditLogBreaks() throws Exception {
        story();
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + newsroom.resolve("newsroom.db")); var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER audit_kept_u");
            statement.executeUpdate("UPDATE audit SET detail = '{\"forged\":true}' WHERE sequence = 2");
        }
        var run = galley.run("doctor", "--json");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json().path("sound").asBoolean()).isFalse();
        assertThat(run.out()).contains("Audit line 2");
    }

    @Test
    void theDoctorLooksAtEverythingThatIsPromised() {
        var doctor = galley.run("doctor", "--json");
        assertThat(doctor.exit()).isZero();
        assertThat(doctor.json().path("findings")).extracting(f -> f.path("about").asString())
                .contains("store", "audit", "stories", "keys", "disk", "feeds", "backups");
    }

    @Test
    void theAuditLogIsExportedWholeAndByStory() throws IOException {
        var one = story();
        var two = story();
        var lines = galley.run("audit").out().lines().map(Json.MAPPER::readTree).toList();

        assertThat(lines).hasSizeGreaterThan(3);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).path("sequence").asInt()).isEqualTo(i + 1);
            assertThat(lines.get(i).path("previous").asString()).isEqualTo(lines.get(i - 1).path("hash").asString());
        }
        var last = lines.getLast();
        assertThat(last.path("hash").asString()).as("anyone can compute it").isEqualTo(Hash.hex(Json.write(Stream.of("sequence", "at", "person", "action", "story", "detail", "previous")
                .map(name -> last.path(name)).toList())));
        assertThat(last.path("name").asString()).isEqualTo("Rosa Lind");
        assertThat(galley.run("audit", one).out().lines()).isNotEmpty().allMatch(line -> line.contains(one) && !line.contains(two));
        var file = folder.resolve("audit.jsonl");
        assertThat(galley.run("audit", "--to", file.toString(), "--json").json().path("lines").asInt()).isGreaterThanOrEqualTo(lines.size());
        assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo(lines.size());
        assertThat(galley.run("audit", "--json").json().path("entries")).isNotEmpty();
        assertThat(galley.run("audit", "--to", folder.resolve("nowhere/audit.jsonl").toString()).exit()).isEqualTo(1);
    }

    @Test
    void aNewsroomWhoseFileIsGoneIsNotBegunAnew() throws IOException {
        assertThat(galley.run("backup", "make").exit()).isZero();
        var copy = galley.run("backup", "list", "--json").json().path("copies").path(0).path("name").asString();
        Files.delete(newsroom.resolve("newsroom.db"));

        for (var command : List.of(List.of("init", "--name", "Other"), List.of("story", "list"), List.of("pull"))) {
            var run = galley.run(command.toArray(String[]::new));
            assertThat(run.exit()).as(command.toString()).isEqualTo(1);
            assertThat(run.err()).contains("newsroom.db", "still here", "Nothing was changed", "galley backup restore " + copy + " --yes");
            assertThat(newsroom.resolve("newsroom.db")).doesNotExist();
        }
        assertThat(galley.run("backup", "restore", copy, "--yes").exit()).isZero();
        assertThat(galley.run("person", "list", "--json").json().path("people").path(0).path("name").asString()).isEqualTo("Rosa Lind");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aNewNewsroomIsItsOwnersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(newsroom))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(newsroom.resolve("newsroom.db")))).isEqualTo("rw-------");
    }

    private Path key() throws IOException {
        try (var files = Files.list(newsroom.resolve("keys"))) {
            var rosa = galley.run("person", "list", "--json").json().findValue("id").asString();
            return files.filter(file -> file.toString().contains(rosa)).findFirst().orElseThrow();
        }
    }

    private String story() throws IOException {
        var text = Files.writeString(Files.createTempFile(folder, "text", ".json"), """
                {"headline":"Storm shuts the harbour","body":"<p>It is shut.</p>","category":"Weather"}""");
        var run = galley.run("story", "new", "--as", "Rosa Lind", "--from", text.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().strip();
    }
}
