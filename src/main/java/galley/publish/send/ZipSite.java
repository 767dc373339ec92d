package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.work.Cancel;
import galley.work.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A whole site in one file. The same site is the same bytes: entries stand in the order of their names, all with one time.
final class ZipSite {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path zip;

    ZipSite(Path zip) {
        this.zip = zip.toAbsolutePath().normalize();
    }

    /// Compares with the file that lies there, and writes it anew unless it is equal.
    Sent write(SiteFiles site, boolean dryRun, Progress.Watcher watcher, Cancel cancel) {
        var before = inside(site.newsroom());
        var plan = Sent.Plan.of(site.files(), before);
        if (dryRun || plan.isNothing() && Files.exists(zip)) {
            return plan.asSent();
        }
        try {
            var folder = zip.getParent();
            Files.createDirectories(folder);
            var fresh = Files.createTempFile(folder, ".galley", ".zip");
            try {
                fill(fresh, site, watcher, cancel);
                Files.move(fresh, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            if (zip.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(zip, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            }
        } catch (IOException e) {
            var full = String.valueOf(e.getMessage()).contains("No space left");
            throw new Trouble(Notice.of("The zip " + zip + " could not be written" + (full ? ": the disk is full." : "."), "The one that lay there is untouched; what was signed is kept.",
                    full ? "Make room, then export again." : "See that you may write there, then export again."), e);
        }
        return plan.asSent();
    }

    /// What the file there holds; nothing when there is none.
    private Map<String, String> inside(String newsroom) {
        if (!Files.exists(zip)) {
            return Map.of();
        }
        try (var there = new ZipFile(zip.toFile())) {
            var entry = there.getEntry(SiteFiles.MANIFEST);
            var manifest = entry == null ? null : SiteFiles.Manifest.read(there.getInputStream(entry).readAllBytes());
            if (manifest != null && manifest.newsroom().equals(newsroom)) {
                return manifest.files();
            }
        } catch (IOException noZip) {
            // Then it is not ours either.
        }
        throw Trouble.of("The file " + zip + " is not a site of this newsroom; it was left alone.", "Nothing was written there.", "Name another file, or move that one away.");
    }

    private static void fill(Path fresh, SiteFiles site, Progress.Watcher watcher, Cancel cancel) throws IOException {
        var all = new TreeMap<>(site.files());
        all.put(SiteFiles.MANIFEST, "");
        int done = 0;
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
            for (var path : all.keySet()) {
                cancel.check();
                var bytes = path.equals(SiteFiles.MANIFEST) ? site.list() : site.bytes(path);
                var entry = new ZipEntry(path);
                entry.setTimeLocal(ALWAYS);
                if (SendingOrder.stage(path) == 0 && !path.endsWith(".svg") && !path.endsWith(".txt")) {
                    // Pictures are packed already.
                    var sum = new CRC32();
                    sum.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(sum.getValue());
                }
                out.putNextEntry(entry);
                out.write(bytes);
                out.closeEntry();
                watcher.see(new Progress(++done, all.size(), "packing"));
            }
        }
    }
}
