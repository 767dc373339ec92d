package galley.publish.page;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// The newsroom's own feed, RSS 2.0. A story based on a wire report names the wire as its creator and source.
public final class RssFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String DC = "http://purl.org/dc/elements/1.1/";

    private RssFeed() {}

    /// @param id stays the same for as long as the story lives: `urn:uuid:...`
    /// @param sourceFeed address of the feed the report came from; null when the story has none
    /// @param updated when its words last changed
    public record Item(String id, Teaser story, @Nullable String sourceFeed, Instant updated, List<String> tags) {

        public Item {
            tags = List.copyOf(tags);
        }

        public Item(String id, Teaser story, @Nullable String sourceFeed) {
            this(id, story, sourceFeed, story.published(), List.of());
        }
    }

    /// @param items newest first
    /// @param asOf when the newest of them was published
    public static String render(List<Item> items, Instant asOf, SiteView site) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            channel(xml, items, asOf, site);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written into memory", e);
        }
        return out.toString();
    }

    private static void channel(XMLStreamWriter xml, List<Item> items, Instant asOf, SiteView site) throws XMLStreamException {
        var newsroom = site.newsroom();
        var address = newsroom.site().toString();
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("atom", ATOM);
        xml.writeNamespace("dc", DC);
        xml.writeStartElement("channel");
        text(xml, "title", newsroom.name());
        text(xml, "link", address);
        text(xml, "description", PageWords.in(newsroom.language(), newsroom.language(), newsroom.zone()).say("home-about", newsroom.name()));
        text(xml, "language", newsroom.language().toLowerCase(java.util.Locale.ROOT));
        text(xml, "lastBuildDate", date(asOf));
        text(xml, "docs", "https://www.rssboard.org/rss-specification");
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        xml.writeAttribute("href", address + SitePaths.FEED);
        xml.writeStartElement("image");
        text(xml, "url", address + SiteMark.FEED_ICON);
        text(xml, "title", newsroom.name());
        text(xml, "link", address);
        xml.writeEndElement();
        for (var item : items) {
            item(xml, item, site);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static void item(XMLStreamWriter xml, Item item, SiteView site) throws XMLStreamException {
        var story = item.story();
        xml.writeCharacters("\n");
        xml.writeStartElement("item");
        text(xml, "title", story.headline());
        text(xml, "link", SitePaths.canonical(site.newsroom().site(), story.path()));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(item.id());
        xml.writeEndElement();
        text(xml, "pubDate", date(story.published()));
        if (!story.standfirst().isBlank()) {
            text(xml, "description", story.standfirst());
        }
        if (!story.section().isBlank()) {
            text(xml, "category", story.section());
        }
        xml.writeStartElement("dc", "creator", DC);
        xml.writeCharacters(printable(story.sourceName() == null ? site.newsroom().name() : story.sourceName()));
        xml.writeEndElement();
        if (item.sourceFeed() != null && story.sourceName() != null && Frame.isWeb(item.sourceFeed())) {
            xml.writeStartElement("source");
            xml.writeAttribute("url", printable(item.sourceFeed()));
            xml.writeCharacters(printable(story.sourceName()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    /// XML 1.0 has no way to write controls, not even escaped.
    static String printable(String text) {
        return text.codePoints().filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
