package galley.store;

import galley.signoff.Meaning;
import galley.signoff.SentBack;
import galley.signoff.SignOff;
import galley.signoff.SignOffs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Sign-offs in SQLite.
final class SqliteSignOffs implements SignOffs {

    static final String SENT_BACK = "SELECT s.*, l.person AS lifted_by, l.at AS lifted_at FROM sent_back s LEFT JOIN lifted l ON l.sent_back = s.id ";

    private final Database database;

    SqliteSignOffs(Database database) {
        this.database = database;
    }

    @Override
    public void add(SignOff s) {
        database.writing(h -> h.execute("""
                INSERT INTO sign_off (id, story, revision, digest, meaning, person, printed_as, at, previous, payload, header, signature, kid)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                s.id().toString(), s.story().toString(), s.revision().toString(), s.digest(), s.meaning().code(), s.person().toString(),
                s.printedAs(), s.at().toString(), Column.of(s.previous()), s.payload(), s.header(), s.signature(), s.kid()));
    }

    @Override
    public List<SignOff> of(UUID story) {
        return database.read(h -> h.createQuery("SELECT * FROM sign_off WHERE story = ? ORDER BY row").bind(0, story.toString())
                .map((row, c) -> signOff(row)).list());
    }

    @Override
    public void add(SentBack s) {
        database.writing(h -> h.execute("INSERT INTO sent_back (id, story, revision, person, at, reason) VALUES (?, ?, ?, ?, ?, ?)",
                s.id().toString(), s.story().toString(), s.revision().toString(), s.by().toString(), s.at().toString(), s.reason()));
    }

    @Override
    public void lift(UUID sentBack, UUID by, Instant at) {
        database.writing(h -> h.execute("INSERT INTO lifted (sent_back, person, at) VALUES (?, ?, ?)", sentBack.toString(), by.toString(), at.toString()));
    }

    @Override
    public List<SentBack> sentBack(UUID story) {
        return database.read(h -> h.createQuery(SENT_BACK + "WHERE s.story = ? ORDER BY s.row").bind(0, story.toString())
                .map((row, c) -> sentBack(row)).list());
    }

    static SignOff signOff(ResultSet row) throws SQLException {
        return new SignOff(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "revision"), row.getString("digest"),
                Meaning.valueOf(row.getString("meaning").toUpperCase(Locale.ROOT)), Column.id(row, "person"), row.getString("printed_as"),
                Column.time(row, "at"), Column.idOrNull(row, "previous"), row.getString("payload"), row.getString("header"),
                row.getString("signature"), row.getString("kid"));
    }

    static SentBack sentBack(ResultSet row) throws SQLException {
        return new SentBack(row.getLong("row"), Column.id(row, "id"), Column.id(row, "story"), Column.id(row, "revision"), Column.id(row, "person"),
                Column.time(row, "at"), row.getString("reason"), Column.idOrNull(row, "lifted_by"), Column.timeOrNull(row, "lifted_at"));
    }
}
