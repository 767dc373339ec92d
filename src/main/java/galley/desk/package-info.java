/// Person, role, credit and the newsroom's own settings. Knows nobody.
@NullMarked
package galley.desk;

import org.jspecify.annotations.NullMarked;
