/// Preview of the page that would be exported, and export.
@NullMarked
package galley.screen.publish;

import org.jspecify.annotations.NullMarked;
