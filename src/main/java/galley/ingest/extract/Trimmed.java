package galley.ingest.extract;

import galley.ingest.FeedDates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Takes single lines out of an article that a writer did not write: the word over an advertisement, a line that leads to another page, the
/// headline and the byline printed once more, a quotation that repeats what stands in the text.
final class Trimmed {

    private static final int SHORT = 90;
    private static final int A_SENTENCE = 80;
    private static final int QUOTES = 200;
    private static final Pattern BY = Pattern.compile("^(by|par|von|por|di|door|written by|posted by) [\\p{Lu}\\p{Lo}].*", Pattern.CASE_INSENSITIVE);

    private Trimmed() {}

    static void trim(Element root, @Nullable String title) {
        Removal.of(leaves(root).stream().filter(leaf -> isFurniture(leaf) || leadsElsewhere(leaf) || isTime(leaf)).map(leaf -> whole(leaf, root)).toList());
        Removal.of(leaves(root).stream().filter(Trimmed::isLoneLink).map(leaf -> whole(leaf, root)).toList());
        top(root, title);
        repeats(root);
    }

    /// Boxes with words and without boxes, outside tables of figures and listings.
    private static List<Element> leaves(Element root) {
        var leaves = new ArrayList<Element>();
        for (var element : root.select("p, div, section, header, h2, h3, h4, h5, h6, center, article")) {
            if (element != root && element.hasText() && element.children().stream().noneMatch(Trimmed::isBox) && element.closest("pre, table, figure, code") == null
                    && element.select("img, figure, table, pre, ul, ol, math").isEmpty()) {
                leaves.add(element);
            }
        }
        return leaves;
    }

    private static boolean isBox(Element child) {
        return Measure.BLOCKS.contains(child.normalName());
    }

    /// A heading may say "Comments" and mean it; a line may not.
    private static boolean isFurniture(Element leaf) {
        return Hints.isFurniture(leaf.text()) && !leaf.normalName().matches("h[2-6]");
    }

    /// "Read more: ..." between two paragraphs.
    private static boolean leadsElsewhere(Element leaf) {
        var words = leaf.text().strip();
        return words.length() < 200 && linked(leaf) > (words.length() < 40 ? 0.3 : 0.5) * words.length() && Hints.opensElsewhere(words);
    }

    /// A line that is nothing but the name of another page.
    private static boolean isLoneLink(Element leaf) {
        var words = leaf.text().strip();
        return (leaf.nameIs("p") || leaf.nameIs("div")) && words.length() > 15 && words.length() < 200 && linked(leaf) > 0.95 * words.length()
                && leaf.select("a[href]").size() == 1 && between(leaf);
    }

    private static int linked(Element leaf) {
        return leaf.select("a[href]").stream().mapToInt(link -> link.attr("href").matches("#.+") ? 0 : link.text().length()).sum();
    }

    /// Whether running text stands on both sides, so that a lone link cannot be the end of a list of sources.
    private static boolean between(Element leaf) {
        return neighbour(leaf, Node::previousSibling) instanceof Element before && neighbour(leaf, Node::nextSibling) instanceof Element after && isRunning(before) && isRunning(after);
    }

    private static @Nullable Node neighbour(Element leaf, UnaryOperator<@Nullable Node> next) {
        var node = next.apply(leaf);
        while (node instanceof TextNode words && words.isBlank()) {
            node = next.apply(node);
        }
        return node;
    }

    private static boolean isRunning(Element paragraph) {
        return Weight.of(paragraph.text()) > A_SENTENCE && paragraph.select("a[href]").stream().mapToInt(link -> link.text().length()).sum() < 0.5 * paragraph.text().length();
    }

    private static boolean isTime(Element leaf) {
        var time = leaf.selectFirst("time");
        return time != null && leaf.text().length() < SHORT && time.text().strip().equals(leaf.text().strip());
    }

    /// What stands over the first sentence: section, headline, byline and date. The facts of the page hold them.
    private static void top(Element root, @Nullable String title) {
        var gone = new ArrayList<Element>();
        for (var leaf : leaves(root)) {
            var words = leaf.text().strip();
            if (words.length() > SHORT && !MainCopy.sameWords(words, title)) {
                break;
            }
            if (MainCopy.sameWords(words, title) || BY.matcher(words).matches() && words.length() < SHORT && !words.endsWith(".") || words.length() < 40 && FeedDates.read(words) != null) {
                gone.add(whole(leaf, root));
            }
        }
        Removal.of(gone);
    }

    /// A pull-quote says again, larger, what the text says.
    private static void repeats(Element root) {
        var quotes = root.select("blockquote, aside, [class*=pull], [class*=quote]");
        var all = quotes.isEmpty() ? "" : plain(root.text());
        for (var quote : quotes.subList(0, Math.min(quotes.size(), QUOTES))) {
            var words = quote == root || !quote.hasParent() ? "" : plain(quote.text());
            int at = words.length() < 20 || words.length() > 500 ? -1 : all.indexOf(words);
            if (at >= 0 && all.indexOf(words, at + 1) > 0) {
                whole(quote, root).remove();
                all = all.replaceFirst(Pattern.quote(words), "");
            }
        }
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /// An element with the boxes that are empty without it.
    private static Element whole(Element element, Element root) {
        var at = element;
        while (at.parent() != null && at.parent() != root && at.parent().childrenSize() == 1 && at.parent().text().strip().equals(at.text().strip())) {
            at = at.parent();
        }
        return at;
    }
}
