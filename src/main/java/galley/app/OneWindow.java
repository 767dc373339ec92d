package galley.app;

import galley.notice.Notice;
import galley.notice.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Optional;

/// Sees to it that a newsroom has one window on this machine. Whoever comes second calls the first to the front and goes.
///
/// The lock is the system's, on a file in the newsroom's folder, and ends with the process, however that ends.
final class OneWindow implements AutoCloseable {

    private static final String FOLDER = "window";
    private static final String LOCK = "lock";
    private static final String CALL = "call";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final WatchService calls;

    private OneWindow(Path folder, FileChannel channel, FileLock lock, WatchService calls) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.calls = calls;
    }

    /// Claims the newsroom's window. Empty when another program has it; that one has then been called to the front.
    ///
    /// @throws Trouble when the folder cannot be written
    static Optional<OneWindow> claim(Path newsroom) {
        var folder = newsroom.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                Files.writeString(folder.resolve(CALL), "");
                return Optional.empty();
            }
            var calls = folder.getFileSystem().newWatchService();
            folder.register(calls, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return Optional.of(new OneWindow(folder, channel, lock, calls));
        } catch (IOException e) {
            throw new Trouble(Notice.of("The folder " + newsroom + " cannot be written.", "Nothing was changed.",
                    "Name a folder that you may write, with --newsroom or $GALLEY_NEWSROOM."), e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException withinThisProcess) {
            return null;
        }
    }

    /// Runs `toFront` whenever somebody starts the program again for this newsroom.
    void whenCalled(Runnable toFront) {
        Thread.ofVirtual().name("one-window").start(() -> {
            try {
                while (true) {
                    var key = calls.take();
                    boolean called = key.pollEvents().stream().anyMatch(event -> Path.of(CALL).equals(event.context()));
                    key.reset();
                    if (called && Files.deleteIfExists(folder.resolve(CALL))) {
                        toFront.run();
                    }
                }
            } catch (InterruptedException | ClosedWatchServiceException closed) {
                // The window is closing.
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(OneWindow.class).warn("A call to the front was lost", e);
            }
        });
    }

    @Override
    public void close() {
        try {
            calls.close();
            lock.release();
            channel.close();
            // The lock's file stays: taking it away would let a third start lock a file that nobody sees.
            Files.deleteIfExists(folder.resolve(CALL));
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(OneWindow.class).debug("The window's lock was left behind", e);
        }
    }
}
