package galley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import galley.ingest.Feed;
import galley.ingest.Fetcher;
import galley.ingest.PullReport;
import galley.ingest.Puller;
import galley.ingest.rule.Action;
import galley.ingest.rule.Condition;
import galley.ingest.rule.Rule;
import galley.ingest.rule.RuleBook;
import galley.ingest.rule.RuleBookContract;
import galley.story.WireLine;
import galley.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRuleBookTest extends RuleBookContract {

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatArrivesGoesWhereTheRulesSay() throws IOException {
        rule("Ships", true, "title contains bridge", "category Harbour", "desk Harbour", "tag bridges", "priority 1", "notify", "full text");
        rule("Noise", true, "title contains horoscope", "spike");
        rule("Tried only", false, "title contains tide", "spike");

        assertEquals(Map.of("Ships", 1), pull("<item><guid>1</guid><title>Bridge reopens</title><category>News</category></item><item><guid>2</guid><title>Your horoscope</title></item>"
                + "<item><guid>3</guid><title>Tide tables</title></item>").notices());

        var lines = store.wireLines();
        assertThat(lines.lines(java.util.Arrays.stream(lines.rows(WireLine.Question.NEWEST)).boxed().toList())).extracting(WireLine::title, WireLine::category)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("Bridge reopens", "Harbour"), org.assertj.core.groups.Tuple.tuple("Tide tables", ""));
        assertEquals(1, lines.rows(new WireLine.Question("", "", "harbour", false, WireLine.Order.CATEGORY, true)).length);
        assertEquals(1, lines.rows(new WireLine.Question("", "", "", true, WireLine.Order.ARRIVAL, false)).length);
        var bridge = store.wire().search("bridge", Long.MAX_VALUE, 1).getFirst();
        assertEquals(Optional.of(new RuleBook.Sent(Optional.of("Harbour"), Optional.of("Harbour"), List.of("bridges"), Optional.of(1), true)), store.rules().sent(bridge.id()));
        assertEquals(List.of("News"), bridge.latest().categories());
        assertThat(store.rules().tallies()).extracting(RuleBook.Tally::hits).containsExactly(1L, 1L);
    }

    @Test
    void whatIsHereAlreadyStaysWhereItIs() throws IOException {
        pull("<item><guid>1</guid><title>Bridge reopens</title></item>");
        rule("Ships", true, "title contains bridge", "spike");

        pull("<item><guid>1</guid><title>Bridge reopens</title><description>Now with more words</description></item>");

        assertThat(store.wire().countUntaken()).isEqualTo(1);
    }

    private PullReport pull(String items) throws IOException {
        var file = folder.resolve("feed.xml");
        Files.writeString(file, "<rss version='2.0'><channel><title>Harbour Wire</title>" + items + "</channel></rss>");
        store.feeds().add(Feed.at(newId(), file.toUri().toString(), Clock.systemUTC().instant()));
        try (var fetcher = new Fetcher("")) {
            return new Puller(store.forPulling(), fetcher, Clock.systemUTC()).pullAll(progress -> { }, new Cancel());
        }
    }

    private void rule(String name, boolean on, String when, String... then) {
        store.rules().keep(new Rule(newId(), name, null, on, List.of(Condition.read(when)), java.util.Arrays.stream(then).map(Action::read).toList(), false));
    }

    @Override
    protected RuleBook rules() {
        return store.rules();
    }

    @Override
    protected UUID newId() {
        return Store.newId();
    }
}
