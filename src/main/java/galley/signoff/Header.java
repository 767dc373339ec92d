package galley.signoff;

import galley.story.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The protected header of one signature, read strictly: duplicate members are refused.
///
/// @param role `editor`, `reviewer`, `board` or `publisher`
/// @param iat when it was signed, seconds since 1970
/// @param name the name it is printed under
/// @param prev hash of the signature before it; null for the editor's
/// @param url the page's canonical address; publisher only
/// @param claims digests of every generated line, by kind; publisher only
/// @param board what the newsroom had stated about its board; publisher only, and only where the board has verified
/// @param emergency whether this was printed before its second review; publisher only
public record Header(@Nullable String alg, @Nullable String kid, @Nullable String typ, @Nullable String role, long iat,
                     @Nullable String name, @Nullable String meaning, @Nullable String prev, @Nullable String url,
                     @Nullable String published, @Nullable String modified, @Nullable AuditHead audit,
                     @Nullable Map<String, List<String>> claims, @Nullable Quorum board, @Nullable Boolean emergency) {

    /// What the newsroom had stated about its board when it printed *Verified by Editorial Board*.
    public record Quorum(int quorum, boolean seniors) {}

    /// Whether the newsroom says that this was printed before a second person had reviewed it.
    public boolean isBeforeReview() {
        return Boolean.TRUE.equals(emergency);
    }

    /// Where the audit log stood at export.
    public record AuditHead(long seq, String hash) {}

    /// @throws RuntimeException when it is not a header, or demands what this program does not know (`crit`, RFC 7515 §4.1.11)
    public static Header read(String base64Url) {
        var text = new String(Jws.decode(base64Url), StandardCharsets.UTF_8);
        if (!text.contains("crit") && text.indexOf('\\') < 0) {
            return Json.read(text, Header.class);
        }
        var json = Json.MAPPER.readTree(text);
        if (json.has("crit")) {
            throw new IllegalArgumentException("The header has critical members.");
        }
        return Json.MAPPER.treeToValue(json, Header.class);
    }
}
