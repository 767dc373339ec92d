package galley.ingest;

import galley.desk.Settings;
import galley.story.InOneGo;
import galley.story.Rights;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The newsroom's feeds as a list that other programs read (OPML), brought in and handed out without loss.
public final class Subscriptions {

    /// What came of bringing in a list.
    ///
    /// @param feeds how many different feeds the list names
    /// @param added those that were new here
    /// @param known those that were here already
    /// @param folders that the list names, levels divided by "/"
    /// @param refused what cannot be subscribed to, and why; it stays in the list
    public record Imported(int feeds, int added, int known, List<String> folders, List<Refused> refused) {

        public Imported {
            folders = List.copyOf(folders);
            refused = List.copyOf(refused);
        }
    }

    public record Refused(String url, String title, String problem) {}

    private static final String KEPT = "subscriptions";

    private final Feeds feeds;
    private final Settings settings;
    private final InOneGo inOneGo;
    private final Clock clock;
    private final Supplier<UUID> newId;

    public Subscriptions(Feeds feeds, Settings settings, InOneGo inOneGo, Clock clock, Supplier<UUID> newId) {
        this.feeds = feeds;
        this.settings = settings;
        this.inOneGo = inOneGo;
        this.clock = clock;
        this.newId = newId;
    }

    /// Subscribes to what the list names. Null when the bytes are no list of subscriptions; then nothing has changed.
    ///
    /// @param files whether addresses of files on this machine are taken too
    public @Nullable Imported bringIn(byte[] bytes, boolean files) {
        var list = OutlineXml.read(bytes);
        return list == null ? null : inOneGo.together(() -> take(list, files));
    }

    /// The list as OPML.
    ///
    /// @param title what the list is called when no imported list has named it
    public String handOut(String title) {
        return kept().of(feeds.all(), title).xml();
    }

    private Imported take(SubscriptionList list, boolean files) {
        var folders = new LinkedHashSet<String>();
        var named = new HashSet<String>();
        var refused = new ArrayList<Refused>();
        int added = 0;
        for (var one : list.subscriptions()) {
            if (!one.folder().isEmpty()) {
                folders.add(one.folder());
            }
            var address = address(one.url(), files);
            if (address == null) {
                refused.add(new Refused(one.url(), one.title(), isFile(one.url()) ? "It is a file on this machine; “galley feed import --files” takes such feeds too."
                        : "This is no web address."));
                continue;
            }
            boolean first = named.add(address);
            if (first && feeds.add(feed(one, address))) {
                added++;
            }
            feeds.byUrl(address).ifPresent(feed -> SubscriptionList.mark(one.outline(), feed.id()));
        }
        settings.choose(KEPT, kept().with(list).xml());
        return new Imported(named.size(), added, named.size() - added, List.copyOf(folders), refused);
    }

    /// Null when it may not be subscribed to: a list from elsewhere has no business with files on this machine, save those that are
    /// subscribed to already.
    private @Nullable String address(String url, boolean files) {
        if (url.matches("(?i)(?:feed:|https?:|//).*") || isFile(url) && files) {
            return FeedAddress.of(url).orElse(null);
        }
        return isFile(url) ? FeedAddress.of(url).filter(file -> feeds.byUrl(file).isPresent()).orElse(null) : null;
    }

    private static boolean isFile(String url) {
        return url.regionMatches(true, 0, "file:", 0, 5);
    }

    private Feed feed(SubscriptionList.Subscription one, String address) {
        var site = Links.isWeb(one.site()) ? one.site() : null;
        return Feed.at(newId.get(), address, clock.instant()).namedBy(one.title().isEmpty() ? null : one.title(), site)
                .described(one.title().isEmpty() ? address : one.title(), SubscriptionList.ours(one.outline(), "source"), one.category(), rights(one.outline()))
                .inFolder(one.folder()).paused(SubscriptionList.ours(one.outline(), "paused").equals("true"));
    }

    private static Rights rights(Element outline) {
        var word = SubscriptionList.ours(outline, "rights").toUpperCase(Locale.ROOT).replace('-', '_');
        for (var rights : Rights.values()) {
            if (rights.name().equals(word)) {
                return rights;
            }
        }
        return Rights.UNSTATED;
    }

    private SubscriptionList kept() {
        var xml = settings.choice(KEPT).orElse("");
        var list = xml.isEmpty() ? null : OutlineXml.read(xml.getBytes(StandardCharsets.UTF_8));
        return list == null ? SubscriptionList.empty() : list;
    }
}
