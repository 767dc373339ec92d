package galley.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Story markup as paragraphs of runs, for a reader that is no browser.
public final class ReadingText {

    private static final Set<String> BLOCKS = Set.of("p", "h2", "h3", "li", "blockquote", "ul", "ol", "div");

    /// What a paragraph is.
    public enum Kind { PARAGRAPH, HEADING, SUBHEADING, BULLET, NUMBER, QUOTE }

    /// Words that look alike.
    ///
    /// @param link its address; empty when it is none
    public record Run(String text, boolean strong, boolean emphasis, String link) {}

    /// @param number of a numbered item, else 0
    public record Paragraph(Kind kind, int number, List<Run> runs) {

        public Paragraph {
            runs = List.copyOf(runs);
        }

        public String text() {
            return String.join("", runs.stream().map(Run::text).toList());
        }
    }

    private final List<Paragraph> paragraphs = new ArrayList<>();
    private List<Run> open = new ArrayList<>();
    private Kind kind = Kind.PARAGRAPH;
    private int number;

    private ReadingText() {}

    public static List<Paragraph> of(String html) {
        var reading = new ReadingText();
        reading.children(Jsoup.parseBodyFragment(html).body(), false, false, "");
        reading.endParagraph();
        return List.copyOf(reading.paragraphs);
    }

    private void children(Element parent, boolean strong, boolean emphasis, String link) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                add(text.getWholeText().replaceAll("\\s+", " "), strong, emphasis, link);
            } else if (child instanceof Element element) {
                element(element, strong, emphasis, link);
            }
        }
    }

    private void element(Element element, boolean strong, boolean emphasis, String link) {
        var name = element.normalName();
        if (name.equals("br")) {
            add("\n", strong, emphasis, link);
            return;
        }
        if (!BLOCKS.contains(name)) {
            children(element, strong || name.equals("strong"), emphasis || name.equals("em"), name.equals("a") ? element.attr("href") : link);
            return;
        }
        endParagraph();
        var outer = kind;
        kind = kind(element, outer);
        number = kind == Kind.NUMBER ? element.elementSiblingIndex() + 1 : 0;
        children(element, strong, emphasis, link);
        endParagraph();
        kind = outer;
    }

    private static Kind kind(Element element, Kind outer) {
        return switch (element.normalName()) {
            case "h2" -> Kind.HEADING;
            case "h3" -> Kind.SUBHEADING;
            case "li" -> element.parent() != null && element.parent().normalName().equals("ol") ? Kind.NUMBER : Kind.BULLET;
            case "blockquote" -> Kind.QUOTE;
            default -> outer;
        };
    }

    private void add(String text, boolean strong, boolean emphasis, String link) {
        var words = open.isEmpty() || open.getLast().text().endsWith("\n") || open.getLast().text().endsWith(" ") ? text.replaceFirst("^ ", "") : text;
        if (!words.isEmpty()) {
            open.add(new Run(words, strong, emphasis, link));
        }
    }

    private void endParagraph() {
        while (!open.isEmpty() && open.getLast().text().isBlank()) {
            open.removeLast();
        }
        if (!open.isEmpty()) {
            var last = open.removeLast();
            open.add(new Run(last.text().stripTrailing(), last.strong(), last.emphasis(), last.link()));
            paragraphs.add(new Paragraph(kind, number, open));
            open = new ArrayList<>();
        }
    }
}
