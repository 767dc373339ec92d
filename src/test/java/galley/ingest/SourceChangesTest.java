package galley.ingest;

import static galley.store.NewsroomInATest.done;
import static org.assertj.core.api.Assertions.assertThat;

import galley.signoff.Meaning;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.SourceChanges;
import galley.story.Story;
import galley.story.StoryText;
import galley.story.WordDiff;
import galley.work.Cancel;
import galley.work.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to a story when its source says something else: it is told, and the editor's copy stays as it is.
class SourceChangesTest {

    private static final String ONE = item("1", "Harbour opens again", "The harbour opens on Thursday, the harbour office said.");
    private static final String TWO = item("2", "Quay tax doubled", "The council doubled the quay tax.");

    @TempDir
    Path folder;
    private NewsroomInATest newsroom;
    private final FeedServer server = new FeedServer();
    private Fetcher fetcher;
    private Puller puller;

    @BeforeEach
    void open() {
        newsroom = new NewsroomInATest(folder);
        fetcher = new Fetcher("", newsroom.clock, Duration.ofSeconds(5));
        puller = new Puller(newsroom.store.forPulling(), fetcher, newsroom.clock);
        newsroom.store.feeds().add(Feed.at(Store.newId(), server.url("/rss"), newsroom.clock.instant()));
        pull(ONE + TWO);
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        newsroom.close();
    }

    @Test
    void aChangedItemIsToldWithItsWordsAndTheEditorsCopyStays() {
        var story = take("Harbour opens again");
        done(newsroom.type(story, newsroom.rosa, newsroom.file(story).text().withHeadline("Port to reopen")));
        done(newsroom.sign(story, Meaning.EDITED, newsroom.rosa));
        var before = newsroom.file(story).text();

        pull(ONE.replace("Thursday", "Friday") + TWO);

        assertThat(newsroom.file(story).text()).isEqualTo(before);
        var change = changes().open().getFirst();
        assertThat(change).extracting(SourceChanges.Change::headline, SourceChanges.Change::isAlarm, SourceChanges.Change::told)
                .containsExactly("Port to reopen", true, "The source has changed its copy.");
        var words = SourceChanges.words(newsroom.store.wire().versions(change.entry()), change).stream().flatMap(b -> b.runs().stream()).filter(r -> r.kind() != WordDiff.Kind.SAME)
                .map(r -> r.kind() + " " + r.text().strip()).collect(Collectors.joining(", "));
        assertThat(words).isEqualTo("REMOVED Thursday, ADDED Friday");
    }

    @Test
    void whatSomebodyHasNotedIsNotToldAgainUntilTheSourceSaysMore() {
        var story = take("Harbour opens again");
        pull(ONE.replace("Thursday", "Friday") + TWO);

        changes().note(story.id(), newsroom.rosa.id());
        assertThat(changes().open()).isEmpty();

        pull(ONE.replace("Thursday", "Saturday") + TWO);
        assertThat(changes().of(story.id())).hasValueSatisfying(c -> assertThat(c.latest() - c.taken()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"1\" when=\"2026-11-17T09:00:00Z\"><at:comment>Sent by mistake</at:comment></at:deleted-entry>",
        "<item><guid isPermaLink=\"false\">1</guid><title>Harbour opens again</title><pubStatus>canceled</pubStatus></item>",
        "<item><guid isPermaLink=\"false\">1</guid><title>WITHDRAWN: Harbour opens again</title><description>Do not use.</description></item>",
        "<item><guid isPermaLink=\"false\">9</guid><title>LARN-KILL: MANDATORY KILL - harbour opens again</title></item>"})
    void whatTheSourceTakesBackIsAnAlarmOnWhatPeopleStandBy(String takenBack) {
        var story = take("Harbour opens again");
        done(newsroom.sign(story, Meaning.EDITED, newsroom.rosa));

        pull(TWO + takenBack.replace("LARN-KILL: ", ""));

        assertThat(changes().open()).singleElement().satisfies(change -> {
            assertThat(change.story()).isEqualTo(story.id());
            assertThat(change.isAlarm()).isTrue();
            assertThat(change.withdrawal()).isNotNull();
            assertThat(change.told()).startsWith("The source ");
        });
        pull(TWO + takenBack.replace("LARN-KILL: ", "") + " ");
        assertThat(newsroom.store.wire().withdrawals(changes().open().getFirst().entry())).hasSize(1);
    }

    @Test
    void whatIsOnlyNotListedAnyMoreWasNotTakenBack() {
        take("Harbour opens again");
        pull(TWO);
        pull("");

        assertThat(changes().open()).isEmpty();
    }

    @Test
    void whatWasSpikedDoesNotReturnUnderAnotherGuidOrInAnotherVersion() {
        var entry = newsroom.store.wire().untaken(Long.MAX_VALUE, 9).stream().filter(e -> e.latest().title().startsWith("Quay")).findFirst().orElseThrow();
        newsroom.store.wire().spike(entry.id(), newsroom.clock.instant());

        pull(ONE + TWO.replace(">2</guid>", ">two</guid>"));
        pull(ONE + TWO.replace("doubled the", "trebled the"));
        pull(ONE);
        pull(ONE + TWO);

        assertThat(newsroom.store.wire().untaken(Long.MAX_VALUE, 9)).extracting(e -> e.latest().title()).containsExactly("Harbour opens again");
    }

    @Test
    void anEntryOlderThanTheLastOneSeenIsNotLost() {
        assertThat(pull(ONE + item("0", "From last week", "Late.").replace("</item>", "<pubDate>Tue, 10 Nov 2026 08:00:00 GMT</pubDate></item>")).fresh()).isEqualTo(1);
    }

    private SourceChanges changes() {
        return newsroom.store.sourceChanges(newsroom.clock);
    }

    private Story take(String title) {
        var entry = newsroom.store.wire().untaken(Long.MAX_VALUE, 9).stream().filter(e -> e.latest().title().equals(title)).map(e -> e.id()).findFirst().orElse(new UUID(0, 0));
        newsroom.clock.pass(Duration.ofMinutes(1));
        return done(newsroom.flow.take(entry, newsroom.rosa, item -> StoryText.of(item.title(), "<p>" + item.summary() + "</p>")));
    }

    private PullReport pull(String items) {
        newsroom.clock.pass(Duration.ofMinutes(10));
        server.serve("/rss", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Wire</title>" + items + "</channel></rss>");
        var report = puller.pullAll(Progress.Watcher.NONE, new Cancel());
        assertThat(report.failed()).isEqualTo(List.of());
        return report;
    }

    private static String item(String guid, String title, String words) {
        return "<item><guid isPermaLink=\"false\">" + guid + "</guid><title>" + title + "</title><link>https://harbour.example/" + guid + "</link><description>" + words + "</description></item>";
    }
}
