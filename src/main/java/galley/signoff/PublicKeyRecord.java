package galley.signoff;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A public key and whose it is, from when to when.
///
/// @param kid RFC 7638 thumbprint
/// @param x the key as JWK member `x`, base64url
/// @param person whose; null for the newsroom's own key
/// @param until when it ended; null while it is good
/// @param enrolledBy who vouched for it; null for the first person and the newsroom
public record PublicKeyRecord(String kid, String x, @Nullable UUID person, Instant from, @Nullable Instant until,
                              @Nullable UUID enrolledBy) {

    public boolean isGoodAt(Instant time) {
        // Signatures carry whole seconds; so do the ends of a key's life.
        return time.getEpochSecond() >= from.getEpochSecond() && (until == null || time.getEpochSecond() <= until.getEpochSecond());
    }

    public PublicKey key() {
        return Ed25519.fromX(x);
    }

    /// Keeps the newsroom's public keys.
    public interface Keys {
        List<PublicKeyRecord> all();

        void add(PublicKeyRecord key);

        /// Notes when a key ends; an end that is noted already is only brought forward.
        void end(String kid, Instant at);
    }
}
