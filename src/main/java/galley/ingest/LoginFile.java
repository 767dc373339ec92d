package galley.ingest;

import galley.notice.Notice;
import galley.notice.Trouble;
import galley.story.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Logins in a file that nobody but its owner may read, beside the newsroom and not in it: the newsroom's file is copied for
/// backups and shared, passwords are neither.
public final class LoginFile implements Logins {

    private final Path file;

    public LoginFile(Path file) {
        this.file = file;
    }

    private record Shelf(Map<UUID, Login> logins) {}

    @Override
    public synchronized Map<UUID, Login> all() {
        try {
            return Files.exists(file) ? Json.read(Files.readString(file), Shelf.class).logins() : Map.of();
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The sign-ins of the feeds could not be read.", "Feeds that need none are not held up.", "See that you may read " + file + "."), e);
        }
    }

    @Override
    public synchronized void keep(UUID feed, @Nullable Login login) {
        var logins = new TreeMap<>(all());
        if (login == null ? logins.remove(feed) == null : login.equals(logins.put(feed, login))) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
            var fresh = Files.createTempFile(file.getParent(), ".logins", ".new", owner);
            try {
                Files.writeString(fresh, Json.write(new Shelf(logins)));
                try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("The sign-in could not be kept.", "The feed itself was not changed.", "See that you may write " + file.getParent() + "."), e);
        }
    }
}
