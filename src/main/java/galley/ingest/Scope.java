package galley.ingest;

import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// What holds where an element stands: the base of its relative links (`xml:base`) and its language (`xml:lang`).
///
/// @param base where the document lies; null when nobody knows
/// @param language what the HTTP header said
record Scope(@Nullable String base, @Nullable String language) {

    /// The base inside `element`: each ancestor's `xml:base` against the one outside it.
    @Nullable String baseAt(Element element) {
        var parent = element.getParentElement();
        var outer = parent == null ? base : baseAt(parent);
        return element.hasAttributes() ? Links.base(outer, element.getAttributeValue("base", FeedNames.XML)) : outer;
    }

    /// The language inside `element`; null when nobody says or when `xml:lang=""` says that it is none.
    @Nullable String languageAt(Element element) {
        for (var at = element; at != null; at = at.getParentElement()) {
            Attribute own = at.hasAttributes() ? at.getAttribute("lang", FeedNames.XML) : null;
            if (own != null) {
                return tag(own.getValue());
            }
        }
        return tag(language);
    }

    /// A language tag in its usual spelling ("en_US" becomes "en-US").
    static @Nullable String tag(@Nullable String language) {
        if (language == null || language.isBlank() || language.length() > 40) {
            return null;
        }
        return language.strip().replace('_', '-');
    }
}
