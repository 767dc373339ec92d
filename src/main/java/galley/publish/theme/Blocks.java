package galley.publish.theme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads the newsroom's blocks: pieces of HTML with a few values in double braces, `{{newsroom}}`, `{{link archive.html}}`,
/// `{{include footer}}`. Links and pictures are let in, scripts, styles and everything that a page proves with are not.
final class Blocks {

    /// Where a block may stand, by its name.
    static final Map<String, String> PLACES = Map.of("masthead", "beside the name, on every page", "footer", "at the foot of every page", "about", "on the page that says how you work",
            "article-end", "below every article", "home-top", "on top of the front page");
    private static final Set<String> ELEMENTS = Set.of("a", "p", "div", "span", "ul", "ol", "li", "strong", "em", "b", "i", "small", "br", "hr", "h2", "h3", "h4", "img", "figure", "figcaption",
            "address", "section", "dl", "dt", "dd", "abbr", "cite", "code", "sup", "sub", "q");
    private static final Set<String> ATTRIBUTES = Set.of("class", "href", "src", "alt", "title", "lang", "dir", "width", "height", "aria-label", "rel");
    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*([a-z]*)\\s*([^{}]*?)\\s*}}");
    private static final int DEEPEST = 8;
    private static final int MOST_INCLUDED = 100;
    private static final int LONGEST = 16_384;

    /// Reads a file of the theme.
    @FunctionalInterface
    interface Files {
        @Nullable String text(String name);
    }

    private final Map<String, String> values;
    private final Files files;
    private final Predicate<String> pictures;
    private final Predicate<String> forges;
    private final List<Theme.Problem> problems;
    private int included;

    /// @param values what may stand in double braces
    /// @param pictures whether the theme has this picture
    /// @param forges whether these words are ones that only a page itself may say
    Blocks(Map<String, String> values, Files files, Predicate<String> pictures, Predicate<String> forges, List<Theme.Problem> problems) {
        this.values = values;
        this.files = files;
        this.pictures = pictures;
        this.forges = forges;
        this.problems = problems;
    }

    /// A block, checked; null when there is none or anything in it is wrong.
    @Nullable String read(String name) {
        int before = problems.size();
        included = 0;
        var filled = fill(name, new ArrayDeque<>());
        if (filled == null || problems.size() > before) {
            return null;
        }
        if (filled.length() > LONGEST) {
            problems.add(new Theme.Problem(name + ".html", 0, "the block has " + filled.length() / 1024 + " KB; a page should stay small, so 16 KB are the most."));
            return null;
        }
        var html = checked(name + ".html", filled);
        return problems.size() > before ? null : html;
    }

    /// With every value in its place. A block that includes itself would never end.
    private @Nullable String fill(String name, Deque<String> including) {
        var text = files.text(name + ".html");
        if (text == null) {
            return null;
        }
        including.push(name);
        var out = new StringBuilder();
        var braces = BRACES.matcher(text);
        int from = 0;
        while (braces.find() && out.length() <= LONGEST && included <= MOST_INCLUDED) {
            out.append(text, from, braces.start());
            from = braces.end();
            int line = line(text, braces.start());
            var verb = braces.group(1);
            var of = braces.group(2);
            switch (verb) {
                case "include" -> {
                    if (++included > MOST_INCLUDED) {
                        problems.add(new Theme.Problem(name + ".html", line, "more than " + MOST_INCLUDED + " pieces are included in one block."));
                    } else if (including.contains(of)) {
                        problems.add(new Theme.Problem(name + ".html", line, "“" + of + "” includes itself"
                                + (of.equals(name) ? "" : " by way of " + String.join(", ", including)) + "; that would never end."));
                    } else if (including.size() >= DEEPEST) {
                        problems.add(new Theme.Problem(name + ".html", line, "blocks are nested more than " + DEEPEST + " deep."));
                    } else if (!of.matches("[a-z0-9-]+") || files.text(of + ".html") == null) {
                        problems.add(new Theme.Problem(name + ".html", line, "there is no " + of + ".html in the theme."));
                    } else {
                        // Lines of what is included count where it is included.
                        var inner = fill(of, including);
                        out.append(inner == null ? "" : inner.replaceAll("\\R", " "));
                    }
                }
                case "link" -> {
                    if (of.matches("[A-Za-z0-9._/-]+") && !of.contains("..") && !of.startsWith("/")) {
                        out.append("galley:").append(of);
                    } else {
                        problems.add(new Theme.Problem(name + ".html", line, "a link is a path of the site: {{link archive.html}}."));
                    }
                }
                default -> {
                    var value = of.isEmpty() ? values.get(verb) : null;
                    if (value == null) {
                        problems.add(new Theme.Problem(name + ".html", line, "{{" + (verb + " " + of).strip() + "}} is not known; there are "
                                + values.keySet().stream().sorted().map(v -> "{{" + v + "}}").collect(Collectors.joining(", ")) + ", {{link PATH}} and {{include BLOCK}}."));
                    } else {
                        out.append(org.jsoup.nodes.Entities.escape(value));
                    }
                }
            }
        }
        including.pop();
        return out.append(text, from, text.length()).toString();
    }

    private String checked(String file, String html) {
        if (html.contains("{{") || html.contains("}}")) {
            wrong(file, line(html, Math.max(html.indexOf("{{"), html.indexOf("}}"))), "these double braces are not closed, or say more than one word and its object.");
        }
        var parser = Parser.htmlParser().setTrackErrors(5).setTrackPosition(true);
        var document = Document.createShell("");
        var body = document.body();
        for (var node : parser.parseFragmentInput(html, body, "")) {
            body.appendChild(node);
        }
        parser.getErrors().forEach(error -> wrong(file, Integer.parseInt(error.getCursorPos().replaceFirst(":.*", "").replaceAll("\\D", "0")), "the markup is not whole: " + error.getErrorMessage() + "."));
        unclosed(file, html);
        body.forEachNode(node -> {
            if (node instanceof Element element && element != body) {
                element(file, element);
            } else if (node instanceof Comment || node instanceof org.jsoup.nodes.DataNode || node instanceof org.jsoup.nodes.CDataNode) {
                wrong(file, line(node), "comments are not let in; they would stand on every page.");
            }
        });
        if (forges.test(whole(body))) {
            wrong(file, forgedLine(body), "words such as “Edited by” are printed by a page itself, and only when they are true.");
        }
        document.outputSettings().prettyPrint(false);
        return body.html().strip();
    }

    /// The words as a reader sees them: signs that cannot be seen do not keep two halves of a phrase apart.
    private static String whole(Element element) {
        return element.wholeText().replaceAll("[\\p{Cf}\\u00AD]", "") + " " + element.text().replaceAll("[\\p{Cf}\\u00AD]", "")
                + " " + element.getAllElements().stream().flatMap(e -> java.util.stream.Stream.of(e.attr("alt"), e.attr("title"), e.attr("aria-label"))).collect(Collectors.joining(" "));
    }

    private int forgedLine(Element body) {
        for (var element : body.getAllElements().reversed()) {
            if (element != body && forges.test(whole(element))) {
                return line(element);
            }
        }
        return 1;
    }

    private void element(String file, Element element) {
        var name = element.normalName();
        if (!ELEMENTS.contains(name)) {
            wrong(file, line(element), "<" + name + "> is not let in" + (name.equals("script") ? ": a theme runs nothing." : name.equals("h1") ? ": a page has one main heading of its own." : "."));
            return;
        }
        for (var attribute : element.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            var value = attribute.getValue().strip();
            if (!ATTRIBUTES.contains(key)) {
                wrong(file, line(element), key + " is not let in on <" + name + ">" + (key.equals("style") ? "; give it a class and write it in style.css." : "."));
            } else if (key.equals("class") && !value.matches("(?:theme-[\\w-]+\\s*)+")) {
                wrong(file, line(element), "a class of yours begins with “theme-”.");
            } else if (key.equals("href") && !value.matches("(?i)(?:https?://|mailto:|tel:|galley:|#)[^\\p{Cntrl}]*")) {
                wrong(file, line(element), "a link leads to https://..., mailto:... or {{link PATH}}.");
            } else if (key.equals("src") && (!name.equals("img") || !pictures.test(value))) {
                wrong(file, line(element), "a picture lies in the theme's own folder “files”; there is no " + value + ".");
            }
        }
        if (name.equals("img") && !element.hasAttr("alt")) {
            wrong(file, line(element), "a picture needs words for those who cannot see it (alt).");
        }
        if (name.equals("img") && pictures.test(element.attr("src"))) {
            element.attr("src", "galley:" + Theme.FOLDER + element.attr("src"));
        }
        if (name.equals("a") && element.attr("href").toLowerCase(Locale.ROOT).startsWith("http")) {
            element.attr("rel", "noopener");
        }
    }

    /// The parser mends what is not closed; here it is a mistake.
    private void unclosed(String file, String html) {
        var open = new ArrayDeque<String>();
        var lines = new ArrayDeque<Integer>();
        var tags = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>").matcher(html);
        while (tags.find()) {
            var name = tags.group(2).toLowerCase(Locale.ROOT);
            if (Set.of("br", "hr", "img").contains(name)) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(name);
                lines.push(line(html, tags.start()));
            } else if (open.isEmpty() || !open.peek().equals(name)) {
                wrong(file, line(html, tags.start()), "</" + name + "> closes what is not open.");
                return;
            } else {
                open.pop();
                lines.pop();
            }
        }
        if (!open.isEmpty()) {
            wrong(file, lines.peek(), "<" + open.peek() + "> is not closed.");
        }
    }

    private void wrong(String file, int line, String words) {
        problems.add(new Theme.Problem(file, line, words));
    }

    private static int line(Node node) {
        return Math.max(1, node.sourceRange().start().lineNumber());
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, Math.max(0, at)).chars().filter(c -> c == '\n').count();
    }

    static List<String> names() {
        var names = new ArrayList<>(PLACES.keySet());
        names.sort(null);
        return names;
    }
}
