package galley.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One export of one revision; appended, never rewritten.
///
/// @param firstAt when the story was first published
/// @param at when this page was written
/// @param path of the page inside the site
/// @param claims the generated lines printed in the page, as JSON: what was true then is printed as it was then
/// @param signoff the signature block printed in the page (JWS General JSON)
/// @param emergency the typed reason of an export before the second review; null for every other one
public record Publication(long row, UUID id, UUID story, UUID revision, String digest, UUID by, Instant firstAt, Instant at,
                          String url, String path, String claims, String signoff, @Nullable String emergency) {

    /// An export that both people had passed.
    public Publication(long row, UUID id, UUID story, UUID revision, String digest, UUID by, Instant firstAt, Instant at, String url, String path,
                       String claims, String signoff) {
        this(row, id, story, revision, digest, by, firstAt, at, url, path, claims, signoff, null);
    }

    public boolean isBeforeReview() {
        return emergency != null;
    }
}
