/// Where a senior editor reads what changed, comments, and signs "reviewed" or sends back.
@NullMarked
package galley.screen.review;

import org.jspecify.annotations.NullMarked;
