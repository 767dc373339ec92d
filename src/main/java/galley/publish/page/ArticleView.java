package galley.publish.page;

import galley.story.StoryText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything an article page shows, already decided. What is not true is absent.
///
/// @param path of the page inside the site
/// @param text the words; all that signatures cover is printed as it stands
/// @param pictures how each picture of the text lies on the site, in the same order
/// @param report what is known of the wire story it is based on; null for an own story
/// @param claims the phrases of trust that hold
/// @param signatures who signed, in order
/// @param signoff the signature block (JWS General JSON); null in a preview before it is signed
/// @param related stories of the same event or section
/// @param corrected stories lately corrected
/// @param modified when the words last changed after publication; null when they did not
/// @param version how many times it has been exported with other words, from 1
public record ArticleView(UUID story, String path, StoryText text, List<PagePicture> pictures, @Nullable Report report,
                          List<Claim> claims, List<SignatureLine> signatures, @Nullable String signoff,
                          List<StoryLink> related, List<StoryLink> corrected,
                          Instant published, @Nullable Instant modified, int version) {

    /// The wire story that a story is based on.
    ///
    /// @param outletUrl the outlet's own site; null when not known
    public record Report(@Nullable String headline, @Nullable Instant published, @Nullable String outletUrl) {}

    public ArticleView {
        pictures = List.copyOf(pictures);
        claims = List.copyOf(claims);
        signatures = List.copyOf(signatures);
        related = List.copyOf(related);
        corrected = List.copyOf(corrected);
        if (pictures.size() != text.pictures().size()) {
            throw new IllegalArgumentException("Every picture of the text needs its place on the site.");
        }
    }

    public Optional<Claim> claim(Claim.Kind kind) {
        return claims.stream().filter(c -> c.kind() == kind).findFirst();
    }

    Optional<SignatureLine> signature(SignatureLine.Role role) {
        return signatures.stream().filter(s -> s.role() == role).findFirst();
    }
}
