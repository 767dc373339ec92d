package galley.ingest.extract;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Takes many nodes out of a page at once. Taken one by one, each would make all its neighbours be counted anew, and a page of a hundred
/// thousand advertisements would never end.
final class Removal {

    private Removal() {}

    static void of(Collection<? extends Node> nodes) {
        if (nodes.size() < 20) {
            nodes.stream().filter(Node::hasParent).forEach(Node::remove);
            return;
        }
        Set<Node> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(nodes);
        var parents = new LinkedHashSet<Identical>();
        nodes.forEach(node -> {
            if (node.parent() instanceof Element parent && !gone.contains(parent)) {
                parents.add(new Identical(parent));
            }
        });
        for (var each : parents) {
            var kept = each.parent.childNodes().stream().filter(node -> !gone.contains(node)).toList();
            each.parent.empty();
            each.parent.appendChildren(kept);
        }
    }

    /// Two elements are the same only if they are one.
    private record Identical(Element parent) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Identical(Element same) && same == parent;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(parent);
        }
    }
}
