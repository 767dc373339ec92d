package galley.signoff;

import galley.story.Hash;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/// Ed25519 keys between the JDK's objects and JWK (RFC 8037).
public final class Ed25519 {

    /// The fixed beginning of a SubjectPublicKeyInfo for Ed25519 (RFC 8410); the 32 key bytes follow.
    private static final byte[] SPKI = java.util.HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    public static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java from 15 has Ed25519.", e);
        }
    }

    /// JWK member `x`.
    public static String x(PublicKey key) {
        var encoded = key.getEncoded();
        return Jws.encode(java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /// @throws IllegalArgumentException when `x` is no Ed25519 key
    public static PublicKey fromX(String x) {
        var raw = Jws.decode(x);
        if (raw.length != 32) {
            throw new IllegalArgumentException("An Ed25519 key has 32 bytes, this has " + raw.length + ".");
        }
        var spki = java.util.Arrays.copyOf(SPKI, SPKI.length + raw.length);
        System.arraycopy(raw, 0, spki, SPKI.length, raw.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key.", e);
        }
    }

    /// RFC 7638 thumbprint: the hash of the key's required members in lexical order.
    public static String thumbprint(String x) {
        return Hash.base64Url("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}");
    }
}
