package galley.publish;

import galley.story.Assets;
import galley.story.BlockText;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/// What the kept or fetched copy of a source says.
public final class EvidenceCopy {

    private EvidenceCopy() {}

    /// Whether a passage stands in a copy. Of what is no text, nobody but a person can say.
    public static boolean holds(Assets.Asset copy, String passage) {
        return !copy.mediaType().startsWith("text/") || BlockText.of(words(copy)).contains(BlockText.of(passage));
    }

    private static String words(Assets.Asset copy) {
        var text = new String(copy.bytes(), StandardCharsets.UTF_8);
        return copy.mediaType().startsWith("text/html") ? Jsoup.parse(text).text() : text;
    }
}
