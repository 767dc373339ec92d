package galley.publish.page;

import java.util.List;

/// A picture as it lies on the site.
///
/// @param path inside the site
/// @param alt its words for readers who cannot see it
/// @param renditions the same picture at other widths, narrow first; may be empty
public record PagePicture(String path, String mediaType, int width, int height, String alt, List<Rendition> renditions) {

    public record Rendition(String path, int width) {}

    public PagePicture {
        renditions = List.copyOf(renditions);
    }

    public PagePicture(String path, String mediaType, int width, int height, String alt) {
        this(path, mediaType, width, height, alt, List.of());
    }
}
