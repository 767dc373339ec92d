package galley.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The blocks of a story that a person can point into: each with its words as they are read, white space collapsed. Blocks of a part
/// are counted from 1; places inside one are counted in UTF-16 units, as Java and the editor's page both do.
public final class TextBlocks {

    /// Parts whose words can be pointed at, in the order of the page.
    public static final List<Part> PARTS = List.of(Part.HEADLINE, Part.STANDFIRST, Part.BYLINE, Part.DATELINE, Part.BODY, Part.CONTEXT, Part.METHODOLOGY);

    private static final Set<String> BREAKS = Set.of("p", "h2", "h3", "li", "blockquote", "ul", "ol", "div");

    /// One block.
    ///
    /// @param number from 1 within its part
    public record Block(Part part, int number, String text) {}

    private TextBlocks() {}

    /// Every block that has words, part after part.
    public static List<Block> of(StoryText text) {
        var blocks = new ArrayList<Block>();
        for (var part : PARTS) {
            blocks.addAll(of(text, part));
        }
        return List.copyOf(blocks);
    }

    static List<Block> of(StoryText text, Part part) {
        var blocks = new ArrayList<Block>();
        if (isMarkup(part)) {
            for (var letters : walked(fragment(markup(text, part)))) {
                blocks.add(new Block(part, blocks.size() + 1, letters.text.toString()));
            }
        } else {
            var words = plain(text, part).replaceAll("\\s+", " ").strip();
            if (!words.isEmpty()) {
                blocks.add(new Block(part, 1, words));
            }
        }
        return blocks;
    }

    /// The text with some words of one block exchanged. New words look like the first letter they replace; nothing else moves.
    ///
    /// @throws IllegalArgumentException when the text has no such place
    public static StoryText exchanged(StoryText text, Anchor.Span span, String becomes) {
        if (!isMarkup(span.part())) {
            var words = plain(text, span.part()).replaceAll("\\s+", " ").strip();
            check(span, words.length());
            return withPlain(text, span.part(), (words.substring(0, span.from()) + becomes + words.substring(span.to())).strip());
        }
        var body = fragment(markup(text, span.part()));
        var blocks = walked(body);
        if (span.block() < 1 || span.block() > blocks.size()) {
            throw new IllegalArgumentException("There is no block " + span.block() + ".");
        }
        var letters = blocks.get(span.block() - 1);
        check(span, letters.text.length());
        letters.exchange(span.from(), span.to(), becomes);
        return withMarkup(text, span.part(), body.html());
    }

    private static void check(Anchor.Span span, int length) {
        if (span.from() < 0 || span.to() > length || span.from() >= span.to()) {
            throw new IllegalArgumentException("There are no words from " + span.from() + " to " + span.to() + ".");
        }
    }

    // ---- parts

    private static boolean isMarkup(Part part) {
        return part == Part.BODY || part == Part.CONTEXT;
    }

    private static String markup(StoryText text, Part part) {
        return part == Part.BODY ? text.body() : text.context();
    }

    private static StoryText withMarkup(StoryText t, Part part, String html) {
        return t.withWords(t.slugline(), t.headline(), t.standfirst(), part == Part.BODY ? html : t.body(), part == Part.CONTEXT ? html : t.context());
    }

    private static String plain(StoryText text, Part part) {
        return switch (part) {
            case HEADLINE -> text.headline();
            case STANDFIRST -> text.standfirst();
            case BYLINE -> text.byline();
            case DATELINE -> text.dateline();
            case METHODOLOGY -> text.methodology();
            case BODY, CONTEXT, IMAGE, CAPTION, CREDIT, SOURCE, EVIDENCE, CORRECTION -> "";
        };
    }

    private static StoryText withPlain(StoryText t, Part part, String words) {
        return new StoryText(t.slugline(), part == Part.HEADLINE ? words : t.headline(), part == Part.STANDFIRST ? words : t.standfirst(),
                part == Part.BYLINE ? words : t.byline(), part == Part.DATELINE ? words : t.dateline(), t.body(), t.pictures(), t.context(),
                part == Part.METHODOLOGY ? words : t.methodology(), t.evidence(), t.source(), t.corrections(), t.category(), t.tags(), t.language(), t.notes());
    }

    // ---- letters of markup

    /// The letters of one block, each with where it stands in the markup. A letter without a place (a line break) cannot be exchanged.
    private static final class Letters {
        private final StringBuilder text = new StringBuilder();
        private final List<Place> places = new ArrayList<>();

        private record Place(TextNode node, int from, int to) {}

        void add(char letter, Place place) {
            text.append(letter);
            places.add(place);
        }

        void exchange(int from, int to, String becomes) {
            boolean said = false;
            for (int at = to; at > from;) {
                var node = places.get(at - 1).node();
                int begin = at - 1;
                while (begin > from && places.get(begin - 1).node() == node) {
                    begin--;
                }
                if (node != null) {
                    var whole = node.getWholeText();
                    said |= begin == from;
                    node.text(whole.substring(0, places.get(begin).from()) + (begin == from ? becomes : "") + whole.substring(places.get(at - 1).to()));
                }
                at = begin;
            }
            if (!said) {
                throw new IllegalArgumentException("The words begin at a line break.");
            }
        }
    }

    private static Element fragment(String html) {
        var page = Jsoup.parseBodyFragment(html);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return page.body();
    }

    private static List<Letters> walked(Element body) {
        var blocks = new ArrayList<Letters>();
        blocks.add(new Letters());
        walk(body, blocks);
        blocks.forEach(TextBlocks::trim);
        blocks.removeIf(letters -> letters.text.isEmpty());
        return blocks;
    }

    private static void walk(Element parent, List<Letters> blocks) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                letters(text, blocks.getLast());
            } else if (child instanceof Element element) {
                boolean breaks = BREAKS.contains(element.normalName());
                if (breaks) {
                    blocks.add(new Letters());
                }
                if (element.normalName().equals("br")) {
                    blocks.getLast().add(' ', new Letters.Place(null, 0, 0));
                }
                walk(element, blocks);
                if (breaks) {
                    blocks.add(new Letters());
                }
            }
        }
    }

    private static void letters(TextNode node, Letters open) {
        var raw = node.getWholeText();
        for (int i = 0; i < raw.length();) {
            int end = i + 1;
            char letter = raw.charAt(i);
            if (isSpace(letter)) {
                while (end < raw.length() && isSpace(raw.charAt(end))) {
                    end++;
                }
                if (!open.text.isEmpty() && open.text.charAt(open.text.length() - 1) != ' ') {
                    open.add(' ', new Letters.Place(node, i, end));
                }
            } else {
                open.add(letter, new Letters.Place(node, i, end));
            }
            i = end;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static void trim(Letters letters) {
        while (!letters.text.isEmpty() && letters.text.charAt(letters.text.length() - 1) == ' ') {
            letters.text.setLength(letters.text.length() - 1);
            letters.places.removeLast();
        }
    }
}
