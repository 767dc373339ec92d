/// First run, the newsroom's settings, its people.
@NullMarked
package galley.screen.settings;

import org.jspecify.annotations.NullMarked;
