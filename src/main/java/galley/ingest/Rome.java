package galley.ingest;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Asks ROME to read a settled tree. Where ROME trips over the whole, it is asked again item by item, so that one odd item
/// costs itself and not the feed.
///
/// @param head null when ROME could not read even the head
/// @param items one for each entry of the shape, null where ROME could not read it
record Rome<F extends WireFeed, I>(@Nullable F head, List<@Nullable I> items) {

    static <F extends WireFeed, I> Rome<F, I> read(FeedShape shape, Class<F> kind, Function<F, List<I>> itemsOf) {
        var whole = ask(shape.document(), kind);
        if (whole != null && itemsOf.apply(whole).size() == shape.entries().size()) {
            return new Rome<>(whole, itemsOf.apply(whole));
        }
        shape.entries().forEach(Element::detach);
        var items = new ArrayList<@Nullable I>();
        for (var entry : shape.entries()) {
            var one = ask(alone(shape, entry), kind);
            items.add(one == null || itemsOf.apply(one).isEmpty() ? null : itemsOf.apply(one).getFirst());
            entry.detach();
        }
        var head = ask(shape.document(), kind);
        shape.entries().forEach(shape.head()::addContent);
        return new Rome<>(head, items);
    }

    /// A feed of nothing but this entry.
    private static Document alone(FeedShape shape, Element entry) {
        if (shape.atom()) {
            return new Document(new Element("feed", FeedNames.ATOM).addContent(entry));
        }
        return new Document(new Element("rss").setAttribute("version", "2.0").addContent(new Element("channel").addContent(entry)));
    }

    private static <F extends WireFeed> @Nullable F ask(Document document, Class<F> kind) {
        try {
            var feed = new WireFeedInput(false, Locale.ROOT).build(document);
            return kind.isInstance(feed) ? kind.cast(feed) : null;
        } catch (FeedException | RuntimeException trippedOver) {
            return null;
        }
    }
}
