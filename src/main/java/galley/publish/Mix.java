package galley.publish;

import java.util.UUID;

/// Sixty-four bits over everything that a file is made from, in order: another value, another file. It guards against work done
/// twice, not against forgery; that is what the signatures are for.
record Mix(long bits) {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    static final Mix START = new Mix(0x6a09e667f3bcc908L);

    Mix with(long more) {
        long h = (bits ^ more) * ODD;
        return new Mix((h ^ h >>> 29) * 0xBF58476D1CE4E5B9L ^ h >>> 32);
    }

    Mix with(String text) {
        long h = text.length();
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        return with(h);
    }

    Mix with(UUID id) {
        return with(id.getMostSignificantBits()).with(id.getLeastSignificantBits());
    }

    /// Never 0, which stands for "not known".
    long key() {
        return bits == 0 ? 1 : bits;
    }
}
