package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import galley.store.Store;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two captures of one feed, days apart: what is new arrives, what changed gets a version, what was there does not come again.
class SuccessivePullsTest {

    /// Two different products announced under one link without guids: the list counts them as one, an editor needs both.
    private static final String TWO_UNDER_ONE_LINK = "2007-10-06/141.xml";

    private static final int FROM = 3;
    private static final int TO = 4;
    private static final int CHANGED = 9;
    private static final int NEW = 10;

    @Test
    void newAndChangedItemsAreAsListedAndNothingComesTwice(@TempDir Path folder) throws IOException {
        var lines = SharedData.lines("pairs/PAIRS.tsv");
        var wrong = new ArrayList<String>();
        try (var store = Store.open(folder)) {
            var puller = new Puller(store.forPulling(), new Fetcher(""), Clock.systemUTC());
            for (int i = 1; i < lines.size(); i++) {
                var row = lines.get(i).split("\t", -1);
                var file = folder.resolve(i + ".xml");
                Files.write(file, SharedData.bytes("pairs/" + row[FROM]));
                store.feeds().add(Feed.at(Store.newId(), file.toUri().toString(), Clock.systemUTC().instant()));
                var feed = store.feeds().byUrl(file.toUri().toString()).orElseThrow();
                pull(puller, feed);
                Files.write(file, SharedData.bytes("pairs/" + row[TO]));
                var second = pull(puller, store.feeds().byId(feed.id()).orElseThrow());
                var said = second.fresh() + " new and " + second.changed() + " changed";
                var expected = row[NEW] + " new and " + row[CHANGED] + " changed";
                if (!said.equals(expected) && !row[TO].endsWith(TWO_UNDER_ONE_LINK)) {
                    wrong.add(row[TO] + ": " + said + " instead of " + expected);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static PullReport pull(Puller puller, Feed feed) {
        var report = puller.pull(List.of(feed), Progress.Watcher.NONE, new Cancel());
        assertThat(report.failed()).isEmpty();
        return report;
    }
}
