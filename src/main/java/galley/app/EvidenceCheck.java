package galley.app;

import galley.ingest.Fetched;
import galley.publish.EvidenceCopy;
import galley.story.Assets;
import galley.story.Evidence;
import galley.story.Hash;
import java.util.Locale;
import java.util.function.Function;

/// Holds the kept copy of a piece of evidence against what its source says today.
public final class EvidenceCheck {

    private final Function<String, Fetched> get;

    /// @param get fetches what an address gives now
    public EvidenceCheck(Function<String, Fetched> get) {
        this.get = get;
    }

    /// What the source says today, compared with the kept copy.
    public enum Today {
        SAME, CHANGED, PASSAGE_GONE, UNREACHABLE, NO_COPY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param words what it means, for a person
    public record Found(Today today, String words) {}

    /// Fetches the source again. Nothing is changed.
    public Found today(Evidence evidence) {
        if (evidence.copyHash() == null) {
            return new Found(Today.NO_COPY, "No copy of it is kept, so a change cannot be told.");
        }
        return switch (get.apply(evidence.url())) {
            case Fetched.Document now when Hash.hex(now.bytes()).equals(evidence.copyHash()) -> new Found(Today.SAME, "The source is as it was when it was read.");
            case Fetched.Document now -> EvidenceCopy.holds(new Assets.Asset("", type(now), now.bytes()), evidence.passage())
                    ? new Found(Today.CHANGED, "The source has changed since it was read; the passage still stands in it.")
                    : new Found(Today.PASSAGE_GONE, "The source has changed since it was read, and the passage no longer stands in it. The copy that was kept has it.");
            case Fetched.Unchanged same -> new Found(Today.SAME, "The source is as it was when it was read.");
            case Fetched.Failed failed -> new Found(Today.UNREACHABLE, failed.problem());
        };
    }

    /// The media type without what follows it.
    public static String type(Fetched.Document document) {
        return document.contentType() == null ? "application/octet-stream" : document.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
