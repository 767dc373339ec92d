package galley.publish;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Hash;
import galley.story.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The folder a site is written to. Every file is put in place whole or not at all; what is equal is left alone; a file that this
/// newsroom did not write is neither replaced nor deleted, and a folder that belongs to another newsroom is not touched.
///
/// What is written is noted before it is put in place ([#NOTES]), so that a kill at any moment leaves a folder that still knows which
/// files are its own; the notes become the list ([#MANIFEST]) when the export ends. Several threads may put files at once.
final class SiteFolder {

    /// Lists what was written here, by whom, and from what.
    static final String MANIFEST = ".galley-site.json";
    /// What an export has noted so far; gone when it ended well.
    static final String NOTES = ".galley-site.notes";
    /// Where files are made before they are put in place; what a kill left there is thrown away by the next export.
    private static final String MAKING = ".galley-making";
    /// How many files a program that stays open looks at again in each export, so that a hand's damage is mended in time.
    private static final int LOOKS = 1_000;

    /// @param newsroom thumbprint of the newsroom's key
    /// @param files SHA-256 of each file as written, by path
    /// @param made what each file was made from, by path; see [SitePlan]
    record Manifest(String newsroom, Map<String, String> files, @Nullable Map<String, String> made) {}

    /// A file of ours.
    ///
    /// @param key what it was made from; 0 when that is not known
    /// @param stamp how the file looked when it was last found sound; null when it has not been looked at
    private record Entry(String sha, long key, @Nullable Stamp stamp) {}

    private record Stamp(long size, FileTime modified) {}

    private static final Set<StandardOpenOption> FRESH = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    private static final FileAttribute<?>[] READABLE = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"))};
    private static final FileAttribute<?>[] ANY = {};

    private final Path root;
    private final String newsroom;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Path> madeFolders = ConcurrentHashMap.newKeySet();
    private final Set<String> strangers = new ConcurrentSkipListSet<>();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicLong makings = new AtomicLong();
    private final boolean canSetPermissions;
    private boolean empty;
    private @Nullable FileChannel notes;
    private @Nullable Stamp listed;
    private int nextLook;
    private String[] sorted = {};

    /// @throws Trouble when the folder cannot be written, or is another newsroom's
    SiteFolder(Path root, String newsroom) {
        this.root = root.normalize();
        this.newsroom = newsroom;
        this.canSetPermissions = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        begin();
    }

    /// A folder to look at: nothing is written, not even to see whether it could be.
    static SiteFolder toLookAt(Path root, String newsroom) {
        return new SiteFolder(root, newsroom, true);
    }

    private SiteFolder(Path root, String newsroom, @SuppressWarnings("unused") boolean onlyToLook) {
        this.root = root.normalize();
        this.newsroom = newsroom;
        this.canSetPermissions = false;
        this.empty = isEmpty();
        readManifest();
        readNotes();
    }

    /// The paths of every file that an export wrote here.
    Set<String> ours() {
        return Set.copyOf(entries.keySet());
    }

    /// Whether somebody else's file lies there.
    boolean isStrangers(String path) {
        return !empty && !entries.containsKey(path) && Files.exists(root.resolve(path), java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    /// Begins another export into the folder, trusting what is known of it, unless somebody else has exported meanwhile.
    void begin() {
        written.set(0);
        unchanged.set(0);
        strangers.clear();
        madeFolders.clear();
        if (listed == null || !listed.equals(stamp(root.resolve(MANIFEST))) || Files.exists(root.resolve(NOTES))) {
            entries.clear();
            empty = isEmpty();
            readManifest();
            readNotes();
        } else {
            empty = false;
        }
        probe();
    }

    private boolean isEmpty() {
        try (var inside = Files.newDirectoryStream(root)) {
            return !inside.iterator().hasNext();
        } catch (IOException missingOrNoFolder) {
            return !Files.exists(root);
        }
    }

    private void readManifest() {
        var file = root.resolve(MANIFEST);
        if (!Files.exists(file)) {
            return;
        }
        Manifest manifest;
        try {
            manifest = Json.read(Files.readString(file), Manifest.class);
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " (" + MANIFEST + ") cannot be read.", "Nothing was written.",
                    "Export to another folder, or empty this one."), e);
        }
        belongsTo(manifest.newsroom());
        var made = manifest.made() == null ? Map.<String, String>of() : manifest.made();
        manifest.files().forEach((path, sha) -> entries.put(path, new Entry(sha, Long.parseUnsignedLong(made.getOrDefault(path, "0"), 16), null)));
    }

    /// A line is cut off where the export was killed; it was noted before its file was put in place, so nothing is missing.
    private void readNotes() {
        var file = root.resolve(NOTES);
        if (!Files.exists(file)) {
            return;
        }
        try {
            var text = Files.readString(file);
            for (var line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                var note = line.split("\t");
                if (note.length == 1 && !line.isEmpty()) {
                    belongsTo(line);
                } else if (note.length == 3) {
                    entries.put(note[0], new Entry(note[1], Long.parseUnsignedLong(note[2], 16), null));
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new Trouble(Notice.of("The notes of an unfinished export in " + root + " (" + NOTES + ") cannot be read.", "Nothing was written.",
                    "Export to another folder, or empty this one."), e);
        }
    }

    private void belongsTo(String owner) {
        if (!newsroom.equals(owner)) {
            throw Trouble.of("The folder " + root + " holds the site of another newsroom.", "Nothing was written.", "Export to another folder.");
        }
    }

    private void probe() {
        try {
            Files.createDirectories(root.resolve(MAKING));
            try (var left = Files.newDirectoryStream(root.resolve(MAKING))) {
                for (var file : left) {
                    Files.deleteIfExists(file);
                }
            }
            Files.delete(Files.createFile(root.resolve(MAKING).resolve("try")));
        } catch (IOException e) {
            throw new Trouble(Notice.of("The folder " + root + " cannot be written.", "Nothing was exported; the newsroom is untouched.",
                    "Give yourself the right to write it, or export to another folder."), e);
        }
    }

    // ---- what is there

    /// Looks at some files again that were found sound before: the first ones of the plan, and others in turn.
    void look(List<String> planned) {
        int many = planned.size();
        var some = new ArrayList<String>(planned.subList(0, Math.min(LOOKS / 2, many)));
        for (int i = 0; i < Math.min(LOOKS / 2, many); i++) {
            some.add(planned.get(nextLook++ % many));
        }
        nextLook = many == 0 ? 0 : nextLook % many;
        some.parallelStream().forEach(path -> entries.computeIfPresent(path, (p, e) -> e.stamp() == null || e.stamp().equals(stamp(root.resolve(p))) ? e
                : new Entry(e.sha(), e.key(), null)));
    }

    /// Whether this file lies there as it was made from the same things.
    boolean has(String path, long key) {
        var entry = entries.get(path);
        if (entry == null || entry.key() != key) {
            return false;
        }
        if (entry.stamp() != null) {
            return true;
        }
        try {
            var file = root.resolve(path);
            var stamp = stamp(file);
            if (stamp == null || !Hash.hex(Files.readAllBytes(file)).equals(entry.sha())) {
                return false;
            }
            entries.put(path, new Entry(entry.sha(), key, stamp));
            return true;
        } catch (IOException notReadable) {
            // Then it is written again, and whatever is the matter is told there.
            return false;
        }
    }

    void countUnchanged(int files) {
        unchanged.addAndGet(files);
    }

    private static @Nullable Stamp stamp(Path file) {
        try {
            var is = Files.readAttributes(file, BasicFileAttributes.class);
            return is.isRegularFile() ? new Stamp(is.size(), is.lastModifiedTime()) : null;
        } catch (IOException notThere) {
            return null;
        }
    }

    // ---- writing

    /// Puts a file in place, unless the same bytes are there. A stranger's file in its place stays, and is named in the report.
    ///
    /// @param evenIfEqual write it all the same
    void put(String path, long key, byte[] bytes, boolean evenIfEqual) {
        var file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException("A page may not leave its site: " + path);
        }
        try {
            var sha = Hash.hex(bytes);
            var known = entries.get(path);
            if (!empty) {
                boolean there = Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                boolean equal = there && isThere(file, bytes);
                if (there && known == null && !equal) {
                    strangers.add(path);
                    return;
                }
                if (equal && !evenIfEqual) {
                    note(path, sha, key);
                    entries.put(path, new Entry(sha, key, stamp(file)));
                    unchanged.incrementAndGet();
                    return;
                }
            }
            makeFolder(file.getParent());
            note(path, sha, key);
            replace(file, bytes);
            entries.put(path, new Entry(sha, key, stamp(file)));
            written.incrementAndGet();
        } catch (IOException e) {
            throw new Trouble(Notice.of("The page " + file + " could not be written: " + reason(e) + ".",
                    "Every page in the folder is whole, the old one or the new one; what was signed is kept.",
                    "Make room or mend the folder, then export again."), e);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (madeFolders.contains(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (!folder.toRealPath().startsWith(root.toRealPath())) {
            throw new IOException("a link leads out of the site");
        }
        madeFolders.add(folder);
    }

    private synchronized void note(String path, String sha, long key) throws IOException {
        if (notes == null) {
            notes = FileChannel.open(root.resolve(NOTES), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            // After a kill the last line may be cut off.
            write(notes, ("\n" + newsroom + "\n").getBytes(StandardCharsets.UTF_8));
        }
        write(notes, (path + "\t" + sha + "\t" + Long.toHexString(key) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String reason(IOException e) {
        var message = String.valueOf(e.getMessage());
        return message.contains("No space left") || message.contains("quota") ? "the disk is full"
                : e instanceof java.nio.file.AccessDeniedException || message.contains("denied") || message.contains("Read-only") ? "it may not be written"
                : e instanceof FileAlreadyExistsException || message.contains("Not a directory") ? "a file is where a folder should be"
                : message.startsWith("a link") ? message : e.getClass().getSimpleName();
    }

    private static boolean isThere(Path file, byte[] bytes) throws IOException {
        try {
            return Files.isRegularFile(file) && Files.size(file) == bytes.length && java.util.Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        var fresh = root.resolve(MAKING).resolve(makings.incrementAndGet() + ".tmp");
        try {
            try (var channel = FileChannel.open(fresh, FRESH, canSetPermissions ? READABLE : ANY)) {
                write(channel, bytes);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    // ---- the end

    /// Removes what an earlier export wrote and the plan does not have, if nobody has changed it since; then writes the manifest.
    /// Answers how many were removed.
    int finish(Collection<String> planned) {
        int removed = 0;
        var wanted = planned instanceof Set<String> set ? set : new java.util.HashSet<>(planned);
        for (var path : entries.keySet().stream().filter(p -> !wanted.contains(p)).sorted().toList()) {
            var file = root.resolve(path).normalize();
            try {
                if (file.startsWith(root) && Files.isRegularFile(file)) {
                    if (Hash.hex(Files.readAllBytes(file)).equals(entries.get(path).sha())) {
                        Files.delete(file);
                        removed++;
                        removeEmpty(file.getParent());
                    } else {
                        strangers.add(path);
                    }
                }
                entries.remove(path);
            } catch (IOException e) {
                // It stays on the list, so that the next export tries again.
                strangers.add(path);
            }
        }
        try {
            var manifest = manifest();
            var file = root.resolve(MANIFEST);
            if (!isThere(file, manifest)) {
                replace(file, manifest);
            }
            close();
            Files.deleteIfExists(root.resolve(NOTES));
            Files.deleteIfExists(root.resolve(MAKING));
            listed = stamp(file);
        } catch (IOException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " could not be written: " + reason(e) + ".", "Every page is in place.",
                    "Make room, then export again."), e);
        }
        return removed;
    }

    private void removeEmpty(Path folder) throws IOException {
        for (var f = folder; !f.equals(root); f = f.getParent()) {
            try (var inside = Files.newDirectoryStream(f)) {
                if (inside.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(f);
        }
    }

    private byte[] manifest() {
        if (sorted.length != entries.size() || !java.util.Arrays.stream(sorted).allMatch(entries::containsKey)) {
            sorted = entries.keySet().toArray(String[]::new);
            java.util.Arrays.sort(sorted);
        }
        var json = new StringBuilder(sorted.length * 160 + 200).append("{\n  \"newsroom\" : \"").append(newsroom).append("\",\n  \"files\" : {");
        for (int i = 0; i < sorted.length; i++) {
            json.append(i == 0 ? "\n" : ",\n").append("    ").append(quoted(sorted[i])).append(" : \"").append(entries.get(sorted[i]).sha()).append('"');
        }
        json.append("\n  },\n  \"made\" : {");
        for (int i = 0; i < sorted.length; i++) {
            json.append(i == 0 ? "\n" : ",\n").append("    ").append(quoted(sorted[i])).append(" : \"")
                    .append(Long.toHexString(entries.get(sorted[i]).key())).append('"');
        }
        return json.append("\n  }\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// As JSON. Nearly every path is plain, and there are tens of thousands.
    private static String quoted(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return Json.write(path);
            }
        }
        return '"' + path + '"';
    }

    /// Lets go of the notes; they stay in the folder when the export did not end.
    synchronized void close() {
        if (notes != null) {
            try {
                notes.close();
            } catch (IOException nothingMoreToWrite) {
                // Every note was handed to the system when it was made.
            }
            notes = null;
        }
    }

    int written() {
        return written.get();
    }

    int unchanged() {
        return unchanged.get();
    }

    /// Files of others that lie where ours should, or that others changed.
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    Path root() {
        return root;
    }
}
