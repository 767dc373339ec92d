package galley.ingest;

import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/// Small questions to a feed's tree.
final class Elements {

    private Elements() {}

    static @Nullable Element child(Element parent, String name, Namespace... namespaces) {
        for (var namespace : namespaces) {
            var child = parent.getChild(name, namespace);
            if (child != null) {
                return child;
            }
        }
        return null;
    }

    /// The text of the first such child that has any.
    static @Nullable String words(Element parent, String name, Namespace namespace) {
        for (var child : parent.getChildren(name, namespace)) {
            var words = words(child);
            if (words != null) {
                return words;
            }
        }
        return null;
    }

    static @Nullable String words(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        var words = element.getText().strip();
        return words.isEmpty() ? null : words;
    }

    static @Nullable String attribute(Element element, String name) {
        var value = element.getAttributeValue(name);
        if (value == null) {
            for (var attribute : element.getAttributes()) {
                if (attribute.getName().equalsIgnoreCase(name)) {
                    value = attribute.getValue();
                }
            }
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// What a link is to its page, in one spelling; null where it does not say.
    static @Nullable String rel(Element link) {
        var rel = attribute(link, "rel");
        return rel == null ? null : lower(rel).replaceFirst("^https?://www\\.iana\\.org/assignments/relation/", "");
    }

    static @Nullable Integer number(@Nullable String figures) {
        var number = bigNumber(figures);
        return number == null || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    static @Nullable Long bigNumber(@Nullable String figures) {
        if (figures == null || !figures.strip().matches("\\d{1,18}")) {
            return null;
        }
        return Long.valueOf(figures.strip());
    }

    static boolean is(Element element, String name) {
        return element.getName().equalsIgnoreCase(name);
    }

    /// Children in a copy, so that they can be moved or renamed on the way.
    static List<Element> children(Element parent) {
        return List.copyOf(parent.getChildren());
    }

    static void rename(Element element, String name, Namespace namespace) {
        if (!element.getName().equals(name)) {
            element.setName(name);
        }
        if (!element.getNamespace().equals(namespace)) {
            element.setNamespace(namespace);
        }
    }

    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
