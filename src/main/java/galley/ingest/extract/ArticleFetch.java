package galley.ingest.extract;

import galley.ingest.Ask;
import galley.ingest.Cleaner;
import galley.ingest.Feed;
import galley.ingest.Feeds;
import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.story.FullText;
import galley.story.Hash;
import galley.story.Wire;
import galley.story.WireEntry;
import galley.work.Cancel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Fetches the article behind a wire item and keeps it beside what the feed delivered: at an editor's word, or after a pull where the
/// feed's setting asks for it. Where a page holds too little the feed's own words stay, and the record says why.
public final class ArticleFetch {

    private static final int SHORT = 600;
    private static final int AT_ONCE = 200;
    private static final Duration LATELY = Duration.ofDays(2);

    private final Wire wire;
    private final Feeds feeds;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Supplier<UUID> newId;

    public ArticleFetch(Wire wire, Feeds feeds, Fetcher fetcher, Clock clock, Supplier<UUID> newId) {
        this.wire = wire;
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.clock = clock;
        this.newId = newId;
    }

    /// Fetches at an editor's word, whatever was fetched before.
    public FullText fetch(WireEntry entry) {
        var text = fetched(entry, feeds.byId(entry.feed()).orElse(null));
        wire.keepFullText(text);
        return text;
    }

    /// Fetches what feeds want fetched: new items that carry no more than a summary, each once.
    ///
    /// @param lately the newest entries that nobody has taken
    /// @param routed whether a rule asks for an entry's article
    public int fetchWanted(List<WireEntry> lately, Predicate<UUID> routed, Cancel cancel) {
        var since = clock.instant().minus(LATELY);
        int fetched = 0;
        for (var entry : lately) {
            if (cancel.isWished() || fetched == AT_ONCE) {
                break;
            }
            var feed = feeds.byId(entry.feed()).orElse(null);
            if (feed != null && entry.firstSeen().isAfter(since) && (feed.wishes().fullText() == Feed.FullText.WHEN_SHORT || routed.test(entry.id()))
                    && Weight.of(Cleaner.plainText(entry.latest().fullestText())) < SHORT && entry.latest().link() != null
                    && wire.fullTexts(entry.id()).stream().noneMatch(text -> text.version() == entry.latest().version())) {
                fetch(entry);
                fetched++;
            }
        }
        return fetched;
    }

    private FullText fetched(WireEntry entry, @Nullable Feed feed) {
        var link = entry.latest().link();
        if (link == null) {
            return none(entry, "", "The item names no page of its own; the feed's words stay.");
        }
        var fetched = fetcher.ask(feed == null ? Ask.foundIn("https://nowhere.invalid/", link) : Ask.foundIn(feed.url(), link)).what();
        return switch (fetched) {
            case Fetched.Document page -> read(entry, page);
            case Fetched.Failed failed -> failed.reason() == Fetched.Reason.GONE ? gone(entry, link) : none(entry, link, failed.problem() + " The feed's words stay.");
            case Fetched.Unchanged same -> none(entry, link, "The page sent nothing. The feed's words stay.");
        };
    }

    private FullText read(WireEntry entry, Fetched.Document page) {
        var found = Extractor.of(page.bytes(), page.contentType(), page.url());
        int had = Weight.of(Cleaner.plainText(entry.latest().fullestText()));
        boolean enough = !found.isLittle() && Weight.of(found.text()) >= had;
        var problem = enough ? null : "The page holds less than the feed brought. The feed's words stay.";
        return new FullText(newId.get(), entry.id(), entry.latest().version(), page.url(), clock.instant(), found.title(), found.byline(), found.published(), found.language(),
                found.siteName(), enough ? found.html() : "", Hash.hex(page.bytes()), Hash.hex(String.valueOf(found.title()) + "\u001f" + found.html()), problem);
    }

    /// The source says outright that it took the article back; a page that is merely missing says nothing.
    private FullText gone(WireEntry entry, String link) {
        wire.withdraw(entry.feed(), entry.key(), new Wire.Withdrawal(clock.instant(), "GONE", ""));
        return none(entry, link, "The source took the article off its site for good (410). The feed's words stay.");
    }

    private FullText none(WireEntry entry, String link, String problem) {
        return new FullText(newId.get(), entry.id(), entry.latest().version(), link, clock.instant(), null, null, null, null, null, "", Hash.hex(new byte[0]), Hash.hex(""), problem);
    }
}
