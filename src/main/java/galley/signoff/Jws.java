package galley.signoff;

import galley.story.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// JSON Web Signature, General JSON form (RFC 7515 §7.2.1), with `Ed25519` alone (RFC 9864).
public final class Jws {

    /// One signature with its own protected header, both base64url.
    public record Signature(String header, String signature) {

        /// What a later signature names as `prev`: the hash of this one.
        public String hash() {
            return galley.story.Hash.base64Url(header + "." + signature);
        }
    }

    /// A payload and those who signed it, in the order they signed.
    public record Block(String payload, List<Signature> signatures) {

        /// The JSON that stands in a page. `<` cannot occur in it: all values are base64url.
        public String json() {
            return Json.write(Map.of("payload", payload)).replaceFirst("}$", ",\"signatures\":[")
                    + String.join(",", signatures.stream()
                            .map(s -> "{\"protected\":\"" + s.header() + "\",\"signature\":\"" + s.signature() + "\"}").toList()) + "]}";
        }
    }

    private Jws() {}

    /// @param header protected header as JSON
    /// @param payload base64url
    public static Signature sign(String header, String payload, PrivateKey key) {
        var protectedHeader = encode(header.getBytes(StandardCharsets.UTF_8));
        try {
            var signer = java.security.Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(signingInput(protectedHeader, payload));
            return new Signature(protectedHeader, encode(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot sign with Ed25519.", e);
        }
    }

    /// Whether the signature is the key's over this payload and its header. False for anything malformed.
    public static boolean holds(Signature signature, String payload, PublicKey key) {
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signingInput(signature.header(), payload));
            return verifier.verify(decode(signature.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Takes the one canonical spelling only: no padding, no white space, no stray bits at the end.
    ///
    /// @throws IllegalArgumentException when it is anything else
    public static byte[] decode(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the canonical base64url.");
        }
        return bytes;
    }

    private static byte[] signingInput(String header, String payload) {
        return (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    }
}
