package galley.story;

import java.time.Instant;
import java.util.UUID;

/// One export of one revision; appended, never rewritten.
///
/// @param firstAt when the story was first published
/// @param at when this page was written
/// @param path of the page inside the site
/// @param claims the generated lines printed in the page, as JSON: what was true then is printed as it was then
/// @param signoff the signature block printed in the page (JWS General JSON)
public record Publication(long row, UUID id, UUID story, UUID revision, String digest, UUID by, Instant firstAt, Instant at,
                          String url, String path, String claims, String signoff) {}
