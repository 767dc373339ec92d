package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a site goes, as people write it: a folder, `zip:FILE.zip` or `FILE.zip`, `sftp://user@host:port/path`, `s3://bucket/prefix`.
public sealed interface Destination {

    int SFTP_PORT = 22;

    /// As it is written, without any secret.
    String address();

    record Folder(Path path) implements Destination {
        @Override
        public String address() {
            return path.toString();
        }
    }

    /// One file that holds the whole site; the same site is the same bytes.
    record Zip(Path file) implements Destination {
        @Override
        public String address() {
            return "zip:" + file;
        }
    }

    /// A folder on a server that speaks SFTP.
    ///
    /// @param path absolute, or from the user's home when it does not begin with a slash
    record Sftp(String user, String host, int port, String path) implements Destination {
        @Override
        public String address() {
            return "sftp://" + encoded(user) + "@" + (host.contains(":") ? "[" + host + "]" : host) + (port == SFTP_PORT ? "" : ":" + port)
                    + (path.startsWith("/") ? "" : "/~/") + encoded(path);
        }
    }

    /// A bucket of storage that speaks S3.
    ///
    /// @param prefix what every key begins with; empty, or ending in a slash
    /// @param endpoint the server; null for Amazon's own
    /// @param region null where the environment says it, or the usual one
    record Bucket(String bucket, String prefix, @Nullable URI endpoint, @Nullable String region) implements Destination {
        @Override
        public String address() {
            var more = (endpoint == null ? "" : "&endpoint=" + endpoint) + (region == null ? "" : "&region=" + region);
            return "s3://" + bucket + "/" + encoded(prefix) + (more.isEmpty() ? "" : "?" + more.substring(1));
        }
    }

    /// What was written, taken apart.
    ///
    /// @param password that stood in the address; it goes no further than this machine's own file of sign-ins
    record Given(Destination to, @Nullable String password) {}

    /// @throws Trouble when nothing can be sent there
    static Given read(String words) {
        return read(words, System.getProperty("user.name", ""));
    }

    /// @param user who signs in where an address names nobody
    static Given read(String words, String user) {
        var written = words.strip();
        var scheme = written.contains("://") ? written.substring(0, written.indexOf("://")).toLowerCase(Locale.ROOT) : "";
        try {
            return switch (scheme) {
                case "sftp" -> sftp(URI.create(written), user);
                case "s3" -> new Given(bucket(URI.create(written)), null);
                case "file" -> new Given(place(Path.of(URI.create(written))), null);
                case "" -> new Given(written.regionMatches(true, 0, "zip:", 0, 4) ? zip(written.substring(4)) : folderOrZip(written), null);
                default -> throw unknown(written, null);
            };
        } catch (InvalidPathException | java.nio.file.FileSystemNotFoundException e) {
            throw unknown(written, e);
        } catch (IllegalArgumentException e) {
            throw new Trouble(Notice.of("The address “" + withoutSecret(written) + "” cannot be read: " + reason(e) + ".", "Nothing was sent.",
                    "Write it like sftp://name@host/path or s3://bucket/prefix; a sign that has a meaning in addresses is written as %40."), e);
        }
    }

    private static String reason(IllegalArgumentException e) {
        return e.getCause() instanceof java.net.URISyntaxException syntax ? syntax.getReason().toLowerCase(Locale.ROOT) : String.valueOf(e.getMessage());
    }

    private static Trouble unknown(String written, @Nullable Exception cause) {
        return new Trouble(Notice.of("“" + withoutSecret(written) + "” is no place a site can be sent to.", "Nothing was sent.",
                "Name a folder, FILE.zip, sftp://name@host/path or s3://bucket/prefix."), cause);
    }

    private static String withoutSecret(String written) {
        return written.replaceFirst("(?i)^([a-z0-9]+://[^:/@]*):[^/]*@", "$1@");
    }

    private static Destination folderOrZip(String written) {
        if (written.isEmpty()) {
            throw unknown(written, null);
        }
        return place(Path.of(written));
    }

    private static Destination place(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && !Files.isDirectory(path) ? new Zip(path) : new Folder(path);
    }

    private static Zip zip(String file) {
        if (file.isBlank()) {
            throw unknown("zip:", null);
        }
        return new Zip(Path.of(file.strip()));
    }

    private static Given sftp(URI address, String user) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("it names no host");
        }
        var path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("it names no folder");
        }
        refuseStepsUp(path);
        var info = address.getUserInfo();
        int colon = info == null ? -1 : info.indexOf(':');
        var name = info == null ? user : colon < 0 ? info : info.substring(0, colon);
        var host = address.getHost().replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return new Given(new Sftp(name, host, address.getPort() < 0 ? SFTP_PORT : address.getPort(), path.equals("/~") ? "." : path.startsWith("/~/") ? path.substring(3) : path),
                colon < 0 ? null : info.substring(colon + 1));
    }

    private static Bucket bucket(URI address) {
        var bucket = address.getAuthority();
        if (bucket == null || !bucket.matches("[A-Za-z0-9][A-Za-z0-9._-]{1,254}")) {
            throw new IllegalArgumentException("it names no bucket");
        }
        var prefix = address.getPath() == null ? "" : address.getPath().replaceAll("^/+|/+$", "");
        refuseStepsUp(prefix);
        var said = query(address.getQuery());
        var endpoint = said.remove("endpoint");
        var region = said.remove("region");
        if (!said.isEmpty()) {
            throw new IllegalArgumentException("“" + said.keySet().iterator().next() + "” is not known; it may say endpoint and region");
        }
        return new Bucket(bucket, prefix.isEmpty() ? "" : prefix + "/", endpoint == null ? null : endpoint(endpoint), region);
    }

    /// @throws IllegalArgumentException when it is no web address
    static URI endpoint(String words) {
        var endpoint = URI.create(words.replaceAll("/+$", ""));
        if (endpoint.getHost() == null || !"https".equals(endpoint.getScheme()) && !"http".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("the endpoint is no web address");
        }
        return endpoint;
    }

    private static Map<String, String> query(@Nullable String query) {
        var said = new HashMap<String, String>();
        for (var pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            said.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return said;
    }

    private static void refuseStepsUp(String path) {
        for (var step : path.split("/")) {
            if (step.equals("..")) {
                throw new IllegalArgumentException("it steps upwards");
            }
        }
    }

    private static String encoded(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }
}
