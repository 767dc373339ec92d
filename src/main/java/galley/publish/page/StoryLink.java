package galley.publish.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A story named on another page: in the ticker, beside an article, in a list.
///
/// @param path of its page inside the site
/// @param language BCP 47 tag of the headline
/// @param section the category it stands in, or empty
/// @param at when it was published or corrected; null when not said
/// @param note the words below it, such as "by 4, not 14, per cent"; or empty
public record StoryLink(String headline, String path, String language, String section, @Nullable Instant at, String note) {}
