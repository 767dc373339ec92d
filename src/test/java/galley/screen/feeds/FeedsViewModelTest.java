package galley.screen.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import galley.ingest.Feed;
import galley.ingest.Login;
import galley.store.NewsroomInATest;
import galley.work.ImmediateWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsViewModelTest {

    @TempDir
    Path folder;
    private FeedsInATest feeds;
    private FeedsViewModel model;

    @BeforeEach
    void open() {
        feeds = new FeedsInATest(new NewsroomInATest(folder.resolve("newsroom")), new ImmediateWork());
        model = feeds.model;
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void aPullFromHereIsFollowedByWhatFollowsEveryPull() throws IOException {
        var file = Files.writeString(folder.resolve("wire.xml"), "<rss version='2.0'><channel><title>Harbour Wire</title><item><title>Bridge</title></item></channel></rss>");
        feeds.newsroom.store.feeds().add(Feed.at(galley.store.Store.newId(), file.toUri().toString(), feeds.ago(Duration.ofDays(1))));

        model.pull(java.util.List.of());

        assertThat(feeds.settled).isEqualTo(1);
        assertThat(feeds.said).contains("1 new, 0 changed");
    }

    @Test
    void troubleStandsFirstAndSaysWhatIsHappening() {
        feeds.filled();
        model.refresh();

        assertThat(model.rows()).extracting(FeedRow::state).startsWith(FeedRow.State.FAILING, FeedRow.State.FAILING, FeedRow.State.IDLE, FeedRow.State.IDLE,
                FeedRow.State.SLOW, FeedRow.State.PAUSED, FeedRow.State.WELL);
        assertThat(model.rows().getFirst().doing()).isEqualTo("Asks for a name and password (401), 7 times in a row");
        assertThat(model.rows()).filteredOn(row -> row.state() == FeedRow.State.IDLE).allSatisfy(row -> assertThat(row.doing()).matches("Idle too long: nothing new for \\d+ (hours|days), usually \\d+ a day"));
        assertThat(model.rows()).filteredOn(row -> row.state() == FeedRow.State.SLOW).extracting(FeedRow::doing).containsExactly("Takes 14 seconds to answer, usually 1 second");
        assertThat(model.rows().getFirst().failed().reversed().subList(0, 6)).allMatch(n -> n > 0);
        assertThat(model.count(FeedRow.State.IDLE)).isEqualTo(2);
        model.sort(false);
        assertThat(model.rows().getFirst().feed().title()).isEqualTo("Coast Radio");
    }

    @Test
    void theListIsNarrowedByStateAndByWords() {
        feeds.filled();
        model.refresh();

        model.onlyProperty().set(FeedRow.State.PAUSED);
        assertThat(model.rows()).extracting(row -> row.feed().title()).containsExactly("Orchard Growers");
        model.onlyProperty().set(null);
        model.wordsProperty().set("alsahel.example");
        assertThat(model.rows()).extracting(row -> row.feed().title()).containsExactly("وكالة الساحل، اقتصاد");
    }

    @Test
    void aFeedThatIsMeantToBeSilentIsNotTold() {
        var feed = feeds.add("Fisheries Office", "https://office.example/notices.atom", 1, Duration.ofDays(6), null, 0, false);
        feeds.newsroom.store.feeds().update(feed.wishing(new Feed.Wishes(null, Duration.ofDays(30), Feed.FullText.AT_A_WORD)));
        model.refresh();
        assertThat(model.rows().getFirst().state()).isEqualTo(FeedRow.State.WELL);
    }

    @Test
    void settingsAreKeptAndAPasswordWithThem() {
        feeds.add("Halden Ledger", "https://halden.example/feed", 2, Duration.ofMinutes(40), null, 0, false);
        model.refresh();
        model.edit(model.rows().getFirst().feed());
        var draft = model.editingProperty().get();
        assertThat(draft.nameProperty().get()).isEqualTo("quay");

        draft.categoryProperty().set("Economy");
        draft.everyProperty().set(FeedDraft.EVERY.get(2));
        draft.fullTextProperty().set(true);
        draft.passwordProperty().set("other");
        draft.excerptProperty().set("eighty");
        model.keepEdit();
        assertThat(draft.excerptProblemProperty().get()).startsWith("A number of words");
        assertThat(model.editingProperty().get()).isNotNull();
        draft.excerptProperty().set("80");
        draft.creditProperty().set("Halden Ledger, Skerrow");
        draft.licenceProperty().set("CC BY 4.0");
        draft.rightsProperty().set(galley.story.Rights.REWORK);
        model.keepEdit();

        var kept = feeds.newsroom.store.feeds().all().getFirst();
        assertThat(feeds.newsroom.store.terms().of(kept.id())).isEqualTo(new galley.ingest.Terms(80, "CC BY 4.0", "Halden Ledger, Skerrow"));
        assertThat(kept.rights()).isEqualTo(galley.story.Rights.REWORK);
        assertThat(kept.category()).isEqualTo("Economy");
        assertThat(kept.wishes()).isEqualTo(new Feed.Wishes(Duration.ofMinutes(15), null, Feed.FullText.WHEN_SHORT));
        assertThat(feeds.newsroom.store.logins().of(kept.id())).contains(new Login("quay", "other"));
        assertThat(model.editingProperty().get()).isNull();
    }

    @Test
    void anAddressIsLookedAtBeforeItIsAdded() throws IOException {
        var file = Files.writeString(folder.resolve("harbour.xml"), "<rss version=\"2.0\"><channel><title>Harbour Bulletin</title><item><title>The wall is open</title></item></channel></rss>");
        model.take(file.toString());

        assertThat(model.lookProperty().get()).satisfies(look -> {
            assertThat(look.title()).isEqualTo("Harbour Bulletin");
            assertThat(look.headlines()).containsExactly("The wall is open");
        });
        model.addTyped(() -> { });

        assertThat(model.rows()).extracting(row -> row.feed().title()).containsExactly("Harbour Bulletin");
        assertThat(feeds.newsroom.store.wire().countUntaken()).isEqualTo(1);
        model.take(file.toString());
        model.addTyped(() -> { });
        assertThat(model.remarkProperty().get().happened()).isEqualTo("This feed is here already.");
    }

    @Test
    void whatIsRemovedComesBackAtAWordWithoutItsItemsComingTwice() throws IOException {
        var file = Files.writeString(folder.resolve("harbour.xml"), "<rss version=\"2.0\"><channel><title>Harbour Bulletin</title><item><title>The wall is open</title></item></channel></rss>");
        model.add(java.util.List.of(file.toString()), () -> { });
        var feed = model.rows().getFirst().feed();
        model.remove(feed);
        assertThat(model.rows()).isEmpty();
        model.add(java.util.List.of(file.toString()), () -> { });
        assertThat(feeds.newsroom.store.wire().countUntaken()).isEqualTo(1);
    }

    @Test
    void aListIsBroughtInAndHandedOut() throws IOException {
        var list = Files.writeString(folder.resolve("list.opml"), "<opml version=\"2.0\"><body><outline text=\"Coast\"><outline type=\"rss\" text=\"Harbour\" xmlUrl=\"https://harbour.example/rss\"/></outline></body></opml>");
        model.importList(list);
        assertThat(feeds.said).last().isEqualTo("1 feed added, 0 here already");
        assertThat(model.rows().getFirst().feed().folder()).isEqualTo("Coast");
        model.exportList(folder.resolve("out.opml"));
        assertThat(Files.readString(folder.resolve("out.opml"))).contains("https://harbour.example/rss");
    }
}
