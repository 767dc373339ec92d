package galley.app;

import galley.ingest.Cleaner;
import galley.ingest.Fetched;
import galley.ingest.Fetcher;
import galley.notice.Trouble;
import galley.screen.editor.Elsewhere;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fetches pictures and documents as feeds' links are fetched: never into this machine or its network, unless the feed lives there.
final class FetchedElsewhere implements Elsewhere {

    /// Stands for "somewhere in the world" where no feed pointed at the address.
    private static final String WORLD = "https://example.org/";

    private final Function<UUID, String> feedOf;
    private final Fetcher fetcher;

    /// @param feedOf the address of the feed of a wire entry; empty when unknown
    FetchedElsewhere(Function<UUID, String> feedOf, Fetcher fetcher) {
        this.feedOf = feedOf;
        this.fetcher = fetcher;
    }

    @Override
    public Found get(String address, @Nullable UUID entry) {
        var feed = entry == null ? "" : feedOf.apply(entry);
        return switch (fetcher.follow(address.strip(), feed.isEmpty() ? WORLD : feed)) {
            case Fetched.Document document -> {
                var type = document.contentType() == null ? "application/octet-stream" : document.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
                yield new Found(document.url(), type.contains("html") ? Cleaner.title(document.bytes(), document.url()) : "", type, document.bytes());
            }
            case Fetched.Unchanged _ -> throw Trouble.of(address + " gave nothing.", "Nothing was changed.", "Try again later.");
            case Fetched.Failed failed -> throw Trouble.of(failed.problem(), "Nothing was changed.", "Check the address, or try again later.");
        };
    }
}
