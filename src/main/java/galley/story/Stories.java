package galley.story;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps stories, their revisions, drafts and publications. Revisions and publications are appended, never rewritten.
public interface Stories {

    Optional<Story> story(UUID id);

    /// Every story, newest first.
    List<Story> all();

    /// Adds a story with its first revision.
    void add(Story story, Revision first);

    /// Appends a revision and makes it the head, if the head still is `revision.parent()`; otherwise answers false and
    /// changes nothing.
    boolean append(Revision revision);

    Optional<Revision> revision(UUID id);

    /// All revisions of a story, oldest first.
    List<Revision> revisions(UUID story);

    Optional<Draft> draft(UUID story);

    /// Keeps a draft, if the kept one has sequence `draft.sequence() - 1` (or none is kept and it is 1) and the same author;
    /// otherwise answers false and changes nothing.
    boolean keep(Draft draft);

    /// Drops the draft once its words are in a revision.
    void dropDraft(UUID story);

    /// Keeps words that could not be saved because the text moved, so that nobody loses them.
    void keepAside(Draft draft, String why);

    /// Words kept aside for a story, newest first.
    List<Draft> aside(UUID story);

    /// Replaces spike, hold, legal hold and embargo.
    void update(Story story);

    void publish(Publication publication);

    /// All publications of a story, oldest first.
    List<Publication> publications(UUID story);

    /// Whether some page was ever published at this path.
    boolean isAddressTaken(String path);

    /// Stories, oldest first, that somebody reviewed as they stand after they were last published, or that were never published. A review
    /// in the second of the publication counts as after it: publications carry whole seconds.
    List<UUID> reviewedSincePublished();

    /// Keeps that a published story was withdrawn; [Story#kill()] says so from then on.
    void kill(Kill kill);

    /// Stories whose words match, newest first.
    List<UUID> search(String query, int limit);
}
