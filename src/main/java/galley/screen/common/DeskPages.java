package galley.screen.common;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Pages that Galley makes itself, under addresses that begin with `desk:`, so that a WebView loads them without network or file.
///
/// Java finds this class through `META-INF/services`. Only what was put here is served; every other `desk:` address is
/// not found.
public final class DeskPages extends URLStreamHandlerProvider {

    private static final String PROTOCOL = "desk";
    private static final Map<String, Page> PAGES = new ConcurrentHashMap<>();

    private record Page(String mediaType, byte[] content) {}

    /// Serves this content at `desk://pages/NAME` from now on and returns that address.
    public static String put(String name, String mediaType, byte[] content) {
        PAGES.put("/" + name, new Page(mediaType, content.clone()));
        return PROTOCOL + "://pages/" + name;
    }

    public static void remove(String name) {
        PAGES.remove("/" + name);
    }

    @Override
    public @Nullable URLStreamHandler createURLStreamHandler(String protocol) {
        return PROTOCOL.equals(protocol) ? new Handler() : null;
    }

    private static final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new Connection(url);
        }
    }

    private static final class Connection extends URLConnection {

        private @Nullable Page page;

        Connection(URL url) {
            super(url);
        }

        @Override
        public void connect() throws IOException {
            page = PAGES.get(getURL().getPath());
            if (page == null) {
                throw new FileNotFoundException(getURL().toString());
            }
            connected = true;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return new ByteArrayInputStream(page.content());
        }

        @Override
        public @Nullable String getContentType() {
            return page == null ? null : page.mediaType();
        }

        @Override
        public long getContentLengthLong() {
            return page == null ? -1 : page.content().length;
        }
    }
}
