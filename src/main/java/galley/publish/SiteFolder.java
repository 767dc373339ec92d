package galley.publish;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Hash;
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
/// What is written is noted before it is put in place, so that a kill at any moment leaves a folder that still knows which files are its own;
/// the notes become the list when the export ends, or a later one in a large site (see [SiteList]). Several threads may put files at once.
final class SiteFolder {

    /// Where files are made before they are put in place; what a kill left there is thrown away by the next export.
    private static final String MAKING = ".galley-making";
    /// How many files a program that stays open looks at again in each export, so that a hand's damage is mended in time.
    private static final int LOOKS = 1_000;
    /// A list of so many files is written whole each time.
    private static final int SHORT_LIST = 4_000;
    /// So many notes beside a longer list are enough: then it is written whole again.
    private static final int MOST_NOTES = 2_000;

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
    private final AtomicInteger noted = new AtomicInteger();
    private @Nullable Stamp listed;
    private @Nullable Stamp notesLeft;
    private int nextLook;
    /// The stories' files as the last export planned them, all of which it found sound or put in place.
    private List<SitePlan.Item.OfStory> sound = List.of();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private boolean complete;
    private boolean rewrite;

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
        read();
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
        doubted.clear();
        complete = true;
        if (listed == null || !listed.equals(stamp(root.resolve(SiteList.MANIFEST))) || !java.util.Objects.equals(notesLeft, stamp(root.resolve(SiteList.NOTES)))) {
            entries.clear();
            sound = List.of();
            empty = isEmpty();
            read();
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

    private void read() {
        try {
            var list = SiteList.in(root);
            if (list != null) {
                belongsTo(list.newsroom());
                list.files().forEach((path, file) -> entries.put(path, new Entry(file.sha(), file.key(), null)));
            }
            // Whoever reads all of it may as well leave it whole.
            rewrite = list == null || list.notes() > 0 || !Files.exists(root.resolve(SiteList.MANIFEST));
            noted.set(0);
        } catch (Trouble another) {
            throw another;
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " (" + SiteList.MANIFEST + ") cannot be read.", "Nothing was written.",
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
            clear(root.resolve(MAKING));
            Files.delete(Files.createFile(root.resolve(MAKING).resolve("try")));
        } catch (IOException e) {
            throw new Trouble(Notice.of("The folder " + root + " cannot be written.", "Nothing was exported; the newsroom is untouched.",
                    "Give yourself the right to write it, or export to another folder."), e);
        }
    }

    /// What a killed export left, and the folders in which each thread made its files.
    private static void clear(Path making) throws IOException {
        try (var left = Files.newDirectoryStream(making)) {
            for (var file : left) {
                if (Files.isDirectory(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    clear(file);
                }
                Files.deleteIfExists(file);
            }
        }
    }

    // ---- what is there

    /// Looks at some files again that were found sound before: the first ones of the plan, and others in turn.
    void look(SitePlan plan) {
        int many = plan.size();
        var others = List.copyOf(plan.others().keySet());
        var some = new ArrayList<String>(LOOKS);
        for (int i = 0; i < Math.min(LOOKS / 2, many); i++) {
            some.add(plan.path(i, others));
        }
        for (int i = 0; i < Math.min(LOOKS / 2, many); i++) {
            some.add(plan.path(nextLook++ % many, others));
        }
        nextLook = many == 0 ? 0 : nextLook % many;
        some.parallelStream().forEach(path -> entries.computeIfPresent(path, (p, e) -> {
            if (e.stamp() == null || e.stamp().equals(stamp(root.resolve(p)))) {
                return e;
            }
            doubted.add(p);
            return new Entry(e.sha(), e.key(), null);
        }));
    }

    /// What of the plan does not lie there as it was made from the same things.
    ///
    /// @param all everything, whatever lies there
    List<SitePlan.Item> due(SitePlan plan, boolean all) {
        var before = sound;
        sound = List.of();
        var stories = plan.stories();
        var due = new ArrayList<SitePlan.Item>();
        java.util.stream.IntStream.range(0, stories.size()).parallel().filter(i -> {
            var item = stories.get(i);
            return all || !(i < before.size() && before.get(i) == item && !doubted.contains(item.path())) && !has(item.path(), item.key());
        }).mapToObj(stories::get).forEachOrdered(due::add);
        plan.others().values().parallelStream().filter(item -> all || !has(item.path(), item.key())).forEachOrdered(due::add);
        return due;
    }

    /// Says that a planned file could not be made, and why is told elsewhere.
    void leftOut() {
        complete = false;
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
        noted.incrementAndGet();
        if (notes == null) {
            notes = FileChannel.open(root.resolve(SiteList.NOTES), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
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
        // Threads that make files in one folder wait for each other.
        var own = root.resolve(MAKING).resolve(String.valueOf(Thread.currentThread().threadId()));
        if (madeFolders.add(own)) {
            Files.createDirectories(own);
        }
        var fresh = own.resolve(makings.incrementAndGet() + ".tmp");
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

    /// Removes what an earlier export wrote and the plan does not have, if nobody has changed it since; then brings the list up to date.
    /// Answers how many were removed.
    int finish(SitePlan plan) {
        // As many as planned, and each of them planned: then there is nothing else.
        boolean isAll = complete && strangers.isEmpty() && entries.size() == plan.size();
        int removed = isAll ? 0 : remove(plan.byPath().keySet());
        try {
            list();
        } catch (IOException e) {
            throw new Trouble(Notice.of("The list of files in " + root + " could not be written: " + reason(e) + ".", "Every page is in place.",
                    "Make room, then export again."), e);
        }
        if (complete && strangers.isEmpty()) {
            sound = plan.stories();
        }
        return removed;
    }

    private int remove(Set<String> wanted) {
        int removed = 0;
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
                note(path, SiteList.GONE, 0);
                entries.remove(path);
            } catch (IOException e) {
                // It stays on the list, so that the next export tries again.
                strangers.add(path);
            }
        }
        return removed;
    }

    /// Writes the list whole where it is short, or where the notes have become many; else the notes stay beside it.
    private void list() throws IOException {
        var manifest = root.resolve(SiteList.MANIFEST);
        var notesFile = root.resolve(SiteList.NOTES);
        boolean whole = rewrite || entries.size() < SHORT_LIST || noted.get() > MOST_NOTES;
        if (whole && (rewrite || noted.get() > 0)) {
            var files = new java.util.HashMap<String, SiteList.Written>(entries.size() * 2);
            entries.forEach((path, entry) -> files.put(path, new SiteList.Written(entry.sha(), entry.key())));
            var bytes = new SiteList(newsroom, files, 0).bytes();
            if (!isThere(manifest, bytes)) {
                replace(manifest, bytes);
            }
        }
        close();
        if (whole) {
            Files.deleteIfExists(notesFile);
            noted.set(0);
            rewrite = false;
        }
        clear(root.resolve(MAKING));
        Files.deleteIfExists(root.resolve(MAKING));
        madeFolders.clear();
        listed = stamp(manifest);
        notesLeft = stamp(notesFile);
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
