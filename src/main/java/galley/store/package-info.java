/// SQL. Fulfils the promises that stand beside their nouns; only here may JDBC and Jdbi be named.
@NullMarked
package galley.store;

import org.jspecify.annotations.NullMarked;
