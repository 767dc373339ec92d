package galley.publish.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A story on a front page: enough to decide whether to read it.
///
/// @param path of its page inside the site
/// @param language BCP 47 tag of its words
/// @param standfirst or empty
/// @param section the category it stands in, or empty
/// @param sourceName whose report it is based on; null for the newsroom's own
/// @param picture null for none
public record Teaser(String headline, String path, String language, String standfirst, String section,
                     @Nullable String sourceName, Instant published, @Nullable Instant corrected,
                     @Nullable PagePicture picture) {}
