/// What exported pages look like: a view of everything a page shows, and the markup made of it. Here stands no rule about what
/// may be printed (the claim ledger decides that), no file and no clock: the same view always gives the same bytes.
@NullMarked
package galley.publish.page;

import org.jspecify.annotations.NullMarked;
