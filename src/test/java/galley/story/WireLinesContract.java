package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import galley.story.WireLine.Order;
import galley.story.WireLine.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must tell of the wire as lines of a list.
public abstract class WireLinesContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");

    protected abstract Wire wire();

    protected abstract WireLine.Lines lines();

    @BeforeEach
    void aWire() {
        deliver("Northwire", "Quay wall breaks", "Weather");
        deliver("Meridian Press", "Budget passes", "Politics");
        deliver("Northwire", "apple growers count", "Farming");
    }

    @Test
    public void theNewestComesFirstUnlessAskedOtherwise() {
        assertThat(titles(Question.NEWEST)).containsExactly("apple growers count", "Budget passes", "Quay wall breaks");
        assertThat(titles(sorted(Order.ARRIVAL, true))).containsExactly("Quay wall breaks", "Budget passes", "apple growers count");
        assertThat(titles(sorted(Order.TITLE, true))).containsExactly("apple growers count", "Budget passes", "Quay wall breaks");
        assertThat(titles(sorted(Order.SOURCE, true))).containsExactly("Budget passes", "apple growers count", "Quay wall breaks");
        assertThat(titles(sorted(Order.CATEGORY, false))).containsExactly("Quay wall breaks", "Budget passes", "apple growers count");
    }

    @Test
    public void wordsSourceAndCategoryNarrowTheList() {
        assertThat(titles(new Question("wal", "", "", false, Order.ARRIVAL, false))).containsExactly("Quay wall breaks");
        assertThat(titles(new Question("", "Northwire", "", false, Order.ARRIVAL, false))).containsExactly("apple growers count", "Quay wall breaks");
        assertThat(titles(new Question("", "", "politics", false, Order.ARRIVAL, false))).containsExactly("Budget passes");
        assertThat(titles(new Question("", "", "100%_", false, Order.ARRIVAL, false))).isEmpty();
        assertThat(titles(new Question("%%%", "", "", false, Order.ARRIVAL, false))).isEmpty();
    }

    @Test
    public void whatIsTakenOrSpikedLeavesTheList() {
        var rows = lines().rows(Question.NEWEST);
        var budget = lines().lines(List.of(rows[1])).getFirst();
        wire().spike(budget.id(), MORNING);

        assertThat(titles(Question.NEWEST)).containsExactly("apple growers count", "Quay wall breaks");
        assertThat(titles(new Question("", "", "", true, Order.ARRIVAL, false))).containsExactly("Budget passes");
        assertThat(lines().openBySource()).containsExactly(java.util.Map.entry("Northwire", 2L));
        assertThat(lines().openAfter(rows[2])).isEqualTo(1);
        assertThat(lines().newest()).isEqualTo(rows[0]);
    }

    private List<String> titles(Question question) {
        return lines().lines(Arrays.stream(lines().rows(question)).boxed().toList()).stream().map(WireLine::title).toList();
    }

    private static Question sorted(Order order, boolean ascending) {
        return new Question("", "", "", false, order, ascending);
    }

    private void deliver(String source, String title, String category) {
        var item = new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, title, null, title, "Short.", "<p>" + title + "</p>", List.of(), List.of(category),
                "en", null, null, null, MORNING, null, Hash.hex("raw"), Hash.hex(title));
        wire().deliver(UUID.nameUUIDFromBytes(source.getBytes()), source, List.of(new Wire.Delivery(title, item)));
    }
}
