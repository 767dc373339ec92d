package galley.publish;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Hash;
import galley.story.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// The folder a site is written to. Every file is put in place whole or not at all; what is equal is left alone; a file that this
/// newsroom did not write is never deleted, and a folder that belongs to another newsroom is not touched.
final class SiteFolder {

    /// Lists what was written here, and by whom.
    static final String MANIFEST = ".galley-site.json";

    /// Where files are made before they are put in place; what a kill left there is thrown away by the next export.
    private static final String MAKING = ".galley-making";

    /// @param newsroom thumbprint of the newsroom's key
    /// @param files SHA-256 of each file as written, by path
    record Manifest(String newsroom, Map<String, String> files) {}

    private final Path root;
    private final String newsroom;
    private final Map<String, String> before;
    private final Map<String, String> now = new TreeMap<>();
    private int written;
    private int unchanged;

    /// @throws Trouble when the folder cannot be written, or is another newsroom's
    SiteFolder(Path root, String newsroom) {
        this.root = root;
        this.newsroom = newsroom;
        this.before = before();
        probe();
    }

    private Map<String, String> before() {
        var file = root.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return Map.of();
        }
        Manifest manifest;
        try {
            manifest = Json.read(Files.readString(file), Manifest.class);
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " (" + MANIFEST + ") cannot be read.", "Nothing was written.",
                    "Export to another folder, or delete that list; its pages are then written again."), e);
        }
        if (!newsroom.equals(manifest.newsroom())) {
            throw Trouble.of("The folder " + root + " holds the site of another newsroom.", "Nothing was written.", "Export to another folder.");
        }
        return manifest.files();
    }

    private void probe() {
        try {
            Files.createDirectories(root.resolve(MAKING));
            clearMaking();
            Files.delete(Files.createTempFile(root.resolve(MAKING), "try", ".tmp"));
        } catch (IOException e) {
            throw new Trouble(Notice.of("The folder " + root + " cannot be written.", "Nothing was exported; the newsroom is untouched.",
                    "Give yourself the right to write it, or export to another folder."), e);
        }
    }

    /// Puts a file in place, unless the same bytes are there.
    ///
    /// @param evenIfEqual write it all the same
    void put(String path, byte[] bytes, boolean evenIfEqual) {
        var file = root.resolve(path).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new IllegalArgumentException("A page may not leave its site: " + path);
        }
        try {
            now.put(path, Hash.hex(bytes));
            if (!evenIfEqual && isThere(file, bytes)) {
                unchanged++;
                return;
            }
            Files.createDirectories(file.getParent());
            replace(file, bytes);
            written++;
        } catch (IOException e) {
            throw new Trouble(Notice.of("The page " + file + " could not be written: " + reason(e) + ".",
                    "Every page in the folder is whole, the old one or the new one; what was signed is kept.",
                    "Make room or mend the folder, then export again."), e);
        }
    }

    private static String reason(IOException e) {
        var message = String.valueOf(e.getMessage());
        return message.contains("No space left") ? "the disk is full" : message.contains("denied") || message.contains("Read-only")
                ? "it may not be written" : e.getClass().getSimpleName();
    }

    private static boolean isThere(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes.length && java.util.Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private void clearMaking() throws IOException {
        try (var left = Files.newDirectoryStream(root.resolve(MAKING))) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        var fresh = Files.createTempFile(root.resolve(MAKING), "page", ".tmp");
        try {
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Removes what an earlier export wrote and this one did not, if nobody has changed it since; then writes the manifest.
    /// Answers how many were removed.
    int finish() {
        int removed = 0;
        var kept = new LinkedHashMap<>(now);
        for (var old : before.entrySet()) {
            if (now.containsKey(old.getKey())) {
                continue;
            }
            var file = root.resolve(old.getKey()).normalize();
            try {
                if (file.startsWith(root.normalize()) && Files.isRegularFile(file) && Hash.hex(Files.readAllBytes(file)).equals(old.getValue())) {
                    Files.delete(file);
                    removed++;
                }
            } catch (IOException e) {
                kept.put(old.getKey(), old.getValue());
            }
        }
        try {
            var manifest = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Manifest(newsroom, kept));
            if (!isThere(root.resolve(MANIFEST), manifest)) {
                replace(root.resolve(MANIFEST), manifest);
            }
            Files.deleteIfExists(root.resolve(MAKING));
        } catch (IOException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " could not be written.", "Every page is in place.",
                    "Make room, then export again."), e);
        }
        return removed;
    }

    int written() {
        return written;
    }

    int unchanged() {
        return unchanged;
    }
}
