package galley.store;

import galley.notice.Trouble;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder that a newsroom lies in: its owner's alone from the first moment, and never begun anew over what is left of another.
final class Place {

    private Place() {}

    /// Makes folder and file where there are none, so that nobody else may read them.
    ///
    /// @throws Trouble when they cannot be made, or there was a newsroom here whose file is gone
    static Path prepare(Path folder) {
        var file = folder.resolve(Store.FILE);
        try {
            refuseLost(folder, file);
            if (!Files.exists(folder)) {
                var above = folder.toAbsolutePath().getParent();
                if (above != null) {
                    Files.createDirectories(above);
                }
                Files.createDirectories(folder, only(folder, "rwx------"));
            }
            make(file, only(folder, "rw-------"));
            return file;
        } catch (IOException e) {
            throw Database.trouble("The newsroom could not be made: the folder " + folder + " cannot be written.", "Nothing was changed.",
                    "Name a folder that you may write, and see that its disk has room.", e);
        }
    }

    /// SQLite gives the files beside it the rights of this one.
    private static void make(Path file, FileAttribute<?>[] rights) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, rights);
            } catch (FileAlreadyExistsException meanwhile) {
                // Another program began the same newsroom at the same moment; both go on with its file.
            }
        }
    }

    /// A missing file, or one cut to nothing, would open as a new newsroom, and its empty copies would push out the good ones. Keys or
    /// copies beside it say that there was one.
    private static void refuseLost(Path folder, Path file) throws IOException {
        boolean missing = !Files.exists(file);
        boolean emptied = Files.isRegularFile(file) && Files.size(file) == 0 && !Files.exists(folder.resolve(Store.FILE + "-wal"));
        if (missing || emptied) {
            whatIsLeft(folder).ifPresent(todo -> {
                throw Trouble.of(missing ? "The newsroom file " + file + " is gone, but keys or copies of it are still here."
                        : "The newsroom file " + file + " is damaged: it is empty, and it was not.", "Nothing was changed; keys and copies are beside it.", todo);
            });
        }
    }

    /// What to do about a newsroom of which only keys or copies are left. Empty where there never was one.
    static Optional<String> whatIsLeft(Path folder) throws IOException {
        var newest = newestCopy(folder.resolve("backups"));
        if (newest.isPresent()) {
            return Optional.of("Put the newest copy back: galley backup restore " + newest.get() + " --yes. “galley backup list” names them all."
                    + " To begin anew instead, move " + folder + " away first.");
        }
        if (holdsAnything(folder.resolve("backups"))) {
            return Optional.of("See what copies there are with “galley backup list”, and put one back with “galley backup restore”.");
        }
        return holdsAnything(folder.resolve("keys")) ? Optional.of("Put " + Store.FILE + " back from wherever you keep copies. To begin anew instead, move " + folder + " away first.")
                : Optional.empty();
    }

    private static Optional<String> newestCopy(Path copies) throws IOException {
        if (!Files.isDirectory(copies)) {
            return Optional.empty();
        }
        try (Stream<Path> inside = Files.list(copies)) {
            return inside.map(copy -> copy.getFileName().toString()).filter(name -> name.matches("newsroom-\\d{4}-\\d{2}-\\d{2}\\.db"))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean holdsAnything(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            // A lock, or a copy that was broken off in the making, is nothing that could be put back.
            return inside.map(file -> file.getFileName().toString()).anyMatch(name -> !name.startsWith(".") && !name.contains(".making"));
        }
    }

    private static FileAttribute<?>[] only(Path folder, String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))} : new FileAttribute<?>[0];
    }
}
