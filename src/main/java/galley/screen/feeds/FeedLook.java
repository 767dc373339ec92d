package galley.screen.feeds;

import galley.ingest.FeedAddress;
import galley.ingest.FeedFinder;
import galley.ingest.FeedParser;
import galley.ingest.FeedPaste;
import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.ingest.Login;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A look at a feed before it is added: what it calls itself and what it would bring.
///
/// @param address what would be added; null when the words lead to no feed
/// @param title what the feed calls itself; empty when it could not be read
/// @param headlines its first ones
/// @param items how many it lists
/// @param others further feeds that were found there
/// @param problem what went wrong, in sentences; null when nothing did
public record FeedLook(@Nullable String address, String title, List<String> headlines, int items, List<FeedFinder.Candidate> others, @Nullable String problem) {

    private static final int SHOWN = 5;

    static FeedLook at(String typed, FeedFinder finder, Fetcher fetcher) {
        var address = FeedAddress.of(typed).orElse(null);
        var paste = FeedPaste.of(typed, address, finder);
        if (paste.best() == null) {
            return new FeedLook(null, "", List.of(), 0, List.of(), paste.problem());
        }
        var best = paste.best();
        var others = paste.candidates().stream().filter(one -> !one.url().equals(best)).toList();
        return switch (fetcher.fetch(best)) {
            case Fetched.Document document -> read(best, document, others);
            case Fetched.Failed failed -> new FeedLook(best, "", List.of(), 0, others, failed.problem());
            case Fetched.Unchanged _ -> new FeedLook(best, "", List.of(), 0, others, null);
        };
    }

    private static FeedLook read(String address, Fetched.Document document, List<FeedFinder.Candidate> others) {
        var parsed = FeedParser.parse(new FeedParser.Source(document.bytes(), document.contentType(), document.contentLanguage(), document.url()));
        if (!parsed.isFeed()) {
            return new FeedLook(null, "", List.of(), 0, others, String.join(" ", parsed.problems()));
        }
        var title = parsed.head().title();
        return new FeedLook(address, title == null ? Login.shown(address) : title.words(),
                parsed.entries().stream().map(entry -> entry.title() == null ? "" : entry.title().words()).filter(words -> !words.isEmpty()).limit(SHOWN).toList(),
                parsed.entries().size(), others, null);
    }
}
