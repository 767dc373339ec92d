package galley.publish;

import galley.story.Assets;
import galley.story.BlockText;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/// What the kept or fetched copy of a source says.
public final class EvidenceCopy {

    private EvidenceCopy() {}

    /// Whether a passage stands in a copy. Of what is no text, nobody but a person can say.
    public static boolean holds(Assets.Asset copy, String passage) {
        return !copy.mediaType().startsWith("text/") || BlockText.of(words(copy)).contains(BlockText.of(passage));
    }

    /// Whether two copies say the same to a reader, whatever else differs in their files.
    public static boolean sayTheSame(Assets.Asset one, Assets.Asset other) {
        return one.mediaType().startsWith("text/") && other.mediaType().startsWith("text/") && BlockText.of(words(one)).equals(BlockText.of(words(other)));
    }

    /// The words of a copy as plain paragraphs of story markup, block by block, to be compared with another copy's.
    static String paragraphs(Assets.Asset copy) {
        var text = new String(copy.bytes(), StandardCharsets.UTF_8);
        var blocks = copy.mediaType().startsWith("text/html") ? blocks(Jsoup.parse(text).body()) : text.lines();
        return blocks.map(BlockText::of).filter(block -> !block.isEmpty()).map(block -> "<p>" + Entities.escape(block) + "</p>").collect(Collectors.joining());
    }

    private static Stream<String> blocks(Element body) {
        body.select("script, style, noscript, template").remove();
        return body.select("*").stream().filter(Element::isBlock).map(block -> block.children().stream().noneMatch(Element::isBlock) ? block.text() : block.ownText());
    }

    private static String words(Assets.Asset copy) {
        var text = new String(copy.bytes(), StandardCharsets.UTF_8);
        return copy.mediaType().startsWith("text/html") ? Jsoup.parse(text).text() : text;
    }
}
