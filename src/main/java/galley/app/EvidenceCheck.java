package galley.app;

import galley.ingest.Fetched;
import galley.publish.EvidenceCopy;
import galley.story.Assets;
import galley.story.Evidence;
import galley.story.EvidenceChecks.State;
import galley.story.Hash;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Holds the kept copy of a piece of evidence against what its source says today.
public final class EvidenceCheck {

    private final Function<String, Fetched> get;

    /// @param get fetches what an address gives now
    public EvidenceCheck(Function<String, Fetched> get) {
        this.get = get;
    }

    /// @param words what it means, for a person
    /// @param now what the source gave; null when it is the same or gave nothing
    public record Found(State today, String words, Assets.@Nullable Asset now) {}

    /// Fetches the source again. Nothing is changed. A page whose file differs but says the same words is the same: counters and
    /// advertisements are no news.
    ///
    /// @param kept finds the copy that was kept
    public Found today(Evidence evidence, Function<String, Optional<Assets.Asset>> kept) {
        if (evidence.copyHash() == null) {
            return new Found(State.NO_COPY, "No copy of it is kept, so a change cannot be told.", null);
        }
        return switch (get.apply(evidence.url())) {
            case Fetched.Document now when Hash.hex(now.bytes()).equals(evidence.copyHash()) -> same();
            case Fetched.Document document -> {
                var now = new Assets.Asset("", type(document), document.bytes());
                if (kept.apply(evidence.copyHash()).filter(before -> EvidenceCopy.sayTheSame(before, now)).isPresent()) {
                    yield same();
                }
                yield EvidenceCopy.holds(now, evidence.passage())
                        ? new Found(State.CHANGED, "The source has changed since it was read; the passage still stands in it.", now)
                        : new Found(State.PASSAGE_GONE, "The source has changed since it was read, and the passage no longer stands in it. The copy that was kept has it.", now);
            }
            case Fetched.Unchanged _ -> same();
            case Fetched.Failed failed -> new Found(State.UNREACHABLE, failed.problem(), null);
        };
    }

    private static Found same() {
        return new Found(State.SAME, "The source is as it was when it was read.", null);
    }

    /// The media type without what follows it.
    public static String type(Fetched.Document document) {
        return document.contentType() == null ? "application/octet-stream" : document.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
