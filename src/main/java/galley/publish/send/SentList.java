package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Hash;
import galley.story.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What this machine has sent to one destination: a journal of the sending under way, which is how a cut one knows where to go on, and
/// the journal of the last one that ended, for people to read.
final class SentList implements AutoCloseable {

    private final Path folder;
    private final Clock clock;
    private @Nullable FileChannel journal;

    /// @param newsroom the newsroom's folder
    SentList(Path newsroom, Destination to, Clock clock) {
        var address = to.address();
        var name = address.replaceFirst("\\?.*", "").replaceAll("[^A-Za-z0-9.]+", "-").toLowerCase(Locale.ROOT);
        this.folder = newsroom.resolve("sent").resolve(name.substring(0, Math.min(60, name.length())) + "-" + Hash.hex(address).substring(0, 8));
        this.clock = clock;
    }

    /// What lies on the other side as far as this machine knows.
    ///
    /// @param theirs the list found there; null when there is none
    /// @param sending the list of a sending that did not end; null when there is none
    Map<String, String> known(byte @Nullable [] theirs, byte @Nullable [] sending) {
        var known = new TreeMap<String, String>();
        var list = theirs == null ? null : SiteFiles.Manifest.read(theirs);
        if (list != null) {
            known.putAll(list.files());
        }
        if (sending != null) {
            // What may lie there is ours; how far it came is not known yet.
            var begun = SiteFiles.Manifest.read(sending);
            if (begun != null) {
                begun.files().keySet().forEach(path -> known.put(path, ""));
            }
            readJournal(known, sendingId(sending));
        }
        return known;
    }

    /// What is put on the other side before anything else, so that whoever goes on knows what may lie there.
    ///
    /// @param paths that will be sent
    /// @param brought that lie there already and are on no list there
    static byte[] sending(SiteFiles site, Collection<String> paths, Collection<String> brought, String id) {
        var files = new TreeMap<String, String>();
        brought.forEach(path -> files.put(path, ""));
        paths.forEach(path -> files.put(path, site.files().get(path)));
        return Json.write(Map.of("newsroom", site.newsroom(), "id", id, "files", files)).getBytes(StandardCharsets.UTF_8);
    }

    private static String sendingId(byte[] sending) {
        try {
            return Json.MAPPER.readTree(new String(sending, StandardCharsets.UTF_8)).path("id").asString("");
        } catch (RuntimeException cutOff) {
            return "";
        }
    }

    /// The journal counts only for the sending it was kept for: another machine may have sent since.
    private void readJournal(Map<String, String> known, String id) {
        String text;
        try {
            text = Files.exists(journalFile()) ? Files.readString(journalFile()) : "";
        } catch (IOException unreadable) {
            // Then those files are sent once more.
            return;
        }
        boolean counts = false;
        for (var line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
            var said = line.split("\t");
            if (said.length == 3 && said[1].equals("begun")) {
                counts = said[2].equals(id);
            } else if (counts && said.length == 4 && said[1].equals("sent")) {
                known.put(said[2], said[3]);
            } else if (counts && said.length == 3 && said[1].equals("removed")) {
                known.remove(said[2]);
            }
        }
    }

    private Path journalFile() {
        return folder.resolve("sending.txt");
    }

    /// The list of what the last sending did.
    Path list() {
        return folder.resolve("sent.txt");
    }

    /// Begins a journal, or goes on with the one of a sending that was cut.
    void begin(String id) {
        note("begun\t" + id);
    }

    void sent(String path, String sha) {
        note("sent\t" + path + "\t" + sha);
    }

    void removed(String path) {
        note("removed\t" + path);
    }

    private synchronized void note(String words) {
        try {
            if (journal == null) {
                Files.createDirectories(folder);
                journal = FileChannel.open(journalFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            }
            var line = ByteBuffer.wrap((clock.instant().truncatedTo(ChronoUnit.SECONDS) + "\t" + words + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                journal.write(line);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    /// Everything is there: the journal becomes the list of what was sent.
    void finish() {
        close();
        try {
            if (Files.exists(journalFile())) {
                Files.move(journalFile(), list(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static Trouble trouble(IOException e) {
        return new Trouble(Notice.of("The list of what was sent could not be written.", "What was sent so far stands.", "See that the newsroom's folder has room and may be written."), e);
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            try {
                journal.close();
            } catch (IOException nothingMoreToWrite) {
                // Every line was handed to the system when it was made.
            }
            journal = null;
        }
    }
}
