/// The first run: a newsroom, its first person, its first feeds; or the sample newsroom.
@NullMarked
package galley.screen.firstrun;

import org.jspecify.annotations.NullMarked;
