package galley.story;

import java.util.Optional;

/// Keeps bytes (pictures, copies of evidence) under their hash.
public interface Assets {

    /// @param hash SHA-256, lower-case hex
    record Asset(String hash, String mediaType, byte[] bytes) {}

    /// Keeps the bytes and answers their hash; keeping the same bytes twice changes nothing.
    String keep(String mediaType, byte[] bytes);

    Optional<Asset> asset(String hash);
}
