package galley.signoff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person's word about one revision. It covers the canonical text whose digest it names; it lapses by itself when the
/// text moves, and holds again for any revision with the same canonical text.
///
/// @param printedAs the name it is printed under: the person's own, or a credit of theirs
/// @param previous the sign-off this one builds on: a review names the edit it reviewed
/// @param payload the signed statement, base64url
/// @param header the protected header, base64url
/// @param signature Ed25519, base64url
public record SignOff(long row, UUID id, UUID story, UUID revision, String digest, Meaning meaning, UUID person,
                      String printedAs, Instant at, @Nullable UUID previous, String payload, String header, String signature,
                      String kid) {

    public boolean covers(String digest) {
        return this.digest.equals(digest);
    }

    public Jws.Signature jws() {
        return new Jws.Signature(header, signature);
    }
}
