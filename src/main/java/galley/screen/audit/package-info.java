/// Who did what and when, in the window: the audit log, read only.
@NullMarked
package galley.screen.audit;

import org.jspecify.annotations.NullMarked;
