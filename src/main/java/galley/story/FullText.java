package galley.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The article behind a wire item, fetched from the source's own page; never altered, and it alters nothing that the feed delivered.
///
/// @param version of the wire item behind which it was fetched
/// @param body cleaned HTML, safe to show; empty when nothing was found
/// @param pageHash SHA-256 of the page's bytes, lower-case hex; of nothing when none came
/// @param textHash SHA-256 of title and body
/// @param problem why the feed's own words stay, in a sentence; null when the article was found
public record FullText(UUID id, UUID entry, int version, String url, Instant fetched, @Nullable String title, @Nullable String byline,
                       @Nullable Instant published, @Nullable String language, @Nullable String siteName, String body,
                       String pageHash, String textHash, @Nullable String problem) {

    public boolean isEnough() {
        return problem == null;
    }

    /// The wire item with the article's body; its headline and what else the feed said stay.
    public WireItem over(WireItem item) {
        return new WireItem(id, item.entry(), item.version(), item.guid(), item.link(), item.title(), item.summary(), body,
                byline == null || !item.authors().isEmpty() ? item.authors() : List.of(byline), item.categories(),
                item.language().isBlank() && language != null ? language : item.language(), item.rights(), item.published() == null ? published : item.published(),
                item.updated(), fetched, item.imageUrl(), pageHash, textHash);
    }
}
