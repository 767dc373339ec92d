package galley.signoff;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that nobody but their owner may read.
final class OwnerOnly {

    private OwnerOnly() {}

    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        permit(folder, "rwx------");
    }

    /// Writes beside and moves into place, so that a kill leaves the old file or the new one.
    static void replace(Path file, byte[] bytes) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), ".new", ".p12");
        try {
            permit(fresh, "rw-------");
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void permit(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
