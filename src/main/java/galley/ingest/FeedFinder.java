package galley.ingest;

import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the feed behind any address that somebody pastes: the feed itself, what the page names, what its platform is known to
/// offer, and last the usual paths. It asks through [Fetcher], a few addresses at most, and never follows a public page into this
/// machine's own network.
public final class FeedFinder implements AutoCloseable {

    /// @param feeds the best first; empty when nothing was found
    /// @param problem why nothing was found or why what was found could not be checked; null when all is well
    public record Found(List<Candidate> feeds, @Nullable String problem) {

        public Found {
            feeds = List.copyOf(feeds);
        }
    }

    /// @param url as [FeedAddress] writes it
    /// @param title what the feed or the page calls it; empty when neither says
    /// @param how in a word or two where it was found
    /// @param read whether it was fetched and is a feed; false when only the page or the platform says so
    public record Candidate(String url, String title, String how, boolean read) {}

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_ASKED = 16;
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final Fetcher fetcher;
    private final Clock clock;

    public FeedFinder(Fetcher fetcher) {
        this(fetcher, Clock.systemUTC());
    }

    /// A finder that waits for nobody long: whoever pastes an address is looking at it.
    ///
    /// @param contact where a site's owner reaches the newsroom; blank when unknown
    public static FeedFinder impatient(String contact) {
        return new FeedFinder(new Fetcher(contact, Clock.systemUTC(), PATIENCE));
    }

    FeedFinder(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /// @param address as [FeedAddress] writes it
    public Found find(String address) {
        return new Search(address).run();
    }

    /// The feeds that a page in hand names, without asking anybody.
    public static List<Candidate> namedOn(byte[] page, @Nullable String contentType, @Nullable String address) {
        return FeedLinks.on(Decoding.of(page, contentType).text(), address).stream().map(link -> new Candidate(link.url(), link.title(), "named by the page", false)).toList();
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private final class Search {

        private final String start;
        private final java.time.Instant end = clock.instant().plus(LONGEST);
        private final Map<String, Candidate> found = new LinkedHashMap<>();
        private int asked;

        Search(String start) {
            this.start = start;
        }

        Found run() {
            boolean platform = false;
            var directory = KnownPlaces.directory(start);
            if (directory != null && fetcher.fetch(directory) instanceof Fetched.Document answer) {
                var feed = KnownPlaces.inDirectory(new String(answer.bytes(), StandardCharsets.UTF_8));
                platform = feed != null && tryOne(feed, "", "named by the podcast directory");
            }
            for (var place : KnownPlaces.of(start)) {
                platform |= tryOne(place, "", "where this platform keeps it");
            }
            if (platform) {
                return done(null);
            }
            return switch (fetcher.fetch(start)) {
                case Fetched.Document document -> at(document);
                case Fetched.Failed failed -> offline(failed.problem());
                case Fetched.Unchanged nothing -> offline("Nothing came.");
            };
        }

        private Found at(Fetched.Document document) {
            var parsed = parse(document);
            if (parsed.isFeed()) {
                found.put(start, candidate(start, "", "the address itself", parsed));
                return done(null);
            }
            var html = Decoding.of(document.bytes(), document.contentType()).text();
            var links = FeedLinks.on(html, document.url());
            boolean sure = false;
            for (var link : links) {
                sure |= tryLink(link, document.url());
            }
            var inside = KnownPlaces.insidePage(document.url(), html);
            if (inside != null && !sure) {
                sure = tryOne(inside, "", "inside the page");
            }
            boolean declared = links.stream().anyMatch(link -> link.score() >= FeedLinks.DECLARED);
            for (var place : sure || declared ? List.<String>of() : KnownPlaces.wellKnown(document.url())) {
                if (tryOne(place, "", "at a usual path")) {
                    break;
                }
            }
            return done(found.isEmpty() ? "No feed was found at " + start + ". Look for the outlet's page about its feeds and paste that." : null);
        }

        /// Nobody answers: what the platform is known to offer is still worth naming.
        private Found offline(String problem) {
            for (var place : KnownPlaces.of(start)) {
                found.putIfAbsent(place, new Candidate(place, "", "where this platform keeps it", false));
            }
            return done(problem);
        }

        /// A link that the page declares counts even when it cannot be read now; a hint only when it is a feed.
        private boolean tryLink(FeedLinks.Link link, String page) {
            if (leadsInside(link.url(), page)) {
                return false;
            }
            if (tryOne(link.url(), link.title(), "named by the page")) {
                return true;
            }
            if (link.score() >= FeedLinks.DECLARED) {
                FeedAddress.of(link.url()).ifPresent(url -> found.putIfAbsent(url, new Candidate(url, link.title(), "named by the page", false)));
            }
            return false;
        }

        /// Once one is sure, others are named but not asked: no site is knocked at twenty times.
        private boolean tryOne(String place, String title, String how) {
            var url = FeedAddress.of(place).orElse(null);
            boolean enough = found.values().stream().filter(Candidate::read).count() >= 3;
            if (url == null || found.containsKey(url) || enough || asked >= MOST_ASKED || clock.instant().isAfter(end)) {
                return false;
            }
            asked++;
            if (fetcher.fetch(url) instanceof Fetched.Document document) {
                var parsed = parse(document);
                if (parsed.isFeed()) {
                    found.put(url, candidate(url, title, how, parsed));
                    return true;
                }
            }
            return false;
        }

        /// Feeds that were read come first; otherwise the order in which they were found stays.
        private Found done(@Nullable String problem) {
            var feeds = new ArrayList<Candidate>();
            found.values().stream().filter(Candidate::read).forEach(feeds::add);
            found.values().stream().filter(candidate -> !candidate.read()).forEach(feeds::add);
            return new Found(feeds, problem);
        }
    }

    private static ParsedFeed parse(Fetched.Document document) {
        return FeedParser.parse(new FeedParser.Source(document.bytes(), document.contentType(), document.contentLanguage(), document.url()));
    }

    private static Candidate candidate(String url, String title, String how, ParsedFeed parsed) {
        var own = parsed.head().title();
        return new Candidate(url, own == null ? title : own.words(), how, true);
    }

    private static boolean leadsInside(String link, String page) {
        if (!Links.isWeb(link)) {
            return !page.startsWith("file:");
        }
        try {
            return Reach.isPrivate(URI.create(link)) && (!Links.isWeb(page) || !Reach.isPrivate(URI.create(page)));
        } catch (UnknownHostException nobodyKnows) {
            return false;
        } catch (IllegalArgumentException none) {
            return true;
        }
    }
}
