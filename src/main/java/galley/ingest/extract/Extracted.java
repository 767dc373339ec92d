package galley.ingest.extract;

import galley.story.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// An article as it was found in a page.
///
/// @param title the headline, without the site's name; null when the page has none
/// @param byline who wrote it, as printed
/// @param published when it was published first
/// @param language a BCP 47 tag
/// @param siteName what the outlet calls itself
/// @param html the body, clean; empty when the page holds no article
/// @param text the same as plain text, a line for each block
public record Extracted(@Nullable String title, @Nullable String byline, @Nullable Instant published, @Nullable String language,
                        @Nullable String siteName, String html, String text) {

    /// Below this a page has told us no story.
    private static final int LITTLE = 200;

    public static final Extracted NOTHING = new Extracted(null, null, null, null, null, "", "");

    /// Whether so little was found that a feed's own summary is the better copy.
    public boolean isLittle() {
        return Weight.of(text) < LITTLE;
    }

    /// One line of JSON, in the promised order of names; what is absent is null.
    public String line() {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("title", title);
        fields.put("byline", byline);
        fields.put("published", published == null ? null : published.toString());
        fields.put("language", language);
        fields.put("siteName", siteName);
        fields.put("html", html);
        fields.put("text", text);
        return Json.write(fields);
    }
}
