package galley.app;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.store.Store;
import galley.story.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The newsroom's copies, in the folder `backups` beside it: one a day, of the last seven days and the last four weeks before those.
/// What was put aside when a copy was put back is never removed.
public final class Backups {

    private static final String FOLDER = "backups";
    private static final String MAKING = ".making";
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final Pattern DAILY = Pattern.compile("newsroom-(\\d{4}-\\d{2}-\\d{2})\\.db");
    private static final Pattern ASIDE = Pattern.compile("aside-(\\d{4}-\\d{2}-\\d{2})T\\d{6}Z\\.db");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path newsroom;
    private final Path folder;
    private final Clock clock;

    public Backups(Path newsroom, Clock clock) {
        this.newsroom = newsroom;
        this.folder = newsroom.resolve(FOLDER);
        this.clock = clock;
    }

    /// A whole copy of the newsroom's file.
    ///
    /// @param aside put aside when another copy was put back
    public record Copy(LocalDate day, Path file, long bytes, boolean aside) {

        public String name() {
            return file.getFileName().toString();
        }
    }

    /// Newest first.
    public List<Copy> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Copy>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                copy(file).ifPresent(found::add);
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("The folder " + folder + " cannot be read.", "The newsroom is untouched.", "Give yourself the right to read it."), e);
        }
        found.sort(Comparator.comparing(Copy::day).thenComparing(Copy::name).reversed());
        return found;
    }

    private static Optional<Copy> copy(Path file) throws IOException {
        var name = file.getFileName().toString();
        for (var kind : List.of(DAILY, ASIDE)) {
            var matcher = kind.matcher(name);
            if (matcher.matches()) {
                return Optional.of(new Copy(LocalDate.parse(matcher.group(1)), file, Files.size(file), kind == ASIDE));
            }
        }
        return Optional.empty();
    }

    /// Whether there is no copy of today yet. Quick.
    public boolean isDue() {
        return !Files.exists(todays());
    }

    private Path todays() {
        return folder.resolve("newsroom-" + today() + ".db");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Makes today's copy while others go on writing, and removes what the rotation lets go. False when there is one already, or
    /// somebody else is making it. A copy is there whole or not at all.
    ///
    /// @throws Trouble when it could not be made; the newsroom is untouched then
    public boolean makeTodays(Store store) {
        if (!isDue()) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
                if (lock == null || !isDue()) {
                    return false;
                }
                make(store);
                return true;
            } catch (OverlappingFileLockException alreadyHere) {
                return false;
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("Today's copy of the newsroom could not be made: " + folder + " cannot be written.", "The newsroom itself is safe.",
                    "Give yourself the right to write it, and see that its disk has room."), e);
        }
    }

    private void make(Store store) throws IOException {
        removeUnfinished();
        long needed = Files.size(store.file());
        if (folder.toFile().getUsableSpace() < needed) {
            throw Trouble.of("Today's copy of the newsroom could not be made: the disk has no room for its " + megabytes(needed) + ".",
                    "The newsroom itself is safe, and so are the older copies.", "Make room on the disk of " + folder + ".");
        }
        var making = folder.resolve(todays().getFileName() + MAKING);
        try {
            store.copyTo(making);
            try (var file = FileChannel.open(making, StandardOpenOption.WRITE)) {
                file.force(true);
            }
            Files.move(making, todays(), StandardCopyOption.ATOMIC_MOVE);
        } catch (Trouble trouble) {
            throw new Trouble(Notice.of("Today's copy of the newsroom could not be made: " + trouble.notice().happened(),
                    "The newsroom itself is safe, and so are the older copies.", "Make room on the disk of " + folder + ", or see that it may be written."), trouble);
        } finally {
            removeUnfinished();
        }
        rotate();
    }

    /// What a program left that was killed halfway.
    private void removeUnfinished() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.getFileName().toString().contains(MAKING)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void rotate() throws IOException {
        var daily = all().stream().filter(copy -> !copy.aside()).toList();
        var kept = new HashSet<>(daily.subList(0, Math.min(DAYS, daily.size())));
        var weeks = new HashSet<String>();
        for (var copy : daily) {
            if (!kept.contains(copy) && weeks.size() < WEEKS && weeks.add(week(copy.day()))) {
                kept.add(copy);
            }
        }
        for (var copy : daily) {
            if (!kept.contains(copy)) {
                Files.delete(copy.file());
            }
        }
    }

    private static String week(LocalDate day) {
        return day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /// Puts a copy back in the newsroom's place. The newsroom as it stood is put aside among the copies and may be put back itself.
    /// Nobody may have the newsroom open.
    ///
    /// @return the name under which the former newsroom was put aside
    /// @throws Trouble when there is no such copy, it is damaged, or somebody has the newsroom open; nothing is changed then
    public String putBack(String name, @Nullable UUID by) {
        var copy = all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(() -> Trouble.of("There is no copy " + name + ".",
                "Nothing was changed.", all().isEmpty() ? "There are no copies yet." : "There are: " + String.join(", ", all().stream().map(Copy::name).toList()) + "."));
        var wrong = Store.unsound(copy.file());
        if (!wrong.isEmpty()) {
            throw Trouble.of("The copy " + name + " is damaged: " + wrong.getFirst() + ".", "Nothing was changed.", "Choose another copy.");
        }
        var aside = folder.resolve("aside-" + MOMENT.format(clock.instant()) + ".db");
        Store.replace(newsroom, copy.file(), aside);
        try (var store = Store.open(newsroom)) {
            store.audit().append(clock.instant(), by, "put back", null, Json.write(Map.of("copy", name, "aside", aside.getFileName().toString())));
        }
        return aside.getFileName().toString();
    }

    static String megabytes(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1000) + " kB" : bytes / 1_000_000 + " MB";
    }
}
