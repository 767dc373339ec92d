package galley.story;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Links as `story-text/1` reads them: resolved as RFC 3986 (section 5.2) says and otherwise left as they are written, so that every
/// checker, in whatever language, gets the same characters.
public final class Addresses {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern WEB = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)(//[^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);

    private Addresses() {}

    public static boolean isAbsolute(String address) {
        return ABSOLUTE.matcher(address).matches();
    }

    /// Whether two addresses have scheme and host in common.
    public static boolean isSameSite(String one, String other) {
        var first = WEB.matcher(one);
        var second = WEB.matcher(other);
        return first.matches() && second.matches() && (first.group(1) + first.group(2)).equalsIgnoreCase(second.group(1) + second.group(2));
    }

    /// @param base an absolute address with a host; with any other, the address is left as it is
    public static String resolved(String base, String address) {
        var from = WEB.matcher(base);
        if (isAbsolute(address) || !from.matches()) {
            return address;
        }
        var host = from.group(1) + from.group(2);
        if (address.startsWith("//")) {
            return from.group(1) + address;
        }
        if (address.startsWith("/")) {
            return host + withoutDots(address);
        }
        if (address.isEmpty() || address.startsWith("#")) {
            return host + from.group(3) + orEmpty(from, 4) + address;
        }
        if (address.startsWith("?")) {
            return host + from.group(3) + address;
        }
        var folder = from.group(3).substring(0, from.group(3).lastIndexOf('/') + 1);
        return host + withoutDots((folder.isEmpty() ? "/" : folder) + address);
    }

    private static String orEmpty(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    /// Takes `.` and `..` out of the path, not out of what follows it.
    private static String withoutDots(String pathAndMore) {
        int end = 0;
        while (end < pathAndMore.length() && pathAndMore.charAt(end) != '?' && pathAndMore.charAt(end) != '#') {
            end++;
        }
        var segments = new java.util.ArrayList<String>();
        var parts = pathAndMore.substring(1, end).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!parts[i].equals(".")) {
                segments.add(parts[i]);
                continue;
            }
            if (last) {
                segments.add("");
            }
        }
        return "/" + String.join("/", segments) + pathAndMore.substring(end);
    }
}
