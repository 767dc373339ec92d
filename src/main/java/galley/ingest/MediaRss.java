package galley.ingest;

import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Media RSS: pictures and films with their captions and credits, alone or in groups.
final class MediaRss {

    private static final int MOST = 50;
    private static final Set<String> CONTAINERS = Set.of("group", "content");

    private MediaRss() {}

    /// Adds what `element` says to what was lifted from its item.
    static void read(Element element, @Nullable String base, Lifted lifted) {
        read(element, base, lifted, null, null);
    }

    private static void read(Element element, @Nullable String base, Lifted lifted, @Nullable String outerCaption, @Nullable String outerCredit) {
        switch (element.getName()) {
            case "content", "group", "thumbnail" -> {
                var caption = or(caption(element), outerCaption);
                var credit = or(Elements.words(element, "credit", FeedNames.MEDIA), outerCredit);
                var address = Elements.attribute(element, "url");
                var url = Links.resolve(base, address != null || !Links.isWeb(Elements.words(element)) ? address : Elements.words(element));
                if (url != null && lifted.media.size() < MOST) {
                    lifted.media.add(new ParsedFeed.Media(url, type(element), Elements.number(Elements.attribute(element, "width")),
                            Elements.number(Elements.attribute(element, "height")), caption, credit));
                }
                if (CONTAINERS.contains(element.getName())) {
                    element.getChildren().stream().filter(child -> child.getNamespace().equals(FeedNames.MEDIA) && !isAboutItsParent(child))
                            .forEach(child -> read(child, base, lifted, caption, credit));
                    if (element.getName().equals("group")) {
                        lifted.summary = Lifted.first(lifted.summary, Elements.words(element, "description", FeedNames.MEDIA));
                        lifted.title = Lifted.first(lifted.title, Elements.words(element, "title", FeedNames.MEDIA));
                    }
                }
            }
            case "category" -> lifted.category(Elements.words(element));
            case "keywords" -> lifted.keywords(element);
            case "title" -> lifted.title = Lifted.first(lifted.title, Elements.words(element));
            case "copyright" -> lifted.rights = Lifted.first(lifted.rights, Elements.words(element));
            case "description" -> lifted.summary = Lifted.first(lifted.summary, Elements.words(element));
            default -> { }
        }
    }

    private static boolean isAboutItsParent(Element child) {
        return switch (child.getName()) {
            case "title", "description", "text", "credit" -> true;
            default -> false;
        };
    }

    private static @Nullable String caption(Element element) {
        for (var name : new String[] {"description", "text", "title"}) {
            var words = Elements.words(element, name, FeedNames.MEDIA);
            if (words != null) {
                return Cleaner.plainText(words);
            }
        }
        return null;
    }

    private static @Nullable String type(Element element) {
        var type = Elements.attribute(element, "type");
        if (type != null) {
            return type;
        }
        return element.getName().equals("thumbnail") || "image".equals(Elements.attribute(element, "medium")) ? "image" : null;
    }

    private static @Nullable String or(@Nullable String words, @Nullable String instead) {
        return words != null ? words : instead;
    }
}
