package galley.publish.send;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line to a server that is cut after so many bytes, so many times, and then holds.
final class CuttingLine implements Closeable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final long bytes;
    private final AtomicInteger cutsLeft;
    final AtomicInteger cuts = new AtomicInteger();

    CuttingLine(int server, long bytes, int cuts) throws IOException {
        this.server = server;
        this.bytes = bytes;
        this.cutsLeft = new AtomicInteger(cuts);
        Thread.ofVirtual().start(this::take);
    }

    int port() {
        return door.getLocalPort();
    }

    /// From now on it holds.
    void mend() {
        cutsLeft.set(0);
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                var from = door.accept();
                var to = new Socket(InetAddress.getLoopbackAddress(), server);
                var left = new AtomicLong(bytes);
                Thread.ofVirtual().start(() -> pour(from, to, left));
                Thread.ofVirtual().start(() -> pour(to, from, new AtomicLong(Long.MAX_VALUE)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pour(Socket from, Socket to, AtomicLong left) {
        var some = new byte[2048];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(some); n > 0; n = in.read(some)) {
                if (left.addAndGet(-n) < 0 && cutsLeft.getAndUpdate(c -> Math.max(0, c - 1)) > 0) {
                    cuts.incrementAndGet();
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return;
                }
                out.write(some, 0, n);
            }
        } catch (IOException cut) {
            // That is what this line is for.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
