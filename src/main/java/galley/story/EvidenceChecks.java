package galley.story;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the sources of a story since they were read: the last look at each. The kept copy stays what it was.
public interface EvidenceChecks {

    /// What a source says, compared with the copy that was kept of it.
    enum State {
        SAME, CHANGED, PASSAGE_GONE, UNREACHABLE, NO_COPY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// Whether the source says something else than it did.
        public boolean isAlarm() {
            return this == CHANGED || this == PASSAGE_GONE;
        }
    }

    /// One look at one source.
    ///
    /// @param copy hash of the copy kept when it was read; null when none is kept
    /// @param now hash of what it gave at this look; null when it is the same or gave nothing
    /// @param words what was found, for a person
    /// @param noted whether somebody has seen just this
    record Look(String url, @Nullable String copy, Instant at, State state, @Nullable String now, String words, boolean noted) {

        public boolean isOf(Evidence evidence) {
            return url.equals(evidence.url()) && java.util.Objects.equals(copy, evidence.copyHash());
        }

        /// Whether somebody still has to look at it.
        public boolean isOpen() {
            return state.isAlarm() && !noted;
        }
    }

    /// Puts the last look at each source of a story in the place of those before. What was noted stays noted while the source says the same.
    void keep(UUID story, List<Look> looks);

    List<Look> of(UUID story);

    /// Stories with a look that somebody still has to see.
    Set<UUID> open();

    /// When a story's sources were looked at last; null when never.
    @Nullable Instant lastLook(UUID story);

    /// Somebody has seen what the sources of a story say now.
    void note(UUID story, UUID person, Instant at);
}
