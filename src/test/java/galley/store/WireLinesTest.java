package galley.store;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireItem;
import galley.story.WireLine;
import galley.story.WireLine.Order;
import galley.story.WireLine.Question;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireLinesTest {

    private NewsroomInATest newsroom;
    private WireLine.Lines lines;

    @BeforeEach
    void aWire(@TempDir Path folder) {
        newsroom = new NewsroomInATest(folder);
        lines = newsroom.store.wireLines();
        deliver("Northwire", "Quay wall breaks", "Weather");
        deliver("Meridian Press", "Budget passes", "Politics");
        deliver("Northwire", "apple growers count", "Farming");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void theNewestComesFirstUnlessAskedOtherwise() {
        assertThat(titles(Question.NEWEST)).containsExactly("apple growers count", "Budget passes", "Quay wall breaks");
        assertThat(titles(sorted(Order.ARRIVAL, true))).containsExactly("Quay wall breaks", "Budget passes", "apple growers count");
        assertThat(titles(sorted(Order.TITLE, true))).containsExactly("apple growers count", "Budget passes", "Quay wall breaks");
        assertThat(titles(sorted(Order.SOURCE, true))).containsExactly("Budget passes", "apple growers count", "Quay wall breaks");
        assertThat(titles(sorted(Order.CATEGORY, false))).containsExactly("Quay wall breaks", "Budget passes", "apple growers count");
    }

    @Test
    void wordsSourceAndCategoryNarrowTheList() {
        assertThat(titles(new Question("wal", "", "", false, Order.ARRIVAL, false))).containsExactly("Quay wall breaks");
        assertThat(titles(new Question("", "Northwire", "", false, Order.ARRIVAL, false))).containsExactly("apple growers count", "Quay wall breaks");
        assertThat(titles(new Question("", "", "politics", false, Order.ARRIVAL, false))).containsExactly("Budget passes");
        assertThat(titles(new Question("", "", "100%_", false, Order.ARRIVAL, false))).isEmpty();
        assertThat(titles(new Question("%%%", "", "", false, Order.ARRIVAL, false))).isEmpty();
    }

    @Test
    void whatIsTakenOrSpikedLeavesTheList() {
        var rows = lines.rows(Question.NEWEST);
        var budget = lines.lines(List.of(rows[1])).getFirst();
        newsroom.store.wire().spike(budget.id(), NewsroomInATest.MORNING);

        assertThat(titles(Question.NEWEST)).containsExactly("apple growers count", "Quay wall breaks");
        assertThat(titles(new Question("", "", "", true, Order.ARRIVAL, false))).containsExactly("Budget passes");
        assertThat(lines.openBySource()).containsExactly(java.util.Map.entry("Northwire", 2L));
        assertThat(lines.openAfter(rows[2])).isEqualTo(1);
        assertThat(lines.newest()).isEqualTo(rows[0]);
    }

    private List<String> titles(Question question) {
        return lines.lines(Arrays.stream(lines.rows(question)).boxed().toList()).stream().map(WireLine::title).toList();
    }

    private static Question sorted(Order order, boolean ascending) {
        return new Question("", "", "", false, order, ascending);
    }

    private void deliver(String source, String title, String category) {
        var item = new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, title, null, title, "Short.", "<p>" + title + "</p>", List.of(), List.of(category),
                "en", null, null, null, Instant.parse("2026-11-17T08:00:00Z"), null, Hash.hex("raw"), Hash.hex(title));
        newsroom.store.wire().deliver(UUID.nameUUIDFromBytes(source.getBytes()), source, List.of(new Wire.Delivery(title, item)));
    }
}
