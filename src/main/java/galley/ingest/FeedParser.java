package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads any feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed. Never throws on what it is given: a document
/// that is no feed comes back with its reason in plain words.
///
/// ROME reads; before it the text is decoded and repaired and the tree settled, behind it stands a lenient second try, and
/// what ROME drops is lifted out beforehand. Entities and DTDs are never resolved.
public final class FeedParser {

    /// A document larger than this is not read.
    public static final int LARGEST = 64 * 1024 * 1024;
    private static final Pattern WEB_PAGE = Pattern.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FEED_INSIDE = Pattern.compile("<(?:feed|rss|rdf:RDF)\\b");
    private static final int LOOK_AHEAD = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(FeedParser.class);

    private FeedParser() {}

    /// A document as it came.
    ///
    /// @param contentType the HTTP header, if there was one
    /// @param contentLanguage the HTTP header, if there was one
    /// @param base where the document lies, for its relative links
    public record Source(byte[] bytes, @Nullable String contentType, @Nullable String contentLanguage, @Nullable String base) {}

    public static ParsedFeed parse(byte[] bytes, @Nullable String contentType, @Nullable String base) {
        return parse(new Source(bytes, contentType, null, base));
    }

    public static ParsedFeed parse(Source source) {
        try {
            return read(source);
        } catch (RuntimeException | StackOverflowError fault) {
            LOG.warn("A feed at {} made the parser stumble", source.base(), fault);
            return ParsedFeed.none("The document could not be read as a feed; the log says why.");
        }
    }

    private static ParsedFeed read(Source source) {
        if (source.bytes().length > LARGEST) {
            return ParsedFeed.none("The document is larger than " + LARGEST / 1024 / 1024 + " MB and was not read.");
        }
        var decoded = Decoding.of(source.bytes(), source.contentType());
        var text = decoded.text();
        if (text.isBlank()) {
            return ParsedFeed.none("The document is empty.");
        }
        var scope = new Scope(source.base(), source.contentLanguage());
        var start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JsonFeedReading.read(start, scope);
        }
        if (WEB_PAGE.matcher(text.substring(0, Math.min(text.length(), LOOK_AHEAD))).find() && !FEED_INSIDE.matcher(text).find()) {
            return ParsedFeed.none("This is a web page, not a feed.");
        }
        return xml(decoded, scope);
    }

    private static ParsedFeed xml(Decoding decoded, Scope scope) {
        var mended = XmlRepair.mend(decoded.text());
        if (mended.text().isBlank()) {
            return ParsedFeed.none("This is neither XML nor JSON, so it is no feed.");
        }
        var problems = new ArrayList<String>();
        if (!decoded.asDeclared()) {
            problems.add("The document is not in the encoding it declares; it was read as " + decoded.charset().displayName(Locale.ENGLISH) + ".");
        }
        mended.damage().forEach(damage -> problems.add("Repaired: " + damage + "."));
        var tree = tree(TagBudget.withFewerAttributes(mended.text()), problems);
        var shape = FeedShape.of(tree.document());
        if (shape == null) {
            return ParsedFeed.none(tree.document().getRootElement().getName().equalsIgnoreCase("html") ? "This is a web page, not a feed."
                    : "This is XML, but not a feed: its outermost element is \"" + tree.document().getRootElement().getName() + "\".");
        }
        return shape.atom() ? AtomReading.read(shape, scope, problems.isEmpty(), problems, tree.cutOff())
                : RssReading.read(shape, scope, problems.isEmpty(), problems, tree.cutOff());
    }

    private record Tree(Document document, boolean cutOff) {}

    private static Tree tree(String text, List<String> problems) {
        try {
            return strictly(text, problems);
        } catch (XMLStreamException | RuntimeException first) {
            var declared = XmlRepair.declarePrefixes(text);
            if (!declared.equals(text)) {
                problems.add("Repaired: prefixes that were never declared.");
                try {
                    return strictly(declared, problems);
                } catch (XMLStreamException | RuntimeException second) {
                    // the lenient reader takes over
                }
            }
            boolean cutOff = isCutOff(text);
            problems.add(cutOff ? "The document ends in the middle; the last item may be incomplete." : "The document is not well-formed XML; it was read leniently.");
            return new Tree(LooseXml.read(text), cutOff);
        }
    }

    private static Tree strictly(String text, List<String> problems) throws XMLStreamException {
        var tree = FeedTree.strictly(text);
        if (tree.isFull()) {
            problems.add("The document has more than " + FeedTree.MOST_ELEMENTS + " elements; the rest was not read.");
        }
        if (tree.hasOddNamespace()) {
            problems.add("Repaired: white space inside a namespace's address.");
        }
        return new Tree(tree.document(), false);
    }

    /// Whether the outermost element is never closed.
    private static boolean isCutOff(String text) {
        var end = text.substring(Math.max(0, text.length() - LOOK_AHEAD)).stripTrailing().toLowerCase(Locale.ROOT);
        return !end.contains("</rss") && !end.contains("</feed") && !end.contains("rdf>") && !end.contains(":rss>") && !end.contains(":feed>") && !end.contains("</channel");
    }
}
