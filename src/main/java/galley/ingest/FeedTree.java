package galley.ingest;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.UncheckedJDOMFactory;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/// A feed's XML as a tree that ROME can read, built strictly through aalto or, when the text is broken, leniently through
/// [LooseXml]. Both keep the same bounds, so no feed can fill the memory or the stack.
final class FeedTree {

    /// A tree that is deeper than this keeps the text of what lies below, not the elements.
    static final int DEEPEST = 100;
    static final int MOST_ELEMENTS = 600_000;
    static final int MOST_ATTRIBUTES = 64;

    private static final InputFactoryImpl AALTO = aalto();
    private static final UncheckedJDOMFactory PARTS = new UncheckedJDOMFactory();

    private final Map<String, Namespace> namespaces = new HashMap<>();
    private final Set<Namespace> unknown = new HashSet<>();
    private final List<Element> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Element root;
    private int below;
    private int elements;
    private boolean oddNamespace;

    /// The tree of a well-formed text.
    ///
    /// @throws XMLStreamException where the text is not well-formed
    static FeedTree strictly(String text) throws XMLStreamException {
        var tree = new FeedTree();
        XMLStreamReader in = AALTO.createXMLStreamReader(new StringReader(text));
        try {
            while (in.hasNext() && !tree.isFull()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> tree.startFrom(in);
                    case XMLStreamConstants.END_ELEMENT -> tree.end();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> tree.text(in.getText());
                    default -> { }
                }
            }
        } finally {
            in.close();
        }
        return tree;
    }

    boolean isFull() {
        return elements >= MOST_ELEMENTS;
    }

    /// Whether a namespace's address has white space in it, which no address may.
    boolean hasOddNamespace() {
        return oddNamespace;
    }

    /// What was built so far, with everything open closed; a document without a root has an empty one.
    Document document() {
        flush();
        return PARTS.document(root == null ? new Element("nothing") : root);
    }

    boolean start(String name, Namespace namespace) {
        flush();
        elements++;
        if (below > 0 || open.size() >= DEEPEST) {
            below++;
            return false;
        }
        var element = PARTS.element(name, namespace);
        if (!open.isEmpty()) {
            PARTS.addContent(open.getLast(), element);
        } else if (root == null) {
            root = element;
        } else {
            PARTS.addContent(root, element);
        }
        open.add(element);
        return true;
    }

    void attribute(String name, Namespace namespace, String value) {
        PARTS.setAttribute(open.getLast(), PARTS.attribute(name, TextMend.mend(value), namespace));
    }

    void text(String words) {
        if (!open.isEmpty()) {
            text.append(words);
        }
    }

    void end() {
        flush();
        if (below > 0) {
            below--;
        } else if (!open.isEmpty()) {
            open.removeLast();
        }
    }

    Namespace namespace(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return Namespace.NO_NAMESPACE;
        }
        return namespaces.computeIfAbsent(address, a -> {
            var known = FeedNames.known(a);
            if (known != null) {
                return known;
            }
            var sound = FeedNames.hasSpace(a) ? a.replaceAll("\\s+", "") : a;
            var foreign = Namespace.getNamespace("x" + namespaces.size(), Verifier.checkNamespaceURI(sound) == null ? sound : "urn:unreadable:" + namespaces.size());
            unknown.add(foreign);
            return foreign;
        });
    }

    /// The same by the prefix where the address says nothing.
    Namespace namespace(@Nullable String address, @Nullable String prefix) {
        var namespace = namespace(address);
        var module = prefix == null || !unknown.contains(namespace) ? null : FeedNames.module(prefix);
        return module != null ? module : namespace;
    }

    private void startFrom(XMLStreamReader in) {
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            var address = in.getNamespaceURI(i);
            oddNamespace |= address != null && FeedNames.hasSpace(address);
        }
        if (!start(in.getLocalName(), namespace(in.getNamespaceURI(), in.getPrefix()))) {
            return;
        }
        int count = Math.min(in.getAttributeCount(), MOST_ATTRIBUTES);
        for (int i = 0; i < count; i++) {
            var address = in.getAttributeNamespace(i);
            var namespace = FeedNames.XML.getURI().equals(address) ? FeedNames.XML : namespace(address);
            attribute(in.getAttributeLocalName(i), namespace, in.getAttributeValue(i));
        }
    }

    private void flush() {
        if (text.isEmpty() || open.isEmpty()) {
            text.setLength(0);
            return;
        }
        PARTS.addContent(open.getLast(), PARTS.text(-1, -1, TextMend.mend(text.toString())));
        text.setLength(0);
    }

    private static InputFactoryImpl aalto() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
