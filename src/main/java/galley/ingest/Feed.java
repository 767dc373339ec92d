package galley.ingest;

import galley.story.Rights;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feed that the newsroom pulls, and how the last pull went.
///
/// @param url where it is pulled from: http, https or file
/// @param title what the feed calls itself; the address until it has been read
/// @param source the outlet's printed name
/// @param category for items that bring none; or empty
/// @param etag validator as the server sent it, byte for byte; null for none
/// @param lastModified validator as the server sent it, byte for byte; null for none
/// @param bodyHash SHA-256 of the last body; equal bodies are not read again
/// @param checked when it was last asked; null before
/// @param succeeded when it last answered with a feed; null before
/// @param problem what went wrong last time, in a sentence; null when nothing did
/// @param failures how many times in a row it went wrong
public record Feed(UUID id, String url, String title, String source, @Nullable String site, String category, Rights rights, Instant added,
                   @Nullable String etag, @Nullable String lastModified, @Nullable String bodyHash, @Nullable Instant checked,
                   @Nullable Instant succeeded, @Nullable String problem, int failures, boolean paused) {

    /// A feed that has not been pulled yet.
    public static Feed at(UUID id, String url, Instant now) {
        return new Feed(id, url, url, "", null, "", Rights.UNSTATED, now, null, null, null, null, null, null, 0, false);
    }

    public Feed failed(String problem, Instant now) {
        return new Feed(id, url, title, source, site, category, rights, added, etag, lastModified, bodyHash, now, succeeded, problem, failures + 1, paused);
    }

    public Feed unchanged(Instant now) {
        return new Feed(id, url, title, source, site, category, rights, added, etag, lastModified, bodyHash, now, now, null, 0, paused);
    }

    /// @param name what the feed calls itself; null keeps the title
    public Feed read(@Nullable String name, @Nullable String home, Validators validators, Instant now) {
        var named = name == null || name.isBlank() ? title : name;
        return new Feed(id, url, named, source.isBlank() ? named : source, home == null ? site : home, category, rights, added, validators.etag(),
                validators.lastModified(), validators.bodyHash(), now, now, null, 0, paused);
    }

    public Feed paused(boolean paused) {
        return new Feed(id, url, title, source, site, category, rights, added, etag, lastModified, bodyHash, checked, succeeded, problem, failures, paused);
    }

    /// @param source the outlet's printed name
    public Feed described(String title, String source, String category, Rights rights) {
        return new Feed(id, url, title, source, site, category, rights, added, etag, lastModified, bodyHash, checked, succeeded, problem, failures, paused);
    }

    /// What lets a server answer "unchanged", and us see that a body is equal.
    public record Validators(@Nullable String etag, @Nullable String lastModified, String bodyHash) {}
}
