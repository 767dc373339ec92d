package galley.signoff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Keeps sign-offs and what was sent back. Appended, never rewritten.
public interface SignOffs {

    void add(SignOff signOff);

    /// All of a story, oldest first.
    List<SignOff> of(UUID story);

    void add(SentBack sentBack);

    void lift(UUID sentBack, UUID by, Instant at);

    /// All of a story, oldest first.
    List<SentBack> sentBack(UUID story);
}
