/// The feed list: add, remove, pull, and what each feed is doing.
@NullMarked
package galley.screen.feeds;

import org.jspecify.annotations.NullMarked;
