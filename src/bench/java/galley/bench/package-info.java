/// Benchmarks: Galley against a floor, in turn. `src/docs/contributing.md` says how to run one.
@NullMarked
package galley.bench;

import org.jspecify.annotations.NullMarked;
