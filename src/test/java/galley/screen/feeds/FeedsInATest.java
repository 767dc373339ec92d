package galley.screen.feeds;

import galley.ingest.Feed;
import galley.ingest.FeedFinder;
import galley.ingest.Fetcher;
import galley.ingest.Fetches;
import galley.ingest.Login;
import galley.ingest.Puller;
import galley.ingest.Subscriptions;
import galley.notice.Notice;
import galley.screen.common.Command;
import galley.screen.common.Notices;
import galley.screen.common.Times;
import galley.store.NewsroomInATest;
import galley.store.Store;
import galley.story.Rights;
import galley.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A newsroom with feeds in every state, for tests and pictures of the feeds screen.
final class FeedsInATest implements Notices, AutoCloseable {

    final NewsroomInATest newsroom;
    final FeedsViewModel model;
    final List<String> said = new ArrayList<>();
    private final Fetcher fetcher = new Fetcher("");
    /// How often what follows a pull was done.
    int settled;

    FeedsInATest(NewsroomInATest newsroom, Work work) {
        this.newsroom = newsroom;
        var store = newsroom.store;
        model = new FeedsViewModel(new FeedsViewModel.Desk(store.feeds(), store.fetches(), store.logins(), store.wire(),
                () -> new Puller(store.forPulling(), fetcher, newsroom.clock), () -> new FeedFinder(new Fetcher("")), () -> fetcher,
                () -> new Subscriptions(store.feeds(), store.settings(), store.inOneGo(), newsroom.clock, Store::newId), store.terms(), Store::newId, times(), _ -> settled++, () -> { }), work, this);
    }

    Times times() {
        return new Times(newsroom.clock);
    }

    Instant ago(Duration time) {
        return newsroom.clock.instant().minus(time);
    }

    FeedsInATest filled() {
        add("Coast Radio", "https://feeds.coastradio.example/news", 3, Duration.ofHours(7), "feeds.coastradio.example asks for a name and password (401). Set the sign-in of this feed.", 7, false);
        add("Skell Gazette", "https://skellgazette.example/rss.xml", 2, Duration.ofHours(6), "skellgazette.example broke off its answer. Nothing to do: it is asked again later.", 3, false);
        add("Fisheries Office", "https://office.example/notices.atom", 1, Duration.ofDays(6), null, 0, false);
        add("وكالة الساحل، اقتصاد", "https://alsahel.example/economy", 1, Duration.ofHours(60), null, 0, false);
        add("Tidewater News", "https://tidewater.example/all", 5, Duration.ofMinutes(20), null, 0, false);
        for (var name : List.of("Northwire, national", "Northwire, weather", "Meridian Press", "Halden Ledger", "港湾通信", "Kestrel Sound Council", "Velmark Schools",
                "Larnholm Island Line", "Marine Lab, a research institute with a very long name that does not fit", "Harbour Bulletin")) {
            add(name, "https://" + Math.abs(name.hashCode() % 9999) + ".example/feed", 1 + Math.abs(name.hashCode() % 6), Duration.ofMinutes(40), null, 0, false);
        }
        add("Orchard Growers", "https://growers.example/atom", 1, Duration.ofDays(3), null, 0, true);
        return this;
    }

    Feed add(String title, String url, int each, Duration lastNew, @Nullable String problem, int failures, boolean paused) {
        var store = newsroom.store;
        var now = newsroom.clock.instant();
        var feed = Feed.at(Store.newId(), url, ago(Duration.ofDays(20))).described(title, title, "Local news", Rights.REWORK).inFolder("Coast/Harbours");
        store.feeds().add(feed);
        var random = new Random(title.hashCode());
        for (int hour = 24 * 8; hour >= 0; hour--) {
            var at = now.minus(Duration.ofHours(hour));
            boolean silent = Duration.ofHours(hour).compareTo(lastNew) < 0;
            int fresh = silent ? 0 : random.nextInt(each * 2) + (each > 1 ? 1 : 0);
            if (fresh > 0 || problem != null && silent) {
                store.fetches().keep(new Fetches.Fetch(feed.id(), at, silent ? 401 : 200, Duration.ofMillis(420), silent ? 0 : 118_000, fresh, 0, silent ? problem : null,
                        Map.of("content-type", List.of("application/rss+xml"), "etag", List.of("\"5f2-18\"")), silent ? null : "ab".repeat(32)), null);
            }
        }
        boolean slow = title.startsWith("Tidewater");
        store.feeds().remember(feed.id(), new Feed.Health("\"x\"", null, now, null, false, ago(Duration.ofMinutes(12)), ago(problem == null ? Duration.ofMinutes(12) : lastNew),
                problem, failures, now.plus(Duration.ofMinutes(18)), new Feed.Rhythm(60, 0, 0, Duration.ofMinutes(15), null, ago(lastNew), Duration.ofSeconds(slow ? 14 : 1),
                Duration.ofSeconds(1))));
        if (title.startsWith("Halden")) {
            store.logins().keep(feed.id(), new Login("quay", "word"));
        }
        if (paused) {
            store.feeds().update(store.feeds().byId(feed.id()).orElseThrow().paused(true));
        }
        return feed;
    }

    @Override
    public void say(String icon, String words, Command... acts) {
        said.add(words);
    }

    @Override
    public void tell(Notice notice) {
        said.add(notice.inOneLine());
    }

    @Override
    public void close() {
        fetcher.close();
        newsroom.close();
    }
}
