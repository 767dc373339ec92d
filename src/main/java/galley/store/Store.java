package galley.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import galley.desk.People;
import galley.desk.Settings;
import galley.ingest.Feeds;
import galley.ingest.Fetches;
import galley.ingest.Hosts;
import galley.ingest.LoginFile;
import galley.ingest.Logins;
import galley.ingest.Puller;
import galley.ingest.Terms;
import galley.ingest.rule.RuleBook;
import galley.notice.Trouble;
import galley.publish.TrendingDesk;
import galley.publish.send.PlannedExport;
import galley.signoff.Assignment;
import galley.signoff.AuditLog;
import galley.signoff.Margins;
import galley.signoff.PublicKeyRecord;
import galley.signoff.SignOffs;
import galley.signoff.StoryLine;
import galley.story.Assets;
import galley.story.EvidenceChecks;
import galley.story.InOneGo;
import galley.story.PublishedLine;
import galley.story.SameEvents;
import galley.story.SourceChanges;
import galley.story.Stories;
import galley.story.Wire;
import galley.story.WireLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// A newsroom's shelves in one SQLite file, and the promises they fulfil.
public final class Store implements AutoCloseable {

    /// The file's name inside the newsroom's folder.
    public static final String FILE = "newsroom.db";

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final Path file;
    private final Database database;

    private Store(Path file, Database database) {
        this.file = file;
        this.database = database;
    }

    /// Opens the newsroom in a folder, making file and folder when they are missing, and brings it to the newest form.
    ///
    /// @throws Trouble when it is damaged, newer, locked or not writable
    public static Store open(Path folder) {
        var file = Place.prepare(folder);
        var database = new Database(file);
        try {
            Migrations.run(database, file);
            return new Store(file, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /// Whether there is a newsroom in this folder.
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Where the newsroom's file is gone and its keys or copies are left: what to do. Empty elsewhere.
    public static Optional<String> lost(Path folder) {
        try {
            return exists(folder) ? Optional.empty() : Place.whatIsLeft(folder);
        } catch (IOException unreadable) {
            return Optional.of("See that you may read " + folder + ".");
        }
    }

    /// A new UUIDv7: ids made later sort later.
    public static UUID newId() {
        return IDS.generate();
    }

    public People people() {
        return new SqlitePeople(database);
    }

    public Settings settings() {
        return new SqliteSettings(database);
    }

    public Stories stories() {
        return new SqliteStories(database);
    }

    public PublishedLine.Lines publishedLines() {
        return new SqlitePublishedLines(database);
    }

    public StoryLine.Lines lines() {
        return new SqliteStoryLines(database);
    }

    public Wire wire() {
        return new SqliteWire(database, Store::newId);
    }

    public WireLine.Lines wireLines() {
        return new SqliteWireLines(database);
    }

    public Feeds feeds() {
        return new SqliteFeeds(database, logins());
    }

    /// @param clock says when something was noted
    public SourceChanges sourceChanges(Clock clock) {
        return new SqliteSourceChanges(database, clock);
    }

    public EvidenceChecks evidenceChecks() {
        return new SqliteEvidenceChecks(database);
    }

    public Hosts hosts() {
        return new SqliteHosts(database);
    }

    public Fetches fetches() {
        return new SqliteFetches(database, file.resolveSibling("fetched"));
    }

    /// Names and passwords of feeds; they are never in the database.
    public Logins logins() {
        return new LoginFile(file.resolveSibling("keys").resolve("feed-logins.json"));
    }

    /// All that a pull reads and writes.
    public Puller.Shelves forPulling() {
        return new Puller.Shelves(feeds(), wire(), hosts(), fetches(), logins(), rules(), database);
    }

    public Terms.Book terms() {
        return new SqliteTerms(database);
    }

    public TrendingDesk.Choices trendingChoices() {
        return new SqliteTrendingChoices(database);
    }

    public PlannedExport.Plans plannedExports() {
        return new SqlitePlans(database);
    }

    public SameEvents sameEvents() {
        return new SqliteSameEvents(database);
    }

    public RuleBook rules() {
        return new SqliteRuleBook(database);
    }

    public SignOffs signOffs() {
        return new SqliteSignOffs(database);
    }

    public Margins margins() {
        return new SqliteMargins(database);
    }

    public Assignment.Assignments assignments() {
        return new SqliteAssignments(database);
    }

    public PublicKeyRecord.Keys keys() {
        return new SqliteKeys(database);
    }

    public AuditLog audit() {
        return new SqliteAuditLog(database);
    }

    public Assets assets() {
        return new SqliteAssets(database);
    }

    public InOneGo inOneGo() {
        return database;
    }

    /// Asks SQLite to read the whole file. Answers its findings; empty when it is sound.
    public List<String> unsound() {
        return database.read(Store::findings);
    }

    /// The same of a file that nobody has open, such as a copy. It is only read.
    public static List<String> unsound(Path file) {
        try (var looked = Database.toLookAt(file)) {
            var found = findings(looked);
            return !found.isEmpty() ? found : looked.createQuery("PRAGMA application_id").mapTo(int.class).one() == Migrations.APPLICATION_ID
                    ? List.of() : List.of("it is no newsroom");
        } catch (RuntimeException notADatabase) {
            return List.of("it cannot be read");
        }
    }

    private static List<String> findings(Handle handle) {
        return handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list().stream().filter(s -> !s.equals("ok")).toList();
    }

    /// Writes a whole copy of the newsroom, while others go on reading and writing.
    public void copyTo(Path copy) {
        database.apart(h -> h.execute("VACUUM INTO ?", copy.toString()));
    }

    /// Puts a copy of `other` in the place of the newsroom in a folder, which is kept as `aside`. At no moment is there none.
    ///
    /// @throws Trouble when somebody has the newsroom open, or a file cannot be written; nothing is changed then
    public static void replace(Path folder, Path other, Path aside) {
        Replacing.replace(folder.resolve(FILE), other, aside);
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        database.close();
    }
}
