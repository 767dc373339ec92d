/// Start-up, the command line, wiring by constructors and the demo news day. Nothing else may name a database.
@NullMarked
package galley.app;

import org.jspecify.annotations.NullMarked;
