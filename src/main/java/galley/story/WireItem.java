package galley.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a feed delivered at one moment; never altered. A change at the source is a new item beside the old one.
///
/// @param entry the wire entry of which this is a version
/// @param version 1 for the first delivery, counting up
/// @param guid the feed's own id of the item; null when it gave none
/// @param body cleaned HTML, safe to show
/// @param published as the source says, if it is believable; null otherwise
/// @param imageUrl the picture the source offers; not fetched
/// @param rawHash SHA-256 of the bytes of the document it came in, lower-case hex
/// @param contentHash SHA-256 of title, summary, body and link: equal content is not a new version
public record WireItem(UUID id, UUID entry, int version, @Nullable String guid, @Nullable String link, String title,
                       String summary, String body, List<String> authors, List<String> categories, String language,
                       @Nullable String rights, @Nullable Instant published, @Nullable Instant updated, Instant fetched,
                       @Nullable String imageUrl, String rawHash, String contentHash) {

    public WireItem {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /// The fuller of body and summary.
    public String fullestText() {
        return body.length() >= summary.length() ? body : summary;
    }

    /// When the item happened for the reader: published, else first seen.
    public Instant time() {
        return published != null ? published : fetched;
    }
}
