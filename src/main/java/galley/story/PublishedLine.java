package galley.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published story as front pages, lists, feeds and indexes name it: everything about its last publication but the words of its body.
///
/// @param row of its last publication, ascending
/// @param version how many different texts of it have been published
/// @param source whose report it is based on; empty for the newsroom's own
/// @param begins the first words of the body, plain
/// @param signed who signed the published words under their own name
/// @param killed null unless it was withdrawn
public record PublishedLine(UUID story, long storyRow, long row, UUID publication, UUID revision, Instant firstAt, Instant at, String path,
                            int version, String headline, String slugline, String standfirst, String begins, String category, List<String> tags,
                            String source, String language, List<Picture> pictures, List<Correction> corrections, List<Signed> signed,
                            @Nullable Kill killed) {

    /// @param meaning `edited`, `reviewed`, ...
    public record Signed(UUID person, String meaning) {}

    public PublishedLine {
        tags = List.copyOf(tags);
        pictures = List.copyOf(pictures);
        corrections = List.copyOf(corrections);
        signed = List.copyOf(signed);
    }

    /// What a page is made of besides its line.
    ///
    /// @param claims the generated lines as they were published, as JSON
    /// @param signoff the signature block as it was published
    /// @param wireHeadline of the first version that the wire delivered; null for an own story
    public record Copy(PublishedLine line, StoryText text, String claims, String signoff, @Nullable String wireHeadline, @Nullable Instant wirePublished) {}

    /// Reads what is published, without reading the texts of what did not change.
    public interface Lines {

        /// The last publication of every published story, withdrawn ones included; newest first publication first.
        List<PublishedLine> all();

        /// The stories that were published or withdrawn again after this.
        ///
        /// @param mark what [#mark()] said then
        List<PublishedLine> since(Mark mark);

        Mark mark();

        List<Copy> copies(Collection<PublishedLine> lines);
    }

    /// How far the records went at one moment.
    public record Mark(long publication, long kill) {}
}
