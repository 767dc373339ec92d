package galley.publish.send;

import galley.notice.Notice;
import galley.notice.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/// A folder on a server that speaks SFTP. A file is written under a name of its own and then renamed, so that no reader ever gets half.
final class SftpSide implements OtherSide {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /// Where files are written before they are put in place.
    private static final String MAKING = ".galley-making";
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Destination.Sftp to;
    private final Login login;
    private final KnownHost host;
    private final SshClient client;

    SftpSide(Destination.Sftp to, Login login, KnownHost host) {
        this.to = to;
        this.login = login;
        this.host = host;
        this.client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(host);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        // Only what this login has: many servers count every method tried.
        client.setUserAuthFactories(login.keyFile().isEmpty() && !login.secret().isEmpty() ? List.<UserAuthFactory>of(UserAuthPasswordFactory.INSTANCE)
                : List.<UserAuthFactory>of(UserAuthPublicKeyFactory.INSTANCE));
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, Duration.ofSeconds(15));
        CoreModuleProperties.AUTH_TIMEOUT.set(client, PATIENCE);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, PATIENCE);
        client.start();
    }

    @Override
    public int hands() {
        return 3;
    }

    @Override
    public Link connect() throws IOException {
        ClientSession session = null;
        try {
            session = client.connect(to.user(), to.host(), to.port()).verify(PATIENCE).getSession();
            signIn(session);
            return new SftpLink(session, SftpClientFactory.instance().createSftpClient(session), to.path());
        } catch (IOException | RuntimeException e) {
            if (session != null) {
                session.close(true);
            }
            throw judged(e);
        }
    }

    private void signIn(ClientSession session) throws IOException {
        if (login.keyFile().isEmpty() && !login.secret().isEmpty()) {
            session.addPasswordIdentity(login.secret());
        } else {
            var files = login.keyFile().isEmpty() ? usualKeys() : List.of(Path.of(login.keyFile().replaceFirst("^~(?=/)", java.util.regex.Matcher.quoteReplacement(System.getProperty("user.home", "~")))));
            if (files.isEmpty()) {
                throw Trouble.of("Nothing is known to sign in with at " + to.host() + ".", "Nothing was sent.",
                        "Give a password or a key file: galley destination login " + to.address());
            }
            for (var file : files) {
                if (!Files.isReadable(file)) {
                    throw Trouble.of("The key file " + file + " cannot be read.", "Nothing was sent.", "Name another, or give yourself the right to read it.");
                }
                var keys = new FileKeyPairProvider(file);
                keys.setPasswordFinder(FilePasswordProvider.of(login.secret()));
                try {
                    keys.loadKeys(session).forEach(session::addPublicKeyIdentity);
                } catch (RuntimeException e) {
                    throw new Trouble(Notice.of("The key file " + file + " cannot be opened.", "Nothing was sent.", "See that it is a private key, and that its passphrase is right."), e);
                }
            }
        }
        session.auth().verify(PATIENCE);
    }

    private static List<Path> usualKeys() {
        var folder = Path.of(System.getProperty("user.home", "."), ".ssh");
        return USUAL_KEYS.stream().map(folder::resolve).filter(Files::isReadable).toList();
    }

    /// What will not come right by trying again is told; the rest may.
    private IOException judged(Exception e) {
        if (host.refused() != null) {
            throw host.refused();
        }
        if (e instanceof Trouble trouble) {
            throw trouble;
        }
        var words = said(e);
        if (words.contains("No more authentication methods available")) {
            throw new Trouble(Notice.of("The server " + to.host() + " does not let “" + to.user() + "” in with this " + (login.keyFile().isEmpty() && !login.secret().isEmpty() ? "password" : "key") + ".",
                    "Nothing was sent.", "Mend the sign-in: galley destination login " + to.address()), e);
        }
        if (e instanceof java.nio.channels.UnresolvedAddressException || words.contains("UnresolvedAddress") || words.contains("UnknownHost")) {
            return new IOException("there is no server " + to.host() + ", or no network", e);
        }
        return new IOException(words.contains("Connection refused") ? "the server does not answer on port " + to.port() : words, e);
    }

    private static String said(Throwable e) {
        var words = String.valueOf(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        return e.getCause() == null || e.getCause() == e ? words : words + " (" + said(e.getCause()) + ")";
    }

    @Override
    public void close() {
        client.stop();
    }

    private static final class SftpLink implements Link {

        private final ClientSession session;
        private final SftpClient sftp;
        private final String root;
        private final Set<String> folders = new HashSet<>();
        private final @Nullable OpenSSHPosixRenameExtension overwriting;

        SftpLink(ClientSession session, SftpClient sftp, String root) {
            this.session = session;
            this.sftp = sftp;
            this.root = root;
            var extension = sftp.getExtension(OpenSSHPosixRenameExtension.class);
            this.overwriting = extension != null && extension.isSupported() ? extension : null;
        }

        private String at(String path) {
            return root.endsWith("/") ? root + path : root + "/" + path;
        }

        @Override
        public byte @Nullable [] read(String path) throws IOException {
            try (var in = sftp.read(at(path))) {
                return in.readAllBytes();
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return null;
                }
                throw told(e, path);
            }
        }

        @Override
        public boolean put(String path, byte[] bytes, boolean ours) throws IOException {
            var file = at(path);
            var fresh = at(MAKING + "/" + UUID.randomUUID());
            try {
                folder(at(MAKING));
                int slash = path.lastIndexOf('/');
                folder(slash < 0 ? root : at(path.substring(0, slash)));
                try (var out = sftp.write(fresh, EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
                    out.write(bytes);
                }
                if (!isThere(file)) {
                    // A rename of the protocol's third version never replaces a file.
                    sftp.rename(fresh, file);
                    return true;
                }
                if (!ours) {
                    sftp.remove(fresh);
                    return false;
                }
                if (overwriting != null) {
                    overwriting.posixRename(fresh, file);
                } else {
                    sftp.remove(file);
                    sftp.rename(fresh, file);
                }
                return true;
            } catch (SftpException e) {
                throw told(e, path);
            }
        }

        private boolean isThere(String file) throws IOException {
            try {
                sftp.lstat(file);
                return true;
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return false;
                }
                throw e;
            }
        }

        private void folder(String folder) throws IOException {
            if (folder.isEmpty() || folder.equals("/") || folder.equals(".") || !folders.add(folder)) {
                return;
            }
            if (isThere(folder)) {
                return;
            }
            int slash = folder.lastIndexOf('/');
            if (slash > 0) {
                folder(folder.substring(0, slash));
            }
            try {
                sftp.mkdir(folder);
            } catch (SftpException e) {
                // Another hand may have made it in the same moment.
                if (!isThere(folder)) {
                    throw e;
                }
            }
        }

        @Override
        public void remove(String path) throws IOException {
            try {
                sftp.remove(at(path));
            } catch (SftpException e) {
                if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    throw told(e, path);
                }
            }
            removeEmpty(path);
        }

        private void removeEmpty(String path) {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                try {
                    sftp.rmdir(at(path.substring(0, slash)));
                    folders.remove(at(path.substring(0, slash)));
                } catch (IOException notEmpty) {
                    return;
                }
            }
        }

        private IOException told(SftpException e, String path) {
            return switch (e.getStatus()) {
                case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT -> throw new Trouble(Notice.of("The server does not let “" + path + "” be written.",
                        "What was sent so far stands.", "See that this user may write " + root + " there."), e);
                case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED -> throw new Trouble(Notice.of("The server's disk is full.",
                        "What was sent so far stands.", "Make room there, then send again; only the rest is sent."), e);
                default -> new IOException("the server said of " + path + ": " + e.getMessage(), e);
            };
        }

        @Override
        public void close() {
            session.close(true);
        }
    }
}
