/// What a person is told: words, codes, the trouble log. Knows nobody.
@NullMarked
package galley.notice;

import org.jspecify.annotations.NullMarked;
