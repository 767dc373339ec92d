/// What a person sees. One package per screen below this one; only here and in app may JavaFX be named.
@NullMarked
package galley.screen;

import org.jspecify.annotations.NullMarked;
