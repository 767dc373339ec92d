/// The story editor: a text surface behind StoryEditor, and the screen around it.
@NullMarked
package galley.screen.editor;

import org.jspecify.annotations.NullMarked;
