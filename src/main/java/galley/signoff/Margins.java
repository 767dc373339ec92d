package galley.signoff;

import java.util.Map;
import java.util.UUID;

/// Keeps what is said in the margins of stories. Appended, never rewritten.
public interface Margins {

    void add(Comment comment);

    void add(Suggestion suggestion);

    void add(Settling settling);

    void add(Acknowledgement acknowledgement);

    Margin of(UUID story);

    /// The margins of all stories in which a comment or a suggestion is open, by story.
    Map<UUID, Margin> open();
}
