package galley.screen.common;

import java.util.UUID;

/// Where the window can be. A new screen adds its place here and its [Screen] where the window is wired.
public sealed interface Place {

    /// A queue of the story table.
    record InQueue(Queue queue) implements Place {}

    /// What one source has on the wire and in the newsroom.
    record FromSource(String source) implements Place {}

    /// A search that was saved, over wire and stories alike.
    ///
    /// @param words what is asked, as it is typed
    record Saved(String name, String words) implements Place {}

    record Feeds() implements Place {}

    record Settings() implements Place {}

    /// A story open for writing.
    record Editing(UUID story) implements Place {}

    /// A story under review; without one, everything that waits for a review or an answer.
    record Review(@org.jspecify.annotations.Nullable UUID story) implements Place {}

    /// Where and what to export.
    ///
    /// @param stories empty for everything that is ready
    record Exporting(java.util.List<UUID> stories) implements Place {}

    /// The page that would be exported.
    record PageOf(UUID story) implements Place {}

    /// Pages whose signatures are checked.
    ///
    /// @param what files, folders and addresses; empty to choose first
    record Checking(java.util.List<String> what) implements Place {}

    /// Who did what.
    ///
    /// @param story of one story; null for the whole newsroom
    record Audit(@org.jspecify.annotations.Nullable UUID story) implements Place {}
}
