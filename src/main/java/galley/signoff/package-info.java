/// Sign-offs, the rules by which a story travels, keys, the signed statement and the audit log.
@NullMarked
package galley.signoff;

import org.jspecify.annotations.NullMarked;
