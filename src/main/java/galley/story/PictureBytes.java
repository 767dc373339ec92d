package galley.story;

import java.util.Optional;

/// What the first bytes of a picture say: its kind and its size. Nothing is decoded, so a picture made to exhaust memory does no harm.
///
/// @param mediaType `image/jpeg`, `image/png`, `image/webp` or `image/gif`
public record PictureBytes(String mediaType, int width, int height) {

    /// Larger ones are no news pictures.
    public static final int LARGEST = 24 * 1024 * 1024;
    private static final int LONGEST_SIDE = 30_000;

    /// Empty when these bytes are no picture that a page may carry.
    public static Optional<PictureBytes> of(byte[] bytes) {
        return read(bytes).filter(p -> p.width > 0 && p.height > 0 && p.width <= LONGEST_SIDE && p.height <= LONGEST_SIDE);
    }

    private static Optional<PictureBytes> read(byte[] b) {
        if (starts(b, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) && starts(b, 12, 'I', 'H', 'D', 'R') && b.length >= 24) {
            return Optional.of(new PictureBytes("image/png", big(b, 16, 4), big(b, 20, 4)));
        }
        if (starts(b, 0, 'G', 'I', 'F', '8') && b.length >= 10) {
            return Optional.of(new PictureBytes("image/gif", little(b, 6, 2), little(b, 8, 2)));
        }
        if (starts(b, 0, 'R', 'I', 'F', 'F') && starts(b, 8, 'W', 'E', 'B', 'P') && b.length >= 30) {
            return webp(b);
        }
        return starts(b, 0, 0xFF, 0xD8, 0xFF) ? jpeg(b) : Optional.empty();
    }

    /// Walks from segment to segment to the frame that names the size.
    private static Optional<PictureBytes> jpeg(byte[] b) {
        int at = 2;
        while (at + 9 < b.length && (b[at] & 0xFF) == 0xFF) {
            int marker = b[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (marker >= 0xD0 && marker <= 0xD8 || marker == 0x01) {
                at += 2;
            } else if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                return Optional.of(new PictureBytes("image/jpeg", big(b, at + 7, 2), big(b, at + 5, 2)));
            } else {
                at += 2 + Math.max(2, big(b, at + 2, 2));
            }
        }
        return Optional.empty();
    }

    private static Optional<PictureBytes> webp(byte[] b) {
        if (starts(b, 12, 'V', 'P', '8', 'X')) {
            return Optional.of(new PictureBytes("image/webp", little(b, 24, 3) + 1, little(b, 27, 3) + 1));
        }
        if (starts(b, 12, 'V', 'P', '8', 'L')) {
            int bits = little(b, 21, 4);
            return Optional.of(new PictureBytes("image/webp", (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1));
        }
        return starts(b, 12, 'V', 'P', '8', ' ') ? Optional.of(new PictureBytes("image/webp", little(b, 26, 2) & 0x3FFF, little(b, 28, 2) & 0x3FFF))
                : Optional.empty();
    }

    private static boolean starts(byte[] b, int at, int... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (at + i >= b.length || (b[at + i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    private static int big(byte[] b, int at, int count) {
        int value = 0;
        for (int i = 0; i < count && at + i < b.length; i++) {
            value = value << 8 | b[at + i] & 0xFF;
        }
        return value;
    }

    private static int little(byte[] b, int at, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (at + i < b.length ? b[at + i] & 0xFF : 0);
        }
        return value;
    }
}
