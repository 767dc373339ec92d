package galley.publish.page;

import galley.story.Json;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The newsroom's feed once more, in Atom (RFC 4287) and JSON Feed 1.1, and what trends for pages that ask for it.
public final class NewsFeeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private NewsFeeds() {}

    /// @param items newest first
    public static String atom(List<RssFeed.Item> items, Instant asOf, SiteView site) {
        var out = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            feed(xml, items, asOf, site);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed cannot be written into memory", e);
        }
        return out.toString();
    }

    private static void feed(XMLStreamWriter xml, List<RssFeed.Item> items, Instant asOf, SiteView site) throws XMLStreamException {
        var newsroom = site.newsroom();
        var address = newsroom.site().toString();
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", newsroom.language());
        text(xml, "title", newsroom.name());
        text(xml, "id", address);
        text(xml, "updated", Frame.iso(asOf));
        link(xml, "self", "application/atom+xml", address + SitePaths.ATOM);
        link(xml, "alternate", "text/html", address);
        text(xml, "icon", address + SiteMark.FEED_ICON);
        xml.writeStartElement("author");
        text(xml, "name", newsroom.name());
        xml.writeEndElement();
        for (var item : items) {
            var story = item.story();
            xml.writeCharacters("\n");
            xml.writeStartElement("entry");
            text(xml, "id", item.id());
            text(xml, "title", ArticleData.oneLine(story.headline()));
            link(xml, "alternate", "text/html", SitePaths.canonical(newsroom.site(), story.path()));
            text(xml, "published", Frame.iso(story.published()));
            text(xml, "updated", Frame.iso(item.updated()));
            xml.writeStartElement("author");
            text(xml, "name", story.sourceName() == null ? newsroom.name() : story.sourceName());
            xml.writeEndElement();
            if (!story.section().isBlank()) {
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", RssFeed.printable(story.section()));
            }
            if (!story.standfirst().isBlank()) {
                text(xml, "summary", story.standfirst());
            }
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        xml.writeCharacters(RssFeed.printable(text));
        xml.writeEndElement();
    }

    /// JSON Feed 1.1. It wants some content of every item; where a story has no standfirst its headline stands there.
    public static String json(List<RssFeed.Item> items, SiteView site) {
        var newsroom = site.newsroom();
        var address = newsroom.site().toString();
        var feed = new LinkedHashMap<String, Object>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", newsroom.name());
        feed.put("home_page_url", address);
        feed.put("feed_url", address + SitePaths.JSON_FEED);
        feed.put("icon", address + SiteMark.LOGO);
        feed.put("favicon", address + SiteMark.FEED_ICON);
        feed.put("language", newsroom.language());
        feed.put("authors", List.of(Map.of("name", newsroom.name())));
        var all = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            var story = item.story();
            var entry = new LinkedHashMap<String, Object>();
            entry.put("id", item.id());
            entry.put("url", SitePaths.canonical(newsroom.site(), story.path()));
            entry.put("title", ArticleData.oneLine(story.headline()));
            entry.put("content_text", story.standfirst().isBlank() ? story.headline() : story.standfirst());
            if (story.picture() != null) {
                entry.put("image", address + story.picture().path());
            }
            entry.put("date_published", Frame.iso(story.published()));
            entry.put("date_modified", Frame.iso(item.updated()));
            entry.put("authors", List.of(Map.of("name", story.sourceName() == null ? newsroom.name() : story.sourceName())));
            var tags = new ArrayList<String>();
            if (!story.section().isBlank()) {
                tags.add(story.section());
            }
            tags.addAll(item.tags());
            entry.put("tags", tags);
            entry.put("language", story.language());
            all.add(entry);
        }
        feed.put("items", all);
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(feed) + "\n";
    }

    /// What trends: each entry has the headline, its path inside the site and its language.
    public static String trending(SiteView site) {
        var links = site.trending().links().stream().map(link -> List.of(link.headline(), link.path(), link.language())).toList();
        var now = new LinkedHashMap<String, Object>();
        now.put("asOf", Frame.iso(site.trending().asOf()));
        now.put("links", links);
        return Json.write(now) + "\n";
    }
}
