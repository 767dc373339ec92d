package galley.ingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A name and password that a feed's server asks for. Never part of an address that is kept or shown.
public record Login(String name, String password) {

    /// An address and the login that stood in it.
    public record Split(String url, @Nullable Login login) {}

    /// Takes `name:password@` out of a web address.
    public static Split split(String url) {
        int at = userEnd(url);
        if (at < 0) {
            return new Split(url, null);
        }
        int start = url.indexOf("//") + 2;
        var clean = url.substring(0, start) + url.substring(at + 1);
        var words = decoded(url.substring(start, at)).split(":", 2);
        return new Split(clean, words[0].isEmpty() ? null : new Login(words[0], words.length > 1 ? words[1] : ""));
    }

    /// The address as it may be shown and logged.
    public static String shown(String url) {
        return split(url).url();
    }

    private static int userEnd(String url) {
        if (!Links.isWeb(url)) {
            return -1;
        }
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        return at < start ? -1 : at;
    }

    private static String decoded(String user) {
        try {
            return Optional.ofNullable(URI.create("http://" + user + "@host/").getUserInfo()).orElse(user);
        } catch (IllegalArgumentException odd) {
            return user;
        }
    }

    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /// Says nothing of the password, wherever it may be printed.
    @Override
    public String toString() {
        return "Login of " + name;
    }
}
