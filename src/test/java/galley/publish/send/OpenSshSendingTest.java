package galley.publish.send;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Against the SFTP server that most of the world runs, by key.
class OpenSshSendingTest extends SendingContract {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");

    private Process server;
    private int port;
    private Path key;

    @BeforeEach
    void serve() throws Exception {
        assumeTrue(Files.isExecutable(SSHD) && Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "openssh-server is not installed here");
        boolean root = System.getProperty("user.name").equals("root");
        assumeTrue(!root || Files.isDirectory(Path.of("/run/sshd")) || Path.of("/run/sshd").toFile().mkdir(), "sshd has no /run/sshd");
        key = key("person");
        key("host");
        Files.copy(folder.resolve("person.pub"), folder.resolve("authorized"));
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s
                PidFile %s
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                MaxStartups 50
                Subsystem sftp internal-sftp
                """.formatted(port, folder.resolve("host"), folder.resolve("authorized"), folder.resolve("sshd.pid")));
        server = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", folder.resolve("sshd_config").toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile()).start();
        for (int i = 0; !answers(); i++) {
            assumeTrue(server.isAlive() && i < 100, "sshd does not start here: " + Files.readString(folder.resolve("sshd.log")));
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path key(String name) throws Exception {
        var file = folder.resolve(name);
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()).inheritIO().start().waitFor();
        return file;
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private Path www() {
        return folder.resolve("www");
    }

    @Override
    String address() {
        return through(port);
    }

    @Override
    String through(int other) {
        return "sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + other + www();
    }

    @Override
    int port() {
        return port;
    }

    @Override
    Map<String, byte[]> there() throws IOException {
        return SftpServers.in(www());
    }

    @Override
    void lay(String path, byte[] bytes) throws IOException {
        SftpServers.lay(www().resolve(path), bytes);
    }

    @Override
    Map<String, String> environment() {
        return Map.of("GALLEY_SFTP_KEY", key.toString());
    }
}
