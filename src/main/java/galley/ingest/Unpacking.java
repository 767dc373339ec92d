package galley.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Takes a body off the wire and unpacks it on the way, so that neither a bomb nor an endless answer is ever held.
///
/// Small bodies pass freely; a large one waits for its turn, so that many large ones at once do not fill the memory.
final class Unpacking {

    private static final int SMALL = 1024 * 1024;
    private static final Semaphore LARGE_ONES = new Semaphore(Math.clamp(Runtime.getRuntime().maxMemory() / (128 * SMALL), 2, 8));

    /// A body and how many bytes it had on the wire.
    record Body(byte[] bytes, long packed) {}

    /// More came than is taken.
    static final class TooLarge extends IOException {
        TooLarge() {
            super("too large");
        }
    }

    private Unpacking() {}

    /// @param coding as the server names it
    /// @param largest no more than so many bytes are taken, packed or unpacked
    static Body of(InputStream wire, String coding, int largest) throws IOException {
        var counted = new Counted(wire, largest);
        var bytes = new Pieces(largest).all(unpacked(counted, coding));
        return new Body(bytes, counted.count);
    }

    private static InputStream unpacked(InputStream wire, String coding) throws IOException {
        var start = new PushbackInputStream(wire, 2);
        int first = start.read();
        int second = first < 0 ? -1 : start.read();
        if (second >= 0) {
            start.unread(second);
        }
        if (first >= 0) {
            start.unread(first);
        }
        boolean gzipped = first == 0x1f && second == 0x8b;
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip", "identity", "", "none", "utf-8" -> gzipped ? new GZIPInputStream(start, 8192) : start;
            case "br" -> first < 0 ? start : new BrotliInputStream(start);
            // RFC 9110 means zlib; some servers send the bare stream
            case "deflate" -> new InflaterInputStream(start, new Inflater((first & 0x0f) != 8 || ((first << 8 | second) % 31) != 0));
            default -> throw new IOException("packed in a way we did not ask for: " + coding);
        };
    }

    /// Counts what comes off the wire and stops at too much.
    private static final class Counted extends java.io.FilterInputStream {

        private final int largest;
        private long count;

        Counted(InputStream in, int largest) {
            super(in);
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            add(Math.max(0, n));
            return n;
        }

        private void add(int n) throws IOException {
            count += n;
            if (count > largest) {
                throw new TooLarge();
            }
        }
    }

    /// Gathers the unpacked bytes.
    private static final class Pieces extends ByteArrayOutputStream {

        private final int largest;

        Pieces(int largest) {
            super(16 * 1024);
            this.largest = largest;
        }

        byte[] all(InputStream in) throws IOException {
            var piece = new byte[16 * 1024];
            boolean large = false;
            try {
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    if (count + n > largest) {
                        throw new TooLarge();
                    }
                    if (!large && count + n > SMALL) {
                        LARGE_ONES.acquireUninterruptibly();
                        large = true;
                    }
                    write(piece, 0, n);
                }
                return toByteArray();
            } finally {
                if (large) {
                    LARGE_ONES.release();
                }
            }
        }
    }
}
