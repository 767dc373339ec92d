package galley.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Namespace;

/// The namespaces that feeds use, each under one address however the feed spells it.
final class FeedNames {

    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace ATOM_03 = Namespace.getNamespace("atom03", "http://purl.org/atom/ns#");
    static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    static final Namespace RSS_10 = Namespace.getNamespace("rss", "http://purl.org/rss/1.0/");
    static final Namespace RSS_090 = Namespace.getNamespace("rss090", "http://my.netscape.com/rdf/simple/0.9/");
    static final Namespace RSS_11 = Namespace.getNamespace("rss11", "http://purl.org/net/rss1.1#");
    static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    static final Namespace DCTERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
    static final Namespace CONTENT = Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    static final Namespace ITUNES = Namespace.getNamespace("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd");
    static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
    static final Namespace XHTML = Namespace.getNamespace("xhtml", "http://www.w3.org/1999/xhtml");
    static final Namespace CREATIVE_COMMONS = Namespace.getNamespace("creativeCommons", "http://backend.userland.com/creativeCommonsRssModule");
    static final Namespace CC = Namespace.getNamespace("cc", "http://web.resource.org/cc/");
    static final Namespace XML = Namespace.XML_NAMESPACE;

    private static final Map<String, Namespace> BY_ADDRESS = new HashMap<>();
    private static final Map<String, Namespace> BY_PREFIX = new HashMap<>();

    static {
        for (var name : new Namespace[] {ATOM, ATOM_03, RDF, RSS_10, RSS_090, RSS_11, DC, DCTERMS, CONTENT, ITUNES, MEDIA, XHTML,
                CREATIVE_COMMONS, CC}) {
            BY_ADDRESS.put(bare(name.getURI()), name);
            BY_PREFIX.put(name.getPrefix().toLowerCase(Locale.ROOT), name);
        }
        for (var plainRss : new String[] {"http://backend.userland.com/rss", "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss",
                "http://backend.userland.com/rss091", "http://backend.userland.com/rss092", "http://purl.org/rss/2.0", "http://cyber.law.harvard.edu/rss/rss.html",
                "http://purl.org/rss/1.0/modules/rss091#", "http://www.rssboard.org/rss-specification", "http://my.netscape.com/publish/formats/rss-0.91.dtd"}) {
            BY_ADDRESS.put(bare(plainRss), Namespace.NO_NAMESPACE);
        }
        BY_ADDRESS.put("http://channel.netscape.com/rdf/simple/0.9", RSS_090);
        BY_ADDRESS.put("http://www.itunes.com/dtds/podcast-1.0", ITUNES);
        BY_ADDRESS.put("http://example.com/dtds/podcast-1.0.dtd", ITUNES);
        BY_ADDRESS.put("http://tools.search.yahoo.com/mrss", MEDIA);
        BY_ADDRESS.put("http://video.search.yahoo.com/mrss", MEDIA);
        BY_ADDRESS.put("http://purl.org/rss/1.0/modules/dc", DC);
        BY_ADDRESS.put("http://purl.org/dc/elements/1.0", DC);
        BY_ADDRESS.put("http://purl.org/metadata/dublin_core", DC);
        BY_ADDRESS.put("http://www.w3.org/tr/rec-html40", XHTML);
    }

    private FeedNames() {}

    /// The known namespace that this address means; null for an address that says nothing to us.
    static @org.jspecify.annotations.Nullable Namespace known(String address) {
        return BY_ADDRESS.get(bare(address));
    }

    /// Where a prefix that was never declared usually points.
    static String addressOf(String prefix) {
        var known = BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
        return known != null ? known.getURI() : "urn:undeclared:" + prefix;
    }

    /// What a prefix means whose address nobody knows: feeds get the addresses of these modules wrong, their prefixes hardly ever.
    static @org.jspecify.annotations.Nullable Namespace module(String prefix) {
        return switch (prefix.toLowerCase(Locale.ROOT)) {
            case "dc", "dcterms", "content", "itunes", "media" -> BY_PREFIX.get(prefix.toLowerCase(Locale.ROOT));
            default -> null;
        };
    }

    static boolean hasSpace(String address) {
        return address.chars().anyMatch(Character::isWhitespace);
    }

    private static String bare(String address) {
        var bare = (hasSpace(address) ? address.replaceAll("\\s+", "") : address).toLowerCase(Locale.ROOT);
        int end = bare.length();
        while (end > 0 && "/#".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.startsWith("https:") ? "http" + bare.substring(5, end) : bare.substring(0, end);
    }
}
