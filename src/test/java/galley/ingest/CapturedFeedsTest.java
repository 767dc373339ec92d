package galley.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Feeds as real sites served them.
class CapturedFeedsTest {

    private static final int PATH = 0;
    private static final int FORMAT = 3;
    private static final int ITEMS = 5;
    private static final int WELL_FORMED = 6;

    @Test
    void everyCapturedFeedIsReadWithAllItsItems() {
        var wrong = new ArrayList<String>();
        var lines = SharedData.lines("feeds/MANIFEST.tsv");
        long slowest = 0;
        for (var line : lines.subList(1, lines.size())) {
            var row = line.split("\t", -1);
            long start = System.nanoTime();
            var parsed = FeedParser.parse(SharedData.bytes("feeds/" + row[PATH]), null, null);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            if (parsed.entries().size() != Integer.parseInt(row[ITEMS]) || !parsed.isFeed()) {
                wrong.add(row[PATH] + ": " + parsed.entries().size() + " of " + row[ITEMS] + " items " + parsed.problems());
            }
            if (!row[FORMAT].isEmpty() && !row[FORMAT].replace("(unversioned)", "").equals(parsed.head().format())) {
                wrong.add(row[PATH] + ": " + parsed.head().format() + " for " + row[FORMAT]);
            }
            if (row[WELL_FORMED].equals("yes") != parsed.wellFormed()) {
                wrong.add(row[PATH] + ": well-formed " + row[WELL_FORMED] + " but " + parsed.problems());
            }
        }
        System.out.println("captured feeds: " + (lines.size() - 1) + ", slowest " + slowest + " ms");
        assertThat(wrong).isEmpty();
    }
}
