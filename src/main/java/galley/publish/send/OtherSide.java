package galley.publish.send;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A place on another machine. What may come right by itself (a cut line, a busy server) is an [IOException] and is tried again; what
/// will not (a wrong password, a changed key, no such bucket) is a [galley.notice.Trouble].
interface OtherSide extends AutoCloseable {

    /// Opens a line of its own; every hand that sends has one.
    Link connect() throws IOException;

    /// How many may send side by side.
    int hands();

    @Override
    void close();

    /// One line to the other side. Paths are those of the site.
    interface Link extends Closeable {

        /// A file's bytes, or null where there is none.
        byte @Nullable [] read(String path) throws IOException;

        /// Puts a whole file in place, or nothing.
        ///
        /// @param ours whether the file there is known to be ours; if not, one that lies there already stays as it is
        /// @return false when a stranger's file lies there
        boolean put(String path, byte[] bytes, boolean ours) throws IOException;

        void remove(String path) throws IOException;
    }
}
