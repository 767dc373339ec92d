package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class RssFeedTest {

    @Test
    void anotherReaderReadsTheFeed() throws Exception {
        var feed = new SyndFeedInput().build(new XmlReader(bytes(RssFeed.render(CourierSite.feed(), Courier.NOON, Courier.site()))));
        assertThat(feed.getTitle()).isEqualTo("The Larn Courier");
        assertThat(feed.getEntries()).hasSize(13);
        var first = feed.getEntries().getFirst();
        assertThat(first.getLink()).isEqualTo("https://larn-courier.example/" + Courier.storm().path());
        assertThat(first.getUri()).isEqualTo("urn:uuid:01936f00-0000-7000-8000-000000000001");
        assertThat(first.getAuthor()).isEqualTo("Northwire");
        assertThat(first.getPublishedDate().toInstant()).isEqualTo(Courier.NOON);
    }

    @Test
    void hostileWordsLeaveTheFeedWellFormed() throws Exception {
        var text = Courier.hostile().text();
        var teaser = new Teaser(text.headline(), "2026/x.html", "en", text.standfirst(), text.category(), text.headline(), Courier.NOON, null, null);
        var xml = RssFeed.render(List.of(new RssFeed.Item("urn:x", teaser, "https://x.example/?a=1&b=\"<2>")), Courier.NOON, Courier.site());
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(parser.parse(bytes(xml)).getElementsByTagName("item").getLength()).isEqualTo(1);
    }

    @Test
    void theSitemapNamesEveryStoryByItsPublicAddress() throws Exception {
        var sitemap = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(CourierSite.files().get(SitePaths.SITEMAP)));
        var addresses = sitemap.getElementsByTagName("loc");
        assertThat(addresses.getLength()).isEqualTo(CourierSite.articles().size());
        assertThat(addresses.item(0).getTextContent()).isEqualTo("https://larn-courier.example/" + Courier.storm().path());
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
