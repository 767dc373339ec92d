package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.publish.SiteList;
import galley.story.Hash;
import galley.story.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A finished site in its folder: which files are ours, by the list that the export left there.
///
/// @param newsroom thumbprint of the newsroom's key
/// @param files SHA-256 of each, by path, in order
/// @param list the list itself, whole
record SiteFiles(Path root, String newsroom, Map<String, String> files, byte[] list) {

    /// The list of what was written, here and on the other side.
    static final String MANIFEST = SiteList.MANIFEST;

    record Manifest(String newsroom, Map<String, String> files) {

        /// @return null when these bytes are no list
        static @Nullable Manifest read(byte[] bytes) {
            try {
                var tree = Json.MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
                var files = new TreeMap<String, String>();
                tree.path("files").properties().forEach(entry -> files.put(entry.getKey(), entry.getValue().asString("")));
                var newsroom = tree.path("newsroom").asString("");
                return newsroom.isEmpty() ? null : new Manifest(newsroom, files);
            } catch (RuntimeException noJson) {
                return null;
            }
        }

        byte[] bytes() {
            return Json.write(this).getBytes(StandardCharsets.UTF_8);
        }
    }

    static SiteFiles in(Path root) {
        try {
            var list = SiteList.in(root);
            if (list == null) {
                throw new IOException("no list");
            }
            return new SiteFiles(root, list.newsroom(), list.digests(), list.bytes());
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The site in " + root + " has no list of its files.", "Nothing was sent.", "Export again; the site is made anew."), e);
        }
    }

    /// One file's bytes, as the list has them.
    byte[] bytes(String path) {
        try {
            var bytes = Files.readAllBytes(root.resolve(path));
            if (Hash.hex(bytes).equals(files.get(path))) {
                return bytes;
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("The file " + root.resolve(path) + " cannot be read.", "What was sent so far stands.", "Export again."), e);
        }
        throw Trouble.of("The file " + path + " changed while the site was being sent.", "What was sent so far stands.", "Export again.");
    }
}
