package galley.ingest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the feeds that the newsroom pulls.
public interface Feeds {

    /// In the order in which they were added.
    List<Feed> all();

    /// Also a removed one: its rights go on for what it delivered.
    Optional<Feed> byId(UUID id);

    Optional<Feed> byUrl(String url);

    /// Adds a feed whose address is not pulled yet; answers false and changes nothing when it is. A removed feed comes back under its
    /// old id, with what it delivered.
    boolean add(Feed feed);

    /// Replaces what is known of a feed, all but its health: whoever pulls and whoever edits do not undo each other.
    void update(Feed feed);

    /// Keeps how a feed was at a pull, and nothing else about it.
    void remember(UUID id, Feed.Health health);

    /// Stops pulling it. What it delivered stays, and so do its rights.
    void remove(UUID id);
}
