package galley.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Packs documents that are kept as proof.
public final class Proof {

    /// Larger documents are not kept: their hash is.
    private static final int LARGEST = 4 * 1024 * 1024;

    private Proof() {}

    /// Null when the document is too large to keep.
    static byte @Nullable [] pack(byte[] document) {
        if (document.length > LARGEST) {
            return null;
        }
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(document);
            deflater.finish();
            var packed = new byte[document.length + document.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return java.util.Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    public static byte[] unpack(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
