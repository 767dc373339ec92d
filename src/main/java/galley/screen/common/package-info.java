/// Controls, theme and icons that several screens share. No screen logic.
@NullMarked
package galley.screen.common;

import org.jspecify.annotations.NullMarked;
