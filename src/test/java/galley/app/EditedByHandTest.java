package galley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import galley.work.Cancel;
import galley.work.Progress;
import galley.signoff.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Somebody opens the database file with another program, drops the triggers and edits: the doctor names what was altered, and the
/// story is not exported.
class EditedByHandTest {

    private static final String READY = "(SELECT story FROM sign_off WHERE meaning = 'reviewed' AND story NOT IN (SELECT story FROM publication) LIMIT 1)";
    private static final String PRINTED = "(SELECT story FROM publication LIMIT 1)";

    @TempDir
    static Path folder;

    @BeforeAll
    static void play() {
        DemoNewsDay.play(folder.resolve("day"), line -> { });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            the words of a revision         ¦ UPDATE revision SET text = replace(text, ' the ', ' a ') WHERE row = (SELECT max(row) FROM revision WHERE story = READY)  ¦ The text of revision
            the digest of a revision        ¦ UPDATE revision SET digest = hex(zeroblob(32)) WHERE row = (SELECT max(row) FROM revision WHERE story = READY)         ¦ The text of revision
            a piece of evidence             ¦ UPDATE revision SET text = replace(text, 'PRIMARY', 'SECONDARY') WHERE row = (SELECT max(row) FROM revision WHERE story = READY AND text LIKE '%PRIMARY%') ¦ The text of revision
            the name somebody signed under  ¦ UPDATE sign_off SET printed_as = 'Someone Else' WHERE story = READY                      ¦ sign-off
            when somebody signed            ¦ UPDATE sign_off SET at = '2026-11-01T00:00:00Z' WHERE story = READY                       ¦ says something else than was signed
            who signed                      ¦ UPDATE sign_off SET person = (SELECT id FROM person WHERE id <> sign_off.person LIMIT 1) WHERE story = READY ¦ its key belongs to somebody else
            what was signed                 ¦ UPDATE sign_off SET payload = replace(payload, 'a', 'b') WHERE story = READY               ¦ its signature does not hold
            the signature                   ¦ UPDATE sign_off SET signature = 'A' || substr(signature, 2) WHERE story = READY            ¦ its signature does not hold
            the digest of a sign-off        ¦ UPDATE sign_off SET digest = (SELECT digest FROM revision ORDER BY row LIMIT 1) WHERE story = READY ¦ names another text
            a page's generated lines        ¦ UPDATE publication SET claims = replace(claims, 'Edited by', 'Verified by') WHERE story = PRINTED ¦ generated lines are not those that were signed
            a page's address                ¦ UPDATE publication SET url = url || 'x' WHERE story = PRINTED                             ¦ names another address or time
            when a page was published       ¦ UPDATE publication SET first_at = '2026-11-01T00:00:00Z' WHERE story = PRINTED            ¦ names another address or time
            a page's signatures             ¦ UPDATE publication SET signoff = replace(signoff, 'A', 'B') WHERE story = PRINTED         ¦ The publication
            a person's key                  ¦ UPDATE person_key SET x = (SELECT x FROM person_key k WHERE k.kid <> person_key.kid LIMIT 1) WHERE person IS NOT NULL ¦ was altered outside Galley
            whose key it is                 ¦ UPDATE person_key SET person = (SELECT id FROM person WHERE id <> person_key.person LIMIT 1) WHERE row = (SELECT min(row) FROM person_key WHERE person IS NOT NULL) ¦ was never enrolled as theirs
            an audit line                   ¦ UPDATE audit SET detail = '{}' WHERE sequence = 5                                         ¦ Audit line 5
            an audit line gone              ¦ DELETE FROM audit WHERE sequence = 5                                                      ¦ Audit line 5 is missing
            the end of the log              ¦ DELETE FROM audit WHERE sequence > (SELECT max(sequence) FROM audit) - 3                  ¦ The audit log was cut
            the log before the last page    ¦ DELETE FROM audit WHERE sequence >= (SELECT max(sequence) FROM audit WHERE action = 'export') ¦ The audit log was cut
            a story                         ¦ DELETE FROM story WHERE id = READY                                                        ¦ a story that is gone
            a published story               ¦ DELETE FROM story WHERE id = PRINTED                                                      ¦ a story that is gone
            a revision                      ¦ DELETE FROM revision WHERE row = (SELECT max(row) FROM revision WHERE parent IN (SELECT id FROM revision) AND id NOT IN (SELECT head FROM story) AND id NOT IN (SELECT parent FROM revision WHERE parent IS NOT NULL)) OR row = (SELECT min(row) FROM revision r WHERE parent IS NOT NULL AND id NOT IN (SELECT head FROM story)) ¦ (revise,
            a sign-off                      ¦ DELETE FROM sign_off WHERE row = (SELECT max(row) FROM sign_off WHERE meaning = 'reviewed') ¦ (sign reviewed,
            a publication                   ¦ DELETE FROM publication WHERE row = (SELECT max(row) FROM publication)                    ¦ export,
            a comment                       ¦ DELETE FROM remark WHERE row = (SELECT min(row) FROM remark WHERE answers IS NULL)        ¦ (comment,
            a comment that nobody made      ¦ INSERT INTO remark SELECT row + 1000, 'f' || substr(id, 2), story, revision, NULL, person, at, anchor, words FROM remark LIMIT 1 ¦ No audit line tells of comment
            what became of a comment        ¦ DELETE FROM settling WHERE row = (SELECT max(row) FROM settling)                          ¦ What became of
            a send-back                     ¦ DELETE FROM sent_back WHERE row = (SELECT max(row) FROM sent_back)                        ¦ (send back,
            a send-back lifted              ¦ INSERT INTO lifted SELECT id, person, at FROM sent_back WHERE id NOT IN (SELECT sent_back FROM lifted) LIMIT 1 ¦ No audit line tells of the end of “changes wanted”
            a hold cleared                  ¦ UPDATE story SET hold = NULL WHERE hold IS NOT NULL                                       ¦ was lifted outside Galley
            a hold set                      ¦ UPDATE story SET hold = (SELECT spike FROM story WHERE spike IS NOT NULL LIMIT 1) WHERE id = READY ¦ hold
            an embargo lifted               ¦ UPDATE story SET embargo = '2026-11-18T05:00:00Z' WHERE id = READY                          ¦ The embargo of
            a role given                    ¦ UPDATE person SET roles = '["EDITOR","SENIOR_EDITOR","BOARD"]' WHERE roles NOT LIKE '%BOARD%' AND row = (SELECT max(row) FROM person WHERE roles NOT LIKE '%BOARD%') ¦ The roles or credits of
            somebody's name                 ¦ UPDATE person SET name = 'Professor Ghost' WHERE row = 1                                   ¦ The name of Professor Ghost
            a person who never came         ¦ INSERT INTO person SELECT row + 100, 'f' || substr(id, 2), 'Professor Ghost', roles, credits, joined, gone FROM person WHERE row = 1 ¦ Professor Ghost
            a key that ended                ¦ UPDATE person_key SET valid_until = '2026-11-17T06:00:00Z' WHERE row = (SELECT min(row) FROM person_key WHERE person IS NOT NULL) ¦ The keys of
            an id that is none              ¦ UPDATE story SET head = 'nonsense' WHERE id = READY                                              ¦ cannot be read
            the board                       ¦ UPDATE setting SET value = '1' || value WHERE name = 'board'                                     ¦ its board
            """)
    void theDoctorNamesWhatWasAltered(String what, String sql, String named) throws Exception {
        var newsroom = edited(sql);
        try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
            var wrong = new Doctor(room).examine().stream().filter(f -> !f.sound()).map(Doctor.Finding::words).toList();
            assertThat(String.join("\n", wrong)).contains(named);
        } finally {
            remove(newsroom);
        }
    }

    @Test
    void whatWasAlteredIsNotExported() throws Exception {
        var newsroom = edited("UPDATE revision SET text = replace(text, ' the ', ' a ') WHERE row = (SELECT max(row) FROM revision WHERE story = READY)");
        try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
            var story = story(newsroom, "SELECT story FROM revision WHERE row = (SELECT max(row) FROM revision WHERE story = READY)");
            var report = room.exporter().export(List.of(story), folder.resolve("refused-site"), room.people().all().getFirst(), false, room.newsroom(),
                    Progress.Watcher.NONE, new Cancel());
            assertThat(report.refused()).singleElement().satisfies(r -> assertThat(r.reasons()).extracting(Reason::why).contains(Reason.Why.ALTERED));
        } finally {
            remove(newsroom);
        }
    }

    @Test
    void whatWasPrintedAndThenAlteredIsNotPrintedAgain() throws Exception {
        for (var sql : List.of("UPDATE revision SET text = replace(text, ' the ', ' a ') WHERE id IN (SELECT revision FROM publication WHERE story = PRINTED)",
                "UPDATE publication SET claims = replace(claims, 'Edited by', 'Verified by') WHERE story = PRINTED")) {
            var newsroom = edited(sql);
            var site = folder.resolve("other-site");
            try (var room = OpenNewsroom.at(newsroom, Clock.systemUTC())) {
                assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(galley.notice.Trouble.class, () -> room.exporter().export(List.of(), site,
                        room.people().all().getFirst(), true, room.newsroom(), Progress.Watcher.NONE, new Cancel())))
                        .hasMessageContaining("altered outside Galley");
            } finally {
                remove(newsroom);
                remove(site);
            }
        }
    }

    private static Path edited(String sql) throws Exception {
        var newsroom = folder.resolve("edited-" + UUID.randomUUID());
        try (var files = Files.walk(folder.resolve("day/newsroom"))) {
            for (var file : files.filter(f -> !f.toString().matches(".*[/\\\\](backups|feeds|log)([/\\\\].*)?")).toList()) {
                var to = newsroom.resolve(folder.resolve("day/newsroom").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + newsroom.resolve("newsroom.db")); var s = c.createStatement()) {
            var triggers = new ArrayList<String>();
            try (var found = s.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
                while (found.next()) {
                    triggers.add(found.getString(1));
                }
            }
            for (var trigger : triggers) {
                s.execute("DROP TRIGGER \"" + trigger + "\"");
            }
            s.execute("PRAGMA ignore_check_constraints = 1");
            s.execute("PRAGMA foreign_keys = 0");
            assertThat(s.executeUpdate(sql.replace("READY", READY).replace("PRINTED", PRINTED))).as(sql).isPositive();
        }
        return newsroom;
    }

    private static UUID story(Path newsroom, String sql) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + newsroom.resolve("newsroom.db")); var s = c.createStatement();
                var found = s.executeQuery(sql.replace("READY", READY))) {
            return UUID.fromString(found.getString(1));
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
