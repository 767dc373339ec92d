package galley.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server that writes what it likes, for lies that a real web server refuses to tell.
final class FaultyServer implements AutoCloseable {

    /// Talks to one client.
    @FunctionalInterface
    interface Lie {
        void tell(OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;

    FaultyServer(Lie lie) {
        this(lie, plain());
    }

    FaultyServer(Lie lie, ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    var client = socket.accept();
                    Thread.ofVirtual().start(() -> talk(client, lie));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void talk(Socket client, Lie lie) {
        try (client) {
            var in = client.getInputStream();
            int newlines = 0;
            for (int b = in.read(); b >= 0 && newlines < 2; ) {
                newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
                b = newlines < 2 ? in.read() : 0;
            }
            lie.tell(client.getOutputStream(), client);
            client.getOutputStream().flush();
        } catch (IOException | InterruptedException gone) {
            // the client has seen enough
        }
    }

    static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/rss";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
