/// Background jobs, their progress and cancelling. Knows nobody.
@NullMarked
package galley.work;

import org.jspecify.annotations.NullMarked;
