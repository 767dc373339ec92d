package galley.publish;

import galley.signoff.Meaning;
import galley.story.Json;
import galley.story.SignedLook;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the checker in the reader's browser has to know of this program's words and lists.
final class CheckerConfig {

    private static final String JSON = written();

    private CheckerConfig() {}

    static String json() {
        return JSON;
    }

    /// `meanings` by role, the `phrases` that nothing unsigned may say and the letters that look `alike`, and the `look` of what may stand among
    /// signed words.
    private static String written() {
        var meanings = new LinkedHashMap<String, String>();
        Arrays.stream(Meaning.values()).forEach(m -> meanings.put(m.role(), m.words()));
        var look = new TreeMap<String, Object>(Map.of("elements", new TreeSet<>(SignedLook.ELEMENTS), "attributes", new TreeSet<>(SignedLook.ATTRIBUTES), "words", SignedLook.WORDS,
                "styles", SignedLook.STYLES, "harm", SignedLook.HARM, "covering", SignedLook.COVERING, "noLetters", SignedLook.NO_LETTERS, "colours", new TreeMap<>(SignedLook.COLOURS)));
        var sheets = new TreeMap<String, Object>(Map.of("writing", new TreeSet<>(SheetHarm.WRITING), "harm", SheetHarm.inOrder(), "inLine", new TreeSet<>(SheetHarm.IN_LINE)));
        return Json.write(new TreeMap<>(Map.of("meanings", meanings, "phrases", TrustPhrases.ALL, "alike", BareLetters.ALIKE, "enclosed", BareLetters.ENCLOSED, "look", look, "sheets", sheets)));
    }
}
