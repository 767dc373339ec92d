package galley.signoff;

import galley.story.CanonicalText;
import galley.story.Hash;
import galley.story.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What is signed: which story, and a digest of every block of its canonical text. No text stands in it, so a verifier has to
/// compute from the page, and can still say "body block 2 differs".
///
/// @param story `urn:uuid:...`
/// @param parts digests by part
/// @param links link targets in order
/// @param pictures SHA-256 of the bytes of each picture as it was signed, lower-case hex. A page shows smaller copies, so a reader
/// cannot compare them; the newsroom can, and nobody can put another picture under a signature.
public record Statement(String typ, String canon, String story, Map<String, List<String>> parts, List<String> links, List<String> pictures) {

    public static final String TYPE = "newsroom-signoff/1";

    public Statement {
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }

    public static Statement of(UUID story, CanonicalText text) {
        return new Statement(TYPE, CanonicalText.FORM, urn(story), text.digests(), text.links(), text.pictures());
    }

    public static String urn(UUID story) {
        return "urn:uuid:" + story;
    }

    /// The payload of the signature: compact JSON, base64url.
    public String payload() {
        var json = new LinkedHashMap<String, Object>();
        json.put("typ", typ);
        json.put("canon", canon);
        json.put("story", story);
        json.put("parts", parts);
        json.put("links", links);
        if (!pictures.isEmpty()) {
            json.put("pictures", pictures);
        }
        return Jws.encode(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /// @throws RuntimeException when the payload is not a statement
    public static Statement read(String payload) {
        return Json.read(new String(Jws.decode(payload), StandardCharsets.UTF_8), Statement.class);
    }

    /// Hash of the payload, for records that name it.
    public String digest() {
        return Hash.hex(payload());
    }
}
