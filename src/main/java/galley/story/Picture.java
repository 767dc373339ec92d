package galley.story;

/// A picture of a story. Its bytes are kept under their hash.
///
/// @param asset SHA-256 of the bytes, lower-case hex
/// @param mediaType `image/jpeg`, `image/png`, `image/webp` or `image/gif`
/// @param width in pixels
/// @param height in pixels
/// @param alt what somebody who cannot see it needs to know
/// @param licence under which it may be printed
public record Picture(String asset, String mediaType, int width, int height, String alt, String caption, String credit,
                      String licence) {

    /// What is signed of a picture: its alt text, or that it has none.
    static String words(String alt) {
        return alt.isEmpty() ? "[image without words]" : alt;
    }
}
