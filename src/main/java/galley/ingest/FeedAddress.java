package galley.ingest;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes an address that somebody typed in the one way in which feeds are kept, so that no feed is subscribed twice.
public final class FeedAddress {

    private static final Pattern FEED_SCHEME = Pattern.compile("^feed:(?://)?(?=https?:)|^feed:(?=//)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("^[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*\\.\\p{L}{2,}|[\\p{N}.]+)(?::\\d+)?(?:[/?].*)?$");

    private FeedAddress() {}

    /// Empty when the words are no address of http, https or a file.
    public static Optional<String> of(String words) {
        var typed = FEED_SCHEME.matcher(words.strip()).replaceFirst("").replace(" ", "%20");
        if (typed.startsWith("//")) {
            typed = "http:" + typed;
        }
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (Links.isWeb(typed)) {
            return web(typed);
        }
        if (typed.regionMatches(true, 0, "file:", 0, 5)) {
            return file(words.strip());
        }
        if (typed.matches("^[A-Za-z][A-Za-z0-9+.-]+:(?!\\d).*")) {
            return Optional.empty();
        }
        if (HOST.matcher(typed).matches() && !Path.of(words.strip()).toFile().exists()) {
            return web("https://" + typed);
        }
        return path(words.strip());
    }

    private static Optional<String> web(String typed) {
        try {
            var uri = new URI(spelled(typed));
            if (uri.getHost() == null) {
                return Optional.empty();
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usual = uri.getPort() == (scheme.equals("https") ? 443 : 80);
            var user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
            return Optional.of(scheme + "://" + user + uri.getHost().toLowerCase(Locale.ROOT) + (uri.getPort() < 0 || usual ? "" : ":" + uri.getPort())
                    + (uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// As RFC 3986 spells it: a host in letters of any script in its ASCII form, everything else that has no place there in escapes.
    private static String spelled(String typed) {
        int host = typed.indexOf("//") + 2;
        int end = host;
        while (end < typed.length() && "/?#".indexOf(typed.charAt(end)) < 0) {
            end++;
        }
        int name = typed.lastIndexOf('@', end) + 1;
        var authority = typed.substring(Math.max(host, name), end);
        boolean foreign = authority.chars().anyMatch(c -> c > 0x7e);
        var out = new StringBuilder(typed.substring(0, Math.max(host, name))).append(foreign ? IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED) : authority);
        typed.substring(end).codePoints().forEach(c -> {
            if (c > 0x20 && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0) {
                out.append((char) c);
            } else {
                out.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8).replace("+", "%20"));
            }
        });
        return out.toString();
    }

    private static Optional<String> file(String typed) {
        try {
            return Optional.of(Path.of(new URI(typed.replace(" ", "%20"))).toAbsolutePath().normalize().toUri().toString());
        } catch (URISyntaxException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> path(String typed) {
        try {
            return typed.indexOf('\n') >= 0 ? Optional.empty() : Optional.of(Path.of(typed).toAbsolutePath().normalize().toUri().toString());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }
}
