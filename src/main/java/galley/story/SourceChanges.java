package galley.story;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stories whose source has said something else since they were taken: the queue "Source changed". The editor's copy is never
/// touched; somebody looks at the difference and notes that they have.
public interface SourceChanges {

    /// A story and what its source did.
    ///
    /// @param story the story
    /// @param entry the wire entry that it was taken from
    /// @param headline as the story has it now
    /// @param taken the version it was taken from, or that somebody noted last
    /// @param latest the newest version; the same as `taken` when the source only took the item back
    /// @param withdrawal that the source took the item back; null when it did not
    /// @param signed whether somebody has signed the story
    /// @param published whether readers have seen it
    record Change(UUID story, UUID entry, String headline, int taken, int latest, Wire.@Nullable Withdrawal withdrawal, boolean signed, boolean published) {

        /// Whether somebody must look at once: people stand by these words.
        public boolean isAlarm() {
            return signed || published;
        }

        /// What happened, for a person.
        public String told() {
            if (withdrawal != null) {
                return withdrawal.told();
            }
            return latest - taken == 1 ? "The source has changed its copy." : "The source has changed its copy " + (latest - taken) + " times.";
        }
    }

    /// What nobody has noted yet: published stories first, then signed ones, then the others; newest change first.
    List<Change> open();

    Optional<Change> of(UUID story);

    /// Somebody has seen what the source did, up to now.
    void note(UUID story, UUID person);

    /// The words that the source changed since then, block by block, headline first; empty when it changed none.
    static List<WordDiff.Block> words(List<WireItem> versions, Change change) {
        var before = versions.stream().filter(v -> v.version() == change.taken()).findFirst();
        var now = versions.stream().filter(v -> v.version() == change.latest()).findFirst();
        return before.isEmpty() || now.isEmpty() ? List.of() : WordDiff.between(text(before.get()), text(now.get()));
    }

    private static StoryText text(WireItem item) {
        return StoryText.of(item.title(), item.fullestText());
    }
}
