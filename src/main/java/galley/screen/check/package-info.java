/// Checking a page: who signed which words, and what differs. The answer is the verifier's; here it is only shown.
@NullMarked
package galley.screen.check;

import org.jspecify.annotations.NullMarked;
