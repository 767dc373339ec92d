/// The article inside a web page: its words without the page around them, and what the page says of it. What is read here
/// comes from strangers; what leaves has been through the cleaner.
@NullMarked
package galley.ingest.extract;

import org.jspecify.annotations.NullMarked;
