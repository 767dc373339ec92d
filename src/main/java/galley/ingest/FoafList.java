package galley.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the lists that planets and blog hosts publish in RDF: people or groups (FOAF) and the feeds they write.
final class FoafList {

    private final Set<String> seen = new HashSet<>();
    private final List<Element> outlines = new ArrayList<>();

    private FoafList() {}

    static SubscriptionList read(Element top) {
        var list = new FoafList();
        top.children().forEach(root -> list.walk(root, "", null));
        return SubscriptionList.of(List.of(), list.outlines, Map.of());
    }

    /// @param who the name of the person around; empty when nobody is named
    /// @param group the folder of the group around; null for none
    private void walk(Element element, String who, @Nullable Element group) {
        var inner = group;
        var name = who;
        if (OutlineXml.is(element, "Group")) {
            inner = folder(ownName(element));
        } else if (OutlineXml.is(element, "Agent") || OutlineXml.is(element, "Person")) {
            name = ownName(element);
        }
        var address = OutlineXml.is(element, "channel") ? rdf(element, "about") : OutlineXml.is(element, "feed") ? rdf(element, "resource") : "";
        if (!address.isEmpty() && seen.add((inner == null ? "" : SubscriptionList.name(inner)) + " " + address)) {
            var outline = SubscriptionList.feed(name, address);
            if (inner != null) {
                inner.appendChild(outline);
            } else {
                outlines.add(outline);
            }
        }
        for (var child : element.children()) {
            walk(child, name, inner);
        }
    }

    private @Nullable Element folder(String name) {
        if (name.isEmpty()) {
            return null;
        }
        for (var outline : outlines) {
            if (SubscriptionList.feedAddress(outline) == null && SubscriptionList.name(outline).equals(name)) {
                return outline;
            }
        }
        var folder = SubscriptionList.folder(name);
        outlines.add(folder);
        return folder;
    }

    private static String ownName(Element element) {
        for (var child : element.children()) {
            if (OutlineXml.is(child, "name") || OutlineXml.is(child, "member_name")) {
                return child.text().strip();
            }
        }
        return "";
    }

    private static String rdf(Element element, String name) {
        return element.attr("rdf:" + name).strip();
    }
}
