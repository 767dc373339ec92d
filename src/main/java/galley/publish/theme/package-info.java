/// A newsroom's own look, from a folder of its own: colours, logo, fonts, blocks of words, a style sheet. What is wrong in it is named by
/// file and line, and that piece looks as it comes. Nothing in it can hide or forge what a page proves.
@NullMarked
package galley.publish.theme;

import org.jspecify.annotations.NullMarked;
