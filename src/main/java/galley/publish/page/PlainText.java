package galley.publish.page;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A text that somebody typed into a field, as markup: blank lines part paragraphs, lines that begin with a hyphen are a list,
/// web and mail addresses are links.
final class PlainText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]’”]|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private PlainText() {}

    static String html(String text) {
        var shell = Document.createShell("");
        shell.outputSettings().prettyPrint(false);
        var body = shell.body();
        for (var paragraph : text.strip().split("\\R\\s*\\R")) {
            Element list = null;
            Element words = null;
            for (var line : paragraph.split("\\R")) {
                if (line.strip().startsWith("- ")) {
                    list = list == null ? body.appendElement("ul") : list;
                    link(list.appendElement("li"), line.strip().substring(2).strip());
                    words = null;
                } else if (!line.isBlank()) {
                    list = null;
                    words = words == null ? body.appendElement("p") : words.appendText(" ");
                    link(words, line.strip());
                }
            }
        }
        return body.html();
    }

    private static void link(Element into, String line) {
        var addresses = ADDRESS.matcher(line);
        int from = 0;
        while (addresses.find()) {
            into.appendText(line.substring(from, addresses.start()));
            var address = addresses.group();
            into.appendElement("a").attr("href", address.startsWith("http") ? address : "mailto:" + address).text(address);
            from = addresses.end();
        }
        into.appendText(line.substring(from));
    }
}
