package galley.screen.editor;

import java.util.UUID;

/// The words changed.
///
/// @param sequence grows with every key that changed something, across all stories
public record EditorChange(UUID story, long sequence, EditorText text) {}
