/// A finished site to where readers get it: a zip, a server by SFTP, a bucket. The site is always made in a folder first.
@NullMarked
package galley.publish.send;

import org.jspecify.annotations.NullMarked;
