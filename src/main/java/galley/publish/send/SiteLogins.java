package galley.publish.send;

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
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sign-ins of destinations and the keys that servers showed, in a file that nobody but its owner may read, beside the newsroom and not
/// in it (decision 7).
public final class SiteLogins {

    private final Path file;

    /// @param file `keys/site-logins.json` of the newsroom
    public SiteLogins(Path file) {
        this.file = file;
    }

    /// @param hosts the public key of each server as it was shown first, by `host:port`
    private record Shelf(Map<String, Login> logins, Map<String, String> hosts) {}

    private Shelf all() {
        try {
            return Files.exists(file) ? Json.read(Files.readString(file), Shelf.class) : new Shelf(Map.of(), Map.of());
        } catch (IOException | RuntimeException e) {
            throw new Trouble(Notice.of("The sign-ins of destinations could not be read.", "Nothing was sent.", "See that you may read " + file + "."), e);
        }
    }

    public synchronized Optional<Login> of(Destination to) {
        return Optional.ofNullable(all().logins().get(name(to)));
    }

    /// @param login null to forget
    public synchronized void keep(Destination to, @Nullable Login login) {
        var shelf = all();
        var logins = new TreeMap<>(shelf.logins());
        if (login == null ? logins.remove(name(to)) != null : !login.equals(logins.put(name(to), login))) {
            write(new Shelf(logins, shelf.hosts()));
        }
    }

    synchronized Optional<String> host(String hostAndPort) {
        return Optional.ofNullable(all().hosts().get(hostAndPort));
    }

    /// @param key null to forget
    synchronized void keepHost(String hostAndPort, @Nullable String key) {
        var shelf = all();
        var hosts = new TreeMap<>(shelf.hosts());
        if (key == null ? hosts.remove(hostAndPort) != null : !key.equals(hosts.put(hostAndPort, key))) {
            write(new Shelf(shelf.logins(), hosts));
        }
    }

    /// Forgets the key of a destination's server, so that the next one it shows is taken for its own. Answers whether there was one.
    public boolean forgetHost(Destination to) {
        if (!(to instanceof Destination.Sftp sftp) || host(KnownHost.name(sftp)).isEmpty()) {
            return false;
        }
        keepHost(KnownHost.name(sftp), null);
        return true;
    }

    private static String name(Destination to) {
        return switch (to) {
            case Destination.Sftp sftp -> "sftp://" + sftp.user() + "@" + KnownHost.name(sftp);
            case Destination.Bucket bucket -> "s3://" + bucket.bucket() + (bucket.endpoint() == null ? "" : " at " + bucket.endpoint());
            case Destination.Folder folder -> folder.address();
            case Destination.Zip zip -> zip.address();
        };
    }

    private void write(Shelf shelf) {
        try {
            Files.createDirectories(file.getParent());
            boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
            FileAttribute<?>[] owner = posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
            var fresh = Files.createTempFile(file.getParent(), ".site-logins", ".new", owner);
            try {
                Files.writeString(fresh, Json.write(shelf));
                try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new Trouble(Notice.of("The sign-in could not be kept.", "Nothing was sent.", "See that you may write " + file.getParent() + "."), e);
        }
    }
}
