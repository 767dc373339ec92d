package galley.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes links absolute the way browsers do, forgiving where `java.net.URI` refuses, and drops those that must not be
/// followed (`javascript:` and its kin).
public final class Links {

    private static final Set<String> SAFE = Set.of("http", "https", "ftp", "mailto", "news", "magnet", "tel", "urn", "tag", "geo", "xmpp");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern PARTS = Pattern.compile("^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?$", Pattern.DOTALL);
    private static final Pattern TOO_MANY_SLASHES = Pattern.compile("^(https?:)/{3,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]+");

    private Links() {}

    /// The link against its base; null when there is none or when its scheme is not safe.
    public static @Nullable String resolve(@Nullable String base, @Nullable String link) {
        if (link == null) {
            return null;
        }
        var href = TOO_MANY_SLASHES.matcher(BREAKS.matcher(link.strip()).replaceAll("")).replaceFirst("$1//");
        if (href.isEmpty()) {
            return null;
        }
        var scheme = SCHEME.matcher(href);
        if (scheme.find()) {
            return SAFE.contains(scheme.group(1).toLowerCase(Locale.ROOT)) ? href : null;
        }
        return base == null || base.isEmpty() ? href : join(base, href);
    }

    /// A base for what stands below: `own` against `outer`, or `outer` where `own` says nothing usable.
    static @Nullable String base(@Nullable String outer, @Nullable String own) {
        var resolved = own == null || own.isBlank() ? null : resolve(outer, own);
        return resolved == null ? outer : resolved;
    }

    public static boolean isWeb(@Nullable String link) {
        return link != null && (link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8));
    }

    /// RFC 3986 section 5.2.
    private static String join(String base, String href) {
        var b = PARTS.matcher(base);
        var h = PARTS.matcher(href);
        if (!b.matches() || !h.matches() || b.group(1) == null) {
            return href;
        }
        var authority = b.group(2) == null ? "" : "//" + b.group(2);
        if (h.group(2) != null) {
            return b.group(1) + ":" + href;
        }
        var path = h.group(3);
        var rest = or(h.group(4), "") + or(h.group(5), "");
        if (path.isEmpty()) {
            return b.group(1) + ":" + authority + b.group(3) + or(h.group(4), or(b.group(4), "")) + or(h.group(5), "");
        }
        var whole = path.startsWith("/") ? path : folder(b.group(3), !authority.isEmpty()) + path;
        return b.group(1) + ":" + authority + withoutDots(whole) + rest;
    }

    private static String folder(String path, boolean hasAuthority) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? hasAuthority ? "/" : "" : path.substring(0, slash + 1);
    }

    private static String withoutDots(String path) {
        if (!path.contains("./") && !path.endsWith("/.") && !path.endsWith("/..")) {
            return path;
        }
        var out = new java.util.ArrayList<String>();
        var parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            switch (parts[i]) {
                case "." -> {
                    if (last) {
                        out.add("");
                    }
                }
                case ".." -> {
                    if (out.size() > 1) {
                        out.removeLast();
                    }
                    if (last) {
                        out.add("");
                    }
                }
                default -> out.add(parts[i]);
            }
        }
        return String.join("/", out);
    }

    private static String or(@Nullable String words, String instead) {
        return words == null ? instead : words;
    }
}
