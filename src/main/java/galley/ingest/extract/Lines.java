package galley.ingest.extract;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// A body as plain text, a line for each block.
final class Lines implements NodeVisitor {

    private final StringBuilder out = new StringBuilder();
    private int preformatted;

    static String of(Element root) {
        var lines = new Lines();
        root.traverse(lines);
        return lines.out.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            words(words.getWholeText());
        } else if (node instanceof Element element) {
            if (Measure.BLOCKS.contains(element.normalName()) || element.nameIs("br")) {
                end();
            }
            preformatted += element.nameIs("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && Measure.BLOCKS.contains(element.normalName())) {
            preformatted -= element.nameIs("pre") ? 1 : 0;
            end();
        }
    }

    private void words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = Character.isWhitespace(c) || c == '\u00a0';
            if (preformatted > 0 && c == '\n') {
                end();
            } else if (!space) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ' && out.charAt(out.length() - 1) != '\n') {
                out.append(' ');
            }
        }
    }

    private void end() {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
