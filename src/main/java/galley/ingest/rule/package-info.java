/// The newsroom's rules for what arrives: which item goes where. Rules look and say; the pull does what they say.
@NullMarked
package galley.ingest.rule;

import org.jspecify.annotations.NullMarked;
