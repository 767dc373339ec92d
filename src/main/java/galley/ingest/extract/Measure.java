package galley.ingest.extract;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Weighs a page from its leaves up: how many letters stand under each element, how many of them are links, and how much
/// of it reads like running text. Two old measures together, text density and link density.
final class Measure {

    /// What stands under an element.
    ///
    /// @param letters how much it says
    /// @param linked how much of that is link text
    /// @param stops ends and joints of sentences outside links
    /// @param value how much of it reads like copy, less what reads like the page around it
    record Sum(int letters, int linked, int stops, double value) {

        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(letters + other.letters, linked + other.linked, stops + other.stops, value + other.value);
        }

        double linkDensity() {
            return letters == 0 ? 0 : (double) linked / letters;
        }
    }

    static final Set<String> BLOCKS = Set.of("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
            "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu",
            "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "listing", "search");

    private final Map<Element, Sum> sums = new IdentityHashMap<>();
    private final Map<Element, Double> values = new IdentityHashMap<>();
    private final Map<Element, Boolean> block = new IdentityHashMap<>();

    Measure(Element root) {
        weigh(root, false);
        sums.forEach((element, sum) -> values.put(element, sum.value()));
        hinted(root, Math.max(1, of(root).value()));
    }

    /// What reads like copy under an element, whatever the boxes are called.
    double plain(Element element) {
        return values.getOrDefault(element, 0.0);
    }

    /// Lets the names of boxes speak, except where a box holds most of what the page says. Answers by how much the value fell.
    private double hinted(Element element, double all) {
        double change = 0;
        for (var child : element.children()) {
            if (isBlock(child)) {
                change += hinted(child, all);
            }
        }
        var sum = of(element);
        double value = sum.value() + change;
        double share = values.getOrDefault(element, 0.0) / all;
        if (value > 0 && !element.nameIs("body")) {
            if (Hints.isSure(element) && share < 0.75) {
                value *= 0.02;
            } else if ((Hints.beside(element) || share > 0.02 && Hints.leadsElsewhere(element)) && share < 0.5) {
                value *= 0.12;
            } else if ((element.nameIs("aside") || element.nameIs("nav") || element.nameIs("footer")) && share < 0.6) {
                value *= 0.1;
            } else if (Hints.isBody(element)) {
                value *= 1.15;
            }
        }
        sums.put(element, new Sum(sum.letters(), sum.linked(), sum.stops(), value));
        return value - sum.value();
    }

    Sum of(Element element) {
        return sums.getOrDefault(element, Sum.NONE);
    }

    /// Whether it is a block or has one inside.
    boolean isBlock(Element element) {
        return block.getOrDefault(element, false);
    }

    private Sum weigh(Element element, boolean inLink) {
        boolean link = inLink || element.nameIs("a") && element.hasAttr("href");
        var sum = Sum.NONE;
        var line = new Line(element);
        boolean isBlock = BLOCKS.contains(element.normalName());
        for (var node : element.childNodes()) {
            switch (node) {
                case TextNode words -> line.add(words.getWholeText(), link);
                case Element child -> {
                    var below = weigh(child, link);
                    if (isBlock(child)) {
                        isBlock = true;
                        sum = sum.plus(line.end()).plus(below);
                    } else if (child.nameIs("br")) {
                        line.breaks++;
                        if (line.breaks > 1) {
                            sum = sum.plus(line.end());
                        }
                    } else {
                        line.add(below, child);
                    }
                }
                default -> { }
            }
        }
        if (isBlock) {
            sum = sum.plus(line.end());
        } else {
            sum = line.raw();
        }
        block.put(element, isBlock);
        sums.put(element, sum);
        return sum;
    }

    /// Text and phrasing between two blocks.
    private static final class Line {

        private final Element owner;
        private int letters;
        private int linked;
        private int stops;
        private int breaks;

        Line(Element owner) {
            this.owner = owner;
        }

        void add(String words, boolean link) {
            int before = letters;
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                letters += Weight.of(c);
                if (!link && Weight.isStop(c)) {
                    stops++;
                }
            }
            linked += link ? letters - before : 0;
            breaks = letters > before ? 0 : breaks;
        }

        void add(Sum inline, Element child) {
            letters += inline.letters;
            // a link to a place on the same page is a note or a heading's mark
            linked += child.nameIs("a") && child.attr("href").startsWith("#") ? inline.linked * 3 / 10 : inline.linked;
            stops += inline.stops;
            breaks = inline.letters > 0 ? 0 : breaks;
        }

        Sum raw() {
            return new Sum(letters, linked, stops, 0);
        }

        Sum end() {
            var sum = new Sum(letters, linked, stops, letters == 0 ? 0 : value());
            letters = linked = stops = breaks = 0;
            return sum;
        }

        private double value() {
            double density = (double) linked / letters;
            int free = letters - linked;
            return switch (owner.normalName()) {
                case "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "th", "dt" -> density > 0.6 ? -8 : 0;
                case "pre", "listing" -> free * 0.6;
                default -> {
                    if (density > 0.6) {
                        yield -10 - Math.min(letters, 80) * 0.3;
                    }
                    if (letters < 25) {
                        yield stops > 0 && density < 0.3 ? free * 0.3 : -4;
                    }
                    double running = stops == 0 ? letters < 80 ? 0.1 : 0.5 : 1;
                    yield free * running * (1 - density) - linked * 0.5;
                }
            };
        }
    }
}
