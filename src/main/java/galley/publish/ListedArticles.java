package galley.publish;

import galley.story.Hash;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The articles that a site's folder should hold, by what the export left beside them: its list of files, and the sitemap. Whoever takes a
/// page away, or its signatures, has to find and mend both.
public final class ListedArticles {

    /// An article's place: `2026/11/17/storm.html`.
    private static final Pattern ARTICLE = Pattern.compile("\\d{4}/\\d{2}/\\d{2}/[^/]+\\.html");
    private static final Pattern LOC = Pattern.compile("<loc>[^<]*?(\\d{4}/\\d{2}/\\d{2}/[^</]+\\.html)</loc>");

    private final Path root;
    private final Map<String, String> made;
    private final Set<String> listed = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private ListedArticles(Path root) {
        this.root = root;
        this.made = manifest();
        made.keySet().stream().filter(path -> ARTICLE.matcher(path).matches()).forEach(listed::add);
        sitemap(root.resolve("sitemap.xml"));
        if (Files.isDirectory(root.resolve("sitemap"))) {
            try (var parts = Files.newDirectoryStream(root.resolve("sitemap"), "*.xml")) {
                parts.forEach(this::sitemap);
            } catch (IOException | java.nio.file.DirectoryIteratorException e) {
                problems.add("The parts of the sitemap in " + root + " could not be read.");
            }
        }
    }

    public static ListedArticles of(Path root) {
        return new ListedArticles(root);
    }

    /// Whether the folder is a site's at all.
    public boolean isSite() {
        return !listed.isEmpty() || Files.exists(root.resolve(SiteList.MANIFEST));
    }

    /// The listed articles that are not there.
    public List<String> gone() {
        return listed.stream().filter(path -> !Files.isRegularFile(root.resolve(path))).toList();
    }

    /// Whether a file stands where an article should and is not, byte for byte, what the export wrote there. A notice that stands for a
    /// withdrawn article carries no signatures, and is as it was written.
    public boolean isArticle(Path file) {
        var path = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        if (!listed.contains(path) && (made.isEmpty() || !ARTICLE.matcher(path).matches())) {
            return false;
        }
        try {
            return !Hash.hex(Files.readAllBytes(file)).equals(made.get(path));
        } catch (IOException unreadable) {
            return true;
        }
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }

    private Map<String, String> manifest() {
        try {
            var list = SiteList.in(root);
            return list == null ? Map.of() : list.digests();
        } catch (IOException | RuntimeException e) {
            problems.add("The list of files in " + root + " (" + SiteList.MANIFEST + ") cannot be read.");
            return Map.of();
        }
    }

    private void sitemap(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            LOC.matcher(Files.readString(file)).results().forEach(m -> listed.add(URLDecoder.decode(m.group(1).replace("+", "%2B").replace("&amp;", "&"), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(file + " could not be read.");
        }
    }
}
