package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Writes any HTML anew in the few elements a story's body has. It is built from the words up: every run of text is
/// written with the marks in force, so nothing but those elements can come out of it.
final class StoryMarkup {

    private static final Set<String> DROPPED = Cleaner.DROPPED;
    private static final Set<String> INLINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font",
            "i", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "noscript", "body");
    private static final Pattern BOLD = Pattern.compile("font-weight\\s*:\\s*(bold|[6-9]00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BOLD = Pattern.compile("font-weight\\s*:\\s*(normal|[1-5]00|lighter)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITALIC = Pattern.compile("font-style\\s*:\\s*(italic|oblique)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ITALIC = Pattern.compile("font-style\\s*:\\s*normal", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAISED = Pattern.compile("vertical-align\\s*:\\s*(super|sub)\\b", Pattern.CASE_INSENSITIVE);

    /// What is in force where a run of text stands.
    private record Marks(@Nullable String link, boolean strong, boolean em, String raised) {

        static final Marks NONE = new Marks(null, false, false, "");

        Marks under(Element element) {
            var style = element.attr("style");
            boolean bold = switch (element.normalName()) {
                case "b", "strong" -> true;
                default -> strong;
            };
            boolean italic = switch (element.normalName()) {
                case "i", "em", "cite", "dfn", "var" -> true;
                default -> em;
            };
            var height = switch (element.normalName()) {
                case "sub", "sup" -> element.normalName();
                default -> raised;
            };
            if (!style.isEmpty()) {
                bold = BOLD.matcher(style).find() || bold && !NOT_BOLD.matcher(style).find();
                italic = ITALIC.matcher(style).find() || italic && !NOT_ITALIC.matcher(style).find();
                var vertical = RAISED.matcher(style);
                height = vertical.find() ? vertical.group(1).toLowerCase(Locale.ROOT).replace("super", "sup") : height;
            }
            var href = element.nameIs("a") ? Links.resolve(null, element.attr("href")) : null;
            boolean follows = href != null && (Links.isWeb(href) || href.regionMatches(true, 0, "mailto:", 0, 7));
            return new Marks(follows ? href : link, bold, italic, height);
        }

        List<String> tags() {
            var tags = new ArrayList<String>(4);
            if (link != null) {
                tags.add("a href=\"" + Cleaner.escape(link).replace("\"", "&quot;") + "\"");
            }
            if (strong) {
                tags.add("strong");
            }
            if (em) {
                tags.add("em");
            }
            if (!raised.isEmpty()) {
                tags.add(raised);
            }
            return tags;
        }
    }

    /// Text with its marks; a line break when `text` is "\n".
    private record Run(String text, Marks marks) {}

    private final StringBuilder out = new StringBuilder();
    private final List<Run> line = new ArrayList<>();
    private String block = "p";
    private int endOfBareItem = -1;
    private int inQuote;

    private StoryMarkup() {}

    static String of(Document document) {
        var markup = new StoryMarkup();
        markup.children(document.body(), Marks.NONE);
        markup.endBlock();
        return markup.out.toString();
    }

    private void children(Element parent, Marks marks) {
        for (var node : parent.childNodes()) {
            node(node, marks);
        }
    }

    private void node(Node node, Marks marks) {
        if (node instanceof TextNode words) {
            text(words.getWholeText(), marks);
        } else if (node instanceof Element element && !DROPPED.contains(element.normalName())) {
            element(element, marks);
        }
    }

    private void element(Element element, Marks marks) {
        switch (element.normalName()) {
            case "br" -> line.add(new Run("\n", marks));
            case "h1", "h2" -> block(element, heading("h2"), marks);
            case "h3", "h4", "h5", "h6" -> block(element, heading("h3"), marks);
            case "ul", "ol", "menu", "dir" -> list(element, element.nameIs("ol") ? "ol" : "ul");
            case "blockquote" -> quote(element);
            case "table" -> table(element);
            case "figure" -> figure(element, marks);
            case "pre", "listing", "xmp" -> preformatted(element);
            case "dt" -> block(element, "p", new Marks(null, true, false, ""));
            case "q" -> {
                text("“", marks);
                children(element, marks);
                text("”", marks);
            }
            case "img", "hr", "del", "rp", "rt" -> {
                if (element.nameIs("hr")) {
                    endBlock();
                }
            }
            default -> {
                if (INLINE.contains(element.normalName()) || element.normalName().indexOf(':') >= 0) {
                    children(element, marks.under(element));
                } else {
                    block(element, "p", marks);
                }
            }
        }
    }

    private String heading(String name) {
        return inQuote > 0 ? "p" : name;
    }

    private void block(Element element, String name, Marks marks) {
        endBlock();
        var outer = block;
        block = name;
        children(element, name.equals("p") ? marks.under(element) : Marks.NONE);
        endBlock();
        block = outer;
    }

    private void quote(Element element) {
        endBlock();
        if (inQuote > 0) {
            children(element, Marks.NONE);
            endBlock();
            return;
        }
        wrapped("blockquote", () -> {
            inQuote++;
            children(element, Marks.NONE);
            endBlock();
            inQuote--;
        });
    }

    private void list(Element element, String name) {
        endBlock();
        wrapped(name, () -> {
            for (var child : element.childNodes()) {
                if (child instanceof Element nested && (nested.nameIs("ul") || nested.nameIs("ol"))) {
                    nestInLastItem(nested);
                } else {
                    item(child);
                }
            }
        });
    }

    private void item(Node node) {
        wrapped("li", () -> {
            var outer = block;
            block = "p";
            inQuote++;
            if (node instanceof Element element && element.nameIs("li")) {
                children(element, Marks.NONE);
            } else {
                node(node, Marks.NONE);
            }
            endBlock();
            inQuote--;
            block = outer;
        });
    }

    /// Word processors put a nested list beside its item instead of into it.
    private void nestInLastItem(Element nested) {
        if (!endsWith("</li>")) {
            item(nested);
            return;
        }
        out.setLength(out.length() - "</li>".length());
        list(nested, nested.nameIs("ol") ? "ol" : "ul");
        out.append("</li>");
    }

    /// A row becomes a line with a bar between its cells; a table that only lays out a page is read cell by cell.
    private void table(Element table) {
        endBlock();
        boolean layout = table.select("p, div, h1, h2, h3, h4, table, ul, ol, blockquote").size() > table.select("tr").size()
                || table.select("tr").stream().allMatch(row -> row.childrenSize() <= 1);
        if (layout) {
            children(table, Marks.NONE);
            endBlock();
            return;
        }
        for (var part : table.select("caption, tr")) {
            boolean first = true;
            for (var cell : part.nameIs("caption") ? List.of(part) : part.children()) {
                if (!first && !line.isEmpty()) {
                    text(" | ", Marks.NONE);
                }
                inline(cell, new Marks(null, !cell.nameIs("td"), false, ""));
                first = false;
            }
            endBlock();
        }
    }

    private void inline(Element element, Marks marks) {
        for (var node : element.childNodes()) {
            if (node instanceof Element child && child.isBlock()) {
                text(" ", marks);
                inline(child, marks);
            } else {
                node(node, marks);
            }
        }
    }

    /// A picture's caption travels with the picture, which a story keeps elsewhere.
    private void figure(Element figure, Marks marks) {
        endBlock();
        if (figure.selectFirst("img, picture, video, iframe, svg") == null) {
            block(figure, "p", marks);
        }
    }

    private void preformatted(Element element) {
        endBlock();
        for (var words : element.wholeText().strip().split("\\R")) {
            if (!line.isEmpty()) {
                line.add(new Run("\n", Marks.NONE));
            }
            text(words, Marks.NONE);
        }
        endBlock();
    }

    private void wrapped(String name, Runnable inside) {
        int start = out.length();
        out.append('<').append(name).append('>');
        int empty = out.length();
        inside.run();
        if (out.length() == empty) {
            out.setLength(start);
        } else {
            out.append("</").append(name).append('>');
        }
    }

    private void text(String words, Marks marks) {
        var collapsed = words.replaceAll("[ \\t\\n\\r\\f]+", " ");
        if (!collapsed.isEmpty()) {
            line.add(new Run(collapsed, marks));
        }
    }

    /// Writes the runs gathered so far: two line breaks in a row begin a new paragraph.
    private void endBlock() {
        if (line.isEmpty()) {
            return;
        }
        var runs = List.copyOf(line);
        line.clear();
        int from = 0;
        for (int i = 0; i < runs.size(); i++) {
            int next = block.equals("p") ? afterDoubleBreak(runs, i) : i;
            if (next > i) {
                write(runs.subList(from, i));
                from = next;
                i = next - 1;
            }
        }
        write(runs.subList(from, runs.size()));
    }

    /// Where the text goes on after a double line break at `i`; `i` itself when there is none.
    private static int afterDoubleBreak(List<Run> runs, int i) {
        int breaks = 0;
        int k = i;
        while (k < runs.size() && runs.get(k).text().isBlank()) {
            breaks += runs.get(k).text().equals("\n") ? 1 : 0;
            k++;
        }
        return breaks > 1 && runs.get(i).text().equals("\n") ? k : i;
    }

    private void write(List<Run> runs) {
        var words = tidy(runs);
        if (words.isEmpty()) {
            return;
        }
        if (endsWith("<li>")) {
            out.append(words);
            endOfBareItem = out.length();
            return;
        }
        if (block.equals("p") && out.length() == endOfBareItem) {
            out.insert(out.lastIndexOf("<li>") + "<li>".length(), "<p>").append("</p>");
        }
        out.append('<').append(block).append('>').append(words).append("</").append(block).append('>');
    }

    private boolean endsWith(String end) {
        return out.length() >= end.length() && out.indexOf(end, out.length() - end.length()) >= 0;
    }

    /// One space between words even across runs, none at the edges or around a line break, marks merged where they touch.
    private static String tidy(List<Run> runs) {
        var tidied = new ArrayList<Run>();
        boolean space = true;
        for (var run : runs) {
            if (run.text().equals("\n")) {
                trimEnd(tidied);
                if (!tidied.isEmpty()) {
                    tidied.add(run);
                }
                space = true;
                continue;
            }
            var text = space && run.text().startsWith(" ") ? run.text().substring(1) : run.text();
            if (!text.isEmpty()) {
                tidied.add(new Run(text, run.marks()));
                space = text.endsWith(" ");
            }
        }
        trimEnd(tidied);
        while (!tidied.isEmpty() && tidied.getLast().text().equals("\n")) {
            tidied.removeLast();
            trimEnd(tidied);
        }
        return tidied.stream().allMatch(run -> run.text().replace('\u00a0', ' ').isBlank()) ? "" : render(tidied);
    }

    private static void trimEnd(List<Run> runs) {
        while (!runs.isEmpty() && runs.getLast().text().endsWith(" ")) {
            var last = runs.removeLast();
            var text = last.text().stripTrailing();
            if (!text.isEmpty()) {
                runs.add(new Run(text, last.marks()));
            }
        }
    }

    private static String render(List<Run> runs) {
        var html = new StringBuilder();
        List<String> open = List.of();
        for (var run : runs) {
            var wanted = run.text().isBlank() && !run.text().equals("\n") ? common(open, run.marks().tags()) : run.marks().tags();
            if (run.text().equals("\n")) {
                wanted = common(open, wanted);
            }
            var kept = common(open, wanted);
            close(html, open, kept.size());
            for (var tag : wanted.subList(kept.size(), wanted.size())) {
                html.append('<').append(tag).append('>');
            }
            html.append(run.text().equals("\n") ? "<br>" : Cleaner.escape(run.text()));
            open = wanted;
        }
        close(html, open, 0);
        return html.toString();
    }

    private static List<String> common(List<String> open, List<String> wanted) {
        int same = 0;
        while (same < open.size() && same < wanted.size() && open.get(same).equals(wanted.get(same))) {
            same++;
        }
        return wanted.subList(0, same);
    }

    private static void close(StringBuilder html, List<String> open, int keep) {
        for (int i = open.size() - 1; i >= keep; i--) {
            var tag = open.get(i);
            html.append("</").append(tag, 0, tag.indexOf(' ') < 0 ? tag.length() : tag.indexOf(' ')).append('>');
        }
    }
}
