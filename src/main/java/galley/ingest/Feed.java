package galley.ingest;

import galley.story.Rights;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feed that the newsroom pulls, and how it has been lately.
///
/// @param url where it is pulled from, as [FeedAddress] writes it: http, https or file
/// @param title what the feed calls itself; the address until it has been read
/// @param source the outlet's printed name; empty until the feed has been read, unless somebody wrote one
/// @param site the outlet's page; null when unknown
/// @param category for items that bring none; or empty
/// @param folder where lists show it, levels divided by "/"; empty at the top
/// @param paused not pulled until somebody says so
public record Feed(UUID id, String url, String title, String source, @Nullable String site, String category, String folder, Rights rights, Instant added,
                   boolean paused, Health health) {

    /// How a feed has been at its last pulls.
    ///
    /// @param etag validator as the server sent it, byte for byte; null for none
    /// @param lastModified validator as the server sent it, byte for byte; null for none
    /// @param validatorsSince when the two came or were confirmed; null when there are none
    /// @param bodyHash SHA-256 of the last body; equal bodies are not read again
    /// @param repeatsGuids whether different items of it ever came under one guid
    /// @param checked when it was last asked; null before
    /// @param succeeded when it last answered with a feed; null before
    /// @param problem what went wrong last time and what to do, in sentences; null when nothing did
    /// @param failures how many times in a row it went wrong
    /// @param nextCheck when it is worth asking again; null for at once
    public record Health(@Nullable String etag, @Nullable String lastModified, @Nullable Instant validatorsSince, @Nullable String bodyHash,
                         boolean repeatsGuids, @Nullable Instant checked, @Nullable Instant succeeded, @Nullable String problem, int failures,
                         @Nullable Instant nextCheck) {

        /// Not pulled yet.
        public static final Health UNTRIED = new Health(null, null, null, null, false, null, null, null, 0, null);
    }

    /// A feed that has not been pulled yet.
    public static Feed at(UUID id, String url, Instant now) {
        return new Feed(id, url, url, "", null, "", "", Rights.UNSTATED, now, false, Health.UNTRIED);
    }

    /// @param source the outlet's printed name
    public Feed described(String title, String source, String category, Rights rights) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health);
    }

    public Feed inFolder(String folder) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health);
    }

    public Feed paused(boolean paused) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health);
    }

    /// What the feed says of itself: its title always, the source only where nobody has written one.
    public Feed namedBy(@Nullable String name, @Nullable String home) {
        var named = name == null || name.isBlank() ? title : name;
        return new Feed(id, url, named, source.isBlank() ? named : source, home == null ? site : home, category, folder, rights, added, paused, health);
    }

    public Feed movedTo(String url) {
        return new Feed(id, url, title.equals(this.url) ? url : title, source, site, category, folder, rights, added, paused, health);
    }

    public Feed withHealth(Health health) {
        return new Feed(id, url, title, source, site, category, folder, rights, added, paused, health);
    }

    public @Nullable Instant checked() {
        return health.checked();
    }

    public @Nullable Instant succeeded() {
        return health.succeeded();
    }

    public @Nullable String problem() {
        return health.problem();
    }

    public int failures() {
        return health.failures();
    }
}
