package galley.publish;

import galley.story.BlockText;
import galley.story.SignedLook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Everything that a page says around its signed article: text, what forms, frames and shadows hold, and what attributes show.
final class OuterText {

    private static final Set<String> SILENT = Set.of("script", "style");
    private static final int DEEPEST = 4;

    private final StringBuilder text = new StringBuilder();
    private final List<int[]> links = new ArrayList<>();
    private final Element article;

    private OuterText(Element article) {
        this.article = article;
    }

    /// @param links from where to where the words of links to other pages stand
    record Said(String text, List<int[]> links) {

        /// Whether a place lies in a link, behind its first letter: headlines of other stories say what they like.
        boolean isInsideLink(int at) {
            return links.stream().anyMatch(link -> at > first(link[0]) && at < link[1]);
        }

        private int first(int from) {
            int at = from;
            while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }
    }

    static Said of(Document page, Element article) {
        var outer = new OuterText(article);
        outer.children(page.body(), 0);
        return new Said(outer.text.toString(), outer.links);
    }

    private void children(Element parent, int depth) {
        parent.childNodes().forEach(child -> node(child, depth));
    }

    private void node(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            element(element, depth);
        }
    }

    private void element(Element element, int depth) {
        var name = element.normalName();
        if (element == article || SILENT.contains(name) || name.equals("template") && !element.hasAttr("shadowrootmode") && !element.hasAttr("shadowroot")) {
            text.append('\n');
            return;
        }
        var space = SheetHarm.IN_LINE.contains(name) || name.equals("wbr") || name.equals("ruby") || name.equals("rt") ? "" : "\n";
        text.append(space);
        for (var key : SignedLook.WORDS) {
            if (!element.attr(key).isBlank()) {
                text.append('\n').append(element.attr(key)).append('\n');
            }
        }
        for (var key : List.of("srcdoc", "src", "data")) {
            if (depth < DEEPEST && element.hasAttr(key) && (name.equals("iframe") || !key.equals("srcdoc"))) {
                var html = key.equals("srcdoc") ? element.attr(key) : carried(element.attr(key));
                if (!html.isEmpty()) {
                    text.append('\n');
                    children(Jsoup.parse(html).body(), depth + 1);
                    text.append('\n');
                }
            }
        }
        int from = text.length();
        children(element, depth);
        if (name.equals("a") && element.hasAttr("href") && !element.attr("href").strip().startsWith("#")) {
            links.add(new int[] {from, text.length()});
        }
        text.append(space);
    }

    /// The document that an address carries in itself; empty for none that says words.
    private static String carried(String address) {
        var bare = address.strip();
        int comma = bare.indexOf(',');
        if (comma < 0 || !bare.substring(0, comma).toLowerCase(Locale.ROOT).matches("data:(text/|image/svg|application/xhtml)[^,]*")) {
            return "";
        }
        var data = percentDecoded(bare.substring(comma + 1));
        if (!bare.substring(0, comma).toLowerCase(Locale.ROOT).replace(" ", "").endsWith(";base64")) {
            return data;
        }
        try {
            return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static String percentDecoded(String text) {
        var bytes = new java.io.ByteArrayOutputStream();
        var raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// The words from a place on, as long as a message can hold.
    static String from(String text, int at) {
        return BlockText.of(text.substring(at, Math.min(text.length(), at + 70)));
    }
}
