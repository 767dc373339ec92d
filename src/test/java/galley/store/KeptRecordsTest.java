package galley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.signoff.Meaning;
import galley.signoff.SentBack;
import galley.story.Publication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records are appended. Our own connections cannot rewrite them, and neither can a stranger's that leaves the triggers in place.
class KeptRecordsTest {

    /// What may change or be thinned out: the present state of things, never what somebody said or a feed delivered. A new table is either here, with
    /// its reason, or it has the triggers.
    private static final Set<String> MAY_CHANGE = Set.of(
            "wire_event", "evidence_look",
            "setting", "rule", "feed_terms", "person", "person_key",
            "feed", "feed_fetch", "feed_hour", "host",
            "wire_entry", "story", "draft");

    @TempDir
    Path folder;

    @Test
    void everyRecordIsGuardedAgainstUpdateDeleteAndReplace() throws Exception {
        fill();
        for (boolean recursive : List.of(true, false)) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE))) {
                run(connection, "PRAGMA recursive_triggers = " + recursive);
                var guarded = new TreeSet<>(tables(connection));
                guarded.removeAll(MAY_CHANGE);
                for (var table : guarded) {
                    if (count(connection, table) == 0) {
                        continue;
                    }
                    var before = dump(connection, table);
                    for (var column : columns(connection, table)) {
                        refused(connection, "UPDATE " + table + " SET " + column + " = " + column);
                        refused(connection, "UPDATE OR REPLACE " + table + " SET " + column + " = " + column);
                    }
                    refused(connection, "DELETE FROM " + table);
                    if (!table.equals("asset")) {
                        refused(connection, "REPLACE INTO " + table + " SELECT * FROM " + table);
                    }
                    assertEquals(before, dump(connection, table), table);
                }
            }
        }
    }

    @Test
    void everyRecordTableHasItsTriggers() throws Exception {
        Store.open(folder).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE))) {
            for (var table : tables(connection)) {
                var triggers = list(connection, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '" + table + "'");
                if (!MAY_CHANGE.contains(table)) {
                    assertThat(triggers).as(table + " against UPDATE").anyMatch(sql -> sql.contains("BEFORE UPDATE ON"));
                    assertThat(triggers).as(table + " against DELETE").anyMatch(sql -> sql.contains("BEFORE DELETE ON"));
                }
            }
        }
    }

    @Test
    void everyTableIsStrict() throws Exception {
        Store.open(folder).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE))) {
            var loose = list(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'");
            assertThat(loose).isEmpty();
        }
    }

    @Test
    void everyConnectionOfOursSeesReplaceAsADeleteAndWritesThroughToTheDisk() {
        try (var store = Store.open(folder); var database = new Database(folder.resolve(Store.FILE))) {
            for (var pragma : List.of("recursive_triggers:1", "foreign_keys:1", "synchronous:2", "journal_mode:wal")) {
                var name = pragma.split(":")[0];
                assertThat((String) database.write(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one())).isEqualTo(pragma.split(":")[1]);
                assertThat((String) database.read(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one())).isEqualTo(pragma.split(":")[1]);
            }
            assertThatThrownBy(() -> database.read(h -> h.execute("DELETE FROM setting"))).as("a reader cannot write").hasMessageContaining("may not be written");
        }
    }

    @Test
    void theHeadOfAStoryOnlyMovesOn() throws Exception {
        fill();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Store.FILE))) {
            refused(connection, "UPDATE story SET head = (SELECT parent FROM revision WHERE id = head) WHERE head IN (SELECT id FROM revision WHERE parent IS NOT NULL)");
            refused(connection, "UPDATE person_key SET person = NULL");
            refused(connection, "DELETE FROM person");
            refused(connection, "DELETE FROM story");
        }
    }

    private void fill() {
        try (var room = new NewsroomInATest(folder)) {
            var story = room.taken(room.rosa);
            NewsroomInATest.done(room.type(story, room.rosa, NewsroomInATest.harbour().withHeadline("Harbour opens")));
            NewsroomInATest.done(room.sign(story, Meaning.EDITED, room.rosa));
            var head = room.file(story).story().head();
            var back = new SentBack(0, Store.newId(), story.id(), head, room.idris.id(), room.clock.instant(), "Why?", null, null);
            room.store.signOffs().add(back);
            room.store.signOffs().lift(back.id(), room.idris.id(), room.clock.instant());
            room.store.stories().publish(new Publication(0, Store.newId(), story.id(), head, "0".repeat(64), room.idris.id(), room.clock.instant(),
                    room.clock.instant(), "https://quay.example/a", "a", "{}", "{}"));
            room.store.stories().keepAside(new galley.story.Draft(story.id(), room.rosa.id(), head, 1, NewsroomInATest.harbour(), "0".repeat(64),
                    room.clock.instant()), "moved");
            var anchor = galley.story.Anchor.on(NewsroomInATest.harbour(), "closed").orElseThrow();
            var thread = NewsroomInATest.done(room.flow.comment(story.id(), room.idris, anchor, "Since when?"));
            NewsroomInATest.done(room.flow.resolve(story.id(), room.rosa, thread.id()));
            NewsroomInATest.done(room.flow.suggest(story.id(), room.idris, anchor, "shut", ""));
            room.store.margins().add(new galley.signoff.Acknowledgement(0, Store.newId(), story.id(), room.rosa.id(), room.clock.instant(), "headline-long", "x"));
            NewsroomInATest.done(room.flow.assign(story.id(), room.idris, room.rosa.id(), galley.signoff.Assignment.Priority.HIGH, null));
            room.store.assets().keep("text/plain", "a copy".getBytes());
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return list(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'");
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return list(connection, "SELECT name FROM pragma_table_info('" + table + "')");
    }

    private static int count(Connection connection, String table) throws SQLException {
        return Integer.parseInt(list(connection, "SELECT count(*) FROM " + table).getFirst());
    }

    private static List<String> dump(Connection connection, String table) throws SQLException {
        return list(connection, "SELECT " + String.join(" || '|' || ", columns(connection, table).stream().map(c -> "quote(" + c + ")").toList()) + " FROM " + table);
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void refused(Connection connection, String sql) {
        assertThatThrownBy(() -> run(connection, sql)).as(sql).isInstanceOf(SQLException.class).hasMessageMatching("(?s).*(append-only|keys are kept|people are kept|stories are spiked|head only moves).*");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
