package galley.story;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Walks an element in document order and sorts its text into buckets of blocks, as `story-text/1` says.
///
/// Every block element ends a block; so does an element that names a part or a claim. Inline elements, classes, wrappers
/// and heading levels do not count. `br` is a space. Struck text is marked. Images count by their alt text, links by their
/// absolute address. `data-unsigned` is furniture and skipped.
public final class CanonicalWalk {

    /// Bucket of text that nobody marked.
    public static final String STRAY = "stray";
    /// Prefix of the buckets of generated lines.
    public static final String CLAIM = "claim:";

    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em",
            "font", "i", "ins", "kbd", "mark", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "u", "var", "wbr", "img", "label");
    private static final Set<String> STRUCK = Set.of("del", "s", "strike");
    private static final Set<String> NO_TEXT = Set.of("script", "style", "template", "noscript");

    private final String base;
    private final Map<String, List<String>> blocks = new LinkedHashMap<>();
    private final Map<String, List<String>> links = new LinkedHashMap<>();
    private final List<String> hidden = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private String bucket;

    private CanonicalWalk(String firstBucket, String base) {
        this.bucket = firstBucket;
        this.base = base;
    }

    /// What a walk found.
    ///
    /// @param blocks text of each block by bucket: a part's code, `claim:` and a kind, or [#STRAY]
    /// @param links absolute addresses by bucket
    /// @param hidden text a browser would not show, inside signed parts
    public record Found(Map<String, List<String>> blocks, Map<String, List<String>> links, List<String> hidden) {

        public List<String> in(String bucket) {
            return blocks.getOrDefault(bucket, List.of());
        }
    }

    /// @param firstBucket where text goes until an element says otherwise
    /// @param base address against which relative links are resolved; may be empty
    public static Found of(Element root, String firstBucket, String base) {
        var walk = new CanonicalWalk(firstBucket, base);
        walk.children(root);
        walk.endBlock();
        return new Found(walk.blocks, walk.links, walk.hidden);
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                open.append(text.getWholeText());
            } else if (child instanceof Element element) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        if (NO_TEXT.contains(name) || element.hasAttr("data-unsigned")) {
            return;
        }
        var own = ownBucket(element);
        var outer = bucket;
        boolean breaks = own != null || !INLINE.contains(name) && !name.equals("br");
        if (breaks) {
            endBlock();
        }
        if (own != null) {
            bucket = own;
        }
        if (isHidden(element)) {
            hidden.add(BlockText.of(element.text()));
        }
        switch (name) {
            case "br" -> open.append(' ');
            case "img" -> image(element);
            default -> {
                if (element.hasAttr("href")) {
                    links.computeIfAbsent(bucket, b -> new ArrayList<>()).add(absolute(element.attr("href")));
                }
                boolean struck = STRUCK.contains(name);
                if (struck) {
                    open.append(BlockText.STRUCK_FROM);
                }
                children(element);
                if (struck) {
                    open.append(BlockText.STRUCK_TO);
                }
            }
        }
        if (breaks) {
            endBlock();
        }
        bucket = outer;
    }

    /// An image that is not itself the named part still may not enter a story unsigned.
    private void image(Element image) {
        endBlock();
        var alt = image.attr("alt");
        var outer = bucket;
        if (!image.hasAttr("data-part") && !bucket.equals(STRAY)) {
            bucket = Part.IMAGE.code();
        }
        open.append(alt.isBlank() ? "[image without words]" : alt);
        endBlock();
        bucket = outer;
    }

    private static @org.jspecify.annotations.Nullable String ownBucket(Element element) {
        if (element.hasAttr("data-part")) {
            return Part.of(element.attr("data-part")).map(Part::code).orElse(STRAY);
        }
        return element.hasAttr("data-claim") ? CLAIM + element.attr("data-claim") : null;
    }

    private static boolean isHidden(Element element) {
        var style = element.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        return element.hasAttr("hidden") || style.contains("display:none") || style.contains("visibility:hidden")
                || style.contains("font-size:0") || style.contains("opacity:0");
    }

    private String absolute(String href) {
        var address = href.strip();
        try {
            return base.isEmpty() ? address : URI.create(base).resolve(address).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }

    private void endBlock() {
        var text = BlockText.of(open.toString());
        open.setLength(0);
        if (!text.isEmpty()) {
            blocks.computeIfAbsent(bucket, b -> new ArrayList<>()).add(text);
        }
    }
}
