package galley.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of an address that somebody pasted to subscribe to it.
///
/// @param typed as it was pasted
/// @param best the address to subscribe to; null when the words are no address at all
/// @param candidates feeds that were found, the best first; empty when nobody looked or nothing was found
/// @param doubt why `best` may be no feed; null when there is no doubt
public record FeedPaste(String typed, @Nullable String best, List<FeedFinder.Candidate> candidates, @Nullable String doubt) {

    public FeedPaste {
        candidates = List.copyOf(candidates);
    }

    /// @param address as [FeedAddress] writes it; null when the words are none
    /// @param finder null when nobody is to be asked
    public static FeedPaste of(String typed, @Nullable String address, @Nullable FeedFinder finder) {
        if (address == null || finder == null || FeedLinks.looksLikeFeed(address)) {
            return new FeedPaste(typed, address, List.of(), null);
        }
        var found = finder.find(address);
        return found.feeds().isEmpty() ? new FeedPaste(typed, address, List.of(), found.problem())
                : new FeedPaste(typed, found.feeds().getFirst().url(), found.feeds(), found.feeds().getFirst().read() ? null : found.problem());
    }

    /// Why nothing can be subscribed to.
    public String problem() {
        return best == null ? "“" + typed + "” is neither a web address nor a file." : doubt == null ? "Nothing was added." : doubt;
    }

    /// What to say beside a subscription to `chosen`; null when there is nothing to say.
    public @Nullable String note(String chosen) {
        for (var candidate : candidates) {
            if (candidate.url().equals(chosen)) {
                return candidate.read() ? candidate.how().equals("the address itself") ? null : "Found " + candidate.how() + "."
                        : "It was " + candidate.how() + "; whether it is a feed will show at the next pull.";
            }
        }
        return doubt == null ? null : doubt + " It was added as it was typed.";
    }
}
