package galley.publish;

import galley.signoff.Meaning;
import galley.story.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the checker in the reader's browser has to know of this program's words.
final class CheckerConfig {

    private CheckerConfig() {}

    /// `meanings` by role, and the `phrases` that no unsigned label may say.
    static String json() {
        var meanings = new LinkedHashMap<String, String>();
        Arrays.stream(Meaning.values()).forEach(m -> meanings.put(m.role(), m.words()));
        return Json.write(new java.util.TreeMap<>(Map.of("meanings", meanings, "phrases", TrustPhrases.ALL)));
    }
}
