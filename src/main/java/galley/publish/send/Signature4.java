package galley.publish.send;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a request as S3 wants it (AWS Signature Version 4): the server sees who asks and that nothing was changed on the way,
/// and the secret never leaves this machine.
///
/// @param token of a borrowed identity; empty for none
record Signature4(String accessKey, String secret, String token, String region) {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SERVICE = "s3";

    /// The headers to add.
    ///
    /// @param query sorted, each value encoded
    /// @param bodyHash SHA-256 of the body, in hex
    /// @param more headers that are sent and should be signed too, in lower case
    Map<String, String> headers(String method, URI address, SortedMap<String, String> query, String bodyHash, Map<String, String> more, Instant now) {
        var stamp = STAMP.format(now);
        var day = stamp.substring(0, 8);
        var signed = new TreeMap<String, String>(more);
        signed.put("host", address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort());
        signed.put("x-amz-content-sha256", bodyHash);
        signed.put("x-amz-date", stamp);
        if (!token.isEmpty()) {
            signed.put("x-amz-security-token", token);
        }
        var names = String.join(";", signed.keySet());
        var request = method + "\n" + address.getRawPath() + "\n"
                + query.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&")) + "\n"
                + signed.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue().strip() + "\n").collect(Collectors.joining()) + "\n" + names + "\n" + bodyHash;
        var scope = day + "/" + region + "/" + SERVICE + "/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n" + galley.story.Hash.hex(request);
        var key = hmac(hmac(hmac(hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), day), region), SERVICE), "aws4_request");
        signed.remove("host");
        signed.put("authorization", "AWS4-HMAC-SHA256 Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + HexFormat.of().formatHex(hmac(key, toSign)));
        return signed;
    }

    private static byte[] hmac(byte[] key, String words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without HMAC-SHA256", e);
        }
    }

    /// As S3 writes paths and values: every byte but letters, digits and four signs.
    static String encoded(String text, boolean slashesToo) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0 || c == '/' && !slashesToo;
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return "Signature of " + accessKey + " in " + region;
    }
}
