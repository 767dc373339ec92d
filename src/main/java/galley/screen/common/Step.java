package galley.screen.common;

/// One of the four steps of a story.
///
/// @param label "Edited by"
/// @param who the name, or who is waited for
/// @param detail the time, or what is missing
public record Step(String label, String who, String detail, Standing standing) {

    /// Done has a green tick, now a blue dot, later a dashed ring, lapsed a broken ring with a stroke.
    public enum Standing { DONE, NOW, LATER, LAPSED }
}
