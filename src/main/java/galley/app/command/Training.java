package galley.app.command;

import galley.app.Logs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javafx.application.Platform;

/// Does once what is started often, in one program, so that the start-up cache (`packaging/train`) knows it: a newsroom is made, a
/// feed is pulled from this machine, new and unchanged, stories are listed and searched, a few pages of copy are read, and at last
/// the desktop opens without a display and closes again by itself (`galley.train`).
public final class Training {

    /// Enough for the virtual machine to see which methods matter.
    private static final int FEEDS = 40;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Training() {}

    /// @param args the folder for the newsroom, which must not exist
    public static void main(String[] args) throws IOException, InterruptedException {
        Logs.off();
        var home = Path.of(args[0]).toString();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> serve(server));
            run("init", "--newsroom", home, "--name", "Training", "--person", "Trainer", "--passphrase-stdin");
            for (int i = 0; i < FEEDS; i++) {
                run("feed", "add", "--newsroom", home, "http://127.0.0.1:" + server.getLocalPort() + "/" + i + ".xml");
            }
            for (int i = 0; i < 4; i++) {
                run("pull", "--newsroom", home, "--json");
            }
            run("story", "list", "--newsroom", home);
            run("story", "list", "--newsroom", home, "--search", "harbour", "--json");
            run("doctor", "--newsroom", home);
            openAndClose(home);
        }
    }

    /// The window closes by itself (`galley.train`). Where it cannot be drawn, the cache is made of the commands alone.
    private static void openAndClose(String home) throws InterruptedException {
        var window = Thread.ofPlatform().daemon().start(() -> run("--newsroom", home));
        if (!window.join(LONGEST)) {
            Platform.exit();
        }
    }

    private static void run(String... args) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        GalleyCommand.run(new Terminal(new ByteArrayInputStream("only for training\n".getBytes(StandardCharsets.UTF_8)), nowhere, nowhere, Map.of(), null), Clock.systemUTC(), args);
    }

    private static void serve(ServerSocket server) {
        while (true) {
            try {
                var visitor = server.accept();
                Thread.ofVirtual().start(() -> answer(visitor));
            } catch (SocketException closed) {
                return;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    /// As long as the visitor stays, a feed for each question, or the word that it is the same.
    private static void answer(Socket visitor) {
        try (visitor; var in = visitor.getInputStream(); var out = visitor.getOutputStream()) {
            for (var question = question(in); !question.isEmpty(); question = question(in)) {
                boolean same = question.toLowerCase(java.util.Locale.ROOT).contains("if-none-match");
                var body = (same ? "" : feed(question.substring(5, question.indexOf('.')))).getBytes(StandardCharsets.UTF_8);
                out.write(("HTTP/1.1 " + (same ? "304 Not Modified" : "200 OK") + "\r\nETag: \"1\"\r\nContent-Type: application/rss+xml\r\nContent-Length: " + body.length
                        + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
            }
        } catch (IOException left) {
            // a visitor may go at any time
        }
    }

    private static String question(InputStream in) throws IOException {
        var read = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            read.append((char) c);
            if (read.length() > 3 && read.indexOf("\r\n\r\n", read.length() - 4) >= 0) {
                return read.toString();
            }
        }
        return "";
    }

    private static String feed(String name) {
        var feed = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Wire ")
                .append(name).append("</title><link>https://wire.example/</link><description>For training</description>");
        for (int i = 0; i < 30; i++) {
            feed.append("<item><title>The harbour of ").append(name).append(" opens pier ").append(i).append("</title><link>https://wire.example/").append(name).append('/').append(i)
                    .append("</link><guid>").append(name).append('-').append(i).append("</guid><dc:creator>Rosa Lind</dc:creator><category>Harbour</category>")
                    .append("<pubDate>Tue, 03 Jun 2025 09:39:21 GMT</pubDate><description>Pier ").append(i).append(" is open.</description><content:encoded><![CDATA[<p>The pier is <em>open</em> &amp; ")
                    .append("the ferries run again, said the <a href=\"/harbour\">harbour</a>.</p>]]></content:encoded></item>");
        }
        return feed.append("</channel></rss>").toString();
    }
}
