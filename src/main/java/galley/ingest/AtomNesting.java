package galley.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Puts back in its place what an Atom element that was never closed took inside: the rest of its entry, or the next entries.
final class AtomNesting {

    private static final Set<String> ENTRIES = Set.of("entry", "item");

    /// Stand in no text and no markup of Atom, and HTML has no elements of these names.
    private static final Set<String> NOT_IN_WORDS = Set.of("entry", "item", "id", "updated", "modified", "published", "issued", "created", "author", "contributor",
            "category", "rights", "copyright");

    /// Stand in nothing that has no markup inside; HTML has elements of these names.
    private static final Set<String> NOT_IN_LEAVES = Set.of("title", "summary", "content", "link", "subtitle", "tagline", "source", "generator", "icon", "logo");
    private static final Set<String> WITH_MARKUP = Set.of("summary", "content", "subtitle", "tagline", "rights", "copyright", "info");
    private static final Set<String> WITHOUT_MARKUP = Set.of("title", "id", "updated", "modified", "published", "issued", "created", "link", "category", "icon", "logo",
            "generator");

    /// Have parts of their own, ids and titles among them.
    private static final Set<String> WITH_PARTS = Set.of("author", "contributor", "source");

    private final Predicate<Element> isAtom;

    private AtomNesting(Predicate<Element> isAtom) {
        this.isAtom = isAtom;
    }

    /// @param isAtom whether an element belongs to Atom itself and not to a module
    static void settle(Element feed, Predicate<Element> isAtom) {
        new AtomNesting(isAtom).settle(feed);
    }

    /// What comes free stands behind what held it, and so is looked at next.
    private void settle(Element parent) {
        for (int i = 0; i < parent.getContentSize(); i++) {
            if (!(parent.getContent(i) instanceof Element child) || !isAtom.test(child)) {
                continue;
            }
            var name = Elements.lower(child.getName());
            if (ENTRIES.contains(name)) {
                settle(child);
                parent.addContent(i + 1, taken(child.getChildren().stream().filter(this::isEntry).toList()));
            } else if (WITHOUT_MARKUP.contains(name)) {
                free(child, parent, i + 1, inside -> NOT_IN_WORDS.contains(inside) || NOT_IN_LEAVES.contains(inside));
            } else if (WITH_MARKUP.contains(name) && !isWholeDocument(child)) {
                free(child, parent, i + 1, NOT_IN_WORDS::contains);
            } else if (WITH_PARTS.contains(name)) {
                free(child, parent, i + 1, ENTRIES::contains);
            }
        }
    }

    /// From the first stray on, everything inside comes behind.
    private void free(Element holder, Element parent, int at, Predicate<String> isStray) {
        var stray = firstStray(holder, isStray);
        if (stray != null) {
            var around = stray.getParentElement();
            parent.addContent(at, taken(around.getContent().subList(around.indexOf(stray), around.getContentSize())));
        }
    }

    private @Nullable Element firstStray(Element holder, Predicate<String> isStray) {
        for (var child : holder.getChildren()) {
            var stray = isAtom.test(child) && isStray.test(Elements.lower(child.getName())) ? child : firstStray(child, isStray);
            if (stray != null) {
                return stray;
            }
        }
        return null;
    }

    private static List<Content> taken(List<? extends Content> contents) {
        var taken = new ArrayList<Content>(contents);
        taken.forEach(Content::detach);
        return taken;
    }

    private boolean isEntry(Element element) {
        return ENTRIES.contains(Elements.lower(element.getName())) && isAtom.test(element);
    }

    /// An entry may carry a whole XML document as its content, even another entry.
    private static boolean isWholeDocument(Element content) {
        var type = Elements.attribute(content, "type");
        return type != null && type.endsWith("xml") && !type.contains("xhtml");
    }
}
