package galley.store;

import static org.assertj.core.api.Assertions.assertThat;

import galley.ingest.Feed;
import galley.ingest.Fetcher;
import galley.ingest.LoginFile;
import galley.ingest.PullReport;
import galley.ingest.Puller;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk is full in the middle of a pull: SQLite is told how many pages there are.
class FullDiskInAPullTest {

    private static final int SMALL = 3;

    @TempDir
    Path folder;

    @Test
    void whatFitsIsStoredWholeAndTheRestIsSaidInASentence() throws IOException {
        var file = folder.resolve(Store.FILE);
        try (var database = new Database(file); var fetcher = new Fetcher("")) {
            Migrations.run(database, file);
            var logins = new LoginFile(folder.resolve("logins.json"));
            var feeds = new SqliteFeeds(database, logins);
            var wire = new SqliteWire(database, Store::newId);
            var puller = new Puller(new Puller.Shelves(feeds, wire, new SqliteHosts(database), new SqliteFetches(database, folder.resolve("fetched")), logins,
                    new SqliteRuleBook(database), database), fetcher, Clock.systemUTC());
            for (int i = 0; i < SMALL; i++) {
                feed(feeds, "small-" + i, 5, 10);
            }
            feed(feeds, "large", 200, 20_000);
            room(database, database.read(h -> h.createQuery("PRAGMA page_count").mapTo(long.class).one()) + 100);

            var full = pull(puller);

            assertThat(full.failed()).singleElement().satisfies(failure -> assertThat(failure.problem()).contains("The disk is full").contains("Make room"));
            assertThat(full.fresh()).isEqualTo(SMALL * 5);
            assertThat(wire.search("pier", Long.MAX_VALUE, 100)).as("what is stored is found").hasSize(SMALL * 5);
            var large = feeds.all().getLast();
            assertThat(wire.countOf(large.id())).as("no half of a feed").isZero();
            assertThat(large.health().bodyHash()).as("so it is read again next time").isNull();

            room(database, 1_000_000);
            assertThat(pull(puller)).satisfies(again -> {
                assertThat(again.failed()).isEmpty();
                assertThat(again.fresh()).isEqualTo(200);
            });
        }
    }

    private static PullReport pull(Puller puller) {
        return puller.pullAll(Progress.Watcher.NONE, new Cancel());
    }

    private static void room(Database database, long pages) {
        database.write(h -> h.createQuery("PRAGMA max_page_count = " + pages).mapTo(long.class).one());
    }

    private void feed(SqliteFeeds feeds, String name, int items, int length) throws IOException {
        var feed = new StringBuilder("<rss version='2.0'><channel><title>").append(name).append("</title>");
        for (int i = 0; i < items; i++) {
            feed.append("<item><guid>").append(i).append("</guid><title>Pier ").append(i).append("</title><description>").append("word ".repeat(length / 5)).append("</description></item>");
        }
        var file = Files.writeString(folder.resolve(name + ".xml"), feed.append("</channel></rss>"));
        feeds.add(Feed.at(Store.newId(), file.toUri().toString(), Clock.systemUTC().instant()));
    }
}
