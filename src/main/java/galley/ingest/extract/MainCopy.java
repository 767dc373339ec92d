package galley.ingest.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds the article in a page: goes down from the body as long as one box holds nearly all that reads like copy, brings in the
/// neighbours that belong to it, and takes out what stands in the middle of it without being part of it.
final class MainCopy {

    /// A box with this share of what its parent has is the better choice.
    private static final double NEARLY_ALL = 0.9;
    private static final Set<String> TEXT = Set.of("p", "pre", "blockquote", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "tbody", "tr", "li");
    private static final Pattern SENTENCE = Pattern.compile("[.!?。！？؟۔।]");

    private final Measure measure;
    private final @Nullable String title;
    private final boolean strict;
    private final Map<Element, Boolean> data = new IdentityHashMap<>();
    private double plain;

    private MainCopy(Document page, @Nullable String title, boolean strict) {
        this.measure = new Measure(page.body());
        this.title = title;
        this.strict = strict;
    }

    /// The article's element, alone and pruned; it may be empty.
    static Element of(Document page, @Nullable String title, boolean strict) {
        var copy = new MainCopy(page, title, strict);
        return copy.joined(copy.narrowed(copy.richest(page.body())));
    }

    /// The box that reads most like copy. What stands around an article can outweigh it, so every box is asked.
    private Element richest(Element body) {
        var best = body;
        for (var box : body.select("*")) {
            if (measure.isBlock(box) && measure.of(box).value() > measure.of(best).value() * 1.001) {
                best = box;
            }
        }
        while (TEXT.contains(best.normalName()) && best.parent() != null && !best.nameIs("body")) {
            best = best.parent();
        }
        return best;
    }

    private Element narrowed(Element from) {
        var box = from;
        while (true) {
            Element best = null;
            for (var child : box.children()) {
                if (measure.isBlock(child) && (best == null || measure.of(child).value() > measure.of(best).value())) {
                    best = child;
                }
            }
            if (best == null || TEXT.contains(best.normalName()) && !best.nameIs("table") && !best.nameIs("tbody") && !best.nameIs("tr")
                    || measure.of(best).value() <= 0 || measure.of(best).value() < NEARLY_ALL * measure.of(box).value()) {
                return box;
            }
            box = best;
        }
    }

    /// The core with those neighbours that read like copy: a standfirst above it, the second half of it below.
    private Element joined(Element core) {
        var root = new Element("div");
        var above = new ArrayList<Element>();
        var below = new ArrayList<Element>();
        double all = measure.of(core).value();
        plain = measure.plain(core);
        var at = core;
        for (int level = 0; level < 4 && at.parent() != null && !at.nameIs("body") && !at.nameIs("article") && !at.nameIs("main"); level++, at = at.parent()) {
            boolean before = true;
            var over = new ArrayList<Element>();
            for (var sibling : at.parent().children()) {
                if (sibling == at) {
                    before = false;
                } else if (belongs(sibling, core, all, level)) {
                    (before ? over : below).add(sibling);
                }
            }
            above.addAll(0, over);
        }
        above.forEach(element -> root.appendChild(pruned(element)));
        root.appendChild(pruned(core));
        below.forEach(element -> root.appendChild(pruned(element)));
        headings(root);
        Trimmed.trim(root, title);
        return root;
    }

    private boolean belongs(Element sibling, Element core, double all, int level) {
        var sum = measure.of(sibling);
        if (!measure.isBlock(sibling) || Hints.beside(sibling) || isApart(sibling)) {
            return false;
        }
        boolean same = level == 0 && !core.className().isEmpty() && firstName(sibling).equals(firstName(core));
        if (sum.value() > all * (same ? 0.03 : 0.12) && sum.linkDensity() < 0.3) {
            return true;
        }
        if (sibling.nameIs("p")) {
            return sum.letters() > 70 && sum.linkDensity() < 0.25 || sum.letters() > 0 && sum.linked() == 0 && SENTENCE.matcher(sibling.text()).find();
        }
        return false;
    }

    private static String firstName(Element element) {
        return element.className().strip().split("\\s+")[0];
    }

    private static boolean isApart(Element element) {
        return switch (element.normalName()) {
            case "aside", "nav", "footer", "form", "dialog", "fieldset" -> true;
            default -> false;
        };
    }

    private Element pruned(Element element) {
        prune(element);
        return element;
    }

    private void prune(Element element) {
        var gone = new ArrayList<Element>();
        for (var child : List.copyOf(element.children())) {
            if (measure.isBlock(child) || isApart(child) ? goes(child) : Hints.isSharing(child) && measure.of(child).letters() < 60) {
                gone.add(child);
            } else {
                prune(child);
            }
        }
        Removal.of(gone);
    }

    /// Whether a box inside the article is none of it.
    private boolean goes(Element box) {
        var sum = measure.of(box);
        double own = measure.plain(box);
        if (own > 0.5 * plain && !(plain - own > (Hints.isSure(box) ? 300 : 1000) && Hints.beside(box))) {
            return false;
        }
        if (isApart(box)) {
            return !box.nameIs("form") && !box.nameIs("fieldset") || sum.letters() < 200 || sum.linkDensity() > 0.3;
        }
        if (box.select("p, pre, blockquote, h2, h3, h4, figure, td").isEmpty() && Hints.isSharing(box) && sum.letters() < 400) {
            return true;
        }
        if (Hints.isSharing(box) && sum.letters() < 300) {
            return true;
        }
        if (Hints.beside(box) && (strict || Hints.isSure(box))) {
            return !within(box);
        }
        if (box.nameIs("figure") || box.nameIs("figcaption") || box.nameIs("pre") || within(box)) {
            return false;
        }
        if (byline(box, sum) || Hints.leadsElsewhere(box) && own < 0.4 * plain && (sum.linkDensity() > 0.15 || own < 0)) {
            return true;
        }
        return switch (box.normalName()) {
            case "ul", "ol", "dl", "menu", "div", "section", "header", "table", "article", "details", "center" -> linksOnly(box, sum);
            case "p" -> sum.letters() == 0 && box.select("img").isEmpty();
            default -> false;
        };
    }

    /// Inside a table of figures or a listing everything stays together.
    private boolean within(Element box) {
        for (var up = box; up != null; up = up.parent()) {
            if (up.nameIs("pre") || up.nameIs("code") || up.nameIs("figure") && up != box) {
                return true;
            }
            if (up.nameIs("table") && up != box && isData(up)) {
                return true;
            }
        }
        return false;
    }

    private boolean isData(Element table) {
        return data.computeIfAbsent(table, MainCopy::holdsFigures);
    }

    private static boolean holdsFigures(Element table) {
        if (table.attr("role").equals("presentation")) {
            return false;
        }
        return table.hasAttr("summary") || !table.select("> caption, > thead, th, > colgroup, > tfoot").isEmpty()
                || table.select("table").size() == 1 && table.select("tr").size() * Math.max(1, table.select("tr").first() == null ? 1 : table.select("tr").first().childrenSize()) > 10;
    }

    private boolean linksOnly(Element box, Measure.Sum sum) {
        boolean list = box.nameIs("ul") || box.nameIs("ol") || box.nameIs("dl");
        int pictures = box.select("img").size();
        double density = sum.linkDensity();
        if (sum.letters() == 0) {
            return pictures == 0;
        }
        if (box.nameIs("table") && isData(box)) {
            return false;
        }
        if (Hints.isBody(box)) {
            return false;
        }
        if (list && (density > 0.4 && isPlainList(box, sum) || box.parent() != null && box.parent().nameIs("li"))) {
            return false;
        }
        if (list && density > 0.5 && sum.stops() < 3) {
            return true;
        }
        if (density > 0.5) {
            return true;
        }
        if (density > 0.25 && sum.letters() - sum.linked() < 200 && sum.stops() < 8) {
            return !list || density > 0.4;
        }
        boolean onlyWords = pictures == 0 && box.select("p, pre, blockquote, h2, h3, h4, h5, li, td").isEmpty();
        return !list && onlyWords && sum.letters() < 25 && sum.stops() == 0 && sum.linkDensity() > 0;
    }

    /// A list of links in the middle of running text is the writer's own; headlines in a row are the outlet's.
    private boolean isPlainList(Element list, Measure.Sum sum) {
        var parent = list.parent();
        int items = Math.max(1, list.select("li, dt").size());
        return parent != null && measure.plain(parent) - measure.plain(list) > 150 && list.className().isEmpty() && list.id().isEmpty()
                && (sum.letters() / items < 60 || sum.stops() > items);
    }

    /// A line that says who wrote it and when; the facts of the page hold that.
    private boolean byline(Element box, Measure.Sum sum) {
        return sum.letters() > 0 && sum.letters() < 90 && Hints.isByline(box) && !box.nameIs("blockquote");
    }

    /// The headline itself is no part of the body.
    private void headings(Element root) {
        Removal.of(root.select("h1, h2").stream().filter(heading -> sameWords(heading.text(), title)).toList());
        Removal.of(root.select("h1, h2, h3, h4").stream().filter(heading -> !heading.hasText() && heading.select("img").isEmpty()).toList());
    }

    static boolean sameWords(String one, @Nullable String other) {
        if (other == null || one.isBlank()) {
            return false;
        }
        var a = plain(one);
        var b = plain(other);
        return a.equals(b) || a.length() > 12 && b.length() > 12 && (b.startsWith(a) || a.startsWith(b)) && Math.min(a.length(), b.length()) > 0.7 * Math.max(a.length(), b.length());
    }

    private static String plain(String words) {
        return words.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
