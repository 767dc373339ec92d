package galley.publish.page;

import galley.publish.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A style sheet or script as it is written into pages, and the hash by which the page's security policy lets it in.
///
/// @param hash `sha256-...`
public record Inlined(String text, String hash) {

    /// Kinds of page, each with the style sheet it needs on top of the common one.
    public enum Kind {
        ARTICLE("links.css", "article.css"), FRONT("links.css", "front.css"), PLAIN("plain.css"), CHECK("plain.css", "check.css");

        private final List<String> files;

        Kind(String... files) {
            this.files = List.of(files);
        }
    }

    /// Writing systems with rules of their own.
    private enum Script { LATIN, ARABIC, HEBREW, CJK }

    /// What many pages carry, as it is written to the disk.
    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();
    /// The least of them is longer than this.
    static final int LEAST = 1_000;

    public static final Inlined SCRIPT = known(read("page.js"));
    private static final String CHECK = read("check.js");
    static final Inlined CHECKER = of(CHECK + read("check-page.js"));

    /// Looks through the search index.
    static final Inlined SEARCH = of(read("search.js"));

    private static final Map<String, Inlined> STYLES = new ConcurrentHashMap<>();
    private static final Map<String, Inlined> THEMED = new ConcurrentHashMap<>();
    private static final int MOST_THEMED = 200;

    /// The checker without the page around it, for whoever wants to run it elsewhere.
    public static String checker() {
        return CHECK;
    }

    static Inlined style(Kind kind, String language) {
        var script = script(language);
        return STYLES.computeIfAbsent(kind + " " + script, key -> known(read("common.css")
                + kind.files.stream().map(Inlined::read).collect(Collectors.joining()) + (script == Script.LATIN ? "" : read(script.name().toLowerCase(Locale.ROOT) + ".css"))));
    }

    /// With what the newsroom's own look adds.
    ///
    /// @param path of the page inside the site: fonts are found from there
    static Inlined style(Kind kind, String language, Theme theme, String path) {
        var plain = style(kind, language);
        if (theme.isNone()) {
            return plain;
        }
        var root = path.equals(SitePaths.NOT_FOUND) ? "/" : "../".repeat((int) path.chars().filter(c -> c == '/').count());
        if (THEMED.size() > MOST_THEMED) {
            THEMED.clear();
        }
        return THEMED.computeIfAbsent(kind + " " + script(language) + " " + root + " " + theme.fingerprint(), key -> of(plain.text() + theme.styles(root)));
    }

    private static Script script(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "ar", "fa", "ur", "ps", "ckb", "sd", "ug" -> Script.ARABIC;
            case "he", "yi" -> Script.HEBREW;
            case "ja", "zh", "ko" -> Script.CJK;
            default -> Script.LATIN;
        };
    }

    static Inlined of(String text) {
        return new Inlined(text, hash(text));
    }

    private static Inlined known(String text) {
        BYTES.put(text, text.getBytes(StandardCharsets.UTF_8));
        return of(text);
    }

    /// The bytes of a style sheet or script that many pages carry; null for any other text.
    static byte @Nullable [] bytes(String text) {
        return BYTES.get(text);
    }

    /// How a security policy names a script or style with this text.
    public static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }

    /// Without comments and needless space; the files are written to be read, the pages to be small.
    private static String read(String file) {
        try (var in = Inlined.class.getResourceAsStream("/galley/publish/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var bare = text.replaceAll("(?s)/\\*.*?\\*/", "");
            if (file.endsWith(".css")) {
                bare = bare.replaceAll("\\s*([{};,])\\s*", "$1").replaceAll(":\\s+", ":").replace(";}", "}");
            }
            return bare.lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//")).collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
