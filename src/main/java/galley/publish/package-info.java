/// From a story to its page and site: the claim ledger, preflight, and the verifier of exported pages.
@NullMarked
package galley.publish;

import org.jspecify.annotations.NullMarked;
