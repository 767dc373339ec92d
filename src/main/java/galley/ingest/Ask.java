package galley.ingest;

import org.jspecify.annotations.Nullable;

/// A question to a server.
///
/// @param url http, https or file, or a path
/// @param etag what came with the document last time, byte for byte; null to get it in any case
/// @param lastModified what came with the document last time, byte for byte; null to get it in any case
/// @param login name and password for the server; null for none
/// @param foundIn the feed in which the address was found; null when a person gave it. What a feed says may lead into this
/// machine or its network only if the feed itself lives there.
public record Ask(String url, @Nullable String etag, @Nullable String lastModified, @Nullable Login login, @Nullable String foundIn) {

    /// Asks for a document whether it has changed or not.
    public static Ask of(String url) {
        return new Ask(url, null, null, null, null);
    }

    /// Asks for what a feed points at.
    public static Ask foundIn(String feed, String link) {
        return new Ask(link, null, null, null, feed);
    }

    public Ask with(@Nullable Login login) {
        return new Ask(url, etag, lastModified, login, foundIn);
    }

    public Ask unlessSame(@Nullable String etag, @Nullable String lastModified) {
        return new Ask(url, etag, lastModified, login, foundIn);
    }
}
