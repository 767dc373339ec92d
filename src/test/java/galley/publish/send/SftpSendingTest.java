package galley.publish.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import galley.notice.Trouble;
import galley.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against the SFTP server of the library itself, by password.
class SftpSendingTest extends SendingContract {

    private static final String PASSWORD = "four plain words";

    private SshServer server;
    private Path home;

    @BeforeEach
    void serve() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        server = server(0);
    }

    private SshServer server(int port) throws Exception {
        var made = SshServer.setUpDefaultServer();
        made.setHost("127.0.0.1");
        made.setPort(port);
        var keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        made.setKeyPairProvider(KeyPairProvider.wrap(keys.generateKeyPair()));
        made.setPasswordAuthenticator((name, password, _) -> name.equals("rosa") && password.equals(PASSWORD));
        made.setFileSystemFactory(new VirtualFileSystemFactory(home));
        made.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        made.start();
        return made;
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Override
    String address() {
        return through(server.getPort());
    }

    @Override
    String through(int port) {
        return "sftp://rosa@127.0.0.1:" + port + "/www/quay";
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    Map<String, byte[]> there() throws IOException {
        return SftpServers.in(home.resolve("www/quay"));
    }

    @Override
    void lay(String path, byte[] bytes) throws IOException {
        SftpServers.lay(home.resolve("www/quay").resolve(path), bytes);
    }

    @Override
    Map<String, String> environment() {
        return Map.of("GALLEY_SFTP_PASSWORD", PASSWORD);
    }

    @Test
    void aServerWithAnotherKeyThanBeforeIsRefused() throws Exception {
        var site = new SiteInATest(folder.resolve("m"), environment());
        var first = site.send(address());
        assertThat(first.told()).singleElement().asString().contains("first time").contains("SHA256:");
        assertThat(site.send(address()).told()).isEmpty();
        int port = server.getPort();
        server.stop(true);
        server = server(port);
        site.files.put("index.html", "secret until it is out");
        assertThatThrownBy(() -> site.send(address())).isInstanceOf(Trouble.class).hasMessageContaining("shows another key than before").hasMessageContaining("forget-key");
        assertThat(new String(there().get("index.html"))).doesNotContain("secret");
        assertThat(site.delivery().logins().forgetHost(Destination.read(address()).to())).isTrue();
        assertThat(site.send(address()).written()).containsExactly("index.html");
    }

    @Test
    void aWrongPasswordIsSaidAndNotTriedAgain() {
        var site = new SiteInATest(folder.resolve("m"), Map.of());
        var wrong = Destination.read(address().replace("rosa@", "rosa:wrong@"));
        assertThatThrownBy(() -> site.send(wrong, new Cancel())).isInstanceOf(Trouble.class).hasMessageContaining("does not let “rosa” in with this password");
    }

    @Test
    void aKeptSignInIsUsedAndLiesOnlyInTheOwnersFile() throws Exception {
        var site = new SiteInATest(folder.resolve("m"), Map.of());
        var to = Destination.read(address()).to();
        site.delivery().logins().keep(to, new Login("", PASSWORD, ""));
        assertThat(site.send(address()).cut()).isNull();
        try (var files = Files.walk(site.machine)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(PASSWORD)) {
                    assertThat(file).hasFileName("site-logins.json");
                    assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]").hasSize(2);
                }
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidAfterSeveralAttempts() throws Exception {
        int port = server.getPort();
        server.stop(true);
        var sent = new SiteInATest(folder.resolve("m"), environment()).send(through(port));
        assertThat(sent.written()).isEmpty();
        assertThat(sent.cut().inOneLine()).contains("Nothing could be sent").contains("does not answer");
    }
}
