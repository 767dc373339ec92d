/// Story, wire item, revision, evidence: the text, its canonical form, and the promises that keep them.
@NullMarked
package galley.story;

import org.jspecify.annotations.NullMarked;
