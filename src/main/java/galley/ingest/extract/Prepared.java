package galley.ingest.extract;

import galley.ingest.TagBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Makes a page readable for weighing: takes out what no reader sees, gives pictures that load late their addresses, and makes paragraphs
/// of lines that are parted by breaks alone.
final class Prepared {

    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("\\.(jpe?g|png|webp|gif|avif)([?#&].*)?$", Pattern.CASE_INSENSITIVE);
    private static final List<String> LATE = List.of("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-src-medium", "data-full-src",
            "data-image", "data-url", "data-img-src", "datasrc", "data-runner-src", "data-raw-src");

    private Prepared() {}

    /// @param withHidden when what is hidden at first may be the article: pages behind a wall or built by script
    static void prepare(Document page, boolean withHidden) {
        page.select("amp-img, amp-anim").forEach(picture -> picture.tagName("img"));
        latePictures(page);
        Removal.of(page.select("amp-ad, amp-embed, amp-sidebar, amp-consent, amp-user-notification, amp-social-share, ins.adsbygoogle"));
        Removal.of(page.select("script, style, noscript, template, link, meta, object, embed, applet, frame, frameset, iframe, canvas, audio, video, svg, math > semantics > annotation,"
                + " button, input, select, textarea, option, dialog[open=false]"));
        if (!withHidden) {
            Removal.of(page.body().select("[style], [hidden], [aria-hidden=true], [aria-modal=true]").stream().filter(element -> element != page.body() && isHidden(element)).toList());
        }
        comments(page.body());
        Removal.of(page.body().select("footer").stream().filter(Prepared::endsThePage).toList());
        paragraphs(page.body());
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find()
                || element.attr("aria-hidden").equals("true") && !element.className().contains("fallback-image") && !element.nameIs("math")
                || element.attr("aria-modal").equals("true") && element.attr("role").equals("dialog");
    }

    /// The outlet's own last lines; an article's footer stands inside it.
    private static boolean endsThePage(Element footer) {
        var around = footer.parent();
        return around != null && around.closest("article, main, blockquote, section, footer") == null && RIGHTS.matcher(footer.text()).find() && footer.select("article, h1").isEmpty();
    }

    private static final Pattern RIGHTS = Pattern.compile("©|\\(c\\)|copyright|rights reserved|alle rechte|droits réservés|derechos reservados|diritti riservati|права защищены", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static void comments(Element root) {
        var all = new ArrayList<Node>();
        root.traverse((node, depth) -> {
            if (node instanceof Comment) {
                all.add(node);
            }
        });
        Removal.of(all);
    }

    /// The address of a picture that loads late stands in another attribute, or in a `noscript` beside it.
    private static void latePictures(Document page) {
        for (var noscript : page.select("noscript")) {
            var inside = Jsoup.parseBodyFragment(noscript.html().contains("&lt;img") ? noscript.text() : noscript.html()).body();
            var images = inside.select("img");
            if (images.size() != 1 || !inside.text().isBlank()) {
                continue;
            }
            var picture = images.first();
            var before = noscript.previousElementSibling();
            var standIn = before == null ? null : before.nameIs("img") ? before : before.selectFirst("img");
            if (standIn != null && picture != null) {
                standIn.attr("src", picture.attr("src"));
            } else if (picture != null) {
                noscript.before(picture.clone());
            }
        }
        for (var image : page.select("img")) {
            var src = image.attr("src");
            if (src.isBlank() || src.startsWith("data:") || src.contains("placeholder") || src.contains("blank.gif") || image.hasAttr("data-src")) {
                var late = late(image);
                if (late != null) {
                    image.attr("src", late);
                }
            }
        }
        for (var figure : page.select("figure:not(:has(img))")) {
            var late = late(figure);
            if (late != null) {
                figure.prependElement("img").attr("src", late);
            }
        }
    }

    private static @Nullable String late(Element image) {
        for (var name : LATE) {
            if (!image.attr(name).isBlank() && !image.attr(name).startsWith("data:")) {
                return image.attr(name).strip();
            }
        }
        for (var name : List.of("data-srcset", "srcset")) {
            var set = image.attr(name).strip();
            if (!set.isEmpty()) {
                return set.split("[\\s,]", 2)[0];
            }
        }
        for (var attribute : image.attributes()) {
            if (!attribute.getKey().equals("src") && !attribute.getKey().equals("alt") && PICTURE.matcher(attribute.getValue()).find() && attribute.getValue().indexOf(' ') < 0) {
                return attribute.getValue();
            }
        }
        return null;
    }

    private static void paragraphs(Element root) {
        for (var element : root.select("div, td, section, article, center, font, span, body")) {
            if (element.hasParent() && hasDoubleBreak(element)) {
                wrap(element);
            }
        }
    }

    private static boolean hasDoubleBreak(Element element) {
        boolean after = false;
        for (var node : element.childNodes()) {
            if (node instanceof Element child && child.nameIs("br")) {
                if (after) {
                    return true;
                }
                after = true;
            } else if (!(node instanceof TextNode text && text.isBlank())) {
                after = false;
            }
        }
        return false;
    }

    /// Makes a paragraph of every run of phrasing between double breaks. The children are laid anew all at once.
    private static void wrap(Element element) {
        var laid = new ArrayList<Node>();
        var run = new ArrayList<Node>();
        int breaks = 0;
        var children = List.copyOf(element.childNodes());
        element.empty();
        for (var node : children) {
            if (node instanceof Element child && child.nameIs("br")) {
                breaks++;
                run.add(node);
            } else if (node instanceof Element child && (Measure.BLOCKS.contains(child.normalName()) || child.selectFirst("p, div, ul, ol, table, figure, blockquote") != null)) {
                paragraph(run, laid);
                laid.add(node);
                breaks = 0;
            } else if (node instanceof TextNode text && text.isBlank()) {
                run.add(node);
            } else {
                if (breaks > 1) {
                    paragraph(run, laid);
                }
                breaks = 0;
                run.add(node);
            }
        }
        paragraph(run, laid);
        element.appendChildren(laid);
    }

    private static void paragraph(List<Node> run, List<Node> laid) {
        int from = 0;
        int to = run.size();
        while (to > from && isEmpty(run.get(to - 1))) {
            to--;
        }
        while (from < to && isEmpty(run.get(from))) {
            from++;
        }
        if (from < to) {
            var words = List.copyOf(run.subList(from, to));
            var p = new Element("p");
            p.appendChildren(words);
            laid.add(p);
        }
        run.clear();
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Element element && element.nameIs("br") || node instanceof TextNode text && text.isBlank();
    }

    static Document parse(String html, String url) {
        var parser = Parser.htmlParser();
        parser.setMaxDepth(512);
        return parser.parseInput(TagBudget.kept(html), url);
    }
}
