package galley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.story.Wire.Arrival;
import galley.story.Wire.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every database must keep of what feeds delivered.
public abstract class WireContract {

    private static final Instant MORNING = Instant.parse("2026-11-17T08:00:00Z");
    private static final UUID NORTHWIRE = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID MERIDIAN = UUID.fromString("018f0000-0000-7000-8000-000000000002");

    protected abstract Wire wire();

    private static WireItem item(String guid, String title, String body, @Nullable Instant published) {
        return new WireItem(UUID.randomUUID(), UUID.randomUUID(), 7, guid, "https://northwire.example/" + guid, title, "In short: " + title, body,
                List.of("A. Reporter", "Ömer Ünal"), List.of("Weather", "Sea, \"rough\""), "en", "© Northwire", published, null, MORNING, "https://northwire.example/a.jpg",
                Hash.hex("raw"), Hash.hex(title + body));
    }

    private static Delivery delivery(String guid, String title) {
        return new Delivery(guid, item(guid, title, "<p>As the wire has it: " + title + ".</p>", MORNING));
    }

    private List<Arrival> deliver(Delivery... deliveries) {
        return wire().deliver(NORTHWIRE, "Northwire", List.of(deliveries));
    }

    private List<String> untaken() {
        return wire().untaken(Long.MAX_VALUE, 100).stream().map(entry -> entry.latest().title()).toList();
    }

    @Test
    public void whatComesIsNewThenKnownAndAChangeIsAVersionBesideTheOld() {
        var one = delivery("1", "Quay wall breaks");
        assertThat(deliver(one, delivery("2", "Ferry leaves"))).containsExactly(Arrival.NEW, Arrival.NEW);
        assertThat(deliver(delivery("2", "Ferry leaves"), one)).containsExactly(Arrival.KNOWN, Arrival.KNOWN);
        assertThat(deliver(delivery("1", "Quay wall breaks twice"))).containsExactly(Arrival.CHANGED);

        assertThat(untaken()).containsExactly("Ferry leaves", "Quay wall breaks twice");
        var entry = wire().untaken(Long.MAX_VALUE, 100).getLast();
        assertThat(wire().versions(entry.id())).extracting(WireItem::title, WireItem::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Quay wall breaks", 1), org.assertj.core.groups.Tuple.tuple("Quay wall breaks twice", 2));
        assertThat(wire().versions(entry.id()).getFirst()).usingRecursiveComparison().ignoringFields("id", "entry", "version").isEqualTo(one.item());
        assertThat(wire().entry(entry.id())).contains(entry);
        assertThat(wire().entry(UUID.randomUUID())).isEmpty();
    }

    @Test
    public void theSameKeyOfTwoFeedsIsTwoThings() {
        deliver(delivery("1", "Quay wall breaks"));
        assertThat(wire().deliver(MERIDIAN, "Meridian Press", List.of(delivery("1", "Quay wall breaks")))).containsExactly(Arrival.NEW);

        assertThat(wire().countOf(NORTHWIRE)).isEqualTo(1);
        assertThat(wire().countOf(MERIDIAN)).isEqualTo(1);
        assertThat(wire().countUntaken()).isEqualTo(2);
    }

    @Test
    public void aDeliveryIsKeptWholeOrNotAtAll() {
        var good = delivery("1", "Quay wall breaks");
        var bad = new Delivery("2", new WireItem(UUID.randomUUID(), UUID.randomUUID(), 1, "2", null, "No hash", "", "", List.of(), List.of(), "en", null, null, null, MORNING,
                null, "", ""));

        assertThatThrownBy(() -> deliver(good, bad)).isInstanceOf(RuntimeException.class);
        assertThat(wire().countUntaken()).isZero();
        assertThat(wire().search("quay", Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    public void anEntryIsKnownAgainByKeyOrLink() {
        deliver(delivery("1", "Quay wall breaks"), delivery("2", "Ferry leaves"), delivery("3", "Budget passes"));
        deliver(delivery("3", "Budget passes at night"));
        wire().deliver(MERIDIAN, "Meridian Press", List.of(delivery("4", "Elsewhere")));

        assertThat(wire().sightings(NORTHWIRE, Set.of("1", "4"), Set.of("https://northwire.example/3"))).containsExactlyInAnyOrder(
                new Wire.Sighting("1", "https://northwire.example/1", "Quay wall breaks", MORNING),
                new Wire.Sighting("3", "https://northwire.example/3", "Budget passes at night", MORNING));
        assertThat(wire().sightings(NORTHWIRE, Set.of(), Set.of())).isEmpty();
    }

    @Test
    public void theWireIsReadPageByPage() {
        for (int i = 1; i <= 7; i++) {
            deliver(delivery("" + i, "Item " + i));
        }
        var first = wire().untaken(Long.MAX_VALUE, 3);
        var second = wire().untaken(first.getLast().row(), 3);

        assertThat(first).extracting(entry -> entry.latest().title()).containsExactly("Item 7", "Item 6", "Item 5");
        assertThat(second).extracting(entry -> entry.latest().title()).containsExactly("Item 4", "Item 3", "Item 2");
    }

    @Test
    public void whatIsTakenOrSpikedLeavesTheWireAndASpikeComesBack() {
        deliver(delivery("1", "Quay wall breaks"), delivery("2", "Ferry leaves"), delivery("3", "Budget passes"));
        var entries = wire().untaken(Long.MAX_VALUE, 10);
        var story = UUID.randomUUID();

        wire().markTaken(entries.get(0).id(), story);
        wire().spike(entries.get(1).id(), MORNING);
        wire().markSeen(entries.get(2).id());

        assertThat(untaken()).containsExactly("Quay wall breaks");
        assertThat(wire().entry(entries.get(0).id()).orElseThrow().story()).isEqualTo(story);
        assertThat(wire().entry(entries.get(1).id()).orElseThrow().spiked()).isEqualTo(MORNING);
        assertThat(wire().entry(entries.get(2).id()).orElseThrow().seen()).isTrue();
        wire().unspike(entries.get(1).id());
        assertThat(untaken()).containsExactly("Ferry leaves", "Quay wall breaks");
        assertThat(wire().search("budget", Long.MAX_VALUE, 10)).as("search finds what is taken too").hasSize(1);
    }

    @Test
    public void whatChangedIsUnseenAgain() {
        deliver(delivery("1", "Quay wall breaks"));
        var entry = wire().untaken(Long.MAX_VALUE, 1).getFirst();
        wire().markSeen(entry.id());
        deliver(delivery("1", "Quay wall breaks twice"));

        assertThat(wire().entry(entry.id()).orElseThrow().seen()).isFalse();
    }

    @Test
    public void headlinesAreHeardSinceATime() {
        deliver(new Delivery("1", item("1", "Old", "", MORNING.minusSeconds(7200))), new Delivery("2", item("2", "New", "", MORNING.plusSeconds(60))),
                new Delivery("3", item("3", "Undated", "", null)));

        assertThat(wire().heardSince(MORNING, 10)).containsExactly(new Wire.Heard("Undated", "Northwire", MORNING), new Wire.Heard("New", "Northwire", MORNING.plusSeconds(60)));
        assertThat(wire().heardSince(MORNING, 1)).hasSize(1);
    }

    @Test
    public void theWireIsSearchedByTheWordsOfItsNewestVersion() {
        deliver(delivery("1", "Quay wall breaks"), delivery("2", "Ferry leaves the quay"), delivery("3", "桥梁工程完成"));
        deliver(delivery("1", "Sea wall breaks"));

        assertThat(found("quay")).containsExactly("Ferry leaves the quay");
        assertThat(found("wall")).containsExactly("Sea wall breaks");
        assertThat(found("northw wa")).as("its source, and beginnings").containsExactly("Sea wall breaks");
        assertThat(found("工程")).containsExactly("桥梁工程完成");
        assertThat(found("\"")).isEmpty();
        var all = wire().search("wire", Long.MAX_VALUE, 10);
        assertThat(wire().search("wire", all.get(0).row(), 1)).extracting(WireEntry::id).containsExactly(all.get(1).id());
    }

    private List<String> found(String words) {
        return wire().search(words, Long.MAX_VALUE, 10).stream().map(entry -> entry.latest().title()).toList();
    }
}
