/// The command line: one class a command. Its shape is a promise to scripts; every act goes through the same functions as the window.
@NullMarked
package galley.app.command;

import org.jspecify.annotations.NullMarked;
