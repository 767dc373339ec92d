package galley.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Walks an element in document order and sorts its text into buckets of blocks, as `story-text/1` says.
///
/// Every block element ends a block; so does an element that names a part or a claim. Inline elements, classes, wrappers
/// and heading levels do not count. `br` is a space. Struck, raised and lowered text is marked. Images count by their alt
/// text, other embedded things by their kind, links by their absolute address. `data-unsigned` is furniture and skipped.
public final class CanonicalWalk {

    /// Bucket of text that nobody marked.
    public static final String STRAY = "stray";
    /// Prefix of the buckets of generated lines.
    public static final String CLAIM = "claim:";

    private static final Set<String> INLINE = Set.of("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em",
            "font", "i", "ins", "kbd", "mark", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strike", "strong", "sub",
            "sup", "time", "u", "var", "wbr", "img", "label");
    private static final Set<String> NO_TEXT = Set.of("script", "style", "template");
    /// What can show words, or a picture of words, without holding them as text. In a page, whatever [SignedLook] does not list counts like these.
    private static final Set<String> EMBEDDED = Set.of("applet", "audio", "canvas", "datalist", "embed", "frame", "iframe", "input", "math",
            "meter", "noembed", "noframes", "noscript", "object", "plaintext", "progress", "select", "svg", "title", "video", "xmp");

    /// Elements that change what words say: text inside them stands between two noncharacters, which no text can hold itself.
    private enum Mark {
        STRUCK('\uFDD0', '\uFDD1', Set.of("del", "s", "strike")),
        RAISED('\uFDD2', '\uFDD3', Set.of("sup")),
        LOWERED('\uFDD4', '\uFDD5', Set.of("sub"));

        private final char from;
        private final char to;
        private final Set<String> elements;

        Mark(char from, char to, Set<String> elements) {
            this.from = from;
            this.to = to;
            this.elements = elements;
        }

        String round(String text) {
            return from + text + to;
        }

        /// Runs that adjoin are one run, however many elements they were cut into.
        String joined(String text) {
            return text.replace(String.valueOf(to) + from, "");
        }
    }

    private final boolean isPage;
    private final String base;
    private final Map<String, List<String>> blocks = new LinkedHashMap<>();
    private final Map<String, List<String>> links = new LinkedHashMap<>();
    private final List<Concealment> concealed = new ArrayList<>();
    private final List<String> furniture = new ArrayList<>();
    private final List<String> relative = new ArrayList<>();
    private final List<Tampering> tampering = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private String bucket;
    private InlineStyle.Look look = InlineStyle.Look.PLAIN;
    private int embedded;

    private CanonicalWalk(boolean isPage, String firstBucket, String base) {
        this.isPage = isPage;
        this.bucket = firstBucket;
        this.base = base;
    }

    /// What a walk found.
    ///
    /// @param blocks text of each block by bucket: a part's code, `claim:` and a kind, or [#STRAY]
    /// @param links absolute addresses by bucket
    /// @param concealed text a browser would not show as it stands
    /// @param furniture what the unsigned pieces outside the parts say
    /// @param relative those links, as written, that depend on where the page stands
    /// @param tampering what else can change what a reader sees: scripts, style sheets, attributes, covers
    public record Found(Map<String, List<String>> blocks, Map<String, List<String>> links, List<Concealment> concealed,
                        List<String> furniture, List<String> relative, List<Tampering> tampering) {

        public List<String> in(String bucket) {
            return blocks.getOrDefault(bucket, List.of());
        }
    }

    /// Something that nobody signed and that is no text.
    ///
    /// @param what a sentence without its end
    /// @param words what it says; empty for nothing
    public record Tampering(String what, String words) {}

    /// Walks what a page prints: text that nobody marked goes to [#STRAY].
    ///
    /// @param base address against which relative links are resolved; may be empty
    public static Found ofArticle(Element article, String base) {
        return new CanonicalWalk(true, STRAY, base).walked(article);
    }

    /// Walks a fragment of story markup. All of it is text of the part: what its attributes say counts for nothing, for the
    /// page will not print them, and nobody may hide words from a signature by marking them as furniture.
    public static Found ofMarkup(Element fragment, Part part) {
        return new CanonicalWalk(false, part.code(), "").walked(fragment);
    }

    private Found walked(Element root) {
        children(root);
        endBlock();
        return new Found(blocks, links, concealed, furniture, relative, tampering);
    }

    private void children(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                text(BlockText.printable(text.getWholeText()));
            } else if (child instanceof Element element) {
                element(element);
            }
        }
    }

    private void text(String text) {
        var marked = text;
        if (!marks.isEmpty() && !BlockText.of(text).isEmpty()) {
            for (var mark : marks) {
                marked = mark.round(marked);
            }
        }
        open.append(marked);
    }

    private void element(Element element) {
        var name = element.normalName();
        if (isPage && element.hasAttr("data-unsigned")) {
            furniture(element);
            return;
        }
        if (isPage && NO_TEXT.contains(name)) {
            withoutText(element, name);
            return;
        }
        var own = isPage ? ownBucket(element) : null;
        var outer = bucket;
        var outerLook = look;
        boolean breaks = own != null || !INLINE.contains(name) && !name.equals("br");
        if (breaks) {
            endBlock();
        }
        if (own != null) {
            bucket = own;
        }
        if (isPage) {
            var style = InlineStyle.of(element.attr("style"), look, name);
            look = style.look();
            Concealment.of(element, style).filter(how -> !said(element).isEmpty()).ifPresent(how -> concealed.add(new Concealment(how, said(element))));
            attributes(element, name);
        }
        boolean foreign = isEmbedded(element, name);
        switch (name) {
            case "br" -> open.append(' ');
            case "img" -> image(element);
            default -> {
                if (element.hasAttr("href")) {
                    link(element.attr("href").strip());
                }
                if (foreign && embedded == 0) {
                    open.append('[').append(name).append(']');
                    endBlock();
                }
                boolean quotes = isPage && name.equals("q") && !Part.EVIDENCE.code().equals(element.attr("data-part"));
                open.append(quotes ? "\"" : "");
                embedded += foreign ? 1 : 0;
                markedChildren(element, name);
                embedded -= foreign ? 1 : 0;
                open.append(quotes ? "\"" : "");
            }
        }
        if (breaks) {
            endBlock();
        }
        bucket = outer;
        look = outerLook;
    }

    private boolean isEmbedded(Element element, String name) {
        return EMBEDDED.contains(name) || isPage && (!SignedLook.ELEMENTS.contains(name) || name.equals("meta") && !element.hasAttr("itemprop") && !element.hasAttr("property"));
    }

    /// What shows no text of its own can still write or restyle that of others.
    private void withoutText(Element element, String name) {
        if (name.equals("style")) {
            tampering.add(new Tampering("A style sheet that nobody signed stands in the article", ""));
        } else if (name.equals("script") && !element.attr("type").toLowerCase(Locale.ROOT).contains("json")) {
            tampering.add(new Tampering("A script that nobody signed stands in the article", ""));
        }
    }

    private static final Pattern HANDLER = Pattern.compile("on[a-z]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    /// These are reported as what they do: hiding, or numbering otherwise.
    private static final Set<String> CONCEALING = Set.of("hidden", "popover", "inert", "start", "reversed", "open");

    /// An attribute of HTML is harmless, or says what the element says anyway, or is reported.
    private void attributes(Element element, String name) {
        for (var attribute : element.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            var value = BlockText.of(attribute.getValue());
            if (SignedLook.WORDS.contains(key)) {
                if (!(name.equals("img") && key.equals("alt")) && !value.isEmpty() && !said(element).contains(value)) {
                    words(key, value);
                }
            } else if (HANDLER.matcher(key).matches()) {
                tampering.add(new Tampering("A script that nobody signed stands in the article (" + key + ")", ""));
            } else if (LETTERS.matcher(key).matches() && !SignedLook.ATTRIBUTES.contains(key) && !CONCEALING.contains(key)
                    && !(key.equals("type") && (name.equals("a") || name.equals("source") || name.equals("ol")))) {
                tampering.add(new Tampering("The attribute " + key + ", which nobody signed, stands in the article", value));
            }
        }
    }

    /// What an attribute says beside the words. Wrappers and the article may be named for those who listen; nothing signed may.
    private void words(String key, String value) {
        if (key.startsWith("aria-") && bucket.equals(STRAY)) {
            furniture.add(value);
        } else {
            blocks.computeIfAbsent(STRAY, b -> new ArrayList<>()).add(value);
        }
    }

    private void markedChildren(Element element, String name) {
        var mark = Arrays.stream(Mark.values()).filter(m -> m.elements.contains(name)).findFirst();
        boolean begins = mark.isPresent() && marks.add(mark.get());
        children(element);
        if (begins) {
            marks.remove(mark.get());
        }
    }

    /// Furniture among signed words may be a bullet, or a dash with space around it. Anything else there, also a point in a number, a sign
    /// before it, a half, a mark that turns the line round or letters drawn as pictures, would read as if it had been signed.
    private static final Pattern ORNAMENT = Pattern.compile("[·•|\\s]*|\\s+[-–—]\\s+");

    private void furniture(Element element) {
        var words = said(element);
        var beside = element.getAllElements().stream().flatMap(CanonicalWalk::besides).distinct().toList();
        boolean speaks = !beside.isEmpty() || (bucket.equals(STRAY) ? words.codePoints().anyMatch(Character::isLetterOrDigit) : !words.isEmpty() && !ORNAMENT.matcher(element.wholeText()).matches())
                || element.getAllElements().stream().anyMatch(e -> e.normalName().equals("img") || EMBEDDED.contains(e.normalName()));
        if (speaks) {
            var all = (words + " " + String.join(" ", beside)).strip();
            if (bucket.equals(STRAY)) {
                furniture.add(all);
            } else {
                blocks.computeIfAbsent(STRAY, b -> new ArrayList<>()).add(all);
            }
        }
        element.getAllElements().stream().map(e -> e.attr("style")).filter(style -> InlineStyle.of(style, InlineStyle.Look.PLAIN, "").covers())
                .forEach(style -> tampering.add(new Tampering("Something unsigned can be laid over the signed words", BlockText.of(style))));
    }

    /// What the attributes of an element say beside its words.
    private static Stream<String> besides(Element element) {
        return SignedLook.WORDS.stream().filter(key -> !(key.equals("alt") && element.normalName().equals("img"))).map(key -> BlockText.of(element.attr(key)))
                .filter(value -> !value.isEmpty());
    }

    /// What an element says in all, whoever signed it.
    public static String said(Element element) {
        var words = new StringBuilder();
        saying(element, words);
        return BlockText.of(words.toString());
    }

    private static void saying(Node node, StringBuilder words) {
        if (node instanceof TextNode text) {
            words.append(BlockText.printable(text.getWholeText()));
        } else if (node instanceof Element element) {
            words.append(element.normalName().equals("img") ? " " + alt(element) + " " : space(element));
            if (!NO_TEXT.contains(element.normalName())) {
                element.childNodes().forEach(child -> saying(child, words));
            }
            words.append(space(element));
        }
    }

    private static String space(Element element) {
        return INLINE.contains(element.normalName()) ? "" : " ";
    }

    /// An image that is not itself the named part still may not enter a story unsigned.
    private void image(Element image) {
        endBlock();
        var outer = bucket;
        if (!(isPage && image.hasAttr("data-part")) && !bucket.equals(STRAY)) {
            bucket = Part.IMAGE.code();
        }
        open.append(alt(image));
        endBlock();
        bucket = outer;
    }

    private static String alt(Element image) {
        return Picture.words(BlockText.of(image.attr("alt")));
    }

    private static @org.jspecify.annotations.Nullable String ownBucket(Element element) {
        if (element.hasAttr("data-part")) {
            return Part.of(element.attr("data-part")).map(Part::code).orElse(STRAY);
        }
        return element.hasAttr("data-claim") ? CLAIM + element.attr("data-claim") : null;
    }

    private void link(String href) {
        if (!Addresses.isAbsolute(href)) {
            relative.add(href);
        }
        links.computeIfAbsent(bucket, b -> new ArrayList<>()).add(base.isEmpty() ? href : Addresses.resolved(base, href));
    }

    private void endBlock() {
        var text = BlockText.folded(joined(open.toString()));
        open.setLength(0);
        if (!text.isEmpty()) {
            blocks.computeIfAbsent(bucket, b -> new ArrayList<>()).add(text);
        }
    }

    private static String joined(String text) {
        String before;
        do {
            before = text;
            for (var mark : Mark.values()) {
                text = mark.joined(text);
            }
        } while (!text.equals(before));
        return text;
    }
}
