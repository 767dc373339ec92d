/// Feeds in: fetch, parse, clean, spot repeats, keep versions. Only here may ROME be named.
@NullMarked
package galley.ingest;

import org.jspecify.annotations.NullMarked;
