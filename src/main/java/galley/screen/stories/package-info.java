/// The main screen: queues, the story table, the reading pane and its steps.
@NullMarked
package galley.screen.stories;

import org.jspecify.annotations.NullMarked;
